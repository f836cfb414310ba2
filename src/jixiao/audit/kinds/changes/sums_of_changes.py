"""Increments add up too: what a list has grown by is what its parts have grown by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.stated_list import ListPart, StatedList
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_OPENED = re.compile("，其中")
_TWO = 2
_WORD = 2  # letters of 其中, which the name of the first part begins with
_JOINED = re.compile("[、，；]")
_SINCE = "[较比与同](?:上年|去年|上年度|年初预算)"  # what it has changed since
_ENDS = re.compile("[。；]|$")
_BOTH = re.compile(f"[两二]项(?:经费|费用|支出)?(?:合计|共计)(?:{_SINCE})")


def sums_of_changes(context: AuditContext) -> Iterator[StatedRelation]:
    """Those of the lists whose parts all say their change."""
    for listed in context.lists:
        yield from _changes_of(listed, context)
    for sentence in context.sentences:
        yield from _side_by_side(sentence, context)
        yield from _of_both(sentence, context)


def _side_by_side(sentence: Sentence, context: AuditContext) -> Iterator[StatedRelation]:
    """总计增加431.87万元，其中A增加211.87万元、B增加220.00万元: each change has its name."""
    text, changes = sentence.passage.text, sentence.of(FigureRole.CHANGE)
    for place, whole in enumerate(changes):
        parts = [f for f in changes[place + 1 :] if f.fits(whole) and f.measure is whole.measure]
        first = parts[0] if parts else None
        opened = first is not None and _OPENED.fullmatch(text, whole.end, first.label_start + _WORD)
        joined = all(_JOINED.fullmatch(text, a.end, b.label_start) for a, b in pairwise(parts))
        labels = [f.label.removeprefix("其中") for f in parts]
        closed = opened and joined and len(parts) > 1 and context.words.closed_set(labels)
        if closed and not _ENDS.match(text, parts[-1].end):
            closed = None
        if closed:
            signs = tuple(f.direction * whole.direction or 1 for f in parts)
            yield StatedRelation(
                "SUM-CHANGES", AuditKind.SUM, whole, tuple(parts), SignedSum(signs), Directness.LIST,
                "各项增减额之和", Severity.WARNING, sure=True,
            )  # fmt: skip
            return


def _of_both(sentence: Sentence, context: AuditContext) -> Iterator[StatedRelation]:
    """A较上年减少0.57万元；B较上年增加0.13万元。两项合计较上年减少0.44万元: of the two changes before it."""
    whole = sentence.figures[0] if sentence.figures else None
    if whole is None or whole.role is not FigureRole.CHANGE or not _BOTH.match(sentence.text):
        return
    since = re.search(_SINCE, whole.words)
    for before in context.before(sentence):
        money = [f for f in before.figures if f.fits(whole) and f.measure is whole.measure]
        alike = [f for f in money if f.role is FigureRole.CHANGE and since and since.group() in f.words]
        if len(alike) == len(money) == _TWO and before.passage is sentence.passage:
            signs = tuple(f.direction * whole.direction or 1 for f in alike)
            yield StatedRelation(
                "SUM-CHANGES", AuditKind.SUM, whole, tuple(alike), SignedSum(signs), Directness.LIST,
                "两项增减额之和", Severity.WARNING, sure=True,
            )  # fmt: skip


def _changes_of(listed: StatedList, context: AuditContext) -> Iterator[StatedRelation]:
    """Increments add up too, if every part says its own: 持平 is none."""
    whole = listed.wholes.get(FigureRole.CHANGE)
    if whole is None or len(listed.parts) < 2:
        return
    if not (listed.sure or listed.open) and not context.words.closed_set(listed.labels):
        return
    changes = [part.figure(FigureRole.CHANGE) for part in listed.parts]
    known = [c is not None or _is_level(p, context) for c, p in zip(changes, listed.parts, strict=True)]
    nought = [not any(f.value for f in part.figures.values()) for part in listed.parts]
    operands = [change for change in changes if change is not None]
    if operands and all(one or other for one, other in zip(known, nought, strict=True)):
        relation = StatedRelation(
            "SUM-CHANGES",
            AuditKind.SUM,
            whole,
            tuple(operands),
            SignedSum(tuple(change.direction * whole.direction or 1 for change in operands)),
            Directness.ITEMS,
            "各项增减额之和",
        )
        if not all(known) or listed.open:  # 因公出国（境）费0万元: it may have been more the year before
            relation.severity = Severity.WARNING
            if relation.outcome() is Outcome.INCONSISTENT and not any(
                slip_in(figure, relation) for figure in relation.figures
            ):
                return
        yield relation


def _is_level(part: ListPart, context: AuditContext) -> bool:
    return bool(part.text and context.words.level.search(part.text))
