"""How much room a text takes where every sign stands in cells: on a terminal, in a column of a workbook."""

from unicodedata import east_asian_width


def text_width(text: str) -> int:
    """Width in digits: a Chinese character is as wide as two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
