"""Shares of one total in a row of paragraphs: the total that all of them but one fit is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.shares.share_parts import part_of
from jixiao.audit.kinds.shares.shares import share_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.model.outcome import Outcome

_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_MEASURES = (Metric.MONEY, Metric.COUNT)
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)
_FEWEST = 3
_MANY = 6
_APART = 3  # sentences between two shares of one row
_MOST_WHOLES = 400
_ROUNDED = 1  # per cent
_ALL = 101  # per cent: shares of more are not of one total

Pair = tuple[StatedFigure, StatedFigure]


def common_wholes(context: AuditContext) -> Iterator[StatedRelation]:
    """The relations of every row of shares whose total can be told."""
    totals: dict[object, StatedFigure] = {}
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure in _MEASURES and figure.role in _ROLES and figure.value > 0:
                totals.setdefault((figure.measure, figure.unit, figure.value), figure)
    if len(totals) <= _MOST_WHOLES:
        for row in _rows(context):
            yield from _judged(row, list(totals.values()))


def _rows(context: AuditContext) -> Iterator[list[Pair]]:
    """Pairs of amount and share that say 占 of the same words, near each other."""
    rows: dict[str, tuple[int, list[Pair]]] = {}
    for sentence in context.sentences:
        for share in sentence.of(FigureRole.SHARE):
            part = part_of(share, sentence)
            if part is None or share.over is not None or part.measure not in _MEASURES:
                continue
            if not part.value or not share.value:
                continue
            base = re.sub(r"[“”的]|总额|总量|数$", "", share.base or _base_before(share, sentence))
            last, row = rows.get(base, (sentence.number, []))
            apart = any(one.passage.heading for one in context.sentences[last : sentence.number])
            apart = apart or (last != sentence.number and _is_all(row))
            if apart or sentence.number - last > _APART or any(part is own for own, _ in row):
                yield row
                row = []
            rows[base] = (sentence.number, [*row, (part, share)])
    yield from (row for _, row in rows.values())


def _is_all(row: Sequence[Pair]) -> bool:
    """Whether the shares so far make up a hundred: what follows are shares of another total."""
    return bool(row) and abs(sum((share.value for _, share in row), Decimal(-100))) < _ROUNDED


def _base_before(share: StatedFigure, sentence: Sentence) -> str:
    """门急诊收入…，占医疗收入的35%；住院收入…，占65%: of what the share before it is one."""
    before = [one.base for one in sentence.of(FigureRole.SHARE) if one.start < share.start and one.base]
    return before[-1] if before else ""


def _judged(row: Sequence[Pair], totals: Sequence[StatedFigure]) -> Iterator[StatedRelation]:
    if len(row) < _FEWEST:
        return
    largest = max(part.value for part, _ in row)
    best: list[StatedRelation] = []
    hits = 0
    for whole in totals:
        if whole.value < largest or not all(whole.fits(part) for part, _ in row):
            continue
        relations = [share_relation(share, part, whole, "SHARE-COMMON") for part, share in row]
        held = sum(one.outcome() in _HOLDS for one in relations)
        if held > hits:
            best, hits = relations, held
    fitting = [one for one in best if one.outcome() in _HOLDS]
    named = bool(row[0][1].base)
    apart = 1 + (len(row) >= _MANY)  # slips that are not the total's
    enough = hits >= max(len(row) - apart, 2 if named else _FEWEST)
    if enough and sum(one.target.value for one in fitting) < _ALL and (named or _is_one_side(row)):
        yield from best


def _is_one_side(row: Sequence[Pair]) -> bool:
    """Whether no income stands among expenditure."""
    labels = "".join(part.label for part, _ in row)
    return not ("收入" in labels and "支出" in labels)
