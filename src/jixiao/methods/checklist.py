"""checklist: the sum of the points that are met."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.measure import Measure, unusable
from jixiao.methods.method import EntryColumns, EntryRow, Mark, ScoringMethod
from jixiao.methods.ticks import TICKS, read_tick
from jixiao.methods.wording import score_words
from jixiao.model.fact import Fact
from jixiao.strict import Strict

ZERO = Decimal(0)


class Point(Strict, kw_only=True):
    text: str
    score: Decimal


class Checklist(ScoringMethod, kw_only=True, tag="checklist"):
    """The sum of the points that are met."""

    scores = tuple

    points: tuple[Point, ...]

    @property
    def point_columns(self) -> int:
        return len(self.points)

    def unsound(self, full: Decimal) -> Iterator[str]:
        if sum((point.score for point in self.points), ZERO) != full:
            yield f"各要点的分值之和应是 {full}"

    def misfits(self, form: EntryColumns) -> Iterator[str]:
        if len(self.points) > form.points:
            yield f"有 {len(self.points)} 个要点，表样只有 {form.points} 列可填"

    def read(self, row: EntryRow) -> Measure:
        ticks = tuple(_tick(fact) for fact in row.points(len(self.points)))
        return Measure(ticks, f"{sum(ticks)}/{len(ticks)}项符合")

    def typed(self, text: str) -> tuple[bool, ...]:
        ticks = [read_tick(tick) for tick in text.split("、")]
        if len(ticks) != len(self.points) or None in ticks:
            raise ValueError(text)
        return tuple(tick is True for tick in ticks)

    def score(self, value: tuple[bool, ...], full: Decimal) -> Mark:
        pairs = list(zip(self.points, value, strict=True))
        score = sum((point.score for point, met in pairs if met), ZERO)
        missed = [
            f"第{number}项“{point.text}”不符合，扣{score_words(point.score)}"
            for number, (point, met) in enumerate(pairs, 1)
            if not met
        ]
        said = "；".join(missed) if missed else f"{len(pairs)}项要点全部符合"
        return Mark(score, f"{said}，得{score_words(score)}")


def _tick(fact: Fact) -> bool:
    tick = read_tick(fact.text)
    if tick is None:
        raise unusable(fact, "看不出是否符合", f"请填{TICKS}。")
    return tick
