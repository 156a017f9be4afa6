"""`@bot question` in any chat: cited sentences as one types."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot import texts
from bot.access import Access
from index import Library
from index.normalize import fold
from index.tokens import tokens
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import PLACE, TAX_FIGURE, TOTAL, TOTAL_FIGURE, bold
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk


@pytest.fixture(autouse=True)
def _inline_mode(town: TelegramDouble) -> Iterator[None]:
    town.inline_mode = True
    yield
    town.inline_mode = False


def test_results_come_as_one_types_from_the_third_character(an: Talk) -> None:
    assert an.types("t")["results"] == []
    assert an.types("th")["results"] == []
    for typed in ("kỳ", "xã", " an "):  # there would be some
        assert an.types(typed)["results"] == []
    assert an.types("thu")["results"]
    assert an.types("Tổng thu ngân")["results"]


@pytest.mark.parametrize("typed", ["", "t", "th", " kỳ "])
def test_below_the_third_character_the_button_says_to_type_on(an: Talk, typed: str) -> None:
    answer = an.types(typed)
    assert answer["results"] or answer["button"]["text"] == texts.INLINE_EMPTY


@pytest.mark.parametrize(
    ("begun", "finished"), [("tong t", "tong"), ("công tác đảng tr", "công tác đảng"), ("thuế ng", "thuế")]
)
def test_a_word_of_one_or_two_letters_more_never_empties_the_list(an: Talk, begun: str, finished: str) -> None:
    assert an.types(finished)["results"]
    assert an.types(begun)["results"]


@pytest.mark.parametrize(
    "typed", ["Tổng thu ngân sác", "tong thu ngan s", "Tổng thu ngân sách nhà nước năm 2020 là bao nh", "tổng th"]
)
def test_an_unfinished_last_word_does_no_harm(an: Talk, typed: str) -> None:
    first = an.types(typed)["results"][0]
    assert TOTAL_FIGURE in first["input_message_content"]["message_text"]


def words(text: str) -> set[str]:
    """Its words of some length, without accents and case."""
    return {fold(one.text) for one in tokens(text) if len(one.text) > 2}


@pytest.mark.parametrize("typed", ["thu", "năm 2020", "quận", TOTAL, "thuế cùng kỳ", "công tác"])
def test_at_most_ten_cited_sentences_each_once_with_title_section_and_matched_words(
    an: Talk, library: Library, typed: str
) -> None:
    results = an.types(typed)["results"]
    assert 1 <= len(results) <= 10
    places = []
    for result in results:
        text = result["input_message_content"]["message_text"]
        assert PLACE in text
        assert result["title"]
        section = result["description"].split("\n")[0].rstrip("…")
        assert any(heading.title.startswith(section) for heading in library.outline(0))
        plain = re.sub("<[^>]+>", "", text)
        own = {library.reports[0].quote(one) for one in library.reports[0].sentences}
        assert own & set(plain.split("\n"))
        places.append(next(line for line in plain.split("\n") if line.startswith(PLACE)))
        # Whatever of the typed words the sentence has, some of it is seen before one chooses; a row's header is above.
        matched = words(typed) & words(re.sub("<i>.*?</i>|<[^>]+>", " ", text))
        assert not matched or matched & words(f"{result['title']} {result['description']}"), result
    assert len(set(places)) == len(places)


def test_where_more_would_match_there_are_ten(an: Talk) -> None:
    assert len(an.types("công tác")["results"]) == 10


def test_the_title_of_the_answer_is_what_answers(an: Talk) -> None:
    first = an.types(TOTAL)["results"][0]
    assert first["title"] == TOTAL_FIGURE
    assert f"<b>{TOTAL_FIGURE}</b>" in first["input_message_content"]["message_text"]


def test_choosing_one_posts_the_sentence_with_its_citation(town: TelegramDouble, an: Talk, binh: Talk) -> None:
    answer = binh.types(TOTAL)
    posted = binh.chooses(answer["results"][0])
    assert posted["via_bot"]["username"] == town.bot_username
    assert "trên địa bàn quận thu được tổng số 10.530,819 tỷ đồng" in posted["text"]
    assert PLACE in posted["text"]
    assert TOTAL_FIGURE in bold(posted)
    other = binh.chooses(answer["results"][1])
    assert PLACE in other["text"]
    an.says("/start")  # so that there is a private chat to post in
    an.hears()
    private = an.chooses(an.types("thuế ngoài quốc doanh")["results"][0])
    assert TAX_FIGURE in private["text"]
    an.hears_nothing()
    binh.hears_nothing()


def test_results_may_be_cached_for_all_where_all_are_served(an: Talk) -> None:
    answer = an.types(TOTAL)
    assert answer["cache_time"] >= 60
    assert answer.get("is_personal", False) is False


def test_results_are_personal_where_access_is_limited(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.inline_mode = True
    an, stranger = talk(telegram, 7), talk(telegram, 66)
    with serve(access=Access(users=frozenset({7}))):
        answer = an.types(TOTAL)
        assert answer["results"]
        assert answer["is_personal"] is True
        refused = stranger.types(TOTAL)
        assert refused["results"] == []
        assert refused["is_personal"] is True
        assert refused["button"]["text"] == texts.INLINE_REFUSED
        # The button leads to where whom to ask is said.
        stranger.says(f"/start {refused['button']['start_parameter']}")
        assert "66" in stranger.hears()["text"]


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_shows_example_questions_with_their_answers(an: Talk, library: Library, typed: str) -> None:
    results = an.types(typed)["results"]
    assert [result["title"] for result in results] == list(library.examples(3))
    posted = an.chooses(results[0])
    assert posted["text"].startswith(f"❓ {results[0]['title']}")
    assert PLACE in posted["text"]
    assert bold(posted)


@pytest.mark.parametrize("typed", ["Tổng thu ngân sách năm 2017", "tong thu ngan sach nam 2017 la bao nhieu"])
def test_a_year_that_the_report_does_not_cover_is_said_and_nothing_else_passes_for_the_answer(
    binh: Talk, typed: str
) -> None:
    (refusal,) = binh.types(typed)["results"]
    assert refusal["title"] == texts.NO_FIGURES_OF_YEAR.format(missing="2017")
    posted = binh.chooses(refusal)
    assert posted["text"].startswith(refusal["title"])
    assert bold(posted) == []


@pytest.mark.parametrize("typed", ["zzzz", "?!…", "xqv wkz"])
def test_no_result_leaves_a_button_that_leads_to_the_private_chat(an: Talk, typed: str) -> None:
    answer = an.types(typed)
    assert answer["results"] == []
    assert answer["button"]["text"] == texts.INLINE_NONE
    an.says(f"/start {answer['button']['start_parameter']}")
    assert an.hears()["text"].startswith("Kính chào anh/chị.")


def test_a_query_too_old_to_be_answered_is_no_error(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.inline_mode = True
    an = talk(telegram, 7)
    telegram.expire(telegram.inline("tổng thu", 7))
    with serve():
        assert an.types("tổng thu ngân sách")["results"]
        an.hears_nothing()


@pytest.mark.parametrize("typed", ["á" * 256, "<b>thu & </b>", "🏯" * 60, "thu \x00 ngân", "năm " * 60])
def test_whatever_is_typed_is_answered(an: Talk, typed: str) -> None:
    assert an.types(typed)["results"] is not None
    an.hears_nothing()
