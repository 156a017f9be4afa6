"""A dozen of the thousand kills of `python -m tests.faults.kills`."""

from tests.faults.kills import kill


def test_a_bot_that_is_killed_again_and_again_answers_every_question_and_none_needlessly_twice() -> None:
    tally = kill(12, seed=7)
    assert tally.kills == 12
    assert tally.asked
    assert (tally.lost, tally.needless) == (0, 0)
