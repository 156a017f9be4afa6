"""A webhook's other end, for the double's own tests."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any


class Receiver:
    """Takes deliveries on 127.0.0.1; `answer` gives each its status, or 0 to hang up, and may block."""

    def __init__(self, answer: Callable[[dict[str, Any]], int] = lambda update: 200) -> None:
        self.updates: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                update = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                receiver.secrets.append(self.headers["X-Telegram-Bot-Api-Secret-Token"])
                receiver.updates.append(update)
                status = answer(update)
                if status:
                    self.send_response(status)
                    self.send_header("Content-Length", "0")
                    self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                """Nothing on standard error."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        """Where it takes deliveries."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/hook"

    def texts(self) -> list[str]:
        """The texts of the messages delivered so far, repeats included."""
        return [update["message"]["text"] for update in self.updates]

    def __enter__(self) -> Receiver:
        self.thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.server.shutdown()
        self.thread.join(timeout=10)
        self.server.server_close()
