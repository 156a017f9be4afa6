"""`python -m tests.load [SECONDS]`: 30 questions a second from 500 chats, with the bot as a process of its own.

Prints what was lost, how long an answer took (from the update's delivery to the arrival of its sendMessage, and the
bot's own part as it counts it itself), and the memory at rest and after each quarter.
"""

from __future__ import annotations

import random
import socket
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.bot.process import REPORT, BotProcess
from tests.telegram_double import TelegramDouble

RATE = 30  # questions a second
CHATS = 500
QUESTIONS = (
    "Tổng thu ngân sách nhà nước năm 2020 là bao nhiêu?",
    "tong thu ngan sach bao nhieu",
    "thuế ngoài quốc doanh đạt bao nhiêu phần trăm dự toán",
    "ai trình bày báo cáo tóm tắt",
    "phong chong dich benh the nao",
    "Dân số quận là bao nhiêu?",
    "số vụ phạm pháp hình sự giảm bao nhiêu",
    "GPMB bao nhiêu dự án",
)
GRACE = 30.0  # seconds for the last answers


def load(seconds: int) -> int:
    """The number of questions lost, after printing the figures."""
    chance = random.Random(1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder, TelegramDouble() as telegram:
        settings = {"MONITOR_PORT": str(port), "QUOTA_PER_PERSON": "0", "LOG_LEVEL": "WARNING", "REPORTS": str(REPORT)}
        bot = BotProcess(telegram, Path(folder), **settings)
        telegram.wait_for(lambda t: t.polled, timeout=60)
        memory = [_resident(bot.pid)]
        quarters = [RATE * seconds * quarter // 4 for quarter in (1, 2, 3)]
        asked: dict[tuple[int, int], float] = {}
        began = time.monotonic()
        for number in range(RATE * seconds):
            delay = began + number / RATE - time.monotonic()
            if delay > 0:
                time.sleep(delay)
            if number in quarters:
                memory.append(_resident(bot.pid))
            chat = 10_000 + chance.randrange(CHATS)
            message = telegram.send_text(chance.choice(QUESTIONS), chat_id=chat)
            asked[chat, message] = time.monotonic()
        deadline = time.monotonic() + GRACE
        while telegram.pending() and time.monotonic() < deadline:
            time.sleep(0.1)
        memory.append(_resident(bot.pid))
        page = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics").read().decode()
        bot.terminate()
        took = []
        for call in telegram.calls("sendMessage"):
            reply = call.params.get("reply_parameters") or {}
            question = (call.params["chat_id"], reply.get("message_id"))
            if call.status == 200 and question in asked:
                took.append(call.at - asked.pop(question))
    took.sort()
    print(f"{len(took) + len(asked)} questions in {seconds} s from {CHATS} chats: {len(asked)} lost")
    print(f"asked to sent, ms: p50 {_at(took, 0.5):.0f}, p95 {_at(took, 0.95):.0f}, p99 {_at(took, 0.99):.0f}")
    print(f"the bot's own part, p95 within {_bucket(page, 0.95):g} ms")
    after = ", ".join(f"{each:.0f}" for each in memory[1:])
    print(f"memory, MB: {memory[0]:.0f} at rest, {after} after each quarter")
    return len(asked)


def _at(ordered: list[float], share: float) -> float:
    """A percentile, in ms."""
    return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else float("nan")


def _bucket(page: str, share: float) -> float:
    """The upper edge, in ms, of the histogram's bucket that holds a percentile."""
    counts = []
    for line in page.splitlines():
        if line.startswith("hoibaocao_answer_seconds_bucket"):
            edge = line.split('le="')[1].split('"')[0]
            counts.append((float(edge), float(line.rsplit(" ", 1)[1])))
    whole = counts[-1][1]
    return 1000 * next(edge for edge, count in counts if count >= share * whole)


def _resident(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / 1e6


if __name__ == "__main__":
    sys.exit(bool(load(int(sys.argv[1]) if len(sys.argv) > 1 else 120)))
