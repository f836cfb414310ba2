"""Methods that score a level which people judge: a share of the score, or a score given within its range."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import msgspec

from jixiao.methods.method import EntryRow, Mark, Measure, ScoringMethod, typed_number, unusable
from jixiao.methods.wording import part, reached, score_words
from jixiao.model.fact import Fact
from jixiao.model.figures import plain
from jixiao.relation.texts import same_text
from jixiao.strict import Strict


def judged(row: EntryRow, names: tuple[str, ...]) -> str:
    """The level that was chosen, as the rule writes it."""
    fact = row.text("grade")
    for name in names:
        if same_text(name) == same_text(fact.text):
            return name
    raise unusable(fact, "不在等级之内", f"请填其中之一：{'、'.join(names)}。")


# ---- graded


class Grade(Strict, kw_only=True):
    name: str
    share: Decimal


class Graded(ScoringMethod, kw_only=True, tag="graded"):
    """A share of the full score by the level that was judged."""

    scores = str
    columns = ("grade",)

    grades: tuple[Grade, ...]

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(grade.name for grade in self.grades)

    def unsound(self, full: Decimal) -> Iterator[str]:
        if max(grade.share for grade in self.grades) != 1:
            yield "最好的等级应得满分，“share”写 1"

    def read(self, row: EntryRow) -> Measure:
        name = judged(row, self.choices)
        return Measure(name, name, f"评为“{name}”")

    def typed(self, text: str) -> str:
        if text not in self.choices:
            raise ValueError(text)
        return text

    def score(self, value: str, full: Decimal) -> Mark:
        share = next(grade.share for grade in self.grades if grade.name == value)
        return reached(f"评为“{value}”", full) if share == 1 else part(f"评为“{value}”，按", share, full)

    def possible(self, full: Decimal) -> frozenset[Decimal]:
        return frozenset(grade.share * full for grade in self.grades)


# ---- graded_range


class GradeRange(Strict, kw_only=True):
    """From `low` to `high` as shares of the full score; the upper end is another level's where one begins."""

    name: str
    low: Decimal
    high: Decimal


class Judged(msgspec.Struct, frozen=True):
    """The level, and the score that people gave within it."""

    level: str
    score: Decimal


class GradedRange(ScoringMethod, kw_only=True, tag="graded_range"):
    """A score that people give within the range of the level that was judged."""

    scores = Judged
    columns = ("grade", "score")

    levels: tuple[GradeRange, ...]  # best first

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(level.name for level in self.levels)

    def unsound(self, full: Decimal) -> Iterator[str]:
        if not self.levels or self.levels[0].high != 1:
            yield "最好的等级应能得满分，“high”写 1"
        if any(not 0 <= level.low <= level.high for level in self.levels) or any(
            worse.high > better.low for better, worse in pairwise(self.levels)
        ):
            yield "各等级的范围应从好到差排列，“low”不大于“high”，互不重叠"

    def read(self, row: EntryRow) -> Measure:
        name = judged(row, self.choices)
        fact, score = row.number("score")
        if not self.holds(name, score, row.full):
            raise self._outside(fact, name, row.full)
        return Measure(Judged(name, score), f"{name}，{plain(score)}分", f"评为“{name}”")

    def typed(self, text: str) -> Judged:
        """部分达成/7."""
        name, _, score = text.partition("/")
        if name not in self.choices:
            raise ValueError(text)
        return Judged(name, typed_number(score))

    def score(self, value: Judged, full: Decimal) -> Mark:
        if not self.holds(value.level, value.score, full):
            raise ValueError(f"{value} is out of its range")
        return Mark(value.score, f"评为“{value.level}”，自评{score_words(value.score)}")

    def holds(self, name: str, score: Decimal, full: Decimal) -> bool:
        level = self._level(name)
        low, high = level.low * full, level.high * full
        return low <= score < high if self._open(level) else low <= score <= high

    def range_words(self, name: str, full: Decimal) -> str:
        """6分至8分（不含8分）."""
        level = self._level(name)
        high = score_words(level.high * full)
        return f"{score_words(level.low * full)}至{high}" + (f"（不含{high}）" if self._open(level) else "")

    def _level(self, name: str) -> GradeRange:
        return next(level for level in self.levels if level.name == name)

    def _open(self, level: GradeRange) -> bool:
        return any(other.low == level.high for other in self.levels if other is not level)

    def _outside(self, fact: Fact, name: str, full: Decimal) -> Exception:
        allowed = self.range_words(name, full)
        return unusable(fact, f"不在“{name}”的得分范围之内（{allowed}）", f"请填{allowed}，或改选等级。")
