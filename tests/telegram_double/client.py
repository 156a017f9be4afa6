"""Calls the double as a bot library does, for its own tests."""

from __future__ import annotations

import json
from typing import Any

import httpx

from .double import TelegramDouble


class Api:
    """Bot API calls over HTTP, parameters encoded as python-telegram-bot encodes them."""

    def __init__(self, double: TelegramDouble) -> None:
        self.base = f"{double.url}/bot{double.token}/"
        # Loading the system's certificates takes a tenth of a second, and the double speaks plain HTTP.
        self.http = httpx.Client(timeout=10, verify=False)

    def call(self, method: str, **params: Any) -> httpx.Response:
        """The answer as it came."""
        data = {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()}
        return self.http.post(self.base + method, data=data)

    def ok(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        body = self.call(method, **params).json()
        assert body["ok"], body
        return body["result"]

    def updates(self) -> list[dict[str, Any]]:
        """The updates since the last call of this, their ids left out."""
        updates = self.ok("getUpdates")
        if updates:
            self.ok("getUpdates", offset=updates[-1]["update_id"] + 1)
        return [{key: value for key, value in update.items() if key != "update_id"} for update in updates]

    def refused(self, method: str, **params: Any) -> str:
        """The description of a call that must be refused, its status in front."""
        answer = self.call(method, **params)
        body = answer.json()
        assert body["ok"] is False
        assert body["error_code"] == answer.status_code
        return f"{answer.status_code} {body['description']}"
