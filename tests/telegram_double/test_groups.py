import pytest

from .client import Api
from .double import TelegramDouble

NOT_FOUND = "400 Bad Request: message thread not found"


def send(api: Api, chat_id: int, **params: object) -> dict[str, object]:
    message: dict[str, object] = api.ok("sendMessage", chat_id=chat_id, text="đáp", **params)
    return message


def test_message_of_a_group_says_who_wrote_and_where(double: TelegramDouble, api: Api, group: int) -> None:
    double.privacy = False
    api.updates()
    double.send_text("chào @hoi_bao_cao_bot", chat_id=group, user_id=7)
    (update,) = api.updates()
    message = update["message"]
    assert message["chat"] == {"id": -100, "title": "Văn phòng", "type": "supergroup"}
    assert message["from"]["id"] == 7
    assert message["entities"] == [{"type": "mention", "offset": 5, "length": 16}]


def test_caption_is_marked_too_and_given_entities_stay(double: TelegramDouble, api: Api) -> None:
    double.send_message(chat_id=5, photo=[{"file_id": "f"}], caption="/hoi thu")
    mention = {"type": "text_mention", "offset": 0, "length": 2, "user": {"id": 9}}
    double.send_text("An /hoi", chat_id=5, entities=[mention])
    caption, text = (update["message"] for update in api.updates()[1:])
    assert caption["caption_entities"] == [{"type": "bot_command", "offset": 0, "length": 4}]
    assert text["entities"] == [mention]


def test_who_acts_in_a_group_must_be_named(double: TelegramDouble, group: int) -> None:
    with pytest.raises(ValueError, match="say who acts in chat -100"):
        double.send_text("ai?", chat_id=group)
    with pytest.raises(KeyError):
        double.send_text("nhóm nào?", chat_id=-999, user_id=7)


def test_reply_shows_the_original_without_what_that_answers(double: TelegramDouble, api: Api, group: int) -> None:
    double.privacy = False
    first = double.send_text("một", chat_id=group, user_id=7)
    second = double.send_text("hai", chat_id=group, user_id=8, reply_to_message=first)
    double.send_text("ba", chat_id=group, user_id=7, reply_to_message=second)
    message = api.updates()[-1]["message"]
    assert message["reply_to_message"]["text"] == "hai"
    assert "reply_to_message" not in message["reply_to_message"]
    # Answers in a supergroup are threads, though not topics; a bot may not send into those.
    assert message["message_thread_id"] == first
    assert "is_topic_message" not in message
    sent = send(api, group, reply_parameters={"message_id": second})
    assert (sent["message_thread_id"], "is_topic_message" in sent) == (first, False)
    assert api.refused("sendMessage", chat_id=group, text="a", message_thread_id=first) == NOT_FOUND


def test_messages_of_a_topic_carry_it_and_those_of_general_none(double: TelegramDouble, api: Api, forum: int) -> None:
    double.privacy = False
    created = api.updates()[-1]["message"]
    assert created["forum_topic_created"]["name"] == "Ngân sách"
    double.send_text("ở đây", chat_id=forum, user_id=7, message_thread_id=2)
    double.send_text("ở chung", chat_id=forum, user_id=7)
    here, general = (update["message"] for update in api.updates())
    assert (here["message_thread_id"], here["is_topic_message"]) == (2, True)
    # What answers nothing answers the message that opened the topic.
    assert here["reply_to_message"] == created
    assert not {"message_thread_id", "is_topic_message", "reply_to_message"} & general.keys()


def test_bot_sends_into_a_topic_by_its_number_or_by_answering(double: TelegramDouble, api: Api, forum: int) -> None:
    asked = double.send_text("/hoi", chat_id=forum, user_id=7, message_thread_id=2)
    for params in ({"message_thread_id": 2}, {"reply_parameters": {"message_id": asked}}):
        sent = send(api, forum, **params)
        assert (sent["message_thread_id"], sent["is_topic_message"]) == (2, True)
    assert sent["reply_to_message"]["text"] == "/hoi"  # type: ignore[index]
    assert "message_thread_id" not in send(api, forum)


def test_answer_into_another_topic_hides_the_original(double: TelegramDouble, api: Api, forum: int) -> None:
    other = double.add_topic(forum, "Đầu tư")
    asked = double.send_text("/hoi", chat_id=forum, user_id=7, message_thread_id=2)
    sent = send(api, forum, message_thread_id=other, reply_parameters={"message_id": asked})
    assert sent["message_thread_id"] == other
    assert sent["reply_to_message"]["message_id"] == other  # type: ignore[index]


@pytest.mark.parametrize("thread", [1, 3, 99])
def test_topic_that_is_none_and_the_number_of_general_are_refused(
    double: TelegramDouble, api: Api, forum: int, thread: int
) -> None:
    double.send_text("/hoi", chat_id=forum, user_id=7)
    assert api.refused("sendMessage", chat_id=forum, text="a", message_thread_id=thread) == NOT_FOUND


def test_closed_topic_is_for_who_manages_topics(double: TelegramDouble, api: Api, forum: int) -> None:
    asked = double.send_text("/hoi", chat_id=forum, user_id=7, message_thread_id=2)
    double.close_topic(forum, 2)
    assert "forum_topic_closed" in api.updates()[-1]["message"]
    closed = "400 Bad Request: TOPIC_CLOSED"
    reply = {"message_id": asked}
    assert api.refused("sendMessage", chat_id=forum, text="a", message_thread_id=2) == closed
    assert api.refused("sendMessage", chat_id=forum, text="a", reply_parameters=reply) == closed
    assert send(api, forum)
    double.promote_bot(forum)
    assert send(api, forum, message_thread_id=2)
    double.promote_bot(forum, can_manage_topics=False)
    assert api.refused("sendMessage", chat_id=forum, text="a", message_thread_id=2) == closed
    double.reopen_topic(forum, 2)
    assert send(api, forum, message_thread_id=2)


def test_general_can_be_closed_too(double: TelegramDouble, api: Api, forum: int) -> None:
    double.close_topic(forum)
    assert api.refused("sendMessage", chat_id=forum, text="a") == "400 Bad Request: TOPIC_CLOSED"
    assert send(api, forum, message_thread_id=2)


def test_deleted_topic_takes_its_messages_along(double: TelegramDouble, api: Api, forum: int) -> None:
    asked = double.send_text("/hoi", chat_id=forum, user_id=7, message_thread_id=2)
    kept = double.send_text("/hoi", chat_id=forum, user_id=7)
    double.delete_topic(forum, 2)
    assert [message["message_id"] for message in double.messages(forum)] == [kept]
    assert api.refused("sendMessage", chat_id=forum, text="a", message_thread_id=2) == NOT_FOUND
    gone = api.refused("sendMessage", chat_id=forum, text="a", reply_parameters={"message_id": asked})
    assert gone == "400 Bad Request: message to be replied not found"
    reply = {"message_id": asked, "allow_sending_without_reply": True}
    refused = api.refused("sendMessage", chat_id=forum, text="a", message_thread_id=2, reply_parameters=reply)
    assert refused == NOT_FOUND
    with pytest.raises(KeyError):
        double.send_text("/hoi", chat_id=forum, user_id=7, message_thread_id=2)


def test_chat_actions_know_topics(double: TelegramDouble, api: Api, forum: int) -> None:
    # The number of "General" is refused for messages, not for "typing…".
    for thread in ({}, {"message_thread_id": 2}, {"message_thread_id": 1}):
        assert api.ok("sendChatAction", chat_id=forum, action="upload_photo", **thread) is True
    assert api.refused("sendChatAction", chat_id=forum, action="typing", message_thread_id=9) == NOT_FOUND


def test_anonymous_administrator_is_the_group(double: TelegramDouble, api: Api, group: int) -> None:
    channel = double.add_group(-300, kind="channel")
    double.send_as_chat("/hoi thu", group)
    double.send_as_chat("/hoi chi", group, sender_chat=channel)
    anonymous, as_channel = (update["message"] for update in api.updates()[-2:])
    assert (anonymous["from"]["id"], anonymous["sender_chat"]["id"]) == (1087968824, group)
    assert (as_channel["from"]["id"], as_channel["sender_chat"]["id"]) == (136817688, channel)


def test_post_goes_to_the_channel_and_into_its_group(double: TelegramDouble, api: Api, group: int) -> None:
    double.privacy = False
    channel = double.add_group(-300, "Bản tin", kind="channel", discussed_in=group)
    post = double.post("tin mới", channel)
    posted, forwarded = api.updates()[-2:]
    assert posted["channel_post"]["sender_chat"]["id"] == channel
    assert "from" not in posted["channel_post"]
    message = forwarded["message"]
    assert (message["from"]["id"], message["is_automatic_forward"], message["chat"]["id"]) == (777000, True, group)
    assert message["forward_origin"]["message_id"] == post
    double.edit(channel, post, text="tin sửa")
    assert api.updates()[-1]["edited_channel_post"]["text"] == "tin sửa"
    answer = api.ok("sendMessage", chat_id=channel, text="đáp", reply_parameters={"message_id": post})
    copied = api.updates()[-1]["message"]
    assert (copied["text"], copied["is_automatic_forward"]) == ("đáp", True)
    assert (copied["forward_origin"]["message_id"], "reply_to_message" in copied) == (answer["message_id"], False)
    assert ("from" in answer, answer["sender_chat"]["id"]) == (False, channel)
    assert api.ok("editMessageText", chat_id=channel, message_id=answer["message_id"], text="sửa")["text"] == "sửa"
    assert api.ok("getChat", chat_id=channel)["linked_chat_id"] == group


def test_group_that_became_a_supergroup_refuses_its_old_id(double: TelegramDouble, api: Api) -> None:
    double.add_group(-5, "Tổ", kind="group", members=(7,))
    double.upgrade(-5, -1005)
    joins, to, from_ = api.updates()[-3:]
    statuses = [joins["my_chat_member"][f"{when}_chat_member"]["status"] for when in ("old", "new")]
    assert (joins["my_chat_member"]["chat"]["id"], statuses) == (-1005, ["left", "member"])
    old, new = to["message"], from_["message"]
    assert (old["chat"]["id"], old["migrate_to_chat_id"]) == (-5, -1005)
    assert (new["chat"], new["migrate_from_chat_id"]) == ({"id": -1005, "title": "Tổ", "type": "supergroup"}, -5)
    answer = api.call("sendMessage", chat_id=-5, text="a")
    assert answer.json() == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": -1005},
    }
    assert send(api, -1005)
    assert api.ok("getChatMember", chat_id=-1005, user_id=7)["status"] == "member"
    assert api.ok("getChat", chat_id=-5)["title"] == "Tổ"


def test_reply_may_be_given_as_the_bot_is_to_see_it(double: TelegramDouble, api: Api) -> None:
    double.send_text("/hoi", reply_to_message={"message_id": 9, "date": 0, "text": "xưa"})
    assert api.updates()[-1]["message"]["reply_to_message"]["text"] == "xưa"


def test_reply_shows_the_original_as_it_was_then(double: TelegramDouble, api: Api) -> None:
    double.send_text("sao?", reply_to_message=1)
    double.edit(1001, 1, text="khác")
    reply, edited = api.updates()[-2:]
    assert reply["message"]["reply_to_message"]["text"] == "câu hỏi"
    assert edited["edited_message"]["text"] == "khác"
