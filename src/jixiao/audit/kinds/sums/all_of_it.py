"""The only thing that an amount was for: 支出3.68万元，全部为公务接待费3.68万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.stated import StatedRelation, sum_of

_ALL = re.compile("^(?:其中)?(?:全部|均|都)(?:为|是|系|用于|属于|来自|来源于)[^，。；、]{2,24}$")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)


def all_of_it(context: AuditContext) -> Iterator[StatedRelation]:
    """The figure behind 全部为 is that before it, unless a list of more begins there."""
    for sentence in context.sentences:
        for whole, part in pairwise(sentence.figures):
            if _ALL.match(part.words) and _is_alone(part) and _are_alike(whole, part):
                of = f"全部的{whole.written}"
                yield sum_of("SUM-ALL", part, (whole,), of)


def _is_alone(part: StatedFigure) -> bool:
    """Whether nothing of its kind follows in the sentence."""
    behind = part.passage.text[part.end :].partition("。")[0]
    return behind[:1] not in ("、", "和", "及", "与") and not re.match(r"[，；][^，。；\d]{2,20}\d", behind)


def _are_alike(whole: StatedFigure, part: StatedFigure) -> bool:
    return (
        whole.measure is Metric.MONEY is part.measure
        and whole.role in _ROLES
        and part.role in _ROLES
        and bool(whole.value and part.value)
    )
