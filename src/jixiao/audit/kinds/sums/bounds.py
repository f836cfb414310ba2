"""Parts that exclude each other and may not exceed their whole: purchases from small enterprises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation

_NEAR = 4  # sentences between the whole and its parts


def bounds(context: AuditContext) -> Iterator[StatedRelation]:
    """Each bound of the word lists whose whole and parts are named once each."""
    for bound in context.words.bound:
        for sentence in context.sentences:
            wholes = [f for f in sentence.figures if _is_named(f, bound.whole)]
            if wholes:
                yield from _judged(wholes[0], bound.parts, sentence, context)


def _judged(
    whole: StatedFigure, names: tuple[str, ...], sentence: Sentence, context: AuditContext
) -> Iterator[StatedRelation]:
    near = context.sentences[sentence.number : sentence.number + _NEAR]
    figures = [figure for one in near for figure in one.figures if figure is not whole]
    parts = [[f for f in figures if _clause_says(f, name)] for name in names]
    if any(len(found) != 1 for found in parts):
        return
    operands = tuple(found[0] for found in parts)
    of = (
        "与".join(figure.written for figure in operands) + "之和"
        if len(operands) > 1
        else operands[0].written
    )
    yield StatedRelation(
        "BOUND",
        AuditKind.SUM,
        whole,
        operands,
        SignedSum(),
        Directness.LIST,
        of,
        upper=True,
        note="互不包含的各部分之和不能超过总额。" if len(operands) > 1 else "部分不能超过总额。",
    )


def _is_named(figure: StatedFigure, pattern: str) -> bool:
    usable = figure.role in (FigureRole.PLAIN, FigureRole.RESULT) and figure.measure is Metric.MONEY
    return usable and re.search(pattern, figure.words) is not None


def _clause_says(figure: StatedFigure, pattern: str) -> bool:
    """The words of its part of the sentence, back to the last semicolon."""
    if figure.measure is not Metric.MONEY or figure.role not in (FigureRole.PLAIN, FigureRole.RESULT):
        return False
    text = figure.passage.text[: figure.start]
    clause = text[max(text.rfind("；"), text.rfind("。")) + 1 :]
    return re.search(pattern, clause) is not None
