"""config/leaning.toml, typed: the words by which a sentence leans on what stands before it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.datafiles import named

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "leaning.toml"

Words = Annotated[tuple[Annotated[str, Field(pattern=r"[^\W_]")], ...], Field(min_length=1)]
Within = Annotated[int, Field(ge=1, le=30)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Connectives(_Table):
    always: Words
    before_comma: Words
    never: Words


class Pronouns(_Table):
    personal: Words
    titles: Words
    anaphors: Words
    pointing: Words
    never: Words
    leading: Words
    circumstances: Words
    within: Within


class Demonstratives(_Table):
    within: Within
    anywhere: Words
    always: Words
    unaccented: Words
    that: Words
    that_not_after: Words
    clauses: Words
    above: Words
    above_before: Words
    above_not_after: Words
    never: Words


class Possessives(_Table):
    within: Within
    of: Words


class Others(_Table):
    within: Within
    begin: Words
    other: Words
    never: Words


class Later(_Table):
    within: Within
    ends: Words


class Lists(_Table):
    announced_by: Words


class LeaningWords(_Table):
    connectives: Connectives
    pronouns: Pronouns
    demonstratives: Demonstratives
    possessives: Possessives
    others: Others
    later: Later
    lists: Lists

    @classmethod
    def load(cls, path: Path = DEFAULT) -> LeaningWords:
        """From a TOML file; raises `DataError` that names what is wrong."""
        with named(path, "list of what leans"):
            return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
