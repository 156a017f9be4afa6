import pytest

from .client import Api
from .double import TelegramDouble


def test_commands_are_kept_by_scope_and_language(api: Api) -> None:
    vi = [{"command": "hoi", "description": "Hỏi một câu"}]
    private = {"type": "all_private_chats"}
    assert api.ok("setMyCommands", commands=[{"command": "/hoi ", "description": " Hỏi một câu"}]) is True
    api.ok("setMyCommands", commands=vi * 2, scope=private, language_code="vi")
    assert api.ok("getMyCommands") == vi
    assert api.ok("getMyCommands", scope=private, language_code="vi") == vi * 2
    assert api.ok("getMyCommands", language_code="en") == []
    assert api.ok("deleteMyCommands") is True
    assert api.ok("getMyCommands") == []


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        ({"command": "Hoi", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "hỏi", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "", "description": "x"}, "command must be non-empty"),
        ({"command": "x" * 33, "description": "x"}, "command length must not exceed 32"),
        ({"command": "x", "description": " "}, "command description must be non-empty"),
        ({"command": "x", "description": "ế" * 257}, "command description length must not exceed 256"),
        ({"command": "x"}, "can't parse BotCommand: Can't find field \"description\""),
        ("x", "can't parse BotCommand: expected an Object"),
    ],
)
def test_command_telegram_refuses_is_refused(api: Api, command: object, complaint: str) -> None:
    assert api.refused("setMyCommands", commands=[command]) == f"400 Bad Request: {complaint}"


def test_limits_of_commands_are_taken_in_full(api: Api) -> None:
    full = {"command": "x" * 32, "description": "ế" * 256}
    assert api.ok("setMyCommands", commands=[full] * 100)
    assert api.refused("setMyCommands", commands=[full] * 101) == "400 Bad Request: BOT_COMMANDS_TOO_MUCH"


@pytest.mark.parametrize(
    ("scope", "complaint"),
    [
        ({"type": "everyone"}, "can't parse BotCommandScope: Unsupported type specified"),
        ({}, None),
        ({"type": "chat"}, "can't parse BotCommandScope: Can't find field \"chat_id\""),
        ({"type": "chat", "chat_id": ""}, "can't parse BotCommandScope: Empty chat_id specified"),
        ({"type": "chat", "chat_id": 404}, "chat not found"),
        ({"type": "chat_administrators", "chat_id": 1001}, "can't use specified scope in private chats"),
        ({"type": "chat_member", "chat_id": 1001}, "can't parse BotCommandScope: Can't find field \"user_id\""),
        (
            {"type": "chat_member", "chat_id": 1001, "user_id": 0},
            "can't parse BotCommandScope: Invalid user_id specified",
        ),
        (
            {"type": "chat_member", "chat_id": 1001, "user_id": "An"},
            'can\'t parse BotCommandScope: Field "user_id" must be a valid Number',
        ),
        ([], "can't parse BotCommandScope: BotCommandScope must be an Object"),
    ],
)
def test_scope_telegram_does_not_know_is_refused(api: Api, scope: object, complaint: str | None) -> None:
    if complaint is None:
        assert api.ok("setMyCommands", commands=[], scope=scope)
    else:
        assert api.refused("setMyCommands", commands=[], scope=scope) == f"400 Bad Request: {complaint}"


def test_group_has_scopes_for_all_its_administrators_and_one_member(
    double: TelegramDouble, api: Api, group: int
) -> None:
    channel = double.add_group(-300, kind="channel")
    scopes: list[dict[str, object]] = [
        {"type": "all_group_chats"},
        {"type": "all_chat_administrators"},
        {"type": "chat", "chat_id": group},
        {"type": "chat_administrators", "chat_id": group},
        {"type": "chat_member", "chat_id": group, "user_id": 7},
    ]
    for number, scope in enumerate(scopes):
        commands = [{"command": f"c{number}", "description": "x"}]
        assert api.ok("setMyCommands", commands=commands, scope=scope)
    for number, scope in enumerate(scopes):
        assert api.ok("getMyCommands", scope=scope)[0]["command"] == f"c{number}"
    scope = {"type": "chat", "chat_id": channel}
    refused = api.refused("setMyCommands", commands=[], scope=scope)
    assert refused == "400 Bad Request: can't change commands in channel chats"


@pytest.mark.parametrize(
    ("method", "field", "limit"),
    [
        ("MyDescription", "description", 512),
        ("MyShortDescription", "short_description", 120),
        ("MyName", "name", 64),
    ],
)
def test_texts_of_the_profile_have_their_limits(api: Api, method: str, field: str, limit: int) -> None:
    assert api.ok(f"set{method}", **{field: "ế" * limit}) is True
    assert api.ok(f"set{method}", **{field: "tiếng Việt", "language_code": "vi"}) is True
    assert api.refused(f"set{method}", **{field: "ế" * (limit + 1)}).startswith("400 Bad Request: ")
    assert api.ok(f"get{method}", language_code="vi") == {field: "tiếng Việt"}
    assert api.ok(f"get{method}", language_code="en") == {field: "ế" * limit}
    assert api.ok(f"set{method}", **{field: ""}) is True
    assert api.ok(f"get{method}") == {field: ""}


def test_language_code_has_two_letters(api: Api) -> None:
    answer = api.refused("setMyDescription", description="x", language_code="vi-VN")
    assert answer == "400 Bad Request: invalid language code specified"
