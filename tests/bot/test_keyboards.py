import pytest

from bot.answering import FINGERPRINT
from bot.keyboards import example_buttons, pressed_example

PRINT = "0123456789"
EXAMPLES = ("Thu bao nhiêu?", "Chi bao nhiêu? " * 20, "Ai trình bày?")


def test_each_example_is_a_button_that_finds_its_question_again() -> None:
    keyboard = example_buttons(EXAMPLES, PRINT)
    assert keyboard is not None
    data = [str(row[0].callback_data) for row in keyboard.inline_keyboard]
    assert [pressed_example(one, EXAMPLES, PRINT) for one in data] == list(EXAMPLES)
    assert all(len(one.encode()) <= 64 for one in data)
    assert all(len(row[0].text) <= 60 for row in keyboard.inline_keyboard)


def test_without_examples_there_is_no_keyboard() -> None:
    assert example_buttons((), PRINT) is None


@pytest.mark.parametrize(
    "data",
    [
        "",
        "ex1",
        "ex1:0123456789:3",
        "ex1:0123456789:٣",
        "ex1:9999999999:0",
        "ex2:0123456789:0",
        "ex1:0123456789:0\n",
    ],
)
def test_old_and_forged_data_finds_nothing(data: str) -> None:
    assert len(PRINT) == FINGERPRINT
    assert pressed_example(data, EXAMPLES, PRINT) is None
