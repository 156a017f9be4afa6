"""Which sentence each sentence leans on: what must be shown with it, so that it can be understood.

By its words ("Do vậy, …", "Ông …", "Kỷ lục này …") one leans on the sentence before it; a list's item leans on the
sentence that leads to the list, a table's row on its header, a header on the caption above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.anaphora import Anaphora
from index.records import BlockKind, Sentence

_LOOK_BACK = 40  # characters before an item in which its bullet and indent stand
_DASHES = str.maketrans("–—•●▪◦·", "-------")
_NUMBER = re.compile(r"\(?(?:(?P<figures>\d{1,3}(?:\.\d{1,3})*)|[^\W\d_]{1,4})[.)]")
_TEXT = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def leans_on(sentences: Sequence[Sentence], text: str) -> list[int | None]:
    """For each sentence of a report, whose text this is, the index of the one it leans on, or None.

    That one is always earlier and of the same section; it may lean on another in its turn.
    """
    walk = _Walk(text)
    return [walk.step(i, sentence) for i, sentence in enumerate(sentences)]


class _Walk:
    """Where a walk through a report is: what the next sentence may lean on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._anaphora = Anaphora.load()
        self._section: tuple[str, ...] = ()
        self._leave()

    def _leave(self) -> None:
        """Another section begins."""
        self._before: Sentence | None = None  # the last one of a paragraph or item
        self._place = 0  # its index
        self._above: tuple[int, BlockKind] | None = None  # the caption or header that the next row of a table is under
        self._lists: list[tuple[str, int | None]] = []  # the open lists: their bullets, and what leads to them

    def step(self, index: int, sentence: Sentence) -> int | None:
        """What the next sentence leans on."""
        if sentence.kind is BlockKind.HEADING or sentence.section != self._section:
            self._leave()
            self._section = sentence.section
        if sentence.kind is BlockKind.HEADING:
            return None
        if sentence.kind not in _TEXT:
            return self._of_table(index, sentence.kind)
        support = self._of_text(sentence)
        self._before, self._place, self._above = sentence, index, None
        return support

    def _of_table(self, index: int, kind: BlockKind) -> int | None:
        above = self._above
        if kind is not BlockKind.ROW:
            self._above = (index, kind)
        if above is None or kind is BlockKind.CAPTION or kind is above[1]:
            return None
        return above[0]

    def _of_text(self, sentence: Sentence) -> int | None:
        if sentence.kind is BlockKind.PARAGRAPH:
            self._lists.clear()
        elif sentence.number == 1:
            self._open_list(_bullet(self._text, sentence))
        if self._before is None:
            return None
        if self._anaphora.leans(self._quote(sentence)):
            return self._place
        if self._lists:
            return self._lists[-1][1]
        return self._place if self._quote(self._before).endswith(":") else None

    def _open_list(self, bullet: str) -> None:
        """Goes on with the list that has such bullets, or opens one, within the list that it stands in."""
        known = [i for i, (other, _) in enumerate(self._lists) if other == bullet]
        if known:
            del self._lists[known[0] + 1 :]
        elif self._before is not None and self._anaphora.announces(self._quote(self._before)):
            self._lists.append((bullet, self._place))
        else:
            self._lists.append((bullet, self._lists[-1][1] if self._lists else None))

    def _quote(self, sentence: Sentence) -> str:
        return self._text[sentence.start : sentence.end]


def _bullet(text: str, item: Sentence) -> str:
    """What begins an item, so that those of one list have the same: its indent, and its bullet or kind of number."""
    before = text[max(0, item.start - _LOOK_BACK) : item.start]
    line = before[before.rfind("\n") + 1 :].expandtabs(4).rstrip().translate(_DASHES)
    number = _NUMBER.match(text, item.start, item.end)
    if number is None:
        return line
    return f"{line}{number['figures'].count('.') + 1}" if number["figures"] else f"{line}a"
