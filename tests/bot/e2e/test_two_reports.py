"""Where two reports answer, whatever is shown says which of them it is of."""

from __future__ import annotations

import pytest

from bot import texts
from index import Library
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import PLACE, labels
from tests.bot.process import REPORT
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import talk

WARD = "phường Bến Đá, 9 tháng 2023: "
DISTRICT = "quận Hoàn Kiếm, 2020: "
TEXT = """BÁO CÁO
Tình hình thực hiện nhiệm vụ phát triển kinh tế - xã hội 9 tháng năm 2023 của phường Bến Đá

I. Chợ và bến bãi

Chợ Bến Đá có 214 hộ kinh doanh, thu phí chợ đạt 612 triệu đồng.

II. Cây xanh

Phường trồng 350 cây bàng dọc bờ kè.
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Library:
    path = tmp_path_factory.mktemp("report") / "ben-da.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Library.load([REPORT, path])


def test_answers_inline_results_and_the_outline_name_the_report(
    telegram: TelegramDouble, serve: Serve, both: Library
) -> None:
    telegram.inline_mode = True
    an = talk(telegram, 7)
    with serve(library=both):
        an.says("Phường trồng bao nhiêu cây bàng?")
        assert f"{PLACE} {WARD}" in an.hears()["text"]
        results = an.types("thu phí chợ")["results"]
        assert results
        assert all(one["description"].startswith((WARD, DISTRICT)) for one in results)
        assert results[0]["description"].startswith(WARD)
        an.says("/mucluc")
        shown = an.hears()
        named = [shown["text"].splitlines()[0]]
        while texts.PAGE_AFTER in labels(shown):
            an.presses(texts.PAGE_AFTER)
            shown = an.sees_change()
            named.append(shown["text"].splitlines()[0])
        assert DISTRICT in named[0]
        assert WARD in named[-1]
        an.presses("II. Cây xanh")
        section = an.sees_change()
        assert section["text"].startswith(WARD)
        an.presses(texts.OUTLINE_BUTTON)
        assert an.sees_change()["text"] == shown["text"]
