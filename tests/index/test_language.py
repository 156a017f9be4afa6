import pytest

from index.fields import fields
from index.language import Language
from index.normalize import fold
from tests.index.builders import NO_GLOSSARY

SENTENCES = ["Thu ngân sách nhà nước đạt kế hoạch.", "Ngân sách xã có ngần ấy.", "Lễ hội đền Thượng."]


@pytest.fixture(scope="module")
def language() -> Language:
    return Language([fields(sentence, NO_GLOSSARY) for sentence in SENTENCES])


def test_the_readings_of_a_syllable_are_those_that_lose_their_accents_to_it(language: Language) -> None:
    assert set(language.readings("ngan")) >= {"ngân", "ngần"}
    assert all(fold(one) == "ngan" for one in language.readings("ngan"))
    assert not language.readings("xyz")


def test_a_syllable_follows_another_as_it_does_in_the_reports_or_in_a_word(language: Language) -> None:
    found = {(a, b): share for a, b, share in language.following("ngan", "sach")}
    assert max(found, key=lambda pair: found[pair]) == ("ngân", "sách")
    assert ("tiết", "kiệm") in {(a, b) for a, b, _ in language.following("tiet", "kiem")}
    assert not language.following("sach", "ngan")


def test_the_shares_of_what_follows_a_syllable_are_no_more_than_one(language: Language) -> None:
    for spelled in ("ngân", "thu", "hội", "tiết", "xyz"):
        chance, alone = language.shares(spelled)
        assert 0 < chance < 1
        followed = sum(
            share
            for second in {fold(b) for b in ("sách", "ngân", "đền", "kiệm", "nhà")}
            for a, _, share in language.following(fold(spelled), second)
            if a == spelled
        )
        assert 0 < alone + followed <= 1


def test_a_pair_seen_once_counts_for_less_than_half_of_one_seen_twice() -> None:
    said = ["Còn sống.", "Con sông.", "Con sông."]
    language = Language([fields(sentence, NO_GLOSSARY) for sentence in said])
    chances = {(a, b): chance for a, b, chance in language.following("con", "song")}
    assert 0 < 2 * chances["còn", "sống"] < chances["con", "sông"]


def test_what_the_reports_hold_is_told_from_what_vietnamese_knows(language: Language) -> None:
    assert "ngân" in language.spelled
    assert "ngan" in language.folded
    assert "kiệm" not in language.spelled
    assert "kiệm" in language
    assert language.knows("kiem")
    assert not language.knows("kiễm")


def test_neighbours_typed_without_accents_stand_beside_each_other_in_any(language: Language) -> None:
    assert language.holds("ngân sách")
    assert not language.holds("ngan sach")
    assert language.beside("ngan", "sách")
    assert not language.beside("ngàn", "sách")


def test_ways_of_asking_are_known_to_any_report(language: Language) -> None:
    assert language.asks("nhieu", "bao", "nhieu")
    assert not language.asks("duoc", "được", "bao")
    assert "nhiêu" in language.spelled


def test_words_of_the_lexicon_are_words_with_their_accents_or_without_any(language: Language) -> None:
    assert language.makes_word("tiết", "kiệm")
    assert language.makes_word("tiet", "kiem")
    assert not language.makes_word("tiệt", "kiệm")
