"""A formula filled down a column, as Excel does it: addresses move along, but for those with a $."""

from __future__ import annotations

import re

# A text in quotes is none; nor is what follows letters, digits or a dot, for then it belongs to a name.
_RELATIVE = re.compile(r"""("[^"]*"|(?<![\w.$])[A-Z]{1,3}(?=[0-9]))([0-9]+(?![\w(.]))?""")


class FilledDown:
    """The formula of the first row, taken apart once."""

    def __init__(self, formula: str) -> None:
        self.texts: list[str] = []
        self.rows: list[int] = []
        end = 0
        for match in _RELATIVE.finditer(formula):
            if match[2]:
                self.texts.append(formula[end : match.start(2)])
                self.rows.append(int(match[2]))
                end = match.end()
        self.rest = formula[end:]

    def at(self, number: int) -> str:
        """The formula so many rows below the first."""
        pieces = (f"{text}{row + number}" for text, row in zip(self.texts, self.rows, strict=True))
        return "".join(pieces) + self.rest
