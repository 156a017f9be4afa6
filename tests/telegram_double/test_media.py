import struct
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot

from .client import Api
from .double import TelegramDouble


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG of this size, which is all that is looked at."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


def upload(api: Api, method: str, name: str, content: bytes, **params: str) -> dict[str, Any]:
    files = {name: ("tep.bin", content, "application/octet-stream")}
    answer: dict[str, Any] = api.http.post(api.base + method, data={"chat_id": "1001", **params}, files=files).json()
    return answer


@pytest.fixture
async def bot(double: TelegramDouble) -> AsyncIterator[Bot]:
    async with Bot(double.token, base_url=f"{double.url}/bot") as bot:
        yield bot


async def test_ptb_sends_a_picture_and_the_test_reads_it(double: TelegramDouble, bot: Bot) -> None:
    double.send_text("/thongke")
    sent = await bot.send_photo(1001, png(1080, 720), caption="<b>Câu hỏi</b> mỗi ngày", parse_mode="HTML")
    assert sent.caption == "Câu hỏi mỗi ngày"
    assert [entity.type for entity in sent.caption_entities] == ["bold"]
    assert (sent.photo[0].width, sent.photo[0].height) == (1080, 720)
    assert double.file(sent.photo[0].file_id) == png(1080, 720)
    edited = await bot.edit_message_caption(1001, sent.message_id, caption="mới")
    assert not isinstance(edited, bool)
    assert (edited.caption, edited.photo) == ("mới", sent.photo)


async def test_ptb_sends_a_document_in_a_topic(double: TelegramDouble, bot: Bot) -> None:
    double.add_group(-200, forum=True)
    topic = double.add_topic(-200)
    sent = await bot.send_document(-200, b"a;b\n", filename="cau-hoi.csv", message_thread_id=topic)
    assert sent.document
    assert (sent.document.file_name, sent.document.mime_type) == ("cau-hoi.csv", "text/csv")
    assert double.file(sent.document.file_id) == b"a;b\n"
    assert sent.message_thread_id == topic
    assert double.calls("sendDocument")[0].params["document"] == "attached file cau-hoi.csv, 4 bytes"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "file must be non-empty"),
        (b"GIF89a", "IMAGE_PROCESS_FAILED"),
        (png(9_000, 1_001), "PHOTO_INVALID_DIMENSIONS"),
        (png(2_100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
def test_picture_telegram_refuses_is_refused(api: Api, content: bytes, complaint: str) -> None:
    assert upload(api, "sendPhoto", "photo", content)["description"] == f"Bad Request: {complaint}"


def test_caption_holds_1024_units_after_parsing(api: Api) -> None:
    full = f"<b>{'ế' * 1024}</b>"
    assert upload(api, "sendDocument", "document", b"x", caption=full, parse_mode="HTML")["ok"]
    answer = upload(api, "sendDocument", "document", b"x", caption="ế" * 1025)
    assert answer["description"] == "Bad Request: message caption is too long"
    answer = upload(api, "sendDocument", "document", b"x", caption="<b>", parse_mode="HTML")
    assert answer["description"].startswith("Bad Request: can't parse entities: ")


def test_file_must_be_there_and_be_uploaded(api: Api) -> None:
    assert api.refused("sendPhoto", chat_id=1001) == "400 Bad Request: there is no photo in the request"
    assert api.refused("sendDocument", chat_id=1001) == "400 Bad Request: there is no document in the request"
    assert "takes uploaded files only" in api.refused("sendPhoto", chat_id=1001, photo="https://x.vn/a.png")
    named = upload(api, "sendDocument", "csv", b"x", document="attach://csv")
    assert named["result"]["document"]["file_name"] == "tep.bin"


def test_text_is_edited_as_a_text_and_a_caption_as_a_caption(api: Api) -> None:
    number = upload(api, "sendDocument", "document", b"x")["result"]["message_id"]
    refused = api.refused("editMessageText", chat_id=1001, message_id=number, text="x")
    assert refused == "400 Bad Request: there is no text in the message to edit"
    number = api.ok("sendMessage", chat_id=1001, text="x")["message_id"]
    refused = api.refused("editMessageCaption", chat_id=1001, message_id=number, caption="x")
    assert refused == "400 Bad Request: there is no caption in the message to edit"
