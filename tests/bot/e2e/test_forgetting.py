"""What is kept of people, and `/xoa`."""

from __future__ import annotations

from pathlib import Path

from bot import texts
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import NAME, TAX, TAX_FIGURE, TOTAL, TOTAL_FIGURE, bold, labels
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import talk

PERSON, OTHER, GROUP = 700_123_457, 700_765_431, -100_700_555_111
ASKED = f"{NAME} {TOTAL}"


def kept(folder: Path) -> str:
    """All that lies in the bot's folder, escapes undone."""
    text = "".join(one.read_bytes().decode("utf-8", "replace") for one in folder.iterdir())
    return text + text.encode("ascii", "ignore").decode("unicode_escape", "ignore")


def test_xoa_deletes_at_once_what_is_kept_of_the_asker_and_nothing_of_others(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    telegram.privacy = False
    telegram.add_group(GROUP)
    an, in_group = talk(telegram, PERSON), talk(telegram, GROUP, user=PERSON)
    binh = talk(telegram, OTHER)
    with serve(folder=tmp_path) as bot:
        an.says("Trường mẫu giáo bímật có bao nhiêu lớp?")
        an.hears()
        an.says(TOTAL)
        answer = an.hears()
        an.presses("👍")
        in_group.says(ASKED)
        in_group.hears()
        binh.says(TAX)
        theirs = binh.hears()
        binh.presses("👍")
        assert (bot.statistics().asked, bot.statistics().up) == (4, 2)
        an.says("/xoa")
        assert an.hears()["text"] == texts.FORGOTTEN.format(count=3)
        left = bot.statistics()
        assert (left.asked, left.up) == (1, 1)
        # Its buttons are nobody's any more, and nothing leans on what was deleted.
        assert an.presses("Ngữ cảnh", answer)["text"] == texts.STALE_BUTTON
        assert an.presses("👍", answer)["text"]
        assert bot.statistics().up == 1
        an.says("còn năm 2021?")
        assert "Hiểu là" not in an.hears()["text"]
        binh.presses("Ngữ cảnh", theirs)
        assert binh.sees_change(theirs)["text"].startswith("📖")
        an.says("/xoa")
        an.hears()
        an.says("/xoa")
        assert an.hears()["text"] == texts.NOTHING_TO_FORGET
    assert "bímật" not in kept(tmp_path)


def test_what_was_deleted_stays_so_after_a_restart(telegram: TelegramDouble, serve: Serve, tmp_path: Path) -> None:
    an = talk(telegram, PERSON)
    with serve(folder=tmp_path):
        an.says(TOTAL)
        answer = an.hears()
        an.says("/xoa")
        an.hears()
    an.edits(TAX, telegram.message(PERSON, answer["reply_to_message_id"]))
    with serve(folder=tmp_path):
        # The answer is not known any more, so the corrected question is a new one.
        assert TAX_FIGURE in bold(an.hears())
        assert an.sees(answer) == answer


def test_no_id_of_a_person_or_chat_is_kept(telegram: TelegramDouble, serve: Serve, tmp_path: Path) -> None:
    telegram.privacy = False
    telegram.add_group(GROUP)
    an, in_group = talk(telegram, PERSON), talk(telegram, GROUP, user=PERSON)
    with serve(folder=tmp_path):
        for person, text in ((an, TOTAL), (in_group, ASKED)):
            person.says(text)
            person.hears()
            person.presses("👎")
            person.sees_change()
    found = kept(tmp_path)
    assert TOTAL in found
    for number in (PERSON, GROUP):
        assert str(abs(number)) not in found
        assert number.to_bytes(8, "big", signed=True) not in (tmp_path / "bot.db").read_bytes()
    assert f"Người {PERSON}" not in found


def test_where_nothing_is_kept_no_text_reaches_the_database(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    an = talk(telegram, PERSON)
    with serve(folder=tmp_path, keep_days=0) as bot:
        an.says(TOTAL)
        assert TOTAL_FIGURE in bold(an.hears())
        an.says(f"{TOTAL} {TAX}")
        assert labels(an.hears())[0] == "Câu 1"
        an.says("/solieu thuế")
        an.hears()
        assert bot.statistics().asked == 3
        an.hears_nothing()
    found = kept(tmp_path)
    assert "ngân sách" not in found
    assert "thuế" not in found
    assert "Thuế" not in found
