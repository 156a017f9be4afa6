"""What a short question says by the words around, where the reports can't tell: "còn chi", "quý 4", "so năm ngoái"."""

from __future__ import annotations

import re

_MARKED = r"(?:(?:thế|the|còn|con|vậy|vay|và|va|rồi|roi)\s+){1,2}"
_HOW_MANY = r"\b((?:mấy|bao nhiêu)\s+)"
_GROWN = r"(?:giảm|đạt|được|hết|còn|vượt|chiếm|bằng)"
_ASKS = r"\b(?:bao nhiêu|mấy|nào|gì|đâu|ai|sao|chưa)"
# In chat; "sao" at the beginning asks why.
_ALWAYS = (
    (re.compile(r"(?<=[^\W\d]\s)(?:k|ko|kh|hok|hông)(?=\s*[?.!]*$)", re.IGNORECASE), "không"),
    (re.compile(r"(?<!bao\s)\b(?:nhiêu|nhiu)\b(?!\s+khê)", re.IGNORECASE), "bao nhiêu"),
    (re.compile(r"^((?:thế|vậy|mà)\s+)?sao\s+(?=\w)(?!nữa|rồi|vậy|thế)", re.IGNORECASE), r"\1vì sao "),
)
# Accents given back to what was typed without any, taken back or given otherwise.
_UNACCENTED = (
    (re.compile(rf"^({_MARKED})?(?:chỉ|chị|chí)(?=[\s?.!]*$)", re.IGNORECASE), r"\1chi"),
    (re.compile(rf"^({_MARKED})?(?:chỉ|chị|chí)(?=\s+(?:hết\s+)?(?:bao nhiêu|mấy))", re.IGNORECASE), r"\1chi"),
    (re.compile(rf"^({_MARKED})?(?:thư|thứ|thủ)(?=[\s?.!]*$)", re.IGNORECASE), r"\1thu"),
    (re.compile(r"\bqu(?:y|ỹ|ỳ)(?=\s+(?:[1-4]|i{1,3}|iv|đầu|cuối)\b)", re.IGNORECASE), "quý"),
    (re.compile(r"\bsố(?=\s+(?:với|cùng|năm (?:ngoái|trước)|kế hoạch|dự toán|chỉ tiêu)\b)", re.IGNORECASE), "so"),
    (re.compile(rf"^({_MARKED})?(?:tầng|tang|tặng)\s+(?:mây|máy|may)(?=[\s?.!]*$)", re.IGNORECASE), r"\1tăng mấy"),
    (re.compile(rf"^({_MARKED})?({_GROWN})\s+(?:mây|máy|may)(?=[\s?.!]*$)", re.IGNORECASE), r"\1\2 mấy"),
    (re.compile(rf"({_ASKS})\s+vay(?=[\s?.!]*$)", re.IGNORECASE), r"\1 vậy"),
    (re.compile(rf"{_HOW_MANY}còn(?=[\s?.!]*$)", re.IGNORECASE), r"\1con"),
    (re.compile(rf"{_HOW_MANY}cả(?=[\s?.!]*$)", re.IGNORECASE), r"\1ca"),
)


def settled(text: str, *, accented: bool) -> str:
    """A question, accents given back to it, as it is read with the words around; `accented`: it was typed with some."""
    for wrong, right in _ALWAYS if accented else (*_ALWAYS, *_UNACCENTED):
        text = wrong.sub(right, text)
    return text
