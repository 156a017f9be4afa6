import pytest

from .client import Api
from .double import TelegramDouble


def texts(api: Api) -> list[str]:
    """The texts of the updates since the last call."""
    return [next(iter(update.values())).get("text", "") for update in api.updates()]


@pytest.fixture(autouse=True)
def _read_first(api: Api) -> None:
    api.updates()


def test_get_me_tells_whether_the_bot_reads_everything(double: TelegramDouble, api: Api) -> None:
    assert api.ok("getMe")["can_read_all_group_messages"] is False
    double.privacy = False
    assert api.ok("getMe")["can_read_all_group_messages"] is True
    with TelegramDouble(privacy=False) as open_one:
        assert not open_one.privacy


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("tổng thu?", False),
        ("@hoi_bao_cao_bot tổng thu?", False),
        ("/hoi tổng thu?", True),
        ("/hoi@Hoi_Bao_Cao_Bot tổng thu?", True),
        ("/hoi@bot_khac tổng thu?", False),
        ("thử /hoi xem", False),
    ],
)
def test_with_privacy_only_commands_for_the_bot_come(
    double: TelegramDouble, api: Api, group: int, text: str, seen: bool
) -> None:
    double.send_text(text, chat_id=group, user_id=7)
    assert texts(api) == ([text] if seen else [])


def test_command_in_a_caption_comes_too(double: TelegramDouble, api: Api, group: int) -> None:
    double.send_message(group, 7, photo=[{"file_id": "f"}], caption="/hoi thu")
    assert api.updates()[0]["message"]["caption"] == "/hoi thu"


def test_answers_to_the_bots_own_messages_come_and_others_do_not(double: TelegramDouble, api: Api, group: int) -> None:
    asked = double.send_text("/hoi", chat_id=group, user_id=7)
    answer = api.ok("sendMessage", chat_id=group, text="đáp")["message_id"]
    double.send_text("với bot", chat_id=group, user_id=8, reply_to_message=answer)
    double.send_text("với người", chat_id=group, user_id=8, reply_to_message=asked)
    double.send_text("/hoi@bot_khac", chat_id=group, user_id=8, reply_to_message=answer)
    assert texts(api) == ["/hoi", "với bot", "/hoi@bot_khac"]


def test_without_privacy_and_for_administrators_everything_comes(double: TelegramDouble, api: Api, group: int) -> None:
    double.send_text("một", chat_id=group, user_id=7)
    double.privacy = False
    double.send_text("hai", chat_id=group, user_id=7)
    double.privacy = True
    double.promote_bot(group)
    double.send_text("ba", chat_id=group, user_id=7)
    assert texts(api) == ["hai", "", "ba"]


def test_edit_is_seen_as_a_new_message_would_be(double: TelegramDouble, api: Api, group: int) -> None:
    number = double.send_text("thu", chat_id=group, user_id=7)
    double.edit(group, number, text="thu bao nhiêu")
    double.edit(group, number, text="/hoi thu")
    (update,) = api.updates()
    assert update["edited_message"]["text"] == "/hoi thu"
    assert update["edited_message"]["entities"][0]["type"] == "bot_command"


def test_other_bots_are_never_seen(double: TelegramDouble, api: Api, group: int) -> None:
    double.privacy = False
    number = double.send_by_bot("/hoi@hoi_bao_cao_bot", group)
    assert texts(api) == []
    # A person's answer shows it, and the bot may answer it.
    double.send_text("/hoi", chat_id=group, user_id=7, reply_to_message=number)
    assert api.updates()[0]["message"]["reply_to_message"]["from"]["is_bot"]
    assert api.ok("sendMessage", chat_id=group, text="a", reply_parameters={"message_id": number})


def test_service_messages_and_private_chats_come_always(double: TelegramDouble, api: Api, group: int) -> None:
    double.join(group, 8)
    double.leave(group, 8)
    double.send_text("riêng", chat_id=9)
    joined, left, private = (update["message"] for update in api.updates())
    assert joined["new_chat_members"][0]["id"] == left["left_chat_member"]["id"] == 8
    assert private["text"] == "riêng"
