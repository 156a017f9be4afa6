"""A scene → one static page, 360 CSS px wide; no script, and nothing that would load."""

from __future__ import annotations

from html import escape
from pathlib import Path

from tests.looks.bubbles import bubble_html
from tests.looks.scene import Bubble, Item, Results, Scene, Toast

WIDTH = 360  # CSS px, of the narrowest phones still sold
_STYLE = Path(__file__).with_name("style.css")
# Should a text ever get through unescaped, it can still run nothing and load nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page_html(scene: Scene) -> str:
    """The whole page."""
    body = "\n".join(_item(item, scene) for item in scene.items)
    return f"""<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width={WIDTH}">
<title>{escape(scene.title)}</title>
<style>
{_STYLE.read_text()}
</style>
</head>
<body>
<header><div class="face">{escape(scene.title[:1])}</div><div><b>{escape(scene.title)}</b>
<div>{escape(scene.subtitle)}</div></div></header>
<main>
{body}
</main>
</body>
</html>
"""


def _item(item: Item, scene: Scene) -> str:
    if isinstance(item, Bubble):
        group = item.message["chat"]["id"] < 0
        return bubble_html(item, scene.viewer, group=group)
    if isinstance(item, Toast):
        return f'<p class="toast"><span>{escape(item.text)}</span></p>'
    return _results(item)


def _results(results: Results) -> str:
    """The list of results, the button above it, and the field typed into."""
    answer = results.answer
    rows = [f'<div class="lead">{escape(button["text"])}</div>' for button in [answer.get("button")] if button]
    rows += [
        f'<div class="result"><div class="face">{escape(one["title"][:1])}</div><div><b>{escape(one["title"])}</b>'
        f"<div>{escape(one.get('description', ''))}</div></div></div>"
        for one in answer["results"]
    ]
    return f'<div class="results">{"".join(rows)}</div><div class="field">{escape(results.typed)}</div>'
