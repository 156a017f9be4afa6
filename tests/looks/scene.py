"""What stands on a phone's screen at one moment of a conversation."""

from __future__ import annotations

from dataclasses import dataclass

from tests.telegram_double.errors import Json


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message, the Bot API's object as it stands; `photo`: the PNG in it."""

    message: Json
    photo: bytes = b""


@dataclass(frozen=True, slots=True)
class Toast:
    """The line a press of a button was acknowledged with."""

    text: str


@dataclass(frozen=True, slots=True)
class Results:
    """The list over the field in which somebody types after the bot's name; `answer`: as `answerInlineQuery` has it."""

    typed: str
    answer: Json


Item = Bubble | Toast | Results


@dataclass(frozen=True, slots=True)
class Scene:
    """A chat as one person sees it: `viewer` is their id, `title` and `subtitle` stand at the top."""

    title: str
    subtitle: str
    viewer: int
    items: tuple[Item, ...]
