"""A year while it is being made: what every step adds to, and what it finds of those before it."""

from __future__ import annotations

from decimal import Decimal

from balanced.chance import Chance
from balanced.entries import Amounts, Row, Rows, Value

GENERAL = "一般公共预算基本支出"  # the column of the economic classes that is of one kind of money


class Draft:
    """`amounts` maps single terms to 元; `tables` maps a table to its rows; `fund` is the one fund.

    Without `fiscal_only`, government funds, state capital and the unit's own money bear a part of it all.
    Every third such unit does not tell what of it is 一般公共预算 by class, and fills 附件2 in for all.
    """

    def __init__(self, seed: int, *, fiscal_only: bool = True) -> None:
        self.chance = Chance(seed)
        self.fiscal_only = fiscal_only
        self.told = not fiscal_only and seed % 3 < 2
        self.amounts: Amounts = {}
        self.tables: dict[str, Rows] = {}
        self.kinds: dict[str, tuple[Decimal, Decimal]] = {}  # kind of money -> basic and project spending
        self.fund: Row = {}
        self.fund_items: dict[str, Amounts] = {}

    def put(self, table: str, **amounts: Decimal) -> None:
        """Amounts of one table or block, by the last part of their terms."""
        self.amounts |= {f"{table}.{name}": amount for name, amount in amounts.items()}

    def column(self, table: str, name: str) -> Amounts:
        """A column of a table by its codes."""
        return {str(row[f"{table}.编码"]): Decimal(row[f"{table}.{name}"]) for row in self.tables[table]}


def row(table: str, **values: Value) -> Row:
    """A row of a table, by the last part of its terms."""
    return {f"{table}.{name}": value for name, value in values.items()}
