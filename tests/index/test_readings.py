from itertools import pairwise, product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fields import FOLDED, FOLDED_PAIRS, PAIRS, SYLLABLES, WORDS
from index.normalize import nfc
from index.readings import in_doubt, respelled, shared
from index.tokens import tokens
from tests.index.hostile import TEXTS


@pytest.mark.parametrize(
    ("typed", "spelled", "shown"),
    [("thue", "thuế", "thuế"), ("Thue", "thuế", "Thuế"), ("THUE", "thuế", "THUẾ"), ("ky", "kì", "kỳ"), ("A", "á", "Á")],
)
def test_a_syllable_is_shown_in_the_case_and_with_the_y_it_was_typed_with(typed: str, spelled: str, shown: str) -> None:
    text, found = respelled(f"(x {typed})", list(tokens(f"(x {typed})")), {1: {spelled: 1.0}})
    assert text == f"(x {shown})"
    assert found[1].text == spelled


@given(TEXTS, st.data())
def test_tokens_move_with_the_text_they_stand_in(text: str, data: st.DataObject) -> None:
    text = nfc(text)
    found = list(tokens(text))
    words = [i for i, token in enumerate(found) if token.text.isalpha() and token.text.isascii()]
    chosen = data.draw(st.sets(st.sampled_from(words))) if words else set()
    out, moved = respelled(text, found, {i: {"nghiêng": 1.0} for i in sorted(chosen)})
    assert [token.text for token in moved] == ["nghiêng" if i in chosen else t.text for i, t in enumerate(found)]
    assert all(a.end <= b.start for a, b in pairwise(moved))
    assert [out[t.start : t.end].lower() for i, t in enumerate(moved) if i in chosen] == ["nghiêng"] * len(chosen)
    kept = [(text[a.start : a.end], out[b.start : b.end]) for a, b in zip(found, moved, strict=True)]
    assert all(a == b for i, (a, b) in enumerate(kept) if i not in chosen)


def test_a_term_in_doubt_is_looked_for_in_every_reading_by_its_share() -> None:
    doubts = {"đất": {"đất": 0.6, "đạt": 0.4}, "thuế": {"thuế": 0.8, "thuê": 0.2}}
    assert shared({"đất": 1.0, "cao": 1.0}, " ", doubts) == pytest.approx({"đất": 0.6, "đạt": 0.4, "cao": 1.0})
    pairs = shared({"thuế đất": 2.0}, " ", doubts)
    assert pairs == pytest.approx({"thuế đất": 0.96, "thuế đạt": 0.64, "thuê đất": 0.24})


def test_a_reading_that_is_a_term_already_adds_to_it() -> None:
    assert shared({"đất": 1.0, "đạt": 1.0}, " ", {"đất": {"đất": 0.6, "đạt": 0.4}}) == pytest.approx(
        {"đất": 0.6, "đạt": 1.4}
    )


SHARES = st.lists(
    st.dictionaries(st.sampled_from("abcd"), st.floats(0.01, 1), min_size=1).map(
        lambda held: {one: share / sum(held.values()) for one, share in held.items()}
    ),
    min_size=1,
    max_size=5,
)


@given(SHARES)
def test_every_reading_that_is_likely_enough_is_looked_for_and_no_other(shares: list[dict[str, float]]) -> None:
    doubts = {f"{i}": of for i, of in enumerate(shares)}
    wanted = {
        " ".join(one for one, _ in chosen): share
        for chosen in product(*(of.items() for of in shares))
        if abs((share := prod(share for _, share in chosen)) - 0.1) > 1e-9 and share > 0.1
    }
    found = shared({" ".join(doubts): 1.0}, " ", doubts)
    assert {one: share for one, share in found.items() if abs(share - 0.1) > 1e-9} == pytest.approx(wanted)


def test_a_term_of_very_many_doubts_has_few_readings() -> None:
    doubts = {f"{i}": {f"{i}": 0.5, f"{i}x": 0.3, f"{i}y": 0.2} for i in range(300)}
    assert shared({" ".join(doubts): 1.0}, " ", doubts) == {}  # none of 3**300 is likely


def test_accents_in_doubt_are_no_doubt_without_accents() -> None:
    assert [name for name, _, _ in in_doubt({3: {"đất": 0.6, "đạt": 0.4}})] == [WORDS, SYLLABLES, PAIRS]
    assert not list(in_doubt({3: {"đất": 1.0}}))
    fields = {name: doubts for name, _, doubts in in_doubt({0: {"đánh": 0.5, "danh": 0.3, "doanh": 0.2}})}
    assert set(fields) == {WORDS, SYLLABLES, PAIRS, FOLDED, FOLDED_PAIRS}
    assert fields[FOLDED] == {"danh": pytest.approx({"danh": 0.8, "doanh": 0.2})}
