import pytest

from .client import Api
from .double import TelegramDouble


def statuses(update: dict[str, dict[str, dict[str, object]]]) -> tuple[object, object]:
    change = update["my_chat_member"]
    return change["old_chat_member"]["status"], change["new_chat_member"]["status"]


def test_bot_is_told_that_it_was_added(double: TelegramDouble, api: Api) -> None:
    double.add_group(-100, bot="left")
    not_there = "403 Forbidden: bot is not a member of the supergroup chat"
    assert api.refused("sendMessage", chat_id=-100, text="a") == not_there
    assert api.refused("getChat", chat_id=-100) == not_there
    double.send_text("/hoi", chat_id=-100, user_id=7)
    double.add_bot(-100, by=7)
    changed, came = api.updates()[1:]
    assert statuses(changed) == ("left", "member")
    assert (changed["my_chat_member"]["from"]["id"], changed["my_chat_member"]["chat"]["id"]) == (7, -100)
    assert came["message"]["new_chat_members"][0]["username"] == double.bot_username
    assert api.ok("sendMessage", chat_id=-100, text="chào")


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_removed_bot_is_told_and_then_refused(double: TelegramDouble, api: Api, kind: str) -> None:
    double.add_group(-100, kind=kind)
    api.updates()
    double.remove_bot(-100)
    double.send_text("/hoi", chat_id=-100, user_id=7)
    updates = api.updates()
    assert statuses(updates[0])[1] == "kicked"
    assert len(updates) == (1 if kind == "channel" else 2)
    kicked = f"403 Forbidden: bot was kicked from the {kind} chat"
    assert api.refused("sendMessage", chat_id=-100, text="a") == kicked
    assert api.refused("editMessageText", chat_id=-100, message_id=1, text="a") == kicked
    assert api.refused("getChatMember", chat_id=-100, user_id=7) == kicked
    double.add_bot(-100)
    assert api.ok("sendMessage", chat_id=-100, text="a")


def test_restricted_bot_may_do_what_it_is_left(double: TelegramDouble, api: Api, group: int) -> None:
    double.restrict_bot(group)
    assert statuses(api.updates()[-1]) == ("member", "restricted")
    refused = api.refused("sendMessage", chat_id=group, text="a")
    assert refused == "400 Bad Request: not enough rights to send text messages to the chat"
    action = api.refused("sendChatAction", chat_id=group, action="typing")
    assert action == "400 Bad Request: CHAT_WRITE_FORBIDDEN"
    double.restrict_bot(group, can_send_messages=True)
    assert api.ok("sendMessage", chat_id=group, text="a")
    photo = api.http.post(api.base + "sendPhoto", data={"chat_id": str(group)}, files={"photo": b"\xff\xd8\xff"})
    assert photo.json()["description"] == "Bad Request: not enough rights to send photos to the chat"


def test_administrator_becomes_a_member_again(double: TelegramDouble, api: Api, group: int) -> None:
    double.promote_bot(group, can_delete_messages=False)
    member = api.updates()[-1]["my_chat_member"]["new_chat_member"]
    assert (member["status"], member["can_manage_topics"], member["can_delete_messages"]) == (
        "administrator",
        True,
        False,
    )
    double.demote_bot(group)
    assert statuses(api.updates()[-1]) == ("administrator", "member")


def test_right_or_status_there_is_none_of_is_a_mistake_of_the_test(double: TelegramDouble, group: int) -> None:
    with pytest.raises(ValueError, match="administrator in a supergroup has no right can_fly"):
        double.promote_bot(group, can_fly=True)
    with pytest.raises(ValueError, match="status is 'boss'"):
        double.set_member(group, 7, "boss")


def test_bot_in_a_channel_needs_the_right_to_post(double: TelegramDouble, api: Api) -> None:
    double.add_group(-300, kind="channel")
    assert api.ok("sendMessage", chat_id=-300, text="a")
    double.promote_bot(-300, can_post_messages=False)
    refused = api.refused("sendMessage", chat_id=-300, text="a")
    assert refused == "400 Bad Request: need administrator rights in the channel chat"


def test_bot_leaves_and_is_told(double: TelegramDouble, api: Api, group: int) -> None:
    assert api.ok("leaveChat", chat_id=group) is True
    changed, left = api.updates()[-2:]
    assert statuses(changed) == ("member", "left")
    assert left["message"]["left_chat_member"]["username"] == double.bot_username
    assert api.refused("leaveChat", chat_id=group) == "403 Forbidden: bot is not a member of the supergroup chat"
    private = api.refused("leaveChat", chat_id=1001)
    assert private == "400 Bad Request: chat member status can't be changed in private chats"


def test_member_has_a_status_and_who_never_was_there_has_left(double: TelegramDouble, api: Api, group: int) -> None:
    double.set_member(group, 7, "administrator", can_delete_messages=False)
    double.send_text("chào", chat_id=group, user_id=8)

    def status(user_id: int) -> object:
        return api.ok("getChatMember", chat_id=group, user_id=user_id)["status"]

    assert [status(user) for user in (501, 7, 8, 1001, 123456)] == [
        "creator",
        "administrator",
        "member",
        "left",
        "member",
    ]
    assert api.refused("getChatMember", chat_id=group, user_id=999) == "400 Bad Request: user not found"
    assert api.refused("getChatMember", chat_id=group, user_id=0) == "400 Bad Request: invalid user_id specified"
    assert [member["user"]["id"] for member in api.ok("getChatAdministrators", chat_id=group)] == [501, 7]
    assert api.ok("getChatMemberCount", chat_id=group) == 4
    assert api.ok("getChatMember", chat_id=1001, user_id=1001)["status"] == "member"
    private = api.refused("getChatAdministrators", chat_id=1001)
    assert private == "400 Bad Request: there are no administrators in the private chat"


def test_blocking_and_writing_again_are_changes_of_place(double: TelegramDouble, api: Api) -> None:
    api.updates()
    double.block(1001)
    double.send_text("lại đây")
    blocked, back, message = api.updates()
    assert (statuses(blocked), statuses(back)) == (("member", "kicked"), ("kicked", "member"))
    assert message["message"]["text"] == "lại đây"
