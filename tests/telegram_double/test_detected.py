import pytest

from .detected import detect_entities, words_of


def marked(text: str) -> list[tuple[str, str]]:
    return [(entity["type"], words_of(text, entity)) for entity in detect_entities(text)]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("@bot_a tổng thu?", [("mention", "@bot_a")]),
        ("tổng thu 😀 (@bot_a)?", [("mention", "@bot_a")]),
        ("/hoi@bot_a thu và @bot_b", [("bot_command", "/hoi@bot_a"), ("mention", "@bot_b")]),
        ("hỏi @bot_aế, @bo, an@bot_a.vn, @@bot_a, @bot_a@x", []),
        ("@bot_a2", [("mention", "@bot_a2")]),
        ("và/hoặc, a/b, 1/2020", []),
    ],
)
def test_mentions_and_commands_are_whole_words(text: str, entities: list[tuple[str, str]]) -> None:
    assert marked(text) == entities
