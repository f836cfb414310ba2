"""自评结果为“优”的项目7个，“良”的项目3个: together they are the projects that the paragraph has counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.stated import StatedRelation, sum_of
from jixiao.model.outcome import Outcome, Severity

_GRADE = "“?(?:优秀|良好|合格|不合格|优|良|中|差)”?"
_GRADED = re.compile(
    rf"(?:[^“”]{{0,16}}(?:结果|等级|等次)(?:为|是))?(?:其中)?{_GRADE}(?:[和与及、]{_GRADE})*"
    r"(?:等[次级])?的?(?:项目|部门|单位)?(?:有|共|为)*"
)
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_NEARLY = 5  # a gap of less than a fifth
_FEWEST = 2


def graded_counts(context: AuditContext) -> Iterator[StatedRelation]:
    """Each run of grades with the counts said before it in its paragraph; one that fits is enough."""
    listed = context.members
    for sentence in context.sentences:
        grades = [f for f in sentence.figures if f.measure is Metric.COUNT and _GRADED.fullmatch(f.words)]
        grades = [f for f in grades if f.role in _ROLES and f not in listed]
        if len(grades) < _FEWEST or len({f.unit for f in grades}) > 1:
            continue
        first = grades[0]
        before = [
            f
            for f in context.figures[first.passage.number]
            if f.start < first.start and f.unit == first.unit and f.role in _ROLES and f not in grades
        ]
        relations = [_relation(whole, grades) for whole in before if whole.value]
        holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
        near = [one for one in relations if _is_near(one)]
        if holding:
            yield holding[0]
        elif len(near) == 1:
            yield near[0]


def _is_near(relation: StatedRelation) -> bool:
    gap = abs(sum(part.value for part in relation.operands) - relation.target.value)
    return gap * _NEARLY < relation.target.value


def _relation(whole: StatedFigure, grades: list[StatedFigure]) -> StatedRelation:
    of = "＋".join(part.written for part in grades)
    return sum_of("SUM-GRADES", whole, grades, of, severity=Severity.WARNING)
