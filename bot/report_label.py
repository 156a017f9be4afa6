"""A report's name where several are loaded: short, and what tells it apart first: whose it is, and of when.

A title alone does not: cut to a phone's width most are "Tình hình thực hiện nhiệm vụ phát triển kinh tế - xã hội…".
"""

from __future__ import annotations

import re

from bot.issuers import in_sentence
from bot.markup import Marked, quoted, units
from index.normalize import fold
from index.records import Report

LONGEST = 60  # UTF-16 units
LONGEST_ISSUER = 30

_KIND = re.compile(r"báo cáo:?\s+", re.IGNORECASE)
_AREA = re.compile(
    r"\b(?P<of>xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tỉnh|đặc khu)"
    r" (?=(?P<name>\d{{1,2}}\b|(?!(?:hội|[uủ][yỷ]|viên|đoàn|lộ|năm)\b){word}(?: {word}){{0,3}}))".format(
        word=r"[^\W\d_]+(?:['’][^\W\d_]+)*"  # Ea H'leo
    ),
    re.IGNORECASE,
)
_PERIOD = re.compile(r"\b(?:quý [IVX\d]+|\d{1,2} tháng(?: (?:đầu|cuối) năm)?|tháng \d{1,2})\b", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]+")
_IN_CAPITALS = 2  # syllables of most names, where only capitals could tell where one ends


def report_label(report: Report) -> str:
    """At most `LONGEST` units, in one line."""
    title = quoted(report.title).text
    short = _KIND.sub("", title, count=1) or title
    whose = _area(report.issuer or "") or _area(title) or _issuer(report)
    if not whose or (units(short) <= LONGEST and fold(whose).lower() in fold(short).lower()):
        return Marked(short if whose else title).cut(LONGEST).text
    when = _when(report, title)
    return Marked(f"{whose}, {when}: {short}" if when else f"{whose}: {short}").cut(LONGEST).text


def _area(text: str) -> str:
    """The first commune, district or the like that a text names; nothing where it names none."""
    for found in _AREA.finditer(text):
        words = found["name"].split()
        if text.isupper() and not found["name"].isdigit():
            words = [one.capitalize() for one in (words if found.end("name") == len(text) else words[:_IN_CAPITALS])]
        else:
            small = next((i for i, word in enumerate(words) if not (word[0].isupper() or word.isdigit())), len(words))
            words = words[:small]
        if words:
            return f"{found['of'].lower()} {' '.join(words)}"
    return ""


def _issuer(report: Report) -> str:
    return quoted(in_sentence(report.issuer)).cut(LONGEST_ISSUER).text if report.issuer else ""


def _when(report: Report, title: str) -> str:
    """The part of the year that it is on, as it says itself, and the year."""
    found = _PERIOD.search(title)
    words = [one if _ROMAN.fullmatch(one) else one.lower() for one in found[0].split()] if found else []
    part = quoted(report.period).text if report.period else " ".join(words)
    year = str(*report.years) if len(report.years) == 1 else ""
    return part if year and year in part else f"{part} {year}".strip()
