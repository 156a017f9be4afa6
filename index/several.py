"""A message → the questions it holds, each to be answered, without the courtesies around them.

Sentences, lines and list items are told apart here; a sentence that asks twice is cut by `index.jointed`. What neither
asks nor is courtesy says what the questions are about, and goes with them, so that no word that matters is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.asked_clause import Clause, clause
from index.coordinated import apart
from index.jointed import halves
from index.normalize import nfc
from index.question import LONGEST
from index.sentences import split
from index.several_words import SeveralWords
from index.tokens import tokens

MOST = 5  # questions of one message that are answered

_BULLET = re.compile(r"\s*(?:[-–—•*+▪◦·●]+|\(?\d{1,2}\s?[.)/:]|\(?[a-hđ][.)]|câu\s+\d{1,2}\s?[.):])\s+", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:^|(?<=\s))\(?(\d)[.)]\s+")
_ASKED = re.compile(r"[?？][?？!]*[\"'”’»)]*")
_FIRST, _LAST = re.compile(r"[,:;.!]\s*"), re.compile(r"\s*[,;.!]([^,;.!]*\w[^,;.!]*)$")
_KEY_WORDS = 8  # syllables of a line that is a question though it asks nothing
_ABOUT = 20  # syllables of a statement that may say what all questions are about


class Several(NamedTuple):
    """The questions of a message, `MOST` at most, and how many more there are."""

    questions: tuple[str, ...]
    left_out: int


class _Piece(NamedTuple):
    """A sentence or item; `marked` by a question mark, `listed` by a bullet or number."""

    clause: Clause
    marked: bool
    listed: bool


def several(text: str) -> Several:
    """The questions of a message, none for a blank text; a text that asks nothing is one question as it is."""
    text = nfc(text)[:LONGEST].strip()
    if not text:
        return Several((), 0)
    pieces = [piece for piece in _pieces(text) if not SeveralWords.load().only_polite(piece.clause.spelled)]
    asked = [_introduced(question) for question in _grouped(pieces)]
    found = [one for question in asked for half in halves(question) for one in apart(half)]
    questions = [_trimmed(one) for one in found] or [text]
    return Several(tuple(questions[:MOST]), max(0, len(questions) - MOST))


def _pieces(text: str) -> Iterator[_Piece]:
    for line in _lines(text):
        bullet = _BULLET.match(line)
        body = line[bullet.end() :] if bullet else line
        for sentence in _sentences(body):
            marked = _ASKED.search(sentence) is not None
            yield _Piece(clause(sentence), marked, bullet is not None)


def _lines(text: str) -> Iterator[str]:
    """Its lines, parted before numbers that count up: "1. … 2. …"."""
    for line in text.splitlines():
        cuts = [match.start() for match in _NUMBERED.finditer(line)]
        counted = [match[1] for match in _NUMBERED.finditer(line)]
        if len(cuts) < 2 or counted != [str(i) for i in range(1, len(cuts) + 1)]:
            yield line
            continue
        yield from (line[a:b] for a, b in zip([0, *cuts], [*cuts, len(line)], strict=True) if line[a:b].strip())


def _sentences(line: str) -> Iterator[str]:
    begin = 0
    for end in [*(match.end() for match in _ASKED.finditer(line)), len(line)]:
        part = line[begin:end]
        yield from (part[a:b] for a, b in split(part))
        begin = end


def _grouped(pieces: list[_Piece]) -> list[str]:
    """The questions, each with the statements that say what it is about."""
    if not any(piece.clause.asks or piece.marked for piece in pieces):
        words = [piece.clause for piece in pieces]
        apart = len(pieces) > 1 and all(2 <= len(one.spelled) <= _KEY_WORDS for one in words)
        listed = all(piece.listed for piece in pieces)
        texts = [one.text for one in words]
        return texts if apart or listed else [" ".join(texts)] if texts else []
    out: list[str] = []
    about: list[str] = []  # what was said before all questions, and counts for each
    ahead: list[str] = []  # what was said since the last one
    for piece in pieces:
        said = piece.clause
        if said.asks or piece.marked or piece.listed:
            if out and not ahead and not said.matter and not clause(out[-1]).asks:
                out[-1] = f"{out[-1]} {said.text}"  # "Tổng thu? Bao nhiêu?"
            else:
                out.append(" ".join([*about, *ahead, said.text]))
            about = [*about, *ahead]
            about = about if len(about) == 1 and len(clause(about[0]).spelled) <= _ABOUT else []
            ahead = []
        elif SeveralWords.load().of_asker(said.spelled):
            continue
        elif out and not about and not ahead:
            out[-1] = f"{out[-1]} {said.text}"
        else:
            ahead.append(said.text)
    if ahead:  # nothing was asked after it
        out[-1:] = [" ".join([*out[-1:], *ahead])]
    return out


def _introduced(question: str) -> str:
    """A question without who asks it, where it begins with that: "tôi là cán bộ phường, cho hỏi …"."""
    words = SeveralWords.load()
    found = list(tokens(question))
    spelled = [token.text for token in found]
    begins = (i for i in range(len(found)) if words.only_polite(spelled[:i]) and words.introduces(spelled[i:]))
    start = next(begins, None)
    if start is None:
        return question
    comma, request = _FIRST.search(question, found[start].start), words.request(spelled[start:])
    ends = [comma.end()] if comma else []
    ends += [found[start + request].start] if request is not None else []
    return question[max((end for end in ends if _only_asker(question[:end], question[end:])), default=0) :]


def _only_asker(said: str, rest: str) -> bool:
    """Whether what is said ahead of the rest of a question holds nothing of what is asked."""
    ahead = clause(said)
    return not ahead.asks and not SeveralWords.load().wants(ahead.spelled) and bool(clause(rest).matter)


def _trimmed(question: str) -> str:
    """A question without the courtesies before its first comma, behind its last, and the thanks at its end."""
    words = SeveralWords.load()
    while (comma := _FIRST.search(question)) and words.only_polite(clause(question[: comma.start()]).spelled):
        question = question[comma.end() :]
    while (comma := _LAST.search(question)) and words.only_polite(clause(comma[1]).spelled):
        question = question[: comma.start()]
    found = list(tokens(question))
    thanks = words.thanks([token.text for token in found])
    if thanks and clause(kept := question[: found[thanks].start].rstrip()).whole:
        question = kept
    return question.strip()
