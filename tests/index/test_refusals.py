from index.records import Why
from tests.index.builders import HEAD, library, refused


def test_a_figure_that_stands_elsewhere_is_not_said_to_be_missing() -> None:
    of = library(f"{HEAD}I. GIAO THÔNG\nBê tông hóa 3,4 km đường làng.\nĐường tỉnh 427 còn chậm tiến độ.\n")
    reply = refused(of, "đường tỉnh 427 bê tông hóa bao nhiêu km")
    assert (reply.why, reply.missing) == (Why.TOPIC, ())
    assert refused(of, "đường làng 428 bê tông hóa bao nhiêu km").missing == ("428",)
