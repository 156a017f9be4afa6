"""A tiny SQuAD-format file, made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

COFFEE = "Sản lượng cà phê đạt 15 tấn. Giá chè giữ vững."
SCHOOLS = "Huyện có 12 trường chuẩn quốc gia. Học sinh giỏi tăng nhanh."
FESTIVAL = "Lễ hội đền Thượng khai mạc ngày 15/3/2020. Du khách đến đông."


def question(text: str, context: str, answer: str) -> dict[str, Any]:
    """A question whose accepted answer stands in the context."""
    return {"question": text, "answers": [{"text": answer, "answer_start": context.index(answer)}]}


def paragraph(context: str, *questions: dict[str, Any], breaks: list[tuple[int, int]] | None = None) -> dict[str, Any]:
    """A paragraph with its questions, and its sentences where they are given."""
    return {"context": context, "qas": list(questions)} | ({"sentence_breaks": breaks} if breaks else {})


DATA: dict[str, Any] = {
    "data": [
        {
            "title": "Kinh tế",
            "paragraphs": [
                paragraph(
                    COFFEE,
                    question("Sản lượng cà phê đạt bao nhiêu?", COFFEE, "15 tấn"),
                    question("Giá chè thế nào?", COFFEE, "giữ vững"),
                ),
                paragraph(FESTIVAL, question("Lễ hội đền Thượng khai mạc ngày nào?", FESTIVAL, "15/3/2020")),
            ],
        },
        {
            "paragraphs": [
                paragraph(SCHOOLS, question("Huyện có bao nhiêu trường chuẩn quốc gia?", SCHOOLS, "12 trường"))
            ]
        },
    ]
}


_CROPS = "cà phê|chè|lúa|ngô|sắn|lạc|mía|rau|đậu tương|khoai".split("|")


def crops(count: int) -> dict[str, Any]:
    """A file of at most ten articles that have no answer in common."""
    return {"data": [_crop(number) for number in range(count)]}


def _crop(number: int) -> dict[str, Any]:
    """An article about a crop of its own; the first four have a second paragraph."""
    crop = _CROPS[number]
    one = f"Sản lượng {crop} đạt {number + 12} tấn. Giá {crop} giữ vững."
    grower = f"ông Trần Văn {chr(65 + number)}ng"
    other = f"Người trồng {crop} giỏi nhất là {grower}. Ông sống tại xã Tân Lập."
    paragraphs = [
        paragraph(one, question(f"Sản lượng {crop} đạt bao nhiêu?", one, f"{number + 12} tấn")),
        paragraph(other, question(f"Ai trồng {crop} giỏi nhất?", other, grower)),
    ]
    return {"title": crop, "paragraphs": paragraphs[: 2 if number < 4 else 1]}


def written(folder: Path, data: object = DATA) -> Path:
    """The data as a file."""
    path = folder / "squad.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path
