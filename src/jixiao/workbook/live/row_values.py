"""What the cells of a relation's row show, as Python found it: what a new workbook has in store."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jixiao.model.fact import Kind
from jixiao.pack.relation_rows import RelationRow
from jixiao.relation.agreement import INCONSISTENT
from jixiao.relation.comparison import BLANK, NOT_APPLICABLE, Comparison
from jixiao.relation.quantity import Quantity
from jixiao.workbook.sheets.calculation import Cached, Calculation
from jixiao.workbook.sheets.layout import Box, address

FIRST = "首处 "


@dataclass(frozen=True, slots=True)
class RowValues:
    """Both sides, their difference and its tolerance; all blank where the relation was not compared."""

    row: RelationRow
    kind: Kind

    def side(self, left: bool) -> Cached:
        def cached(calc: Calculation) -> Decimal | str:
            found = self._comparison(calc)
            result = found and (found.left if left else found.right)
            if isinstance(result, Quantity):
                return self._in_unit(calc, result.value)
            return result or ""

        return cached

    def gap(self, calc: Calculation) -> Decimal | str:
        found = self._comparison(calc)
        gap = found.difference if found else None
        return "" if gap is None else self._in_unit(calc, gap)

    def tolerance(self, operator: str) -> Cached:
        def cached(calc: Calculation) -> Decimal | str:
            found = self._comparison(calc)
            if found is None or not (isinstance(found.left, Quantity) and isinstance(found.right, Quantity)):
                return ""
            return self._in_unit(calc, slack(operator, found.left, found.right))

        return cached

    def _comparison(self, calc: Calculation) -> Comparison | None:
        found = calc.comparison(self.row.check, self.row.at)
        return found if found and found.reason == "" else None

    def _in_unit(self, calc: Calculation, value: Decimal) -> Decimal:
        return value / calc.factor if self.kind is Kind.AMOUNT else value


def slack(operator: str, left: Quantity, right: Quantity) -> Decimal:
    """How far apart the two values may be, on the side on which they are."""
    over = (left.value - left.low) + (right.high - right.value)
    under = (left.high - left.value) + (right.value - right.low)
    return over if operator == "<=" or (operator == "=" and left.value > right.value) else under


def broken_rows(row: RelationRow) -> Cached:
    """How many rows of the table are at fault."""
    return lambda calc: f"{calc.words(row).count(INCONSISTENT)}行{INCONSISTENT}"


def first_broken_row(row: RelationRow, data: Box) -> Cached:
    """Empty if none is broken."""

    def cached(calc: Calculation) -> str:
        for number in range(data.bottom - data.top + 1):
            found = calc.comparison(row.check, (*row.at, number))
            if found and found.outcome == "inconsistent":
                return f"{FIRST}{address(data.top + number, data.left)}"
        return ""

    return cached


def level_if_broken(row: RelationRow, level: str) -> Cached:
    """What kind of relation it is; empty unless it is broken."""
    return lambda calc: level if calc.word(row) == INCONSISTENT else ""


def state_of(row: RelationRow) -> Cached:
    """Why the relation is not compared; empty if it is."""

    def cached(calc: Calculation) -> str:
        word = calc.word(row)
        return word if word in (BLANK, NOT_APPLICABLE) else ""

    return cached
