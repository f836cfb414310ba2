"""A figure as a report states it: value, unit, precision, and the words around it."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec

from jixiao.audit.document.passage import Passage
from jixiao.relation.quantity import Quantity

ZERO = Decimal(0)
_LARGE = 1000  # units: whole figures among ones with decimals are cut as often as rounded


class Metric(StrEnum):
    """What a figure measures; figures of different measures have no relation."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"  # percentage points
    SCORE = "score"
    COUNT = "count"  # of the thing that the unit names
    BARE = "bare"  # no unit: a nought


class FigureRole(StrEnum):
    """What a figure is for, by the words next to it."""

    PLAIN = "plain"
    BASE = "base"  # a budget that something is compared with
    RESULT = "result"  # what was spent or received
    PRIOR = "prior"  # the same of an earlier year
    CHANGE = "change"  # by how much something has grown or fallen
    RATE = "rate"  # by how many per cent
    SHARE = "share"  # 占…
    DONE = "done"  # 完成…的…%
    SIDE = "side"  # a threshold, a price: part of nothing


class StatedFigure(msgspec.Struct, eq=False):
    """Amounts in 元, percentages as they are written, everything else in its unit.

    `start` and `end` are places in the text of its passage, `end` behind the unit. `label`: the words that
    name it. `direction`: 1 growth, -1 decline, 0 none said. `base`: the words for what it is compared with.
    `step`: the last digit given, in the unit of `value`; 0 for what is counted.
    """

    value: Decimal
    step: Decimal
    measure: Metric
    unit: str
    scale: Decimal
    passage: Passage
    start: int
    end: int
    label: str = ""
    role: FigureRole = FigureRole.PLAIN
    direction: int = 0
    base: str = ""
    year: int = 0
    label_start: int = 0
    coarse: bool = False  # whole, where others of the document have decimals
    over: StatedFigure | None = None  # the base that stands between its words: 完成年初预算158万元的103%
    printed: bool = False  # in the cell of a table

    @property
    def written(self) -> str:
        return self.passage.raw[self.start : self.end]

    @property
    def words(self) -> str:
        """All that stands before it in its clause."""
        return self.passage.text[self.label_start : self.start]

    @property
    def quantity(self) -> Quantity:
        """The figure with what it leaves open."""
        if not self.value or self.measure is Metric.SCORE:
            return Quantity.exact(self.value)
        wide = 2 if self.coarse and abs(self.value) >= _LARGE * self.scale else 1
        return Quantity.given(self.value, self.step * wide)

    @property
    def significant_digits(self) -> int:
        """Without noughts before and behind; of a nought none."""
        return len((self.value / (self.step or 1)).normalize().as_tuple().digits) if self.value else 0

    @property
    def written_digits(self) -> int:
        """As many as are written; of one, any other is a slip away."""
        return len(str(int(self.value / (self.step or 1))))

    @property
    def place(self) -> tuple[int, int]:
        return self.passage.number, self.start

    def fits(self, other: StatedFigure) -> bool:
        """Whether both measure the same in such a way that they can be added or compared."""
        if Metric.BARE in (self.measure, other.measure):
            return True
        same = self.measure is other.measure
        alike = self.unit == other.unit or {self.unit, other.unit} == {"个", "项"}  # 18个项目，其中…16项
        return same and (self.measure is not Metric.COUNT or alike)


def digits(value: Decimal, like: StatedFigure) -> str:
    """A value in the unit and with the decimals of a figure, as a report writes it."""
    step = max(-(like.step / like.scale).normalize().as_tuple().exponent, 0) if like.step else 0  # type: ignore[operator]
    return amount(value, like.scale, int(step), _as_written(like))


def _as_written(figure: StatedFigure) -> str:
    """Its unit in its own words: 名 for what is counted like 人."""
    own = figure.written.lstrip("0123456789.,+-")
    return own if figure.measure is Metric.COUNT and len(own) == len(figure.unit) else figure.unit


def amount(value: Decimal, scale: Decimal, places: int, unit: str) -> str:
    """Digits with a unit; more decimals only where the value has them and they are few."""
    from jixiao.model.figures import plain, round_half_up

    scaled = value / scale
    for count in (places, 2, 4):
        if count >= places and round_half_up(scaled, Decimal(1).scaleb(-count)) == scaled:
            return format(round_half_up(scaled, Decimal(1).scaleb(-count)), "f") + unit
    return plain(round_half_up(scaled, Decimal(1).scaleb(-max(places, 2)))) + unit
