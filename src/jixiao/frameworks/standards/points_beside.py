"""评价要点 | 要点分, a row for each, beside one standard: a list of points, or the steps of one rule."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from jixiao.frameworks.printed.row_parts import RowPart, points_again
from jixiao.frameworks.printed.sums import ZERO, Points
from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.rules import read_rule
from jixiao.frameworks.standards.standard import take_apart
from jixiao.frameworks.wording.texts import POINT, prose
from jixiao.model.figures import plain

_EDGES = "。;,；，"


def rule_of_points_beside(
    name: str, parts: Sequence[RowPart], standard: str, points: Points, full: Decimal
) -> RuleReading | None:
    """None where the rows have no points of their own, or the standard says more of them."""
    texts = [POINT.sub("", prose(part.explanation)).strip(_EDGES) for part in parts]
    if not points_again(parts) or not all(texts) or len({part.standard_cell for part in parts}) > 1:
        return None
    worth = [points.of(part.again) or ZERO for part in parts]
    said = prose(standard).strip(_EDGES)
    if sum(worth) == full and all(worth) and (says("own_points", said) or says("by_points", said)):
        listed = [{"text": text, "score": plain(value)} for text, value in zip(texts, worth, strict=True)]
        return RuleReading("checklist", {"points": listed})
    falls = worth[0] == full and all(one > other for one, other in pairwise(worth))
    if not falls or not says("by_steps", said):
        return None
    steps = "\n".join(f"{text}，得{plain(value)}分；" for text, value in zip(texts, worth, strict=True))
    rule = read_rule(take_apart(name, full, steps, "", points.percent))
    ends = rule.type == "band" or (rule.type == "graded" and not worth[-1])
    return rule if rule.sure and ends else None
