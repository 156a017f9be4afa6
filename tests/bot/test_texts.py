"""Every line the bot says: how it is spelled, whether it is said at all, and with what it is filled in."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

from telegram.constants import BotDescriptionLimit

from bot import texts
from index.sentences import is_syllable

CONSTANTS = {name: value for name, value in vars(texts).items() if name.isupper()}
# What stands in a Vietnamese line and is no Vietnamese syllable: names, settings, units, examples of short forms.
NO_SYLLABLES = {
    *("Telegram", "CSV", "KEEP_QUESTIONS", "TELEGRAM_BOT_TOKEN", "token", "env", "ms", "h"),
    *("NSNN", "UBND", "KT", "XH", "LĐ", "TB"),
}
# Filled in where they are not named, because one of several is picked before.
PICKED = {
    frozenset({"name"}): {"WAYS_TO_ASK", "WAYS_TO_ASK_IN_PRIVACY"},
    frozenset({"minutes"}): {"QUOTA_OF_PERSON", "QUOTA_OF_CHAT"},
    frozenset({"missing"}): {
        *("NO_FIGURES_OF_YEAR", "NO_FIGURES_OF_PERIOD", "NO_SUCH_FIGURE", "NOT_OF_SUBJECT"),
        *("NO_SUCH_UNIT", "NO_SUCH_NAME"),
    },
    frozenset({"count"}): {"FORGOTTEN"},
    frozenset({""}): {"BEFORE_IT"},
    frozenset({"paragraph", "sentence"}): {"PLACE", "PLACE_OF_ROW"},
    frozenset({"number"}): {"REPORT_NUMBER"},
    frozenset({"issuer"}): {"REPORT_ISSUER"},
    frozenset({"date"}): {"REPORT_DATE"},
}


def shown(value: object) -> Iterator[str]:
    """All that a constant may show: in tables and tuples too, but no table's keys."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ():
        yield from shown(part)


def said(value: object) -> Iterator[str]:
    """The same without the commands and names of files, which are no words."""
    names = {name for name, _ in texts.ADMIN_COMMANDS + texts.GROUP_COMMANDS}
    yield from (text for text in shown(value) if text not in names and text != texts.CSV_NAME)


ALL = [(name, text) for name, value in CONSTANTS.items() for text in shown(value)]
CODE = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(texts.__file__).parent.rglob("*.py")]
NODES = [node for tree in CODE for node in ast.walk(tree)]


def fields(text: str) -> frozenset[str]:
    """What a text is to be filled in with."""
    return frozenset(field for _, field, _, _ in Formatter().parse(text) if field is not None)


def named(node: ast.AST) -> list[str]:
    """The constants that an expression is: one, or either of two."""
    if isinstance(node, ast.IfExp):
        return [*named(node.body), *named(node.orelse)]
    is_ours = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "texts"
    return [node.attr] if is_ours and isinstance(node, ast.Attribute) else []


def filled_in() -> Iterator[tuple[str, frozenset[str]]]:
    """Every `texts.NAME.format(…)` in bot/: the name, and what it is given."""
    for node in NODES:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            given = {keyword.arg or "**" for keyword in node.keywords} | ({""} if node.args else set())
            yield from ((name, frozenset(given)) for name in named(node.func.value))


def test_what_is_looked_at_is_all_of_it() -> None:
    assert {"SMALL_TALK", "WHYS", "PLACES", "REASONS", "COMMANDS", "CSV_COLUMNS"} <= {name for name, _ in ALL}
    assert {name for name, _ in ALL} == set(CONSTANTS)


def test_texts_are_nfc_so_that_every_phone_shows_them_alike() -> None:
    assert [name for name, text in ALL if not unicodedata.is_normalized("NFC", text)] == []


def test_the_voice_is_a_colleagues() -> None:
    assert [name for name, text in ALL if "!" in text or re.search(r"\bbạn\b", text, re.IGNORECASE)] == []


def test_no_word_of_another_language_is_left() -> None:
    strange: set[tuple[str, str]] = set()
    for name, value in CONSTANTS.items():
        for text in said(value):
            bare = re.sub(r"\{[^}]*\}|<[^>]+>|[/@]\w+", " ", text)
            strange.update((name, word) for word in re.findall(r"[^\W\d]+", bare) if not is_syllable(word))
    assert {word for _, word in strange} == NO_SYLLABLES, strange


def test_every_text_is_said_somewhere() -> None:
    used = {name for node in NODES for name in named(node)}
    assert set(CONSTANTS) - used == set()


def test_no_text_is_named_that_is_not_there() -> None:
    assert {name for node in NODES for name in named(node)} - set(CONSTANTS) == set()


def test_a_text_is_filled_in_with_what_it_has_a_place_for() -> None:
    wrong = [
        (name, given) for name, given in filled_in() if any(fields(text) != given for text in shown(CONSTANTS[name]))
    ]
    assert wrong == []


def test_no_text_is_said_with_its_places_empty() -> None:
    filled = {name for name, _ in filled_in()}
    left = {name: fields(text) for name, text in ALL if fields(text) and name not in filled}
    assert left == {name: given for given, names in PICKED.items() for name in names}


def test_what_telegram_shows_of_the_bot_fits_its_limits() -> None:
    assert len(texts.DESCRIPTION) <= BotDescriptionLimit.MAX_DESCRIPTION_LENGTH
    assert len(texts.SHORT_DESCRIPTION) <= BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH
    assert all(len(description) <= 256 for _, description in texts.COMMANDS)
