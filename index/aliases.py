"""Other names that a report gives for a thing: "X (còn gọi là Y)", "X, thường được gọi là Y", "X (gọi tắt là Y)".

Learned only where both names have clear bounds; what is said of a thing, and does not name it, is left alone.
"""

from __future__ import annotations

import re

from index.names import runs
from index.tokens import tokens

_SAID = re.compile(
    r"(?:,\s|\s\(|\s(?=hay còn))(?:(?:sau đây|thường|còn|cũng|hay còn|tức|đôi khi)\s){0,3}(?:được\s)?"
    r"(?:gọi(?: tắt| chung)?|viết tắt) là\s"
)
_OF_ANOTHER = re.compile(r"\b(?:của|ở|tại|trong|với|và|thuộc|từ|cho|bởi|do|về)\s(?:\S+\s)?$", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"]([^“”\"]{2,60})[”\"]")
_BOUNDED = re.compile(r"([^\W\d_][^()“”\"\n.,;:]{1,60}?)(?=[,;)]|\.(?:\s|$)|$)")
_BACK = 160  # characters
_LONGEST = 8  # syllables; more is a clause, not a name
_FIRST_WORDS = 12  # syllables of a name that its short form begins alike ("Đề án … (gọi tắt là Đề án 06)")


def aliases(text: str) -> list[tuple[str, str]]:
    """The names that a text gives to the same thing, in pairs, in order."""
    out = []
    for said in _SAID.finditer(text):
        name = _after(text, said.end())
        if name and (other := _before(text[max(0, said.start() - _BACK) : said.start()], name)):
            out.append((other, name))
    return list(dict.fromkeys(out))


def _after(text: str, at: int) -> str | None:
    """The name that begins here: what is in quotes, or capitalised, or goes on to the next mark."""
    if quoted := _QUOTED.match(text, at):
        return _short(quoted[1])
    tail = text[at : at + _BACK]
    if tail[:1].isupper() and (run := next(runs(tail), None)) and run[0] == 0 and " " in tail[: run[1]]:
        return _short(tail[: run[1]])
    bounded = _BOUNDED.match(text, at)
    return _short(bounded[1]) if bounded else None


def _short(name: str) -> str | None:
    return name if 1 <= len(name.split()) <= _LONGEST and any(c.isalpha() for c in name) else None


def _before(text: str, name: str) -> str | None:
    """The name that ends a text: in quotes, begun as its short form is, or capitalised."""
    if text.endswith(('"', "”")):
        quoted = [*_QUOTED.finditer(text)]
        return _short(quoted[-1][1]) if quoted and quoted[-1].end() == len(text) else None
    found = [*tokens(text)]
    if not found or found[-1].end != len(text):
        return None
    head = [token.text for token in tokens(name)][:2]
    for i in range(len(found) - 2, max(-1, len(found) - 1 - _FIRST_WORDS), -1):
        if len(head) == 2 and [token.text for token in found[i : i + 2]] == head:
            return text[found[i].start :] if len(found) - i > 2 else None
    named = next(((a, b) for a, b in runs(text) if b == len(text)), None)
    if named is None or " " not in text[named[0] :] or _OF_ANOTHER.search(text, 0, named[0]):
        return None  # "… của Tây Tạng, còn gọi là …" may say it of either
    return _short(text[named[0] :])
