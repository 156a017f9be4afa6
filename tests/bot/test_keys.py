from bot.keys import derive

TOKEN = "123456:" + "A" * 35


def test_every_process_derives_the_same_key() -> None:
    assert derive(TOKEN, "buttons") == derive(TOKEN, "buttons")
    assert len(derive(TOKEN, "buttons")) == 32


def test_each_purpose_and_each_bot_has_a_key_of_its_own() -> None:
    assert len({derive(TOKEN, "buttons"), derive(TOKEN, "storage"), derive(f"{TOKEN}B", "buttons")}) == 3
