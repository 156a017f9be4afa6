"""What the frame of an official letter says without a word: who stands under it signs it, on the date at its head."""

from __future__ import annotations

import re

from index.records import BlockKind, Report, Sentence

_DATED = re.compile(
    r"(?:^|[\t|])\s*(?:[^\W\d_][^\d\n\t|]{0,40},\s*)?ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\W*$", re.IGNORECASE
)
_NAME = re.compile(r"\n\s*(?:[^\W\d_]{1,4}\.\s*)*([A-ZÀ-ỸĐ][^\W\d_]*(?: [A-ZÀ-ỸĐ][^\W\d_]*){1,4})\s*$")
_AREA = re.compile(
    r"(?<!\w)(?i:xã|phường|thị trấn|quận|huyện|thị xã|thành phố|tỉnh)(?: [A-ZÀ-ỸĐ][^\W\d_]*){1,3}"
)  # whose office it is that signs: "XÃ ĐÔNG PHÚ"
_SIGNED = "Người ký báo cáo, ai ký báo cáo"
_ON = "Ngày ký báo cáo, ngày ban hành báo cáo, báo cáo được ký, lập, ban hành ngày"


def meant(report: Report, sentence: Sentence) -> str:
    """Words under which a line of the frame is found beside its own; nothing for any other sentence."""
    if sentence.kind is not BlockKind.FRAME:
        return ""
    text = report.quote(sentence)
    if is_signature(text):
        above = [line for line in text.rstrip().splitlines()[:-1] if line.strip() and "(" not in line]
        area = _AREA.search(report.issuer or "") or _AREA.search(report.title)
        return f"{_SIGNED}. {' '.join(above[-1:])} {area[0] if area else ''}"
    return _ON if is_dated(sentence, text) else ""


def is_dated(sentence: Sentence, text: str) -> bool:
    """Whether a sentence of this text is the line of the frame that says where and when a letter was written."""
    return sentence.kind is BlockKind.FRAME and _DATED.search(text) is not None


def is_signature(text: str) -> bool:
    """Whether a part of the frame runs from an office to the name under it."""
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    return len(lines) > 1 and (lines[-2].isupper() or lines[-2].startswith("(")) and signer(text) is not None


def signer(text: str) -> tuple[int, int] | None:
    """Where the name stands that is the last line of several, without the degree before it; None where it is none."""
    name = _NAME.search(text)
    return name.span(1) if name else None
