"""Items of expenditure that a text goes through one by one: those of a class come to it, all to the total."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.audit.account_heads import AccountHead
from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.stated import Directness, StatedRelation, sum_of
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_SPENT = (FigureRole.RESULT, FigureRole.PLAIN)
_BEFORE = 3  # passages before the first item in which the total of all of them may stand
_FAR = 40  # passages before it in which the amounts of classes may stand
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、]?)+")
_PART = re.compile("(?:基本|项目|人员|公用)(?:支出|经费)")
_FEWEST = 2  # items of which a total can be


def item_sums(context: AuditContext) -> Iterator[StatedRelation]:
    """Each run of items against the total before it and the classes said before it."""
    for heads in _runs(context):
        found = [*_of_classes(heads, context), *_of_all(heads, context)]
        holding = [one for one in found if one.outcome() is not Outcome.INCONSISTENT]
        for one in found:
            if one in holding or _is_told(one, len(holding)):
                yield one


def _is_told(relation: StatedRelation, holding: int) -> bool:
    """A gap that a slip explains, or the only one among sums that hold."""
    if any(slip_in(figure, relation) for figure in relation.figures):
        return True
    relation.severity = Severity.WARNING
    return holding > 1


def _runs(context: AuditContext) -> Iterator[list[AccountHead]]:
    """Items that follow each other, until one of them comes again or another section begins."""
    headings = [p.number for p in context.text.prose if p.heading and "）" not in p.text[4:]]
    run: list[AccountHead] = []
    seen = set[tuple[str, str, str]]()
    for head in context.heads:
        key = (head.top, head.kind, head.item)
        apart = bool(run) and any(run[-1].passage.number < n < head.passage.number for n in headings)
        if key in seen or apart:
            if len(run) >= _FEWEST:
                yield run
            run, seen = [], set()
        run.append(head)
        seen.add(key)
    if len(run) >= _FEWEST:
        yield run


def amount_of(head: AccountHead, roles: Sequence[FigureRole]) -> StatedFigure | None:
    """The first amount of an item that has one of these roles; a change before it ends what is said of it."""
    for figure in head.figures:
        if figure.measure in (Metric.MONEY, Metric.BARE) and figure.role in roles:
            return figure
        if figure.role not in (FigureRole.BASE, FigureRole.PRIOR, *_SPENT):
            return None
    return None


def _of_all(heads: Sequence[AccountHead], context: AuditContext) -> Iterator[StatedRelation]:
    """The total in the sentences directly before the first item, of what was budgeted and what was spent."""
    first = heads[0]
    for sentence in reversed(context.sentences):
        distance = first.passage.number - sentence.passage.number
        if distance < 0 or (distance == 0 and sentence.start >= first.start):
            continue
        if distance > _BEFORE:
            return
        end = first.start if sentence.passage is first.passage else sentence.end
        totals = [f for f in sentence.figures if f.measure is Metric.MONEY and f.end <= end]
        if not totals:
            continue
        if {_core(figure.label) for figure in totals} & {_core(head.top) for head in heads}:
            return  # 社会保障和就业支出…万元，占97.81%；…: classes, and no total
        for roles in ((FigureRole.BASE,), _SPENT):
            total = next((f for f in totals if f.role in roles and f.value), None)
            if total is None or _PART.search(total.label):
                continue
            parts = [amount_of(head, roles) for head in heads]
            if all(part is not None for part in parts):
                yield _relation(total, [part for part in parts if part is not None], "各项之和")
        return


def _of_classes(heads: Sequence[AccountHead], context: AuditContext) -> Iterator[StatedRelation]:
    """Each class whose amount is said before the items, the last time before them."""
    groups: dict[str, list[AccountHead]] = defaultdict(list)
    for head in heads:
        groups[_core(head.top)].append(head)
    first = heads[0].passage.number
    said: dict[str, StatedFigure] = {}
    for sentence in context.sentences:
        if not first - _FAR <= sentence.passage.number < first:
            continue
        for figure in sentence.figures:
            if figure.measure is Metric.MONEY and figure.role in _SPENT:
                said[_core(figure.label)] = figure
    for name, total in said.items():
        if name not in groups:
            continue
        parts = [amount_of(head, _SPENT) for head in groups[name]]
        if all(part is not None for part in parts):
            yield _relation(total, [part for part in parts if part is not None], f"“{name}”各项之和")


def _core(name: str) -> str:
    """社会保障和就业支出（类） -> 社会保障和就业."""
    bare = _NUMBER.sub("", re.sub(r"（\d*类）|\d|[“”]", "", name))
    return re.sub(r"(?:支出|决算|预算|安排)+$", "", bare)


def _relation(total: StatedFigure, parts: Sequence[StatedFigure], of: str) -> StatedRelation:
    return sum_of("SUM-ITEMS", total, parts, of, Directness.ITEMS)
