import tomllib
from itertools import combinations
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import DataError
from index.fields import FOLDED, FOLDED_PAIRS, PAIRS, SYLLABLES, WORDS
from index.normalize import fold
from index.offices import offices
from index.ranking import Ranking
from index.records import Answer
from index.synonyms import DEFAULT, Idea, Synonyms, says
from index.tokens import tokens
from tests.index.builders import HEAD, answered, library, refused

SECTIONS = tomllib.loads(DEFAULT.read_text(encoding="utf-8"))
GROUPS = [group for section in SECTIONS.values() for group in section.get("groups", [])]
SYNONYMS = Synonyms(
    [["chết", "qua đời", "từ trần"], ["nhân dân", "người dân"], ["lạc", "đậu phộng"]], ["ủy ban nhân dân"]
)
# Of two that exclude each other no phrase of a group may have one and its fellow the other.
OPPOSITES = [("thu", "chi"), ("tăng", "giảm"), ("xuất", "nhập"), ("trước", "sau"), ("đầu", "cuối"), ("đúng", "quá")]


def ideas(question: str, *, accented: bool = True, of: Synonyms = SYNONYMS) -> list[Idea]:
    return of.ideas(question, list(tokens(question)), accented=accented)


def others(question: str, *, accented: bool = True, of: Synonyms = SYNONYMS) -> set[str]:
    """The words of every other way to say what a question says."""
    return {
        word.replace("_", " ")
        for idea in ideas(question, accented=accented, of=of)
        for o in idea.others
        for word in o[WORDS]
    }


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Bao nhiêu người chết?", {"qua đời", "từ trần"}),
        ("Ông Nam qua đời khi nào?", {"chết", "từ trần"}),
        ("Nhân dân đóng góp bao nhiêu?", {"người dân"}),
        ("Ủy ban nhân dân có mấy phòng?", set()),  # a name means nothing by its parts
        ("Củ lạc có được mùa không?", {"đậu phộng"}),
        ("Chị Lạc nhận quà?", set()),  # a name
        ("Con lạc đà ở đâu?", set()),  # lạc đà is another word
        ("Thu ngân sách bao nhiêu?", set()),
    ],
)
def test_what_else_says_the_same(question: str, said: set[str]) -> None:
    assert others(question) == said


def test_without_accents_phrases_are_found_and_lone_syllables_are_not() -> None:
    assert others("ong nam qua doi khi nao", accented=False) == {"chết", "từ trần"}
    assert others("bao nhieu nguoi chet", accented=False) == set()


def test_a_lone_syllable_whose_accents_were_given_back_is_found() -> None:
    report = library(f"{HEAD}Ông Tesla chết tại khách sạn New Yorker năm 1943. Ông làm nghề điện.")
    assert "qua_đời" in report.understand("tesla chet nam nao").expansions[WORDS]


def test_an_idea_knows_its_tokens() -> None:
    assert list(ideas("Ông Nam qua đời?")[0].words) == [2, 3]


def test_a_phrase_is_looked_for_by_its_pairs_and_a_lone_syllable_by_itself() -> None:
    (idea,) = ideas("Ông từ trần")
    assert [sorted(terms) for terms in idea.others] == [
        sorted([WORDS, SYLLABLES, FOLDED]),
        sorted([WORDS, PAIRS, FOLDED_PAIRS]),
    ]


def test_a_phrase_that_holds_another_is_found_by_its_own_words() -> None:
    of = Synonyms([["dịch", "dịch bệnh", "covid"]])
    assert others("Dịch giảm?", of=of) == {"covid"}


@pytest.mark.parametrize(
    ("accented", "held", "says_it"),
    [
        (True, {PAIRS: {"qua đời"}}, True),
        (True, {PAIRS: {"quá đợi"}, FOLDED_PAIRS: {"qua doi"}}, False),
        (False, {FOLDED_PAIRS: {"qua doi"}}, True),
        (True, {}, False),
    ],
)
def test_whether_a_text_says_it(accented: bool, held: dict[str, set[str]], says_it: bool) -> None:
    other = ideas("chết")[0].others[0]
    assert says(other, lambda field: held.get(field, set()), accented=accented) is says_it


def test_more_groups_may_share_a_phrase() -> None:
    of = SYNONYMS.with_groups([["qua đời", "khuất núi"]])
    assert others("Ông qua đời", of=of) == {"chết", "từ trần", "khuất núi"}
    assert SYNONYMS.with_groups([]) is SYNONYMS


DEATHS = HEAD + "I. AN NINH\nTrong năm 2020 có 14 người tử vong do tai nạn giao thông.\nHuyện trồng 320 ha rừng.\n"


def test_a_question_with_one_word_finds_the_sentence_with_another() -> None:
    assert "14 người tử vong" in answered(library(DEATHS), "Bao nhiêu người chết vì tai nạn giao thông?").best.text


def test_an_expansion_weighs_less_than_the_word() -> None:
    of = library(HEAD + "I. A\nMưa lũ làm 3 người tử vong.\nII. B\nMưa lũ làm 5 người chết.\n")
    for asked, said in (("chết", "5 người"), ("tử vong", "3 người")):
        assert said in answered(of, f"Mưa lũ làm bao nhiêu người {asked}?").best.text


def test_an_expansion_is_looked_for_and_is_no_term_of_the_question() -> None:
    of = library(DEATHS)
    query = of.understand("Bao nhiêu người chết?")
    assert query.expansions[PAIRS]["tử vong"] < query.terms[SYLLABLES]["chết"]
    assert "tử vong" not in query.terms[PAIRS]
    assert {"chết", "người"} <= query.terms[SYLLABLES].keys()
    assert not {"chết", "người"} & query.expansions[SYLLABLES].keys()


def test_words_that_only_ask_have_no_synonyms() -> None:
    query = library(DEATHS).understand("Nguyên nhân nào làm 14 người chết?")
    assert "lý do" not in query.expansions[PAIRS]
    assert not any("li do" in terms for terms in query.expansions.values())


def test_a_sentence_that_says_it_otherwise_is_covered_in_part() -> None:
    of = library(DEATHS)
    shares = [
        answered(of, question).best.signs.widest
        for question in ("Bao nhiêu người tử vong do tai nạn?", "Bao nhiêu người chết do tai nạn?")
    ]
    unsaid = of.ask("Bao nhiêu người ốm do tai nạn?")
    least = unsaid.best if isinstance(unsaid, Answer) else unsaid.nearest[0]
    assert shares[0] > shares[1] > least.signs.widest


def test_many_ways_to_say_a_thing_weigh_less_each() -> None:
    weight = Ranking.load().synonyms.weight
    few, many = (max(library(DEATHS).understand(q).expansions[PAIRS].values()) for q in ("Ai ly hôn?", "Ai chết?"))
    assert weight >= few > many > 0


def test_revenue_is_never_answered_with_spending() -> None:
    of = library(HEAD + "I. NGÂN SÁCH\nTổng chi ngân sách đạt 500 tỷ đồng.\nCông tác khác được quan tâm.\n")
    refused(of, "Tổng thu ngân sách đạt bao nhiêu?")


def test_shipped_phrases_are_in_nfc_trimmed_and_lower_case() -> None:
    for phrase in (phrase for group in GROUPS for phrase in group):
        assert phrase == normalize("NFC", phrase).strip().lower()


def test_there_are_enough_shipped_groups_and_each_says_something() -> None:
    assert len(GROUPS) >= 150
    for group in GROUPS:
        forms = [" ".join(token.text for token in tokens(phrase)) for phrase in group]
        assert any(f" {a} " not in f" {b} " and f" {b} " not in f" {a} " for a, b in combinations(forms, 2)), group


def test_no_shipped_group_turns_one_fact_into_another() -> None:
    for one, other in (pair for group in GROUPS for pair in combinations(group, 2)):
        a, b = set(one.split()), set(other.split())
        for left, right in OPPOSITES:
            assert not ({left, right} <= a ^ b and (left in a) != (right in a)), f"{one} / {other}"


def test_no_shipped_group_holds_an_office() -> None:
    assert [phrase for group in GROUPS for phrase in group if offices(fold(phrase))] == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[a]\ngroups = [["một"]]', r"a\.groups\.0: .*at least 2"),
        ('[a]\ngroups = [["ốm", "đau"], ["bệnh", "Ốm"]]', "'Ốm' stands twice"),
        ('[a]\ngroups = [["hóa", "hoá"]]', "'hoá' stands twice"),
        ('[a]\ngroups = [["ốm", "đau"]]\nphrases = ["đau"]', "'đau' stands twice"),
        ('[a]\nwords = ["ốm"]', r"a\.words: .*not permitted"),
        ('[a]\ngroups = [["ốm", "…"]]', "no word to begin with"),
        ("[", "no list of synonyms"),
    ],
)
def test_a_broken_file_of_synonyms_is_named_with_what_is_wrong(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "synonyms.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        Synonyms.load(path)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="chếtquađờinhâdủybLạ ,._$", max_size=80), st.booleans())
def test_ideas_lie_within_the_question_and_do_not_overlap(text: str, accented: bool) -> None:
    found = ideas(normalize("NFC", text), accented=accented)
    ends = [0, *(idea.end for idea in found)]
    assert all(end <= idea.start < idea.end for end, idea in zip(ends, found, strict=False))
    assert ends[-1] <= len(list(tokens(normalize("NFC", text))))
