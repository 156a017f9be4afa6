from pathlib import Path

import pytest

from index.bodies import DEFAULT, Bodies
from index.errors import DataError
from index.library import Library
from index.normalize import has_accents
from index.records import Why
from index.tokens import tokens
from tests.index.builders import HEAD, answered, library, refused


def named(text: str) -> list[str]:
    found = list(tokens(text))
    return [text[a:b] for _, a, b in Bodies.load().asked(found, accented=has_accents(text))]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Hội Nông dân phường làm gì", ["Hội Nông dân phường"]),
        ("hoi nong dan lam gi", ["hoi nong dan"]),
        ("Sở Y tế và Phòng Y tế quận", ["Sở Y tế", "Phòng Y tế quận"]),
        ("Công an thành phố", ["Công an thành phố"]),
        ("UBND do ủy ban nhân dân quận", ["ủy ban nhân dân quận"]),
        ("45 cơ sở y tế, cán bộ y tế", []),
        ("ho so xay dung", []),
        ("thu ngân sách", []),
    ],
)
def test_the_bodies_of_a_text_with_the_level_behind_their_name(text: str, bodies: list[str]) -> None:
    assert named(text) == bodies


@pytest.fixture(scope="module")
def several() -> Library:
    return library(
        f"""{HEAD}I. ĐOÀN THỂ
Hội Phụ nữ huyện kết nạp 120 hội viên mới. Tổ chức 5 lớp tập huấn cho hội viên.
Hội Cựu chiến binh trồng 300 cây xanh.
Hội Nông dân tham gia hội thảo về giống lúa.
II. CÔNG AN HUYỆN
Lực lượng chức năng phá 12 vụ trộm cắp, phối hợp với Đoàn Thanh niên tuyên truyền.
III. Y TẾ
Phòng Y tế kiểm tra 45 cơ sở y tế.
Trên địa bàn huyện có 14 trạm y tế.
Ủy ban nhân dân huyện ban hành 25 văn bản.
"""
    )


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("Hội Nông dân kết nạp bao nhiêu hội viên mới?", "Hội Nông dân"),
        ("hoi nong dan ket nap bao nhieu hoi vien moi", "hội nông dân"),
        ("HND kết nạp bao nhiêu hội viên mới?", "hội nông dân"),
        ("hội nông dân tổ chức mấy lớp tập huấn cho hội viên", "hội nông dân"),
        ("Hội Phụ nữ xã kết nạp bao nhiêu hội viên mới?", "Hội Phụ nữ xã"),
        ("MTTQ trồng bao nhiêu cây xanh?", "mặt trận tổ quốc"),
        ("Sở Y tế kiểm tra bao nhiêu cơ sở y tế?", "Sở Y tế"),
        ("HĐND huyện ban hành bao nhiêu văn bản?", "hội đồng nhân dân huyện"),
    ],
)
def test_what_another_body_did_is_no_answer(several: Library, question: str, typed: str) -> None:
    reply = refused(several, question)
    assert (reply.why, reply.missing) == (Why.SUBJECT, (typed,))


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("hội phụ nữ kết nạp bao nhiêu hội viên mới", "120"),
        ("Hội Phụ nữ tổ chức mấy lớp tập huấn?", "5 lớp"),
        ("công an huyện phá bao nhiêu vụ trộm cắp", "12 vụ"),
        ("phòng y tế kiểm tra bao nhiêu cơ sở", "45"),
        ("UBND ban hành bao nhiêu văn bản", "25"),
    ],
)
def test_what_the_body_did_is_one_and_so_is_what_stands_under_its_name(
    several: Library, question: str, figure: str
) -> None:
    answer = answered(several, question)
    assert figure in answer.best.text
    assert answer.missing == ()


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Công an huyện có bao nhiêu trạm y tế trên địa bàn?", ("Công an huyện",)),
        ("ubnd huyện có bao nhiêu trạm y tế trên địa bàn", ("ủy ban nhân dân huyện",)),
    ],
)
def test_a_body_that_a_sentence_about_none_does_not_name_is_said_with_the_answer(
    several: Library, question: str, missing: tuple[str, ...]
) -> None:
    assert answered(several, question).missing == missing


@pytest.mark.parametrize(
    ("old", "new"),
    [("[levels]", "[level]"), ("heads = [", "head = ["), ('["hội luật gia"]', "[]"), ("[words]", "[words")],
)
def test_a_broken_file_is_named(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "bodies.toml"
    path.write_text(DEFAULT.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=r"bodies\.toml"):
        Bodies.load(path)
