"""Numbers as Vietnamese writes them: a point between thousands, a comma before the decimals."""

from __future__ import annotations

_SWAPPED = str.maketrans(",.", ".,")


def counted(number: int) -> str:
    """A whole number: 10.530."""
    return f"{number:,}".translate(_SWAPPED)


def decimal(number: float) -> str:
    """A number with one decimal, and without it where it is 0: 79,4 and 80."""
    return f"{number:,.1f}".removesuffix(".0").translate(_SWAPPED)
