"""Shares of what stands side by side without a total: each is its amount over their sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import ShareOfSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome

_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_NEAR = 30


def siblings(context: AuditContext) -> Iterator[StatedRelation]:
    """The shares of each sentence that begins with …中， and has no total of its own."""
    listed = {id(one.sentence) for one in context.lists}
    for sentence in context.sentences:
        if id(sentence) in listed:
            continue
        pairs = _pairs(sentence)
        if len(pairs) < 2:
            continue
        relations = [_relation(share, amount, [one for one, _ in pairs]) for amount, share in pairs]
        told = [one for one in relations if one.outcome() is not Outcome.NOT_CHECKED]
        broken = sum(one.outcome() is Outcome.INCONSISTENT for one in told)
        among = re.search(r"中[，：]", sentence.text[:40])
        closed = among and context.words.closed_set([amount.label for amount, _ in pairs])
        whole = (
            abs(sum((share.value for _, share in pairs), Decimal(0)) - 100) < 1
        )  # else an item may be lost
        if (closed and whole) or (broken * 2 <= len(told) and (len(told) > 2 or whole)):
            yield from told


def _pairs(sentence: Sentence) -> list[tuple[StatedFigure, StatedFigure]]:
    """An amount and the share directly behind it."""
    found: list[tuple[StatedFigure, StatedFigure]] = []
    amount: StatedFigure | None = None
    for figure in sentence.figures:
        if figure.measure in (Metric.MONEY, Metric.BARE) and figure.role in _ROLES:
            amount = figure
        elif figure.role is FigureRole.SHARE and amount is not None and not figure.base:
            if figure.start - amount.end <= _NEAR:
                found.append((amount, figure))
            amount = None
    return found


def _relation(share: StatedFigure, part: StatedFigure, parts: Sequence[StatedFigure]) -> StatedRelation:
    of = f"{part.written}除以所列{len(parts)}项之和"
    return StatedRelation(
        "SHARE-SIBLINGS",
        AuditKind.RATIO,
        share,
        (part, *parts),
        ShareOfSum(),
        Directness.RATE,
        of,
    )
