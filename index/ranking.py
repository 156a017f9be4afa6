"""The weights of config/ranking.toml, typed and checked."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from index.errors import DataError

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "ranking.toml"

Share = Annotated[float, Field(ge=0, le=1)]
Weight = Annotated[float, Field(ge=0)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bm25(_Table):
    """rank_bm25's parameters."""

    k1: Weight
    b_passages: Share
    b_sentences: Share
    delta: Weight


class FieldWeights(_Table):
    """What each field's score counts for."""

    words: Weight
    syllables: Weight
    folded: Weight
    pairs: Weight
    folded_pairs: Weight

    def used(self) -> dict[str, float]:
        """The fields that count, with their weights."""
        return {name: weight for name, weight in self.model_dump().items() if weight > 0}


class FieldSets(_Table):
    """One set for questions with accents, one for those without."""

    accented: FieldWeights
    unaccented: FieldWeights


class QuestionWeights(_Table):
    """Words that carry little, and how little."""

    function_weight: Share
    function_words: str
    function_words_unaccented: str


class SynonymWeights(_Table):
    """What looking for a synonym counts for, against 1 for the word itself, and what finding one does."""

    weight: Share
    coverage: Share


class Rank(_Table):
    """How sentences are put in order; bonus and penalties are shares of a perfect match's score."""

    sentence_share: Weight
    passage_share: Weight
    kind_bonus: Share
    heading_penalty: Share
    caption_penalty: Share
    row_penalty: Share
    year_penalty: Share
    figure_penalty: Share
    name_penalty: Share
    reading: Share
    scale: Annotated[float, Field(gt=0)]
    sentences_read: Annotated[int, Field(ge=1)]
    read_within: Share
    passages_kept: Annotated[int, Field(ge=10)]
    runners_up: Annotated[int, Field(ge=1)]


class Bold(_Table):
    """The expected token F1 from which words that were read are bold: any, a clause, or how something went."""

    words: Share
    clause: Share
    manner: Share


class Costs(_Table):
    """What each error costs, against 1 for a wrong answer given as sure.

    `doubted_wrong` and `doubted_right`: an answer given with "perhaps", which the person then checks; `silent`: none
    given though the report has it.
    """

    doubted_wrong: Share
    doubted_right: Share
    silent: Share

    @model_validator(mode="after")
    def _ordered(self) -> Costs:
        if not self.doubted_right < self.silent:
            raise ValueError("doubted_right must be less than silent, or no answer would ever be doubted")
        return self


class Confidence(_Table):
    """A logistic regression's weights over the features of `index.confidence`, and what its errors cost."""

    intercept: float
    margin: float
    share: float
    height: float
    widest: float
    contrast: float
    pairs: float
    reading: float
    carried: float
    first: float
    apart: float
    form: float
    costs: Costs

    @property
    def threshold(self) -> float:
        """The least confidence p that answers: from there (1-p)·doubted_wrong + p·doubted_right ≤ p·silent."""
        doubt = self.costs.doubted_wrong
        gain = self.costs.silent - self.costs.doubted_right
        return doubt / (doubt + gain)

    @property
    def sure(self) -> float:
        """The least p that answers without a doubt: (1-p)·1 ≤ (1-p)·doubted_wrong + p·doubted_right."""
        risk = 1 - self.costs.doubted_wrong
        return risk / (risk + self.costs.doubted_right) if risk else 0.0


class Ranking(_Table):
    """All of it."""

    bm25: Bm25
    fields: FieldSets
    question: QuestionWeights
    synonyms: SynonymWeights
    rank: Rank
    bold: Bold
    confidence: Confidence

    @classmethod
    def load(cls, path: Path = DEFAULT) -> Ranking:
        """From a TOML file; raises `DataError` that names the key, what it holds and what it must be."""
        try:
            return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(map(str, first["loc"]))
            held = "missing" if first["type"] == "missing" else repr(first["input"])
            raise DataError(path, f"{key} is {held}; {first['msg'].lower()}") from None
        except (OSError, ValueError) as error:
            raise DataError(path, f"can't be read: {error}") from None
