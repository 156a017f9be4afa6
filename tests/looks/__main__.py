"""`python -m tests.looks [NAME]...`: makes the pictures anew, all or those named.

Prints each one's height in CSS px (a phone shows some 600 at once), the file's size, and the labels too long for
their buttons.
"""

from __future__ import annotations

import sys

from tests.looks.chromium import Chromium
from tests.looks.pictures import FOLDER, take
from tests.looks.plays import LIMITED, LIMITS, OPEN, SETTINGS, name_of
from tests.looks.stage import served


def main(names: list[str]) -> None:
    """Makes the pictures of these names, or all."""
    FOLDER.mkdir(exist_ok=True)
    with Chromium() as browser:
        for plays, settings in ((OPEN, SETTINGS), (LIMITED, LIMITS)):
            wanted = [play for play in plays if not names or name_of(play) in names]
            if not wanted:
                continue
            with served(**settings) as telegram:
                for play in wanted:
                    path = FOLDER / f"{name_of(play)}.png"
                    height = take(browser, play(telegram), path)
                    size = path.stat().st_size / 1000
                    print(f"{path.stem:16} {height:5} px {size:5.0f} kB", *browser.cut_labels, sep="  ", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
