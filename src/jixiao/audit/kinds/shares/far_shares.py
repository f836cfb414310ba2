"""Shares whose whole is named, and stands far away or in a table: 占一般公共服务支出的9.47%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.label_names import cleaned
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.changes.changed_names import is_of
from jixiao.audit.kinds.rates.stem_rates import USED
from jixiao.audit.kinds.shares.shares import share_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_SHORTEST = 4  # letters of a name that is sure to mean one thing
_FEW = 3  # values of one name that are tried
_BARE = re.compile(r"^(?:全部|本年度?|当年|全年|年度)|(?:总额|总量|总数|总金额|金额|数|的)$")
_ENDS = re.compile(r"(?:总额|总量|总数|总金额|金额|数|的)$")
_PARTS = (FigureRole.PLAIN, FigureRole.RESULT)


def far_shares(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each share that nothing else has told, if its name makes it hold or a slip explains the rest."""
    for sentence in context.sentences:
        for share in sentence.of(FigureRole.SHARE, FigureRole.DONE):
            name = _BARE.sub("", share.base.strip("“”"))
            name = name if len(name) >= _SHORTEST else _ENDS.sub("", share.base.strip("“”"))  # 本年支出
            if share in told or not share.words.startswith("占") or len(name) < _SHORTEST:
                continue
            if (part := _part(share, sentence)) is not None:
                yield from _judged(share, part, name, context)


def _part(share: StatedFigure, sentence: Sentence) -> StatedFigure | None:
    """The amount before it in its part of the sentence, with nothing but other shares between."""
    start = segment_start(sentence, share.start)
    before = [f for f in sentence.before(share.start) if f.start >= start and f.role not in USED]
    last = before[-1] if before else None
    fits = last is not None and last.role in _PARTS and last.measure in (Metric.MONEY, Metric.COUNT)
    return last if fits and last is not None and last.value else None


def _judged(
    share: StatedFigure, part: StatedFigure, name: str, context: AuditContext
) -> Iterator[StatedRelation]:
    found = (*_in_text(name, context), *_of_its_sentence(name, context), *_in_tables(name, context))
    wholes = {f.value: f for f in found}
    relations = [
        share_relation(share, part, whole)
        for whole in wholes.values()
        if whole.value and whole is not part and (whole.measure is part.measure or whole.printed)
    ]
    holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
    if holding:
        yield holding[0]
        return
    likely = [one for one in relations if slip_in(share, one) or slip_in(part, one)]
    spread = [share_relation(share, part, whole) for whole in _spread(name, part, context)]
    if not likely and (holding := [one for one in spread if one.outcome() is not Outcome.INCONSISTENT]):
        yield holding[0]
        return
    if len(likely) == 1 and len(relations) <= _FEW:
        likely[0].severity = Severity.WARNING
        yield likely[0]


def _in_text(name: str, context: AuditContext) -> Iterator[StatedFigure]:
    """What bears that name anywhere, as whatever it is called there."""
    for figures in context.figures.values():
        for figure in figures:
            if figure.role not in (*USED, FigureRole.SIDE) and (
                name in cleaned(figure.words)[-len(name) - 4 :] or figure.words.endswith(name)
            ):
                yield figure


def _of_its_sentence(name: str, context: AuditContext) -> Iterator[StatedFigure]:
    """“三公”经费支出预算为9.20万元，支出决算为7.10万元: what was spent on what a sentence begins with."""
    for sentence in context.sentences:
        yield from (figure for figure in sentence.of(FigureRole.RESULT) if is_of(figure, name, sentence))


def _spread(name: str, part: StatedFigure, context: AuditContext) -> Iterator[StatedFigure]:
    """项目全年支出 for 项目支出: all letters of the name, with few between."""
    pattern = re.compile(".{0,4}".join(map(re.escape, name)) + "$")
    for figures in context.figures.values():
        for figure in figures:
            larger = figure.value > part.value and figure.measure is part.measure
            if larger and figure.role in _PARTS and pattern.search(figure.label):
                yield figure


def _in_tables(name: str, context: AuditContext) -> Iterator[StatedFigure]:
    """The cells of rows that bear it."""
    bare = re.sub("支出$", "", name)
    for table in context.tables:
        for entry in table.entries:
            if table.table.scale and entry.name in (name, bare, f"{bare}支出"):
                yield from entry.figures.values()
