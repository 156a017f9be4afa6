"""Message entities, and how Telegram untangles entities that overlap.

The rules are those of TDLib, td/telegram/MessageEntity.cpp, fix_entities and split_entities. Offsets and
lengths are in UTF-16 code units, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .errors import Json

SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
BLOCKQUOTES = ("blockquote", "expandable_blockquote")
PREFORMATTED = ("code", "pre")
# Order of entities over the same span; TDLib's get_type_priority.
_PRIORITY = {"blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "text_link": 49}
_PRIORITY |= {"text_mention": 49, "bold": 90, "italic": 91, "underline": 92, "strikethrough": 93}
_PRIORITY |= {"spoiler": 94, "custom_emoji": 99}


@dataclass(frozen=True)
class Entity:
    """A span of a message's text: `type` as in the API, `extra` its url, language or user."""

    type: str
    offset: int
    length: int
    extra: Json = field(default_factory=dict)

    @property
    def end(self) -> int:
        """The offset just past the span."""
        return self.offset + self.length

    def as_json(self) -> Json:
        """The MessageEntity object."""
        return {"type": self.type, "offset": self.offset, "length": self.length, **self.extra}

    def sort_key(self) -> tuple[int, int, int]:
        """Outer entities before inner ones."""
        return self.offset, -self.length, _PRIORITY.get(self.type, 50)


def sort_entities(entities: list[Entity]) -> list[Entity]:
    """In Telegram's order."""
    return sorted(entities, key=Entity.sort_key)


def _are_valid(entities: list[Entity]) -> bool:
    """Whether sorted entities may stay as they are; entities inside bold or italic may not."""
    last_end: dict[str, int] = {}
    stack: list[Entity] = []
    for entity in entities:
        while stack and entity.offset >= stack[-1].end:
            stack.pop()
        if stack:
            outer = {parent.type for parent in stack}
            continuous = outer.difference(SPLITTABLE, BLOCKQUOTES)
            if entity.end > stack[-1].end or entity.type in outer or stack[-1].type in PREFORMATTED:
                return False
            if entity.type in PREFORMATTED and outer.difference(BLOCKQUOTES):
                return False
            if entity.type not in SPLITTABLE and continuous:
                return False
            if outer.intersection(SPLITTABLE):
                return False
        if entity.type in SPLITTABLE:
            if last_end.get(entity.type, -1) >= entity.offset:
                return False
            last_end[entity.type] = entity.end
        stack.append(entity)
    return True


class _Splitter:
    """Cuts bold, italic and their kind where another entity begins or ends, and out of code altogether."""

    def __init__(self, entities: list[Entity]) -> None:
        self.left = sort_entities(entities)
        self.open: dict[str, tuple[int, int]] = {}
        self.result: list[Entity] = []

    def flush(self, offset: int) -> None:
        for kind in SPLITTABLE:
            begin, end = self.open.get(kind, (offset, offset))
            if begin >= offset:
                continue
            self.result.append(Entity(kind, begin, min(end, offset) - begin))
            if end <= offset:
                del self.open[kind]
            else:
                self.open[kind] = (offset, end)

    def advance(self, offset: int) -> None:
        while self.left and self.left[0].offset < offset:
            entity = self.left.pop(0)
            begin, end = self.open.get(entity.type, (-1, -1))
            if entity.offset <= end:
                self.open[entity.type] = (begin, max(end, entity.end))
            else:
                self.flush(entity.offset)
                self.open[entity.type] = (entity.offset, entity.end)
        self.flush(offset)

    def run(self, others: list[Entity]) -> list[Entity]:
        stack: list[Entity] = []
        far = max((entity.end for entity in [*self.left, *others]), default=0) + 1
        for offset, other in [*((other.offset, other) for other in others), (far, None)]:
            while stack and offset >= stack[-1].end:
                before = len(self.result)
                self.advance(stack[-1].end)
                if stack.pop().type in PREFORMATTED:
                    del self.result[before:]
            self.advance(offset)
            if other is not None:
                stack.append(other)
        return self.result


def _without_intersections(entities: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def fix_entities(entities: list[Entity]) -> list[Entity]:
    """The entities as Telegram stores them: sorted, none crossing another, nothing inside code or pre."""
    entities = sort_entities([entity for entity in entities if entity.length > 0])
    if _are_valid(entities):
        return entities
    split = [entity for entity in entities if entity.type in SPLITTABLE]
    quotes = _without_intersections([entity for entity in entities if entity.type in BLOCKQUOTES])
    others = [entity for entity in entities if entity.type not in SPLITTABLE + BLOCKQUOTES]
    others = [
        entity
        for entity in _without_intersections(others)
        if all(
            entity.end <= quote.offset
            or entity.offset >= quote.end
            or (quote.offset <= entity.offset and entity.end <= quote.end)
            for quote in quotes
        )
    ]
    others = sort_entities(others + quotes)
    return sort_entities(others + _Splitter(split).run(others))


def shifted(entity: Entity, offset: int, end: int) -> Entity:
    """The same entity over another span."""
    return replace(entity, offset=offset, length=end - offset)
