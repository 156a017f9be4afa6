import unicodedata

from telegram.constants import BotDescriptionLimit

from bot import texts

ALL = {name: value for name, value in vars(texts).items() if name.isupper() and isinstance(value, str)}


def test_texts_are_nfc_so_that_every_phone_shows_them_alike() -> None:
    assert [name for name, text in ALL.items() if not unicodedata.is_normalized("NFC", text)] == []


def test_the_voice_is_a_colleagues() -> None:
    assert [name for name, text in ALL.items() if "!" in text or "bạn" in text.split()] == []


def test_what_telegram_shows_of_the_bot_fits_its_limits() -> None:
    assert len(texts.DESCRIPTION) <= BotDescriptionLimit.MAX_DESCRIPTION_LENGTH
    assert len(texts.SHORT_DESCRIPTION) <= BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH
    assert all(len(description) <= 256 for _, description in texts.COMMANDS)
