"""Measures that people enter in the self-evaluation table, read by the indicator's method."""

from __future__ import annotations

from decimal import Decimal

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Fact, Record, State
from jixiao.model.figures import plain
from jixiao.model.scorecard import Obstacle
from jixiao.pack.form import Assessment
from jixiao.pack.framework import (
    Bands,
    Checklist,
    EachViolation,
    Graded,
    Indicator,
    Manual,
    PerPoint,
    Proportional,
)
from jixiao.relation.texts import same_text
from jixiao.scoring.measure import Completion, Measure, NotMeasurable
from jixiao.scoring.rates import percent
from jixiao.scoring.ticks import TICKS, read_tick

ZERO = Decimal(0)


def entered_measure(indicator: Indicator, row: Record, assessment: Assessment) -> Measure:
    """Read what was judged for one indicator. Raises NotMeasurable for what is missing or makes no sense."""
    cells = _Row(row, assessment)
    return replace(_measure(indicator, cells), facts=tuple(cells.used))


def _measure(indicator: Indicator, cells: _Row) -> Measure:
    match indicator.method:
        case Checklist(points=points):
            return cells.ticks(len(points))
        case EachViolation():
            return cells.violations()
        case Graded(grades=grades):
            return cells.grade([grade.name for grade in grades])
        case Manual():
            return cells.score(indicator.max_score)
        case Proportional(inverse=inverse):
            return cells.completion(indicator, inverse)
        case PerPoint() | Bands():
            return cells.rate(indicator)


class _Row(msgspec.Struct, frozen=True):
    """One row of the self-evaluation table."""

    record: Record
    assessment: Assessment
    used: list[Fact] = msgspec.field(default_factory=list)  # the cells that were looked at

    def ticks(self, number: int) -> Measure:
        facts = [self._filled(term) for term in self.assessment.points[:number]]
        ticks = tuple(self._tick(fact) for fact in facts)
        return Measure(ticks, f"{sum(ticks)}/{number}项符合")

    def violations(self) -> Measure:
        fact, times = self._number(self.assessment.violations)
        if times < 0 or times != times.to_integral_value():
            raise _unusable(fact, "应是 0 或正整数", "请填次数，没有发生的填 0。")
        return Measure(times, f"{plain(times)}次")

    def grade(self, known: list[str]) -> Measure:
        fact = self._filled(self.assessment.grade)
        for name in known:
            if same_text(name) == same_text(fact.text):
                return Measure(name, name)
        raise _unusable(fact, "不在等级之内", f"请填其中之一：{'、'.join(known)}。")

    def score(self, full: Decimal) -> Measure:
        fact, score = self._number(self.assessment.score)
        if not ZERO <= score <= full:
            raise _unusable(fact, f"超出 0 至 {plain(full)} 分的范围", "请改填范围内的分数。")
        return Measure(score, f"自评{plain(score)}分")

    def completion(self, indicator: Indicator, inverse: bool) -> Measure:
        target, wanted = self._number(self.assessment.target)
        actual, done = self._number(self.assessment.actual)
        if wanted < 0 or (wanted == 0 and not inverse):
            raise _unusable(target, "应大于 0", "请填计划数或目标值。")
        if done < 0:
            raise _unusable(actual, "不应为负数", "请填实际完成数。")
        if not inverse:
            _check_range(actual, done / wanted, indicator)
        shown = f"{_typed(actual, done)}/{_typed(target, wanted)}"
        return Measure(Completion(done, wanted, shown), shown)

    def rate(self, indicator: Indicator) -> Measure:
        actual, value = self._number(self.assessment.actual)
        if indicator.entered == "ratio":
            target, wanted = self._number(self.assessment.target)
            if wanted <= 0:
                raise _unusable(target, "应大于 0", "请填计划数或目标值。")
            value = value / wanted
        _check_range(actual, value, indicator)
        return Measure(value, percent(value))

    def _number(self, term: str) -> tuple[Fact, Decimal]:
        fact = self._filled(term)
        if not isinstance(fact.value, Decimal):
            raise _unusable(fact, "不是数字", "请改填数字。")
        return fact, fact.value

    def _filled(self, term: str) -> Fact:
        fact = self.record.fields[term]
        if fact.state is State.BLANK or (fact.filled and not fact.text.strip()):
            raise NotMeasurable(Obstacle(fact.label, fact.place, "还没有填写", "请补填。", blank=True))
        if not fact.filled:
            raise _unusable(fact, "无法读取", "请重新填写。")
        self.used.append(fact)
        return fact

    def _tick(self, fact: Fact) -> bool:
        tick = read_tick(fact.text)
        if tick is None:
            raise _unusable(fact, "看不出是否符合", f"请填{TICKS}。")
        return tick


def _check_range(fact: Fact, value: Decimal, indicator: Indicator) -> None:
    if value < indicator.lowest or (indicator.highest is not None and value > indicator.highest):
        raise _unusable(fact, f"使指标值成为{percent(value)}，不合常理", "请核对是否漏填或多填了百分号。")


def _typed(fact: Fact, value: Decimal) -> str:
    return percent(value) if fact.typed.strip().endswith(("%", "％")) else plain(value)


def _unusable(fact: Fact, what: str, mend: str) -> NotMeasurable:
    typed = fact.typed.strip() or fact.text
    return NotMeasurable(Obstacle(fact.label, fact.place, f"填的是“{typed}”，{what}", mend, typed))
