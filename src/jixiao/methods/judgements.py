"""Methods by which people judge: points that are met, a grade, a score of their own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.method import EntryRow, Mark, Measure, ScoringMethod, unusable
from jixiao.methods.wording import score_words
from jixiao.model.fact import Fact
from jixiao.model.figures import plain
from jixiao.relation.texts import same_text
from jixiao.strict import Strict

# ---- checklist

TICKS = "“是”或“否”"
# In the form that same_text gives: half-width, small letters.
_YES = frozenset(["是", "√", "✓", "✔", "☑", "有", "符合", "y", "yes", "1"])
_NO = frozenset(["否", "×", "✗", "✘", "✕", "x", "无", "没有", "不是", "不符合", "n", "no", "0"])


class Point(Strict, kw_only=True):
    text: str
    score: Decimal


class Checklist(ScoringMethod, kw_only=True, tag="checklist"):
    """The sum of the points that are met."""

    scores = tuple

    points: tuple[Point, ...]

    @property
    def point_texts(self) -> tuple[str, ...]:
        return tuple(point.text for point in self.points)

    def unsound(self, full: Decimal) -> Iterator[str]:
        if sum((point.score for point in self.points), Decimal(0)) != full:
            yield f"各要点的分值之和应是 {full}"
        if any(point.score < 0 for point in self.points):
            yield "各要点的分值不能小于0"

    def read(self, row: EntryRow) -> Measure:
        ticks = tuple(_tick(fact) for fact in row.points(len(self.points)))
        met = f"{len(ticks)}项要点中有{sum(ticks)}项符合"
        return Measure(ticks, f"{sum(ticks)}/{len(ticks)}项符合", met)

    def typed(self, text: str) -> tuple[bool, ...]:
        ticks = [read_tick(tick) for tick in text.split("、")]
        if len(ticks) != len(self.points) or None in ticks:
            raise ValueError(text)
        return tuple(tick is True for tick in ticks)

    def score(self, value: tuple[bool, ...], full: Decimal) -> Mark:
        pairs = list(zip(self.points, value, strict=True))
        score = sum((point.score for point, met in pairs if met), Decimal(0))
        missed = [
            f"第{number}项“{point.text}”不符合，扣{score_words(point.score)}"
            for number, (point, met) in enumerate(pairs, 1)
            if not met
        ]
        said = "；".join(missed) if missed else f"{len(pairs)}项要点全部符合"
        return Mark(score, f"{said}，得{score_words(score)}")

    def possible(self, full: Decimal) -> frozenset[Decimal]:
        sums = {Decimal(0)}
        for point in self.points:
            sums |= {each + point.score for each in sums}
        return frozenset(sums)


def _tick(fact: Fact) -> bool:
    tick = read_tick(fact.text)
    if tick is None:
        raise unusable(fact, "看不出是否符合", f"请填{TICKS}。")
    return tick


def read_tick(text: str) -> bool | None:
    """None for what could mean anything."""
    plain = same_text(text)
    if plain in _YES:
        return True
    return False if plain in _NO else None


# ---- manual


class Manual(ScoringMethod, kw_only=True, tag="manual"):
    """A score that people give, with a reason where it is not full; within limits, if the rule has some."""

    columns = ("score",)

    lowest: Decimal = Decimal(0)
    highest: Decimal | None = None  # the full score

    def unsound(self, full: Decimal) -> Iterator[str]:
        if not 0 <= self.lowest < self._highest(full) <= full:
            yield f"“lowest”应不小于0，并小于“highest”；“highest”不应超过 {full}"

    def read(self, row: EntryRow) -> Measure:
        fact, score = row.number("score")
        highest = self._highest(row.full)
        if not self.lowest <= score <= highest:
            what = f"超出 {plain(self.lowest)} 至 {plain(highest)} 分的范围"
            raise unusable(fact, what, "请改填范围内的分数。")
        return Measure(score, f"自评{plain(score)}分")

    def score(self, value: Decimal, full: Decimal) -> Mark:
        return Mark(value, f"自评{score_words(value)}")

    def _highest(self, full: Decimal) -> Decimal:
        return full if self.highest is None else self.highest
