"""Measures that follow from the facts: relations over terms, with their special cases."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.entered_rate import BASE_ZERO
from jixiao.methods.method import Measure, NotMeasurable
from jixiao.methods.wording import measured, percent
from jixiao.model.fact import Fact, State
from jixiao.model.outcome import Outcome
from jixiao.model.scorecard import Obstacle
from jixiao.pack.framework import Indicator
from jixiao.relation.binding import bind
from jixiao.relation.comparison import compare
from jixiao.relation.evaluation import DIVISOR_ZERO, Codes, Evaluation, NotEvaluable
from jixiao.relation.reads import reads
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Binary, Expression, Name, walk

_NO_RATE = Decimal(1_000)  # 100000%: no rate, where nothing is divided


def computed_measure(indicator: Indicator, scope: Scope, codes: Codes) -> Measure:
    """Evaluate the indicator's relation over the whole workbook. Raises NotMeasurable."""
    bound = bind(indicator.measure, scope.vocabulary)
    _refuse_blanks(bound.expression, scope)
    if indicator.method.of_rows and not _facts(bound.expression, scope):
        raise NotMeasurable(_no_rows(bound.terms[0], scope))
    for special in indicator.special:
        if compare(bind(special.when, scope.vocabulary), scope, codes).outcome is Outcome.PASSED:
            value = _value(bind(special.value, scope.vocabulary).expression, Evaluation(scope, codes))
            facts = tuple(_facts(bound.expression, scope))
            return Measure(value, special.says, special.says, special=special.says, facts=facts)
    run = Evaluation(scope, codes)
    without_base = indicator.method.without_base
    try:
        value = run.quantity(bound.expression).value
    except NotEvaluable as obstacle:
        if obstacle.reason != DIVISOR_ZERO or without_base is None:
            raise NotMeasurable(_obstacle(obstacle, bound.expression, scope)) from None
        facts = tuple(_facts(bound.expression, scope))
        return Measure(without_base, BASE_ZERO, BASE_ZERO, special=BASE_ZERO, facts=facts)
    if indicator.method.of_rows:
        _refuse_unscored_rows(run)
    shown = indicator.method.shown(value) or percent(value)
    if shown == percent(value) and abs(value) >= _NO_RATE and not any(_divisors(bound.expression)):
        raise NotMeasurable(_amount(bound.expression, scope, value))
    return Measure(value, shown, measured(shown), facts=run.facts)


def _amount(expression: Expression, scope: Scope, value: Decimal) -> Obstacle:
    """38170000%: an amount stands where a rate is wanted."""
    fact = _facts(expression, scope)[0]
    what = f"作指标值成了{percent(value)}，不合常理：它不是比率"
    mend = "请在“指标体系”表把指标值改为相除的算式（例如 支出合计 ÷ 年初预算数），或改为由人评分。"
    return Obstacle(fact.label, fact.place, what, mend, fact.typed)


def _refuse_unscored_rows(run: Evaluation) -> None:
    """A sum of scores is none while a row of it has no score."""
    used = [
        fact for term in {fact.term for fact in run.facts} for row, fact in run.scope.column(term) if row.used
    ]
    blanks = tuple(fact for fact in used if fact.state is State.BLANK and id(fact) in run.used)
    if blanks:
        raise NotMeasurable(
            Obstacle(blanks[0].label, blanks[0].place, "还没有填写", "请补填。", blanks=blanks)
        )


def _no_rows(term: str, scope: Scope) -> Obstacle:
    """Where the unit's own indicators belong, none is filled in."""
    sheet = scope.vocabulary[term].sheet
    return Obstacle(sheet, None, "还没有填写指标", f"请在“{sheet}”表填写，一个指标一行。")


def _no_entries(expression: Expression, scope: Scope) -> Obstacle:
    """A measure over columns of a table in which nobody has filled in a row."""
    sheet = next(scope.vocabulary[part.term].sheet for part in walk(expression) if isinstance(part, Name))
    return Obstacle(sheet, None, "还没有填写", f"请在“{sheet}”表填写。")


def _value(expression: Expression, run: Evaluation) -> Decimal:
    try:
        return run.quantity(expression).value
    except NotEvaluable as obstacle:
        raise NotMeasurable(_obstacle(obstacle, expression, run.scope)) from None


def _refuse_blanks(expression: Expression, scope: Scope) -> None:
    """A score is not computed from a blank, which could be any figure; a table may leave cells out."""
    names = [read.term for read in reads(expression, scope.vocabulary)]
    single = [scope.cell(name) for name in names if not scope.vocabulary[name].path]
    blanks = tuple(fact for fact in single or _facts(expression, scope) if fact.state is State.BLANK)
    if blanks and (single or len(blanks) == len(_facts(expression, scope))):
        first, mend = blanks[0], "请补填；没有发生额的填 0。"
        raise NotMeasurable(Obstacle(first.label, first.place, "还没有填写", mend, blanks=blanks))


def _divisors(expression: Expression) -> Iterator[Expression]:
    for part in walk(expression):
        if isinstance(part, Binary) and part.operator == "/":
            yield part.right


def _facts(expression: Expression, scope: Scope) -> list[Fact]:
    names = [part.term for part in walk(expression) if isinstance(part, Name)]
    return [fact for term in names for _, fact in scope.column(term)]


def _obstacle(obstacle: NotEvaluable, expression: Expression, scope: Scope) -> Obstacle:
    divisors = [fact for divisor in _divisors(expression) for fact in _facts(divisor, scope)]
    read = [obstacle.fact] if obstacle.fact else _facts(expression, scope)
    if not read:
        return _no_entries(expression, scope)
    if obstacle.reason != DIVISOR_ZERO or not divisors:
        fact = read[0]
        lost = fact.state is State.LOST
        mend = "请先恢复它所在的表。" if lost else "请改填数字。"
        return Obstacle(fact.label, fact.place, "的内容无法读取", mend, fact.typed, lost=lost)
    fact = divisors[0]
    return Obstacle(
        fact.label, fact.place, "是分母，不能为零", "请核对后填写。", fact.typed or "0", no_base=True
    )
