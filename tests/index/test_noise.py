import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.noise import Noise, disturbed
from index.normalize import fold, has_accents, nfc
from tests.index.hostile import TEXTS

QUESTION = "Tổng thu ngân sách quận Hoàn Kiếm được bao nhiêu?"
SLIPS = [Noise.NEIGHBOUR, Noise.SWAPPED, Noise.MISSING, Noise.DOUBLED, Noise.JOINED, Noise.STROKES]
SEEDS = range(40)


@given(TEXTS, st.sampled_from(Noise), st.integers())
def test_the_same_text_and_seed_give_the_same_noise(text: str, noise: Noise, seed: int) -> None:
    assert disturbed(text, noise, seed) == disturbed(text, noise, seed)


@pytest.mark.parametrize("noise", [Noise.HALF, *SLIPS, Noise.TYPO])
def test_another_seed_disturbs_another_place(noise: Noise) -> None:
    assert len({disturbed(QUESTION, noise, seed) for seed in SEEDS}) > 4


def test_without_noise_a_question_stays() -> None:
    assert disturbed(QUESTION, Noise.NONE) == QUESTION


@given(TEXTS, st.integers(0, 9))
def test_half_of_the_accents_go_and_nothing_else(text: str, seed: int) -> None:
    text = nfc(text)
    out = disturbed(text, Noise.HALF, seed)
    assert fold(out) == fold(text)


def test_half_of_the_marked_syllables_keep_their_accents() -> None:
    for seed in SEEDS:
        kept = sum(map(has_accents, disturbed("tổng ngân sách được", Noise.HALF, seed).split()))
        assert kept == 2
    assert {disturbed("tổng", Noise.HALF, seed) for seed in SEEDS} == {"tổng", "tong"}


@pytest.mark.parametrize(
    ("noise", "longer"), [(Noise.NEIGHBOUR, 0), (Noise.SWAPPED, 0), (Noise.MISSING, -1), (Noise.DOUBLED, 1)]
)
def test_a_slip_is_one_letter(noise: Noise, longer: int) -> None:
    for seed in SEEDS:
        out = disturbed(QUESTION, noise, seed)
        assert len(out) == len(QUESTION) + longer
        changed = [a for a, b in zip(QUESTION.split(), out.split(), strict=True) if a != b]
        assert len(changed) == 1


def test_a_missing_space_joins_two_words() -> None:
    for seed in SEEDS:
        assert disturbed("thu ngân sách", Noise.JOINED, seed) in ("thungân sách", "thu ngânsách")


def test_strokes_are_those_of_one_syllable() -> None:
    found = {disturbed("thu thuế", Noise.STROKES, seed) for seed in SEEDS}
    assert found == {"thu thuees", "thu thue61"}


def test_a_typing_error_is_one_of_the_slips() -> None:
    found = {disturbed("thu", Noise.TYPO, seed) for seed in range(200)}
    assert {"htu", "th", "tu", "hu", "tthu", "thuu"} <= found
    assert "thu" not in found


@pytest.mark.parametrize("text", ["", "?", "2020 10,5%", "a", "😀"])
@pytest.mark.parametrize("noise", Noise)
def test_where_there_is_nothing_to_disturb_a_text_stays(text: str, noise: Noise) -> None:
    assert disturbed(text, noise) == text
