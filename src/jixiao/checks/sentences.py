"""A verdict -> a finding: the one place where the sentences of the checks are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from jixiao.checks.confront import Verdict
from jixiao.model.fact import Fact, Kind
from jixiao.model.figures import in_unit, percent, plain, round_half_up
from jixiao.model.finding import Finding, Suggestion
from jixiao.model.outcome import Outcome, Severity
from jixiao.relation.evaluation import Evaluation, Result
from jixiao.relation.syntax import Binary, Expression, Name
from jixiao.relation.words import kind_of, words

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_DEFAULT_MEND = "请核对所列单元格，改正填错的数。"
_BEYOND = {
    "<=": ("应不大于", "超出"),
    "<": ("应小于", "超出"),
    ">=": ("应不小于", "少"),
    ">": ("应大于", "少"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of the workbook in which sentences speak."""

    name: str
    factor: Decimal

    def show(self, value: Result | None, kind: Kind) -> str:
        """A figure or text as an accountant reads it, without the unit's name."""
        if value is None or isinstance(value, str):
            return value or ""
        return self.digits(value.value, kind)

    def digits(self, value: Decimal, kind: Kind) -> str:
        if kind is Kind.AMOUNT:
            return in_unit(value, self.factor)
        if kind is Kind.PERCENT:
            return percent(value)
        return plain(value)

    def full(self, digits: str, kind: Kind) -> str:
        return f"{digits}{self.name}" if kind is Kind.AMOUNT else digits


def finding_of(
    verdict: Verdict, unit: Unit, hint: str = "", suggestions: tuple[Suggestion, ...] = ()
) -> Finding:
    """The finding for a relation that does not hold, or holds only within rounding."""
    sides = _Sides(verdict, unit)
    data = verdict.check.data
    rounding = verdict.outcome is Outcome.ROUNDING
    stated = sides.stated_fact
    placed = [fact for fact in verdict.comparison.facts if fact.place]
    facts = [fact for fact in placed if fact.filled or fact is stated] or placed[:1]  # where one is missing
    lead = stated or next(iter(facts), None)
    body = _said(data.says, verdict, unit) if data.says and not rounding else sides.sentence()
    tail = "在四舍五入允许的范围内（尾差）。" if rounding else hint
    return Finding(
        id=data.id,
        severity=Severity.NOTE if rounding else Severity(data.severity),
        outcome=verdict.outcome,
        label=lead.label if lead else data.title,
        message=f"{_where(lead)}{verdict.scope.key}{body}{'，' if rounding else '。'}{tail}",
        place=lead.place if lead else None,
        stated=sides.left,
        expected=sides.right if sides.operator == "=" else "",
        difference=sides.difference,
        mend="尾差，可不改。" if rounding else data.mend or _DEFAULT_MEND,
        cells=tuple(dict.fromkeys(fact.place for fact in facts if fact.place)),
        key=verdict.key,
        suggestions=suggestions,
    )


class _Sides:
    """Both sides of a relation as figures and as words."""

    def __init__(self, verdict: Verdict, unit: Unit) -> None:
        tree = verdict.check.relation.expression
        assert isinstance(tree, Binary)
        self.operator = tree.operator
        self.unit = unit
        self.comparison = verdict.comparison
        self.kind = kind_of(tree, verdict.scope.vocabulary)
        self.run = Evaluation(verdict.scope, {})
        self.tree = tree
        self.stated_fact = self._fact(tree.left)
        self.left = unit.show(self.comparison.left, self.kind)
        self.right = unit.show(self.comparison.right, self.kind)

    @property
    def difference(self) -> str:
        gap = self.comparison.difference
        return "" if gap is None else self.unit.digits(gap, self.kind)

    def sentence(self) -> str:
        if isinstance(self.comparison.left, str):
            demand = f"不能是“{self.right}”" if self.operator == "<>" else f"应为“{self.right}”"
            return f"{words(self.tree.left, self.run)}填的是“{self.left}”，{demand}"
        left = self._with_figure(self.tree.left, self.left)
        right = self._right()
        if self.operator == "<>":
            return f"{left}，不应等于{right}"
        if self.operator in _BEYOND:
            demand, beyond = _BEYOND[self.operator]
            return f"{left}，{demand}{right}，{beyond}{self._gap()}"
        return f"{left}，{right}，相差{self._gap()}"

    def _right(self) -> str:
        if self._facts_of(self.tree.right):
            return self._with_figure(self.tree.right, self.right)
        return self.unit.full(self.right, self.kind)

    def _with_figure(self, side: Expression, digits: str) -> str:
        """The words of a side and what it comes to; two numbers must not run into each other."""
        said = words(side, self.run)
        return f"{said}{'，即' if said[-1].isdigit() else ''}{self.unit.full(digits, self.kind)}"

    def _facts_of(self, expression: Expression) -> tuple[Fact, ...]:
        run = Evaluation(self.run.scope, {})
        run.value(expression)
        return run.facts

    def _gap(self) -> str:
        gap = abs(self.comparison.difference or Decimal(0))
        if self.kind is Kind.PERCENT:
            return f"{plain(round_half_up(gap * 100))}个百分点"
        return self.unit.full(self.unit.digits(gap, self.kind), self.kind)

    def _fact(self, expression: Expression) -> Fact | None:
        """The cell that the left side speaks of: the term itself, or the first filled one in it."""
        if isinstance(expression, Name):
            return self.run.scope.cell(expression.term)
        facts = self._facts_of(expression)
        return next((fact for fact in facts if fact.filled), None)


def _where(fact: Fact | None) -> str:
    return f"{fact.place} " if fact and fact.place else ""


def _said(template: str, verdict: Verdict, unit: Unit) -> str:
    """The pack's own sentence with the values of its terms filled in."""

    def value(match: re.Match[str]) -> str:
        fact = verdict.scope.cell(match[1])
        digits = unit.digits(fact.number, fact.kind) if fact.kind.numeric else fact.text
        return unit.full(digits, fact.kind)

    return _PLACEHOLDER.sub(value, template)
