"""What the text says of all that a column counts: 受益人口12131人, the total below that head."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.variants import variants
from jixiao.model.outcome import Outcome, Severity

_UNIT = re.compile(r"（[^）]*）|\([^)]*\)|数量$|数$")
_LONG = 4  # letters of a head that means one thing
_TELLING = 4  # digits
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)


def heads_in_text(context: AuditContext) -> Iterator[StatedRelation]:
    """Each count that bears the name of a column with a total; told if a slip explains the gap."""
    totals: dict[str, list[StatedFigure]] = defaultdict(list)
    for table in context.tables:
        total = table.total() if table.whole else None
        for column, cell in total.figures.items() if total else ():
            head = _UNIT.sub("", table.heads.get(column, ""))
            if len(head) >= _LONG and cell.value:
                totals[head].append(cell)
    for sentence in context.sentences if totals else ():
        for figure in sentence.figures:
            if (
                figure.measure is Metric.COUNT
                and figure.role in _ROLES
                and len(str(figure.value)) >= _TELLING
            ):
                cells = totals.get(_UNIT.sub("", figure.label), [])
                if len({cell.value for cell in cells}) == 1:
                    yield from _judged(figure, cells[0])


def _judged(figure: StatedFigure, cell: StatedFigure) -> Iterator[StatedRelation]:
    scale = cell.scale if cell.measure is Metric.MONEY else 1  # a count in a table of amounts
    value = cell.value / scale
    if value != figure.value and value not in set(variants(figure)):
        return
    plain = StatedFigure(
        value, figure.step, Metric.COUNT, figure.unit, figure.scale, cell.passage, cell.start, cell.end,
        printed=True,
    )  # fmt: skip
    of = "表中该栏的合计"
    relation = same_figure("HEAD-TABLE", figure, plain, of, Severity.WARNING)
    if relation.outcome() is not Outcome.NOT_CHECKED:
        yield relation
