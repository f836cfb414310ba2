"""Whether the limit of a full score is in it, and what lies on its other side: <100%得满分, =100%得满分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.frameworks.standards.band_seams import shown_value
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Standard

_ONE = Decimal(1)
_EQUAL = re.compile("=|等于")
_EXCLUDED = re.compile(r"[<>]|\(不含\)")  # 低于9%得满分，每超1%: who reaches it loses nothing
_APART = re.compile(r"(?:与|和|同)\d+(?:\.\d+)?%相?比较?[^。;]*每相?差")
_BEST = {"over": Decimal(0), "under": _ONE}  # beyond them there is nothing, as a rule


def full_score_doubts(standard: Standard, direction: str) -> Iterator[str]:
    """What a standard by steps leaves open about its limit."""
    if direction == "under" and _APART.search(standard.text):
        yield "每差一步只指低于，还是也指高于，不清楚"
    for clause in standard.of("award", "full", "unharmed"):
        span = span_in(clause.condition, standard.name)
        if span is None or span.away or standard.score(clause) != standard.full:
            continue
        if span.exact and span.low is not None and _EQUAL.search(clause.condition):
            if direction in _BEST and span.low != _BEST[direction]:
                side = "低于" if direction == "over" else "超过"
                yield f"“{clause.condition}”得满分，没有说{side}{shown_value(span.low)}得多少分"
            continue
        end, closed = (span.high, span.high_in) if direction == "over" else (span.low, span.low_in)
        if end is not None and closed is False and _EXCLUDED.search(clause.condition):
            yield f"正好{shown_value(end)}得不得满分，不清楚"
