"""What an official asks for besides a sentence: each command is one message, whose buttons turn its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import texts
from bot.access import Access
from index import Library
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import NAME, PLACE, TAX_FIGURE, TOTAL, TOTAL_FIGURE, bold, labels
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk


def leaf_through(an: Talk) -> list[str]:
    """The texts of all pages of the message heard last, from its first to its last."""
    shown = an.sees()
    pages = [shown["text"]]
    while texts.PAGE_AFTER in labels(shown):
        an.presses(texts.PAGE_AFTER)
        shown = an.sees_change()
        pages.append(shown["text"])
    for text in reversed(pages[:-1]):
        an.presses(texts.PAGE_BEFORE)
        assert an.sees_change()["text"] == text
    return pages


def test_the_summary_is_ten_sentences_of_the_reports_own_each_with_its_place(an: Talk, library: Library) -> None:
    asked = an.says("/tomtat")
    first = an.hears()
    assert first["reply_to_message_id"] == asked["message_id"]
    assert bold(first)[0] == texts.SUMMARY
    lines = [line for page in leaf_through(an) for line in page.split("\n") if line]
    numbered = [line for line in lines if line.split(".")[0].isdigit()]
    assert [line.split(".")[0] for line in numbered] == [str(number) for number in range(1, 11)]
    report = library.reports[0]
    own = {" ".join(report.quote(one).split()) for one in report.sentences}
    assert {line.split(". ", 1)[1] for line in numbered} <= own
    after = [lines[lines.index(line) + 1] for line in numbered]
    assert all(line.startswith("(đoạn ") for line in after)
    assert {line for line in lines if line.startswith(PLACE)}
    an.hears_nothing()


def test_the_summary_takes_one_or_two_sentences_a_section(library: Library) -> None:
    sections = [one.section for one in library.summary(0)]
    assert max(sections.count(one) for one in sections) <= 2
    assert len({one[0] for one in sections}) >= 3


def test_the_key_figures_say_what_the_figure_with_its_unit_and_the_place(an: Talk, library: Library) -> None:
    an.says("/solieu")
    an.hears()
    entries = [entry for page in leaf_through(an) for entry in page.split("\n\n")[1:]]
    assert len(entries) == len(library.key_figures())
    for entry in entries:
        *section, said, spot = entry.split("\n")
        what, figure = said.rsplit(": ", 1)
        assert what
        assert any(digit.isdigit() for digit in figure)
        assert spot.startswith("(đoạn ")
        assert all(line.startswith(PLACE) for line in section)
    assert entries[0].startswith(PLACE)
    an.hears_nothing()


@pytest.mark.parametrize("topic", ["thuế", "thue", "thuế ngoài quốc doanh"])
def test_key_figures_are_searchable(an: Talk, topic: str) -> None:
    an.says(f"/solieu {topic}")
    shown = an.hears()
    assert bold(shown)[0] == texts.FIGURES_ABOUT.format(topic=topic)
    assert TAX_FIGURE in bold(shown)
    assert TOTAL_FIGURE not in bold(shown)


def test_of_a_topic_without_figures_that_is_said(an: Talk) -> None:
    an.says("/solieu tàu vũ trụ")
    assert an.hears()["text"] == texts.NO_FIGURES_ABOUT.format(topic="tàu vũ trụ")


@pytest.mark.parametrize("keep_days", [90, 0])
def test_the_pages_about_a_topic_turn_after_a_restart_too(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep_days: int
) -> None:
    monkeypatch.setattr("bot.paging.PAGE", 300)
    monkeypatch.setattr("bot.paging.pages.__defaults__", (300,))
    an = talk(telegram, 7)
    with serve(folder=tmp_path, keep_days=keep_days):
        an.says("/solieu thuế")
        first = an.hears()
        an.presses(texts.PAGE_AFTER)
        second = an.sees_change()
        an.presses(texts.PAGE_BEFORE)
        an.sees_change()
    with serve(folder=tmp_path, keep_days=keep_days):
        an.presses(texts.PAGE_AFTER)
        assert an.sees_change()["text"] == second["text"]
        an.presses(texts.PAGE_BEFORE)
        assert an.sees_change()["text"] == first["text"]


def test_the_outline_shows_every_heading_as_a_button_to_its_text(an: Talk, library: Library) -> None:
    an.says("/mucluc")
    shown = an.hears()
    assert shown["text"] == texts.OUTLINE
    found = []
    while True:
        found += [label.strip() for label in labels(shown) if label not in (texts.PAGE_BEFORE, texts.PAGE_AFTER)]
        if texts.PAGE_AFTER not in labels(shown):
            break
        an.presses(texts.PAGE_AFTER)
        shown = an.sees_change()
    titles = [texts.OPENING, *(heading.title for heading in library.outline(0))]
    assert len(found) == len(titles)
    # A phone's width cuts the longest.
    assert all(title.startswith(label.rstrip("…").strip()) for label, title in zip(found, titles, strict=True))
    an.hears_nothing()


def test_a_heading_opens_its_text_page_by_page_and_leads_back(an: Talk, library: Library) -> None:
    an.says("/mucluc")
    outline = an.hears()
    an.presses("II. KẾT QUẢ")
    section = an.sees_change()
    assert bold(section)[0] == "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2020"
    assert "· 1/" in section["text"]
    shown = "\n".join(leaf_through(an))
    heading = next(one for one in library.outline(0) if one.title.startswith("II."))
    report = library.reports[0]
    for number in heading.below:
        assert " ".join(report.quote(report.sentences[number]).split()) in " ".join(shown.split())
    an.presses("Mục lục")
    assert an.sees_change()["text"] == outline["text"]
    assert labels(an.sees()) == labels(outline)
    an.hears_nothing()


def test_what_stands_before_the_first_heading_can_be_read_too(an: Talk, library: Library) -> None:
    an.says("/mucluc")
    an.hears()
    an.presses(texts.OPENING)
    opening = an.sees_change()
    assert bold(opening)[0] == texts.OPENING
    shown = " ".join(" ".join(leaf_through(an)).split())
    report = library.reports[0]
    before = report.sentences[: library.outline(0)[0].below.start - 1]
    assert before
    assert all(" ".join(report.quote(one).split()) in shown for one in before)
    an.hears_nothing()


def test_the_outline_and_its_pages_survive_a_restart(telegram: TelegramDouble, serve: Serve, tmp_path: Path) -> None:
    an = talk(telegram, 7)
    with serve(folder=tmp_path, keep_days=0):
        an.says("/mucluc")
        an.hears()
    with serve(folder=tmp_path, keep_days=0):
        an.presses("2. Phòng, chống")
        assert "Covid-19" in bold(an.sees_change())[0]
        an.presses("Mục lục")
        an.sees_change()
        an.presses(texts.PAGE_AFTER)
        an.sees_change()


@pytest.mark.parametrize("command", ["/start", "/help", "/baocao", "/tomtat", "/solieu", "/solieu thuế", "/mucluc"])
@pytest.mark.parametrize("in_group", [False, True])
def test_no_command_is_ever_a_flood_of_messages(an: Talk, binh: Talk, command: str, in_group: bool) -> None:
    person = binh if in_group else an
    name, _, topic = command.partition(" ")
    person.says(f"{name}{NAME if in_group else ''} {topic}".strip())
    answer = person.hears()
    person.hears_nothing()
    assert len(answer["text"].encode("utf-16-le")) // 2 <= 4096
    assert answer["reply_to_message_id"]


@pytest.mark.parametrize("command", ["tomtat", "solieu", "mucluc", "baocao", "help", "hoi", "xoa"])
def test_in_a_group_another_bots_command_is_left_alone(binh: Talk, command: str) -> None:
    binh.says(f"/{command}@khac_bot thuế")
    binh.hears_nothing()


def test_commands_land_in_the_topic_they_were_given_in(town: TelegramDouble, forum: int) -> None:
    topic = town.add_topic(forum)
    an = talk(town, forum, user=7, topic=topic)
    an.says("/mucluc")
    assert an.hears()["message_thread_id"] == topic


def test_hoi_in_private_asks(an: Talk) -> None:
    an.says(f"/hoi {TOTAL}")
    assert TOTAL_FIGURE in bold(an.hears())
    an.says("/hoi")
    assert an.hears()["text"] == texts.EMPTY_QUESTION


def test_baocao_says_which_report_answers(an: Talk, library: Library) -> None:
    an.says("/baocao")
    assert library.reports[0].title in an.hears()["text"]


def test_help_says_how_to_ask_here(an: Talk, binh: Talk) -> None:
    an.says("/help")
    private = an.hears()["text"]
    binh.says(f"/help{NAME}")
    shared = binh.hears()["text"]
    for command in ("/tomtat", "/solieu", "/mucluc", "/baocao", "/xoa"):
        assert command in private
    assert NAME in shared
    assert "/hoi" in shared


@pytest.mark.parametrize("command", ["/help", "/xoa", "/baocao", "/tomtat", "/solieu", "/mucluc"])
def test_in_a_group_these_commands_are_answered_without_the_name_too(binh: Talk, command: str) -> None:
    asked = binh.says(command)
    assert binh.hears()["reply_to_message_id"] == asked["message_id"]
    binh.hears_nothing()


@pytest.mark.parametrize("command", ["/start", "/thongke", "/chuatraloi", "/viettat", "/khonghieu"])
def test_in_a_group_all_others_are_left_alone_without_the_name(binh: Talk, command: str) -> None:
    binh.says(command)
    binh.hears_nothing()


@pytest.mark.parametrize("command", [f"/help{NAME}", "/help", f"/start{NAME}"])
def test_where_privacy_mode_hides_mentions_no_command_tells_to_mention_it(
    telegram: TelegramDouble, serve: Serve, command: str
) -> None:
    telegram.add_group(-1)
    an = talk(telegram, -1, user=7)
    hidden = texts.WAYS_TO_ASK_IN_PRIVACY.format(name=NAME[1:])
    ways = texts.WAYS_TO_ASK.format(name=NAME[1:])
    with serve():
        an.says(command)
        told = an.hears()["text"]
        assert texts.HOW_TO_ASK not in told
        assert hidden in told
        assert ways not in told
        telegram.promote_bot(-1)
        an.says(command)
        assert ways in an.hears()["text"]
        telegram.fail("getChatMember", 400)
        an.says(command)
        assert hidden in an.hears()["text"]


def test_where_it_reads_all_start_says_how_to_ask_in_the_group(binh: Talk) -> None:
    binh.says(f"/start{NAME}")
    assert texts.WAYS_TO_ASK.format(name=NAME[1:]) in binh.hears()["text"]


def test_help_lists_the_admins_commands_to_an_admin_in_private_alone(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.add_group(-1)
    admin, an, in_group = talk(telegram, 1), talk(telegram, 7), talk(telegram, -1, user=1)
    with serve(access=Access(admins=frozenset({1}))):
        for person, name, lists in ((admin, "", True), (an, "", False), (in_group, NAME, False)):
            person.says(f"/help{name}")
            assert (texts.COMMANDS_OF_ADMINS in person.hears()["text"]) is lists


@pytest.mark.parametrize("text", ["/bat", "/start2", "/hoithem", "/"])
def test_an_unknown_command_in_private_is_told_of_help(an: Talk, text: str) -> None:
    an.says(text)
    assert an.hears()["text"] in (texts.UNKNOWN_COMMAND, texts.EMPTY_QUESTION)
