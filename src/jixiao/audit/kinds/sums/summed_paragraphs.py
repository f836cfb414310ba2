"""以上三类问题共涉及资金156.14万元: the amounts with which the numbered paragraphs before it deal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.lines import NUMBERED
from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.figures.numerals import chinese, numeral
from jixiao.audit.relations.stated import Directness, sum_of
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.wording_fault import WordingFault
from jixiao.model.outcome import Outcome, Severity

_SUMMED = re.compile(
    r"^(?:以上|上述|前述)(?P<count>[两二三四五六七八九十])?(?P<thing>[类项个笔方]?面?[^，。；\d]{0,8}?)(?:共|合计|共计|累计|总计)[^，。；\d]{0,12}$"
)
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_MOST = 10  # paragraphs that are summed up


def summed_paragraphs(context: AuditContext) -> Iterator[Judged]:
    """Each total that begins its paragraph; if not all paragraphs have such an amount, nothing."""
    passages = list(context.text.prose)
    for position, passage in enumerate(passages):
        figures = context.figures.get(passage.number, [])
        total = figures[0] if figures else None
        match = _SUMMED.match(passage.text[: total.start]) if total is not None else None
        if total is None or match is None:
            continue
        parts = _parts(passages[max(position - _MOST, 0) : position], total, context)
        if len(parts) > 1:
            yield from _judged(total, parts, match, passage)


def _parts(before: list[Passage], total: StatedFigure, context: AuditContext) -> list[StatedFigure]:
    """The first amount of each numbered paragraph directly before it; none if one of them has none."""
    found: list[StatedFigure] = []
    for passage in reversed(before):
        if passage.heading or not NUMBERED.match(passage.text):
            break
        own = [f for f in context.figures.get(passage.number, []) if f.role in _ROLES and f.fits(total)]
        own = [f for f in own if f.measure is total.measure]
        if not own:
            return []
        found.insert(0, own[0])
        if re.match("（一）|一、|1[.、．]|（1）|①", passage.text):
            return found
    return []


def _judged(
    total: StatedFigure, parts: list[StatedFigure], match: re.Match[str], passage: Passage
) -> Iterator[Judged]:
    of = f"前面{len(parts)}段所写金额之和"
    relation = sum_of("SUM-PARAGRAPHS", total, parts, of, Directness.ITEMS, Severity.WARNING)
    holds = relation.outcome() is not Outcome.INCONSISTENT
    if holds or slip_in(total, relation):
        yield relation
        count = chinese(match["count"].replace("两", "二")) if match["count"] else len(parts)
        if count != len(parts):
            right = numeral(len(parts), "一")
            yield WordingFault(
                "COUNT-WORDS",
                AuditKind.NAMING,
                passage,
                match.span("count"),
                right + match["thing"],
                f"这里说“{match['count']}{match['thing']}”，前面列了{right}条。",
                "请核对条数。",
                stated=match["count"] + match["thing"],
                quoted=(0, total.end),
            )
