"""Measures that people enter in the self-evaluation table, read by the indicator's method."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec
from msgspec.structs import replace

from jixiao.methods.entered_rate import LARGE, counts, has_sign, lacks_sign
from jixiao.methods.method import Column, Measure, NotMeasurable, unusable
from jixiao.methods.wording import percent
from jixiao.model.fact import Fact, Record, State
from jixiao.model.figures import plain
from jixiao.model.scorecard import Obstacle
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Indicator, asked_terms

_HUNDRED = Decimal(100)
FEWEST = Decimal(2)  # from here on a number is no rate unless it has a sign of per cent


def entered_measure(indicator: Indicator, row: Record, assessment: Assessment) -> Measure:
    """Read what was judged for one indicator. Raises NotMeasurable for what is missing or makes no sense."""
    cells = _Row(indicator, row, assessment)
    return replace(indicator.method.read(cells), facts=tuple(cells.used))


class _Row(msgspec.Struct, frozen=True):
    """One row of the self-evaluation table, as a method reads it."""

    indicator: Indicator
    record: Record
    assessment: Assessment
    used: list[Fact] = msgspec.field(default_factory=list)  # the cells that were looked at

    @property
    def full(self) -> Decimal:
        return self.indicator.max_score

    @property
    def rated(self) -> Literal["", "ratio", "actual"]:
        return self.indicator.entered

    def text(self, column: Column) -> Fact:
        return self._filled(getattr(self.assessment, column))

    def number(self, column: Column) -> tuple[Fact, Decimal]:
        fact = self.text(column)
        if not isinstance(fact.value, Decimal):
            raise unusable(fact, "不是数字", "请改填数字。")
        return fact, fact.value

    def points(self, number: int) -> list[Fact]:
        return [self._filled(term) for term in self.assessment.points[:number]]

    def refuse_implausible(self, fact: Fact, rate: Decimal) -> None:
        lowest, highest = self.indicator.lowest, self.indicator.highest
        if rate < lowest or (highest is not None and rate > highest):
            raise unusable(fact, f"使指标值成为{percent(rate)}，不合常理", self._sign_mend(fact))
        asks_a_rate = self.indicator.method.typed_rate and self.rated != "ratio"
        if asks_a_rate and counts(fact):
            raise unusable(fact, "是个数，这里要填比率", "请填百分比，例如 95%。")
        if asks_a_rate and highest is not None and not has_sign(fact) and self._doubtful(fact.number):
            raise lacks_sign(fact, fact.number)

    def _sign_mend(self, fact: Fact) -> str:
        """What a bare number was meant to be, 91.6分 of a hundred too; if that makes sense."""
        mend, highest = "请核对是否漏填或多填了百分号", self.indicator.highest
        number = fact.number
        meant = number / 100
        if self.rated == "ratio" or has_sign(fact) or highest is None or not 1 < number <= highest * 100:
            return f"{mend}。"
        points = f"，{plain(number)}分（百分制）也填{percent(meant)}" if number <= _HUNDRED else ""
        return f"{mend}：是{percent(meant)}的请填{percent(meant)}{points}{self._part_of_target(number)}。"

    def _part_of_target(self, number: Decimal) -> str:
        """24 beside a target of 25: both were counted."""
        target = self.record.fields[self.assessment.target]
        whole = target.number if target.filled and not has_sign(target) else Decimal(0)
        if not number <= whole != _HUNDRED or number % 1 or whole % 1:
            return ""
        return f"；是{plain(whole)}个中{plain(number)}个的，请填{percent(number / whole)}"

    def _doubtful(self, typed: Decimal) -> bool:
        """9 or 2.3 where a rate is asked; half of something where rates are small, or are changes."""
        large = abs(typed)
        return large >= FEWEST or (
            large >= LARGE and (self.indicator.lowest < 0 or self._better_small(typed))
        )

    def _better_small(self, typed: Decimal) -> bool:
        """Whether full marks are for rates near nothing, and a hundredth of this one would earn more."""
        method, full = self.indicator.method, self.full
        if method.scores is not Decimal or method.mark(LARGE, full).score == full:
            return False
        return method.mark(typed / 100, full).score > method.mark(typed, full).score

    def _filled(self, term: str) -> Fact:
        fact = self.record.fields[term]
        if _is_blank(fact):
            blanks = (fact, *(other for other in self._asked() if _is_blank(other) and other is not fact))
            raise NotMeasurable(Obstacle(fact.label, fact.place, "还没有填写", "请补填。", blanks=blanks))
        if not fact.filled:
            raise unusable(fact, "无法读取", "请重新填写。")
        if all(other is not fact for other in self.used):
            self.used.append(fact)
        return fact

    def _asked(self) -> list[Fact]:
        """All that the method asks for, so that what is missing can be said at once."""
        terms = asked_terms(self.indicator, self.assessment)
        return [self.record.fields[term] for term in terms]


def _is_blank(fact: Fact) -> bool:
    return fact.state is State.BLANK or (fact.filled and not fact.text.strip())
