"""What is asked for besides a sentence → pages: a section's text, the summary, the key figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from bot import texts
from bot.markup import Marked, quoted, units
from bot.paging import pages
from bot.render import section_text, spot_text
from bot.report_label import report_label
from index.keyfigures import KeyFigure
from index.outline import Heading
from index.records import BlockKind, Report, Sentence, Span

LONGEST_TITLE = 300
LONGEST_ENTRY = 1_200
LONGEST_WHAT = 160
LONGEST_SPOT = 160
_LINES = {BlockKind.ROW, BlockKind.FRAME}  # each on a line of its own
# An item's own number, which would stand behind ours: "9. 4. Tổ chức …".
_NUMBERING = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]{1,4})[.)]\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A part of a page, and the line above it, which several in a row share."""

    body: Marked
    head: str = ""


def section_pages(report: Report, heading: Heading, *, several: bool) -> tuple[str, ...]:
    """The text below a heading, its lesser headings bold; one page that says so where nothing stands there."""
    title = f"{report_label(report)} › {heading.title}" if several else heading.title
    paragraphs = list(_headed(_paragraphs(report, [report.sentences[i] for i in heading.below])))
    return with_head(title, paragraphs or [Marked(texts.EMPTY_SECTION)])


def summary_pages(report: Report, sentences: Sequence[Sentence], *, several: bool) -> tuple[str, ...]:
    """The sentences that say the most of a report, each with its place."""
    entries = []
    for number, one in enumerate(sentences, start=1):
        said = _NUMBERING.sub("", quoted(report.quote(one)).text, count=1)
        text = f"{number}. {Marked(said).cut(LONGEST_ENTRY).text}\n({spot_text(one)})"
        entries.append(_Entry(Marked(text), _section(report, one, False)))
    title = texts.SUMMARY_OF.format(title=report.title) if several else texts.SUMMARY
    return _sectioned(title, entries or [_Entry(Marked(texts.NO_SUMMARY))])


def figure_pages(figures: Sequence[KeyFigure], topic: str | None, *, several: bool) -> tuple[str, ...]:
    """The key figures, each with what it is of and its place; `topic`: those about it only."""
    title = texts.FIGURES_ABOUT.format(topic=topic) if topic else texts.FIGURES
    none = texts.NO_FIGURES_ABOUT.format(topic=quoted(topic).cut(LONGEST_WHAT).text) if topic else texts.NO_FIGURES
    if not figures:
        return (Marked(none).html,)
    return _sectioned(title, [_figure(one, several) for one in figures])


def _figure(one: KeyFigure, several: bool) -> _Entry:
    """What, in bold how much, what that compares to, and the spot."""
    quote = one.report.quote

    def said(part: Span | None) -> str:
        return quoted(quote(part)).cut(LONGEST_WHAT).text if part else ""

    column = f" ({said(one.column)})" if one.column else ""
    of = f"{said(one.of)} – " if one.of else ""
    lead = f"• {of}{said(one.what)}{column}: "
    value = " ".join(part for part in (said(one.figure), said(one.unit)) if part)
    beside = "".join(f"; {said(part)}" for part in one.beside)
    body = Marked(f"{lead}{value}{beside}\n({spot_text(one.sentence)})", ((len(lead), len(lead) + len(value)),)).cut(
        LONGEST_ENTRY
    )
    return _Entry(body, _section(one.report, one.sentence, several))


def _section(report: Report, sentence: Sentence, several: bool) -> str:
    above = section_text(report, sentence, several)
    return f"📍 {Marked(above).cut(LONGEST_SPOT).text}" if above else ""


def with_head(title: str, entries: Iterable[Marked]) -> tuple[str, ...]:
    """Pages that each begin with the title, in bold, and where there are several, with their number."""
    return _sectioned(title, [_Entry(one) for one in entries])


def _sectioned(title: str, entries: Sequence[_Entry]) -> tuple[str, ...]:
    """The same, the line above an entry said once a page and section."""
    found = pages([(one, one.body.units + units(one.head)) for one in entries])
    out = []
    for number, page in enumerate(found, start=1):
        named = quoted(title).cut(LONGEST_TITLE).text
        parts = [Marked(named, ((0, len(named)),)).html]
        if len(found) > 1:
            parts[0] += f" · {number}/{len(found)}"
        last = ""
        for entry in page:
            above = f"<i>{Marked(entry.head).html}</i>\n" if entry.head and entry.head != last else ""
            parts.append(above + entry.body.html)
            last = entry.head
        out.append("\n\n".join(parts))
    return tuple(out)


def _paragraphs(report: Report, sentences: Sequence[Sentence]) -> Iterable[Marked]:
    """The sentences of a paragraph in a row, the rows of a table each on its line; long ones in parts."""
    text, last = "", None
    for one in sentences:
        shown = quoted(report.quote(one)).text
        joined = last is not None and (last.section, last.paragraph) == (one.section, one.paragraph)
        if one.kind is BlockKind.HEADING or not joined or len(text) + len(shown) > LONGEST_ENTRY:
            yield from _parts(text, last)
            text = ""
        gap = "" if not text else "\n" if {one.kind, last and last.kind} & _LINES else " "
        text, last = text + gap + shown, one
    yield from _parts(text, last)


def _headed(paragraphs: Iterable[Marked]) -> Iterable[Marked]:
    """The paragraphs, a heading together with the one below it: no page ends with a heading."""
    above: Marked | None = None
    for one in paragraphs:
        is_heading = one.bold == ((0, len(one.text)),)
        most = LONGEST_ENTRY if is_heading else 2 * LONGEST_ENTRY  # headings in a row may be longer than any page
        if above is not None and above.units + one.units > most:
            yield above
        elif above is not None:
            text = f"{above.text}\n{one.text}"
            one = Marked(text, ((0, len(text) if is_heading else len(above.text)),))
        above = one if is_heading else None
        if above is None:
            yield one
    if above is not None:
        yield above


def _parts(text: str, last: Sentence | None) -> Iterable[Marked]:
    """A paragraph, or where one sentence alone is longer than a page the pieces of it: nothing is left out."""
    heads = last is not None and last.kind is BlockKind.HEADING
    pieces = [text] if len(text) <= LONGEST_ENTRY else wrap(text, LONGEST_ENTRY)
    return [Marked(piece, ((0, len(piece)),) if heads else ()) for piece in pieces if piece]
