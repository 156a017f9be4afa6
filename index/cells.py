"""What parts the cells of a table's row and of its header: tabs, several as one, or bars."""

from __future__ import annotations

import re

CELL = re.compile(r"\t+|\|")
