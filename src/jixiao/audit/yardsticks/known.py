"""What is known of quantities before a report is read: from its workbook, or from the report of last year."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec

from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import Metric
from jixiao.audit.yardsticks.known_scores import KnownScores
from jixiao.relation.quantity import Quantity


class Moment(StrEnum):
    """Of which time and kind a figure of a quantity is; the values are those of the word lists."""

    CURRENT = "current"  # what has become of it this year
    PRIOR = "prior"  # the same of last year
    INITIAL = "initial"  # its budget at the beginning of the year
    FULL = "full"  # its budget with all changes
    BUDGET = "budget"  # its budget, nobody says which


class QuantityName(msgspec.Struct, frozen=True):
    """What a figure is a figure of. `scope`: the fund, "" for none in particular."""

    name: str
    scope: str = ""


class KnownFigure(msgspec.Struct, frozen=True):
    """Amounts in 元. `whence`: where it stands, for people. `group`: the sheet or table that it is part of.

    `units`: of a count, those in which a report gives it.
    """

    of: QuantityName
    moment: Moment
    measure: Metric
    value: Decimal
    step: Decimal
    whence: str
    group: str = ""
    units: tuple[str, ...] = ()
    loose: bool = False  # by its name it may be that of something else as well
    bare: bool = False  # its name does not say whose it is
    row: bool = False  # of a table with rows of its own: a class of all money, whatever it is spent from

    @property
    def quantity(self) -> Quantity:
        return Quantity.given(self.value, self.step)

    def is_of(self, moment: Moment) -> bool:
        """Whether it may be what a report means that says no more than this."""
        budgets = (Moment.BUDGET, Moment.INITIAL, Moment.FULL)
        return self.moment is moment or (
            Moment.BUDGET in (self.moment, moment) and {self.moment, moment} <= set(budgets)
        )


class Yardstick(msgspec.Struct, frozen=True):
    """`file`: its name. `said`: what it is called in findings. `year`: of its figures, 0 if it says none.

    `unit`: whose it is, "" if it does not say. `scores`: of a workbook.
    """

    kind: AuditKind
    file: str
    said: str
    year: int
    figures: tuple[KnownFigure, ...]
    unit: str = ""
    scores: KnownScores | None = None
    owner: str = ""  # the name under which it speaks of its unit
