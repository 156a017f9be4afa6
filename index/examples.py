"""Questions that a report does answer, made from its own sentences and kept only where the answer comes back.

"Tổng thu NSNN trên địa bàn quận đạt 10.530,819 tỷ đồng, …" → "Tổng thu NSNN trên địa bàn quận đạt bao nhiêu?"
"Người kết luận Hội nghị là đồng chí Bùi Hoàng Phan, …" → "Người kết luận Hội nghị là ai?"
"Công tác điều hành ngân sách được thực hiện …" → "Công tác điều hành ngân sách thế nào?"
A sentence without figure or name is asked for by its section: "Phòng, chống dịch bệnh Covid-19 thế nào?"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from index.asks import Kind
from index.collection import Collection, SentenceEntry
from index.mentions import Mention
from index.persons import persons
from index.records import Abstention, Answer, BlockKind
from index.words import known_pairs

_MOST_TRIED = 200  # candidates asked: a fraction of a second
_LONGEST = 60  # characters
_BUTTON = 36  # characters of it that a phone's button shows
_SHORTEST_SUBJECT = 3  # words
_CUT = re.compile(r"[,;:()|]\s*")
_SAID = re.compile(r"\s(?:đạt|là|được|bằng|còn|tăng|giảm|gồm|có|khoảng|hơn|trên|chiếm)$")
_TITLED = re.compile(r"\slà\s+(?:đồng chí|ông|bà)$")
_DEED = re.compile(r"\b(?:trình bày|chủ trì|kết luận|phát biểu|khai mạc)((?: [^\s,;.()]+)+)")
_OBJECT = (4, 3, 2)  # syllables of what was done that are asked for
_WORK = re.compile(
    r"(?P<subject>(?:Công tác|Các hoạt động|Hoạt động|Việc|Tình hình)\s.{5,50}?)\s(?:được|đã|đạt|tiếp tục|có)\s"
)
_NUMBERED = re.compile(r"^(?:[IVXLC]+|\d+|[A-Za-zđ])(?:\.\d+)*[.)]\s*")


_Candidate: TypeAlias = tuple[str, SentenceEntry, str | None]  # a question, what answers it, and the words that do
_Made: TypeAlias = tuple[str, str | None]


def examples(collection: Collection, ask: Callable[[str], Answer | Abstention], count: int) -> tuple[str, ...]:
    """At most `count` questions, figures first, then persons, then sections, each from another section if it can be."""
    found: list[str] = []
    seen: set[tuple[str, ...]] = set()
    spare: list[str] = []
    for question, entry, answer in _short_ones_first(islice(_candidates(collection), _MOST_TRIED)):
        if len(found) == count:
            break
        if question in (*found, *spare) or not _comes_back(ask(question), entry, answer):
            continue
        if entry.sentence.section in seen:
            spare.append(question)
            continue
        seen.add(entry.sentence.section)
        found.append(question)
    return tuple([*found, *spare][:count])


def _comes_back(reply: Answer | Abstention, entry: SentenceEntry, answer: str | None) -> bool:
    """Whether the very sentence is cited without a doubt, and the figure or person asked for, if any, is bold."""
    if not isinstance(reply, Answer) or not reply.sure or reply.best.sentence != entry.sentence:
        return False
    bold = [reply.best.report.quote(span) for span in reply.spans]
    return answer is None or (len(bold) == 1 and answer in bold[0])


def _short_ones_first(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """In their order, but those that a phone's button would cut come last."""
    return sorted(candidates, key=lambda one: len(one[0]) > _BUTTON)


def _candidates(collection: Collection) -> Iterator[_Candidate]:
    prose = [e for e in collection.sentences if e.sentence.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW)]
    for make in (_figure, _person, _deed, _work, _section):
        for entry in prose:
            made = make(entry)
            if made and len(made[0]) <= _LONGEST:
                yield made[0], entry, made[1]


def _figure(entry: SentenceEntry) -> _Made | None:
    """What leads to the sentence's first amount, asked for."""
    amount = next((m for m in entry.mentions if m.kind in (Kind.MONEY, Kind.PERCENT)), None)
    if amount is None:
        return None
    unit = " phần trăm" if amount.kind is Kind.PERCENT else ""
    return _asked(entry, amount, f"bao nhiêu{unit}", _SAID, "đạt")


def _person(entry: SentenceEntry) -> _Made | None:
    """What leads to the sentence's first person, where it says who that is."""
    person = next((m for m in entry.mentions if m.kind is Kind.PERSON), None)
    return _asked(entry, person, "là ai", _TITLED, None) if person else None


def _deed(entry: SentenceEntry) -> _Made | None:
    """What the sentence's first person did: "… đồng chí A trình bày Báo cáo tóm tắt …" → "Ai trình bày …?"."""
    text = entry.report.quote(entry.sentence)
    for one in persons(text):
        done = _DEED.search(text, *one.tail)
        syllables = done[0].split() if done else []
        ends = (len(syllables) - len(done[1].split()) + size for size in _OBJECT) if done else ()
        if end := next((at for at in ends if at <= len(syllables) and _is_word_end(syllables, at)), None):
            return f"Ai {' '.join(syllables[:end])}?", text[one.name.start : one.name.end]
    return None


def _is_word_end(syllables: Sequence[str], at: int) -> bool:
    return " ".join(syllables[at - 1 : at + 1]).lower() not in known_pairs()


def _work(entry: SentenceEntry) -> _Made | None:
    """How the work is going that the sentence begins with."""
    named = _WORK.match(entry.report.quote(entry.sentence))
    return (f"{named['subject']} thế nào?", None) if named else None


def _asked(entry: SentenceEntry, answer: Mention, asking: str, said: re.Pattern[str], verb: str | None) -> _Made | None:
    text, at = entry.report.quote(entry.sentence), answer.start
    row = entry.sentence.kind is BlockKind.ROW
    subject = _CUT.split(text[:at].rstrip(" |"))[-1] if not row else text[:at].strip(" |")
    subject = _NUMBERED.sub("", subject)
    bare = said.sub("", subject)
    if len(bare.split()) < _SHORTEST_SUBJECT or "|" in bare or (verb is None and bare == subject):
        return None
    link = f" {verb}" if verb and bare == subject and row else subject[len(bare) :] if verb else ""
    if verb and not row and bare == subject:
        return None
    return f"{bare[0].upper()}{bare[1:]}{link} {asking}?", text[at : answer.end]


def _section(entry: SentenceEntry) -> _Made | None:
    """The sentence's innermost heading, asked about."""
    if not entry.sentence.section:
        return None
    heading = _NUMBERED.sub("", entry.sentence.section[-1])
    heading = heading.capitalize() if heading.isupper() else heading
    return (f"{heading} thế nào?", None) if len(heading.split()) >= _SHORTEST_SUBJECT else None
