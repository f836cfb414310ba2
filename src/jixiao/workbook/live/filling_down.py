"""A formula filled down a column, as Excel does it: addresses move along, but for those with a $."""

from __future__ import annotations

import re

# A text in quotes is none; nor is what follows letters, digits or a dot, for then it belongs to a name.
_RELATIVE = re.compile(r"""("[^"]*"|(?<![\w.$])[A-Z]{1,3}(?=[0-9]))([0-9]+(?![\w(.]))?""")


class FilledDown:
    """The formula of the first row, taken apart once."""

    def __init__(self, formula: str) -> None:
        texts: list[str] = []
        self.rows: list[int] = []
        end = 0
        for match in _RELATIVE.finditer(formula):
            if match[2]:
                texts.append(formula[end : match.start(2)])
                self.rows.append(int(match[2]))
                end = match.end()
        self.pattern = "%d".join(text.replace("%", "%%") for text in (*texts, formula[end:]))

    def at(self, number: int) -> str:
        """The formula so many rows below the first."""
        return self.pattern % tuple([row + number for row in self.rows])
