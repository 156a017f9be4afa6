"""The reports in use → one message in Telegram HTML: what an official asks before trusting an answer."""

from __future__ import annotations

from datetime import datetime

from bot import texts
from bot.issuers import in_sentence
from bot.markup import Marked, quoted
from bot.render import LIMIT
from index.records import BlockKind, Report

LONGEST_LINE = 300
ROOM_FOR_THE_END = 100  # units kept for the last two lines


def render_reports(reports: tuple[Report, ...], loaded: datetime) -> str:
    """Title, number, issuer, date and size of each report, as many as fit, and when they were loaded."""
    entries: list[str] = []
    left = LIMIT - ROOM_FOR_THE_END
    for report in reports:
        lines = _lines(report)
        left -= sum(line.units + 1 for line in lines) + 1
        if left < 0:
            entries.append(texts.MORE_REPORTS.format(count=len(reports) - len(entries)))
            break
        entries.append("\n".join(line.html for line in lines))
    entries.append(texts.LOADED.format(time=f"{loaded:%H:%M} ngày {loaded:%d/%m/%Y}"))
    return "\n\n".join(entries)


def _lines(report: Report) -> list[Marked]:
    title = quoted(report.title).cut(LONGEST_LINE).text
    facts = (
        (texts.REPORT_NUMBER, "number", report.number),
        (texts.REPORT_ISSUER, "issuer", report.issuer and in_sentence(report.issuer)),
        (texts.REPORT_DATE, "date", report.date),
    )
    lines = [Marked(title, ((0, len(title)),))]
    lines += [quoted(text.format(**{name: value})).cut(LONGEST_LINE) for text, name, value in facts if value]
    # A heading counts where a sentence stands below it, directly or under a heading of its own.
    sections = {one.section[: depth + 1] for one in report.sentences for depth in range(len(one.section))}
    sentences = sum(one.kind not in (BlockKind.HEADING, BlockKind.FRAME) for one in report.sentences)
    lines.append(Marked(texts.REPORT_SIZE.format(sections=len(sections), sentences=sentences)))
    return lines
