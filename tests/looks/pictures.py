"""A scene → a small PNG in docs/."""

from __future__ import annotations

import io
from pathlib import Path
from typing import cast

from PIL import Image

from tests.looks.chromium import Chromium
from tests.looks.page import page_html
from tests.looks.scene import Scene

FOLDER = Path(__file__).resolve().parents[2] / "docs"
_SURFACES = 10  # colours that fill most of a page, kept as they are
_OTHERS = 18  # for the edges of letters and for emoji
_TALL = 900  # CSS px, above which a picture is drawn smaller: it stays below 80 kB


def take(browser: Chromium, scene: Scene, path: Path) -> int:
    """Draws a scene into a file; gives the page's height in CSS px."""
    browser.open(page_html(scene))
    height = browser.height
    shrunk(browser.picture(0.75 if height > _TALL else 1)).save(path, optimize=True)
    return height


def shrunk(png: bytes) -> Image.Image:
    """The picture in two dozen colours.

    The surfaces' come from how often they occur, all others each once: by frequency an emoji, a hundred pixels of
    a million, would get none.
    """
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    counted = picture.getcolors(picture.width * picture.height)
    colours = [colour for _, colour in sorted(cast("list[tuple[int, tuple[int, int, int]]]", counted), reverse=True)]
    rest = Image.new("RGB", (max(len(colours) - _SURFACES, 1), 1))
    rest.putdata(colours[_SURFACES:])
    others = rest.quantize(_OTHERS, method=Image.Quantize.FASTOCTREE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*(part for colour in colours[:_SURFACES] for part in colour), *others[: 3 * _OTHERS]])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)
