"""变更净增投资86.42万元，其中增加124.37万元、核减37.95万元: what is net is one less the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation

_NET = re.compile("净(?P<sign>增|减)")
_MORE = re.compile("增加|新增|核增|调增|追加|增")
_LESS = re.compile("减少|核减|调减|追减|减")


def net_changes(context: AuditContext) -> Iterator[StatedRelation]:
    """Each net amount with the one that was added and the one that was taken away directly behind it."""
    for sentence in context.sentences:
        for position, net in enumerate(sentence.figures):
            match = _NET.search(net.words)
            pair = sentence.figures[position + 1 : position + 3]
            if match is None or len(pair) < 2 or net.measure not in (Metric.MONEY, Metric.COUNT):
                continue
            signs = [_sign(figure) for figure in pair]
            if sorted(signs) == [-1, 1] and all(figure.fits(net) for figure in pair) and _near(net, pair[0]):
                turned = 1 if match["sign"] == "增" else -1
                yield _relation(net, pair, tuple(sign * turned for sign in signs))


def _sign(figure: StatedFigure) -> int:
    words = figure.words
    return -1 if _LESS.search(words) else 1 if _MORE.search(words) else 0


def _near(net: StatedFigure, first: StatedFigure) -> bool:
    between = net.passage.text[net.end : first.label_start]
    return re.fullmatch(r"[，（：]?(?:其中)?[，：]?", between) is not None


def _relation(net: StatedFigure, pair: tuple[StatedFigure, ...], signs: tuple[int, ...]) -> StatedRelation:
    of = f"{pair[0].written}与{pair[1].written}之差"
    return StatedRelation(
        "NET-CHANGE", AuditKind.BALANCE, net, pair, SignedSum(signs), Directness.LIST,
        of,
    )  # fmt: skip
