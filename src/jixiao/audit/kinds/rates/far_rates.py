"""Execution rates whose budget or result stands elsewhere: told if a slip explains them, or if they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import ShareOf
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_RESULTS = (FigureRole.RESULT, FigureRole.PLAIN)
_PROJECT_BUDGET = re.compile(r"项目(?:总|全年|年度|资金)?预算(?:总额|资金|安排)*(?:为|共|：)*$")
_NAMED_BASE = re.compile("(?:年初|调整后?的?|全年)预算(?:数|总额)?")
_ANOTHER_BASE = re.compile("到位|下达|安排|年初|全年|调整|总投资|批复|计划|收到")
_FAR = 5  # sentences back to the beginning of the paragraph before


def of_the_paragraph_before(
    rate: StatedFigure, sentence: Sentence, bases: Sequence[StatedFigure], context: AuditContext
) -> Iterator[StatedRelation]:
    """完成年初预算…万元的107.98%。, a sentence of its own: of what this or the last paragraph begins with."""
    if len(bases) != 1 or not sentence.text.startswith("完成"):
        return
    for before in context.before(sentence, _FAR):
        if before.start == 0 and before.figures:
            first = before.figures[0]
            if first.measure is Metric.MONEY and first.role in _RESULTS:
                relation = done_relation(rate, first, bases[0])
                slip = any(slip_in(figure, relation) for figure in relation.figures)
                if slip or relation.outcome() is not Outcome.INCONSISTENT:
                    relation.severity = Severity.WARNING
                    yield relation
            return


def of_the_project(
    rate: StatedFigure, result: StatedFigure, context: AuditContext
) -> Iterator[StatedRelation]:
    """占预算的85.60%: the one budget that the report of a project speaks of, if a slip explains the rest."""
    found = {
        f.value: f
        for one in context.sentences
        for f in one.figures
        if f.measure is Metric.MONEY and f.value and _is_base(f, rate.base)
    }
    if len(found) == 1:
        relation = done_relation(rate, result, next(iter(found.values())))
        relation.severity = Severity.WARNING
        if (
            relation.outcome() is not Outcome.INCONSISTENT
            or slip_in(rate, relation)
            or (_NAMED_BASE.fullmatch(rate.base) and _is_of_another(rate, result, context))
        ):
            yield relation


def _is_of_another(rate: StatedFigure, result: StatedFigure, context: AuditContext) -> bool:
    """占全年预算的92.89% that is the share of what has arrived: whether it fits another sum to the digit."""
    return rate.step < 1 and any(
        _ANOTHER_BASE.search(f.words)
        and f.measure is Metric.MONEY
        and f.value
        and done_relation(rate, result, f).outcome() in (Outcome.PASSED, Outcome.ROUNDING)
        for one in context.sentences
        for f in one.figures
    )


def _is_base(figure: StatedFigure, said: str) -> bool:
    """Whether a figure bears the name of the budget that a rate is said to be one of."""
    if named := re.fullmatch("(?P<kind>年初|调整|全年)(?:后)?(?:的)?预算(?:数|总额|收入|支出)?", said):
        return (
            re.search(rf"{named['kind']}[^，。；]{{0,4}}预算(?:数|总额)*(?:为|共|：)*$", figure.words)
            is not None
        )
    general = re.fullmatch("(?:项目)?(?:总|全年)?预算(?:总额|资金|数)?", said)
    return general is not None and _PROJECT_BUDGET.search(figure.words) is not None


def done_relation(rate: StatedFigure, result: StatedFigure, base: StatedFigure) -> StatedRelation:
    """The rate is the result over the budget."""
    return StatedRelation(
        "RATE-DONE",
        AuditKind.RATIO,
        rate,
        (result, base),
        ShareOf(),
        Directness.RATE,
        f"{result.written}÷{base.written}",
    )
