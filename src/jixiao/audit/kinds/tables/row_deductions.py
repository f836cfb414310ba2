"""Rows of a score table that say why points were lost: 分值3，得分2.5，“未达100%，扣1分”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.figures.figures import number
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.tables.score_rows import ScoreRow, score_rows
from jixiao.model.outcome import Outcome, Severity

_LOST = re.compile(r"(?<!每)(?<!个)扣(?:除|减|了)?(?P<digits>\d+(?:\.\d+)?)分")
_RULE = re.compile("每|扣完为止|以上|低于|不足|否则")  # what the standard says, not what was lost
_FEWEST = 2  # rows that hold, so that the column says what the row has lost


def row_deductions(context: AuditContext) -> Iterator[StatedRelation]:
    """Each row whose note names one deduction, in a table in which most such notes hold."""
    for table in context.text.tables:
        found = [one for row in score_rows(table) if (one := _of_row(row)) is not None]
        holding = [one for one in found if one.outcome() is not Outcome.INCONSISTENT]
        if len(holding) >= _FEWEST and len(holding) * 2 > len(found):
            yield from found


def _of_row(row: ScoreRow) -> StatedRelation | None:
    if row.note is None or row.full is None or row.got is None or row.total or _RULE.search(row.note.text):
        return None
    said = list(_LOST.finditer(row.note.text))
    if len(said) != 1:
        return None
    value, places = number(said[0]["digits"])
    start = row.note.start + said[0].start("digits")
    lost = StatedFigure(
        value, Decimal(1).scaleb(-places), Metric.SCORE, "分", Decimal(1), row.note.passage, start,
        row.note.start + said[0].end(), label=row.names[-1] if row.names else "",
    )  # fmt: skip
    lost.label_start, lost.printed = start, True
    of = f"{row.full.written}－{row.got.written}"
    return StatedRelation(
        "SCORE-LOST", AuditKind.SCORE, lost, (row.full, row.got), SignedSum((1, -1)), Directness.EQUAL,
        of, Severity.WARNING, exact=True,
    )  # fmt: skip
