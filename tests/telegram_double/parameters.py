"""Parameters of a call: read from whatever body they came in, then given the types the method declares."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from tornado.httputil import HTTPServerRequest

from .errors import ApiError, Json, bad_request
from .text import check_utf8
from .uploads import Upload

Kind = Callable[[str, str], Any]
"""Turns a parameter's name and text into its value, or raises ApiError."""

Spec = Mapping[str, Kind]

_INTEGER = re.compile(r"[+-]?\d{1,19}")
_BOOLEAN = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def integer(name: str, text: str) -> int:
    """A whole number. Telegram reads a malformed one as 0; here it is refused, since no bot means that."""
    if not _INTEGER.fullmatch(text.strip()):
        raise bad_request(f'Field "{name}" must be of type Number')
    return int(text)


def boolean(name: str, text: str) -> bool:
    """True or false. Telegram reads anything else as false; here it is refused."""
    if text.strip().lower() not in _BOOLEAN:
        raise bad_request(f'Field "{name}" must be of type Boolean')
    return _BOOLEAN[text.strip().lower()]


def string(name: str, text: str) -> str:
    """Text as it is."""
    return text


def chat_id(name: str, text: str) -> int | str:
    """A chat's number, or its @name; which of them exist is for the method to say."""
    text = text.strip()
    return int(text) if _INTEGER.fullmatch(text) else text


def json_value(label: str, expected: type, complaint: str) -> Kind:
    """A JSON array or object; `label` is what Telegram calls it when it cannot be parsed."""

    def read(name: str, text: str) -> Any:
        if not text:
            return None
        try:
            value = json.loads(text)
        except ValueError:
            raise bad_request(f"Can't parse {label} JSON object") from None
        check_utf8(value)
        if not isinstance(value, expected):
            raise bad_request(complaint)
        return value

    return read


def integer_field(value: Json, name: str) -> int:
    """A required number inside a JSON object."""
    if name not in value:
        raise bad_request(f'Can\'t find field "{name}"')
    try:
        return integer(name, str(value[name]))
    except ApiError:
        raise bad_request(f'Field "{name}" must be a valid Number') from None


def string_field(value: Json, name: str, *, required: bool = False) -> str:
    """A text inside a JSON object; absent is empty unless required. Raises ValueError in TDLib's words."""
    if name not in value:
        if required:
            raise ValueError(f'Can\'t find field "{name}"')
        return ""
    text = value[name]
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        raise ValueError(f'Field "{name}" must be of type String')
    return str(text)


def _as_text(value: object) -> str:
    # A JSON body's values are taken by Telegram as if each had been a form field.
    return value if isinstance(value, str) else json.dumps(value)


def read_fields(request: HTTPServerRequest) -> dict[str, str]:
    """Every parameter of the request as text: from the query, a form, a multipart body or a JSON body.

    Raises ApiError for text that is not UTF-8 and for a JSON body that is not an object.
    """
    fields: dict[str, str] = {}
    for arguments in (request.query_arguments, request.body_arguments):
        for name, values in arguments.items():
            try:
                fields[name] = values[-1].decode()
            except UnicodeDecodeError:
                raise bad_request("Strings must be encoded in UTF-8") from None
    for name, files in request.files.items():
        fields[name] = Upload(files[-1].filename, files[-1].body, files[-1].content_type)
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind == "application/json" and request.body:
        try:
            body = json.loads(request.body)
        except ValueError:
            raise bad_request("Can't parse JSON object") from None
        if not isinstance(body, dict):
            raise bad_request("Object expected as parameters")
        check_utf8(body)
        fields |= {name: _as_text(value) for name, value in body.items() if value is not None}
    return fields


def decode(spec: Spec, fields: Mapping[str, str]) -> Json:
    """The parameters with their types; those the method does not know stay text, and nothing reads them."""
    return {name: spec.get(name, string)(name, text) for name, text in fields.items()}
