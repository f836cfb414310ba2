"""公益培训期数 ≥40期 64期 in the table of indicators, 公益培训46期 in the text: one of them is mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.document.report_table import ReportTable, TableCell
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.mistyping import mistyped
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.checks.diagnosis.slips import SlipKind
from jixiao.model.outcome import Outcome, Severity

_TARGET = re.compile(r"(?:≥|>=|＝|=|不少于)?(?P<digits>\d+)(?P<unit>[\u4e00-\u9fff]{1,2})")
_DONE = re.compile(r"(?P<digits>\d+)(?P<unit>[\u4e00-\u9fff]{1,2})")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_PLANNED = re.compile("目标|计划|不少于|不低于|任务|上年|去年|预计|拟")
_SHORTEST = 3  # letters of a name that means one thing
_TELLING = 2  # digits
_LONG = 100  # a count of three digits


def counts_of_indicators(context: AuditContext) -> Iterator[StatedRelation]:
    """What was done of each indicator against what the text says of it, if a slip makes them equal."""
    for table in context.tables:
        for name, cell in _done(table.table):
            said = [figure for figure in _counts(context) if _is_of(figure, cell, name)]
            relations = [_relation(cell, figure) for figure in said]
            holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
            likely = [one for one in relations if _is_mistyped(cell, one.operands[0])]
            if holding:
                yield holding[0]
            elif likely and len({figure.value for figure in said}) == 1:
                yield likely[0]


def _done(table: ReportTable) -> Iterator[tuple[str, StatedFigure]]:
    """Each name before a target, with the figure of the same unit behind the target."""
    for line in table.lines:
        for (named, wanted), (_, done) in pairwise(pairwise(line.cells)):
            target, count = _TARGET.fullmatch(wanted.text), _DONE.fullmatch(done.text)
            if target and count and target["unit"] == count["unit"] and len(count["digits"]) >= _TELLING:
                name = re.sub(rf"(?:{count['unit']})?(?:数量?|次数?)?$", "", named.text)
                if len(name) >= _SHORTEST:
                    yield name, _figure(count, done, name)


def _figure(count: re.Match[str], cell: TableCell, name: str) -> StatedFigure:
    return StatedFigure(
        Decimal(count["digits"]), Decimal(0), Metric.COUNT, count["unit"], Decimal(1),
        cell.passage, cell.start, cell.end, name,
    )  # fmt: skip


def _counts(context: AuditContext) -> Iterator[StatedFigure]:
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is Metric.COUNT and figure.role in _ROLES and figure.year in (0, context.year):
                yield figure


def _is_of(figure: StatedFigure, cell: StatedFigure, name: str) -> bool:
    clause = figure.passage.text[max(figure.start - 20, 0) : figure.start]
    return figure.unit == cell.unit and figure.label.endswith(name) and not _PLANNED.search(clause)


def _is_mistyped(cell: StatedFigure, said: StatedFigure) -> bool:
    """Two digits exchanged; of more than two digits any slip: 64期 and 44期 may be a whole and a part."""
    slip = mistyped(cell, said.value)
    return slip is not None and (slip.kind is SlipKind.SWAPPED or min(cell.value, said.value) >= _LONG)


def _relation(cell: StatedFigure, said: StatedFigure) -> StatedRelation:
    of = f"文字中的{said.written}"
    return same_figure("INDICATOR-TEXT", cell, said, of, Severity.WARNING)
