"""A file that came with a call."""

from __future__ import annotations


class Upload(str):
    """What `Call.params` shows of a file is a line of text; its name, its bytes and their kind hang on it."""

    name: str
    content: bytes
    kind: str

    def __new__(cls, name: str, content: bytes, kind: str) -> Upload:
        upload = super().__new__(cls, f"attached file {name}, {len(content)} bytes")
        upload.name, upload.content, upload.kind = name, content, kind
        return upload
