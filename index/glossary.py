"""Abbreviations: written out on both sides, so that NSNN and "ngân sách nhà nước" are the same words.

A report's own definitions ("Ban Chấp hành (BCH)") are learned from it and go before the general ones.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from index.errors import AbbreviationError, DataError
from index.normalize import fold, nfc
from index.sentences import is_syllable

_SHORT = re.compile(
    r"\s\((?:sau đây )?(?:gọi tắt là|viết tắt là|gọi là|viết tắt:?|tắt:)?\s*"
    r"[“\"]?(?P<short>[A-ZĐÂÊÔƠƯ][A-ZĐÂÊÔƠƯ&–-]{1,11})[”\"]?\)"
)
_LOOK_BACK = 160  # characters before the bracket; twelve words of a Vietnamese name have half as many


class Glossary:
    """Writes abbreviations out.

    `always` and `capitals` map an abbreviation to its expansions, the likeliest first; `always` matches however
    people type it (nsnn, HDND), `capitals` only as written. `chat` is for questions alone.
    """

    def __init__(
        self,
        always: Mapping[str, Iterable[str]],
        capitals: Mapping[str, Iterable[str]] | None = None,
        chat: Mapping[str, str] | None = None,
    ) -> None:
        self._capitals = {key: " ".join(values) for key, values in (capitals or {}).items()}
        self._always: dict[str, str] = {}
        self._meanings = {_plain(key.lower()): tuple(values) for key, values in (capitals or {}).items()}
        for key, values in always.items():
            for form in (key.lower(), fold(key).lower()):
                self._always.setdefault(_plain(form), " ".join(values))
                self._meanings.setdefault(_plain(form), tuple(values))
        self._chat = {nfc(key).lower(): value for key, value in (chat or {}).items()}
        self._short = _any_of([*self._capitals, *always, *map(fold, always)])
        self._typed = _any_of(self._chat)

    @classmethod
    def load(
        cls, path: Path, defined: Mapping[str, str] | None = None, own: Mapping[str, str] | None = None
    ) -> Glossary:
        """From a TOML file, `defined` added in front, and in front of these the operator's `own`.

        Raises `DataError` where the file is not as it must be, `AbbreviationError` where one of `own` is empty.
        """
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            always = {key: list(values) for key, values in data.get("abbreviations", {}).items()}
            capitals = {key: list(values) for key, values in data.get("uppercase_only", {}).items()}
            chat = {key: str(value) for key, value in data.get("chat", {}).items()}
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise DataError(path, f"is not a table of abbreviations: {error}") from None
        for key, value in (defined or {}).items():
            # Typed small, "LA" for Long An would be the word "là".
            home = capitals if key in capitals or is_syllable(key) else always
            home[key] = [value]
        first: dict[str, list[str]] = {}  # of two that are alike without accents, the first counts
        for typed, meant in (own or {}).items():
            key, value = _plain(" ".join(nfc(typed).split())), " ".join(nfc(meant).split())
            if not key or not value:
                raise AbbreviationError(f"{key!r} stands for {value!r}; neither may be empty")
            capital = is_syllable(key) or key.upper() in capitals
            for table in (always, capitals, chat):
                for alike in [one for one in table if one.lower() == key.lower()]:
                    del table[alike]
            if capital:
                capitals[key.upper()] = [value]
            else:
                first[key] = [value]
        always = first | always
        return cls(always, capitals, chat)

    def meanings(self, short: str) -> tuple[str, ...]:
        """What an abbreviation stands for, the likeliest first, however it is typed; () for what is none here."""
        key = _plain(" ".join(nfc(short).lower().split()))
        chat = self._chat.get(key)
        return self._meanings.get(key) or ((chat,) if chat else ())

    def expand(self, text: str) -> str:
        """The text with its abbreviations written out; for reports and questions alike."""
        if self._short is None:
            return text
        capitals = {} if text.isupper() else self._capitals  # in a heading of capitals every word looks like one

        def written_out(match: re.Match[str]) -> str:
            found = match[0]
            return capitals.get(found) or self._always.get(_plain(found.lower()), found)

        return self._short.sub(written_out, text)

    def from_chat(self, question: str) -> str:
        """A question with the spellings of chat written out: `ko` → không, `bn` → bao nhiêu."""
        if self._typed is None:
            return question
        # Some letters are each other's capitals only one way: "ſ" matches "s", and is no key.
        return self._typed.sub(lambda match: self._chat.get(match[0].lower(), match[0]), question)


def definitions(text: str) -> dict[str, str]:
    """The abbreviations a text defines: the words before `(XYZ)` whose initials spell it."""
    found: dict[str, str] = {}
    for match in _SHORT.finditer(text):
        initials = fold(re.sub(r"\W", "", match["short"]))
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        words = re.findall(r"[^\W\d_]+", before)[-len(initials) :]
        if "".join(fold(word)[0] for word in words).upper() == initials:
            found.setdefault(match["short"], " ".join(words).lower())
    return found


def _plain(key: str) -> str:
    """A key without what people leave out or vary: white space and the kind of dash."""
    return re.sub(r"\s*[-–]\s*", "-", key)


def _any_of(keys: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for any of the keys as whole words, longest first, dashes and the space around them free.

    By their first letters, so that of some hundred keys only those are tried that begin as the word does.
    """
    by_first: dict[str, list[str]] = {}
    for key in sorted(set(keys), key=lambda key: (-len(key), key)):
        rest = re.escape(key[1:]).replace(r"\-", r"\s?[-–]\s?")
        by_first.setdefault(re.escape(key[:1].lower()), []).append(rest)
    forms = [f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items()]
    return re.compile(rf"(?<![\w])(?:{'|'.join(forms)})(?![\w])", re.IGNORECASE) if forms else None
