"""An indicator in rows of which each awards points of its own: a list of points, if it is all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jixiao.frameworks.printed.row_parts import RowPart, points_again
from jixiao.frameworks.printed.sums import ZERO, Points
from jixiao.frameworks.standards.rule import RuleReading, by_hand
from jixiao.frameworks.standards.rules import read_rule
from jixiao.frameworks.standards.standard import Standard, take_apart
from jixiao.frameworks.wording.texts import shown
from jixiao.model.figures import plain

_ALL_OR_NOTHING = ["1", "0"]


def each_ruled(parts: Sequence[RowPart]) -> str:
    """Why no single rule scores the indicator."""
    return f"由{len(parts)}行组成，各有各的评分标准"


def rule_of_weighed_parts(
    name: str, parts: Sequence[RowPart], points: Points, full: Decimal
) -> RuleReading | None:
    """Parts whose points stand in a second column; None if these are not all or nothing, or do not add up."""
    weights = [points.of(part.again) or ZERO for part in parts]
    if not points_again(parts) or sum(weights) != full:
        return None
    return _list_of(name, parts, weights, points)


def rule_of_parts(name: str, parts: Sequence[RowPart], points: Points, together: Standard) -> RuleReading:
    """`together`: all that the rows say, as one standard."""
    weights = [points.of(part.weight) or ZERO for part in parts]
    if listed := _list_of(name, parts, weights, points):
        return listed
    rule = read_rule(together)
    return rule if rule.type == "checklist" else by_hand(each_ruled(parts))


def _list_of(
    name: str, parts: Sequence[RowPart], weights: Sequence[Decimal], points: Points
) -> RuleReading | None:
    rules = [
        read_rule(take_apart(name, weight, part.standard, part.explanation, points.percent))
        for part, weight in zip(parts, weights, strict=True)
    ]
    if not all(map(_all_or_nothing, rules)):
        return None
    texts = (shown(part.explanation or part.standard) for part in parts)
    listed = [{"text": text, "score": plain(weight)} for text, weight in zip(texts, weights, strict=True)]
    return RuleReading("checklist", {"points": listed})


def _all_or_nothing(rule: RuleReading) -> bool:
    shares = [grade["share"] for grade in rule.parameters.get("grades", ())]
    return rule.sure and rule.type == "graded" and shares == _ALL_OR_NOTHING
