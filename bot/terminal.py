"""Answer or abstention → coloured text for a terminal; rich leaves the colours out where it is none."""

from __future__ import annotations

from rich.text import Text

from bot import texts
from bot.render import LIMIT, near, place_text, refusal_text, understood_text
from bot.support import support_text
from index import Abstention, Answer
from index.records import Candidate, Span

_ANSWER = "bold green"
_PLACE = "cyan"
_ASIDE = "dim"
_BEFORE = "dim italic"


def reply_text(reply: Answer | Abstention, *, several: bool) -> Text:
    """The whole reply: the bold words, the sentence with them marked, and its place; `several`: name the report."""
    understood = understood_text(reply)
    out = Text()
    if understood:
        out.append(f"{understood}\n", style=_ASIDE)
    return out.append(_abstention(reply, several) if isinstance(reply, Abstention) else _answer(reply, several))


def _answer(reply: Answer, several: bool) -> Text:
    out = Text()
    if reply.missing:
        out.append(texts.NOT_IN_SENTENCE.format(missing=", ".join(reply.missing)) + "\n", style="yellow")
    if not reply.outcome:
        out.append(f"{texts.NOT_OUTCOME}\n", style="yellow")
    if not reply.sure:
        out.append(f"{texts.PERHAPS}\n", style="yellow")
    words = [reply.best.report.quote(span) for span in reply.spans]
    if words:
        out.append("; ".join(words) + "\n", style=_ANSWER)
    support, _ = support_text(reply, LIMIT)
    if support:
        out.append("".join(f"│ {line}\n" for line in support.splitlines()), style=_BEFORE)
    out.append(_cited(reply.best, reply.spans, several))
    if reply.second:
        out.append(f"\n{texts.OR_ELSE}\n• ", style="yellow").append(_cited(reply.second, (), several))
    return out


def others_text(reply: Answer | Abstention, *, several: bool) -> Text:
    """The runners-up, numbered, each with its place."""
    others = reply.runners_up if isinstance(reply, Answer) else reply.nearest
    if not others:
        return Text(texts.NO_OTHERS, style=_ASIDE)
    out = Text()
    for number, candidate in enumerate(others, start=2 if isinstance(reply, Answer) else 1):
        out.append(f"{number}. ").append(_cited(candidate, (), several)).append("\n")
    out.rstrip()
    return out


def _abstention(reply: Abstention, several: bool) -> Text:
    out = Text(refusal_text(reply), style="yellow")
    nearest = near(reply)[:2]
    if nearest:
        out.append(f"\n{texts.NEAREST}", style=_ASIDE)
    for candidate in nearest:
        out.append("\n• ").append(_cited(candidate, (), several))
    return out


def _cited(candidate: Candidate, spans: tuple[Span, ...], several: bool) -> Text:
    out = Text(candidate.text)
    for span in spans:
        out.stylize(_ANSWER, span.start - candidate.sentence.start, span.end - candidate.sentence.start)
    return out.append(f"\n{place_text(candidate, several)}", style=_PLACE)
