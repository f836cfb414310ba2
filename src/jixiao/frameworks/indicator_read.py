"""An indicator of a score table as it was understood, and what of it must be told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from jixiao.frameworks.measures.measures import MeasureReading
from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.model.figures import plain


class IndicatorRead(msgspec.Struct, frozen=True):
    """A row of the table as it was understood. `weight`: None in a slot that the unit fills."""

    row: PrintedRow
    weight: Decimal | None
    rule: RuleReading
    measure: MeasureReading
    standard: str
    explanation: str
    note: str = ""  # below the table, that says more of its standard

    @property
    def sure(self) -> bool:
        return self.weight is not None and self.rule.sure and not self.measure.doubt

    @property
    def doubts(self) -> tuple[str, ...]:
        doubt = (f"指标值：{self.measure.doubt}",) if self.measure.doubt else ()
        return (*self.rule.doubts, *doubt)


def row_remarks(rows: tuple[IndicatorRead, ...]) -> Iterator[str]:
    """The doubts about each, and which of them say nothing of a part of a step."""
    for each in rows:
        if each.row.free:
            continue
        for doubt in each.doubts:
            yield f"“{each.row.name}”（{_weight_words(each.weight)}）：{doubt}"
    silent = [f"“{each.row.name}”" for each in rows if each.rule.silent]
    if silent:
        yield f"没有说不足一个步长怎么扣，按一个步长扣：{'、'.join(silent)}"


def _weight_words(weight: Decimal | None) -> str:
    return "没有分值" if weight is None else f"{plain(weight)}分"
