"""sendPhoto and sendDocument: files uploaded with the call, kept for the test to read."""

from __future__ import annotations

import struct

from .errors import Json, bad_request
from .messages import send
from .text import finish_caption, parse_formatted
from .uploads import Upload
from .world import World

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_MAX_PHOTO_BYTES = 10 << 20
_MAX_FILE_BYTES = 50 << 20
_MAX_SIDES = 10_000  # width and height together
_MAX_RATIO = 20


def _file(params: Json, name: str, most: int) -> Upload:
    """The file a parameter holds or names as `attach://…`. Raises ApiError."""
    value: object = params.get(name)
    if isinstance(value, str) and value.startswith("attach://"):
        value = params.get(value.removeprefix("attach://"))
    if not value:
        raise bad_request(f"There is no {name} in the request")
    if not isinstance(value, Upload):
        raise bad_request("This Telegram double takes uploaded files only")
    if not value.content:
        raise bad_request("File must be non-empty")
    if len(value.content) > most:
        raise bad_request(f"File is too big: {len(value.content)} bytes")
    return value


def _kept(world: World, upload: Upload) -> Json:
    file_id = next(world.file_ids)
    world.files[file_id] = upload.content
    return {"file_id": file_id, "file_unique_id": f"unique-{file_id}", "file_size": len(upload.content)}


def _size(content: bytes) -> tuple[int, int]:
    """Width and height of a picture, in pixels; of a JPEG, which says it deep inside, a likely one."""
    if content.startswith(_PNG) and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    if content.startswith(_JPEG):
        return 1280, 720
    raise bad_request("IMAGE_PROCESS_FAILED")


def _caption(params: Json) -> Json:
    parsed = parse_formatted(params.get("caption", ""), params.get("parse_mode", ""), params.get("caption_entities"))
    return finish_caption(*parsed)


def send_photo(world: World, params: Json) -> Json:
    """Sends a PNG or a JPEG. Raises ApiError for what is no picture, or one too large or too narrow."""
    caption = _caption(params)
    upload = _file(params, "photo", _MAX_PHOTO_BYTES)
    width, height = _size(upload.content)
    if width + height > _MAX_SIDES or max(width, height) > _MAX_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")

    def content() -> Json:
        return {"photo": [{**_kept(world, upload), "width": width, "height": height}], **caption}

    return send(world, params, "can_send_photos", "photos", content)


def send_document(world: World, params: Json) -> Json:
    """Sends a file of any kind. Raises ApiError."""
    caption = _caption(params)
    upload = _file(params, "document", _MAX_FILE_BYTES)

    def content() -> Json:
        named = {"file_name": upload.name, "mime_type": upload.kind}
        return {"document": {**_kept(world, upload), **named}, **caption}

    return send(world, params, "can_send_documents", "documents", content)
