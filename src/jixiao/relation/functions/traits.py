"""What is known of an expression before it is evaluated: cells it reads, its linear form, its rounding."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from jixiao.model.fact import ZERO, Fact
from jixiao.relation.syntax import Expression


class Read(msgspec.Struct, frozen=True):
    """One use of a term.

    `whole`: all cells of the column. `keys` and `pattern`: those cells of the column in whose row the
    key matches. Neither: the one cell that the term means here.
    """

    term: str
    whole: bool = False
    keys: str = ""
    pattern: Expression | None = None


class Linear(msgspec.Struct, frozen=True):
    """constant + Σ factor · cell; cells by the identity of their fact, in reading order."""

    constant: Decimal = ZERO
    cells: Mapping[int, tuple[Fact, Decimal]] = msgspec.field(default_factory=dict)

    def __add__(self, other: Linear) -> Linear:
        if not self.cells and not self.constant:
            return other
        cells = dict(self.cells)
        for key, (fact, factor) in other.cells.items():
            cells[key] = (fact, factor + (cells[key][1] if key in cells else ZERO))
        return Linear(self.constant + other.constant, cells)

    def times(self, number: Decimal) -> Linear:
        cells = {key: (fact, factor * number) for key, (fact, factor) in self.cells.items()}
        return Linear(self.constant * number, cells)


class NotLinear(Exception):  # noqa: N818 - an answer, not a fault
    """The expression multiplies cells with each other, chooses among them, or is about text."""


class Slack(msgspec.Struct, frozen=True):
    """What brings half its last digit into the comparison.

    `cells`: amounts that count once; `columns`: terms that count once per row; `scaled`: amounts are
    multiplied, divided or chosen among, so that it depends on the figures.
    """

    cells: int = 0
    columns: tuple[str, ...] = ()
    scaled: bool = False

    def __add__(self, other: Slack) -> Slack:
        return Slack(self.cells + other.cells, self.columns + other.columns, self.scaled or other.scaled)

    @property
    def exact(self) -> bool:
        return not (self.cells or self.columns or self.scaled)

    @property
    def depending(self) -> Slack:
        """The same, where how much of it counts depends on the figures."""
        return Slack() if self.exact else Slack(scaled=True)
