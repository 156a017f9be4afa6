"""Starts bots fast: all modules are loaded here once, and each bot is a fork of that. `python -m tests.faults.nursery`.

A line on standard input is the JSON object of a bot's settings; the answer is a line with its process number.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

from bot import logs
from bot.run import serve
from config.settings import Settings
from index.readers import read


def main() -> None:
    """Serve until the input ends."""
    for line in sys.stdin:
        given = json.loads(line)
        number = os.fork()
        if number == 0:
            _live(given)
        print(number, flush=True)
        # Whoever is dead by now is not to stay a zombie.
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            pass


def _live(given: dict[str, str]) -> None:
    """Be a bot, and nothing else ever again."""
    log = os.open(given.pop("LOG"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (0, 1, 2):
        os.dup2(log if stream else os.open(os.devnull, os.O_RDONLY), stream)
    settings = Settings.load(given, env_file=None)
    assert settings.telegram_bot_token is not None
    token = settings.telegram_bot_token.get_secret_value()
    logs.setup(settings.log_level, (token,), settings.log_format)
    asyncio.run(serve(settings, token, [read(Path(path)) for path in settings.report_paths()]))
    os._exit(0)


if __name__ == "__main__":
    main()
