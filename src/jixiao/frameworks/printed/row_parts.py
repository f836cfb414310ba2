"""An indicator that reaches over several rows: steps of one rule, or parts with points of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec

from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.names import Weight
from jixiao.frameworks.wording.texts import prose, tidy
from jixiao.model.figures import plain

_ZERO = Decimal(0)
_BOUND = re.compile(  # 90(含)以上, 80~90分, and no word that gives
    r"^(?=[^得计记给赋扣减满]*$).*(?:以[上下内]|[~<>≤≥]|不足|低于|超过|达到|高于|不到)"
)
Spot = tuple[int, int, int]  # table, row, column of a cell
FEWEST_STEPS = 2


class RowPart(msgspec.Struct, frozen=True):
    """What one row of the table has of its own. `others`: cells of further columns of weights."""

    standard: str
    standard_cell: Spot
    weight: Weight | None
    weight_cell: Spot | None
    others: tuple[Spot, ...] = ()
    explanation: str = ""
    again: Weight | None = None  # what a further column says of this row alone

    @property
    def points(self) -> Decimal | None:
        return self.weight.value if self.weight else None


def own_points(parts: Sequence[RowPart]) -> list[Decimal]:
    """The points of the parts; none where they share one cell of weights, or some have none."""
    cells = {part.weight_cell for part in parts}
    points = [part.points for part in parts if part.points is not None]
    return points if len(cells) == len(parts) == len(points) > 1 else []


def may_be_several(parts: Sequence[RowPart]) -> bool:
    """Whether the parts have points or standards of their own, as indicators have."""
    cells = {part.standard_cell for part in parts if part.standard.strip()}
    return len(cells) > 1 or bool(own_points(parts))


def repeats(last: RowPart, part: RowPart) -> bool:
    """Whether two rows of one name are bands of one indicator: each says what its own text gives."""
    own = bool(last.standard.strip() and part.standard.strip()) and last.standard != part.standard
    return own and bool(last.again and part.again)


def points_again(parts: Sequence[RowPart]) -> list[Decimal]:
    """要点分值: what a second column of weights says of each part; none where it does not of all."""
    points = [part.again.value for part in parts if part.again]
    return points if len(points) == len(parts) > 1 else []


def are_steps(parts: Sequence[RowPart]) -> bool:
    """5, 3, 0: what one of several findings gives; parts of a whole have more than nothing each."""
    return may_be_steps(parts) and 0 in own_points(parts)


def may_be_steps(parts: Sequence[RowPart]) -> bool:
    """The same where the last step gives something; the total tells them from parts of a whole."""
    points = own_points(parts)
    ordered = all(a > b for a, b in pairwise(points)) or all(a < b for a, b in pairwise(points))
    return len(points) >= FEWEST_STEPS and ordered


def standard_of_parts(parts: Sequence[RowPart], standard: str, full: Weight | None = None) -> str:
    """Steps and parts that only say what is looked at, each with its points; else the standard as it is."""
    worth = _worth(parts, full)
    texts = [part.standard.strip().rstrip("。；;，,") for part in parts]
    if not worth or not _only_say(texts):
        return standard
    return "\n".join(f"{text}，得{each}；" for text, each in zip(texts, worth, strict=True))


def points_said(parts: Sequence[RowPart]) -> bool:
    """Whether the points beside the parts were put into the standard."""
    return bool(_banded(parts)) and _only_say([part.standard for part in parts])


def _only_say(texts: Sequence[str]) -> bool:
    """Whether each says what is found and gives nothing: 90分（含）以上 is a bound."""
    return all(texts) and not any(map(_gives, texts))


def _gives(text: str) -> bool:
    return awards(text) and not _BOUND.search(prose(text))


def _worth(parts: Sequence[RowPart], full: Weight | None) -> list[str]:
    """What each part gives: points, or a share of the weight."""
    if points := own_points(parts):
        return [f"{plain(value)}分" for value in points]
    values = _banded(parts)
    whole = max(values, default=_ZERO)
    if whole not in (1, 100) or (full and not full.percent and full.value == whole):
        return [f"{plain(value)}分" for value in values]
    return [f"分值的{plain(value / whole * 100)}%" if value else "0分" for value in values]


def _banded(parts: Sequence[RowPart]) -> list[Decimal]:
    """The points beside parts that have a text of their own each."""
    cells = {part.standard_cell for part in parts}
    return points_again(parts) if len(cells) == len(parts) else []


def weight_of_steps(parts: Sequence[RowPart]) -> Weight:
    """What the best of them gives."""
    weights = [part.weight for part in parts if part.weight]
    return max(weights, key=lambda weight: weight.value)


def add_up(parts: Sequence[RowPart]) -> bool:
    """Parts with points of their own that award on their own: only a list of points holds them together."""
    return bool(own_points(parts)) and any(_gives(part.standard) for part in parts)


def rule_each(parts: Sequence[RowPart]) -> bool:
    """Whether the parts have rules of their own, so that no single one scores the indicator."""
    cells = {part.standard_cell for part in parts}
    texts = {tidy(part.standard) for part in parts if part.standard.strip()}
    repeated = len(cells) > 1 and len(texts) < len([part for part in parts if part.standard.strip()])
    others = [set(part.others) for part in parts]
    weighed = len(parts) > 1 and all(others) and len(set().union(*others)) >= len(parts)
    return repeated or (weighed and any(awards(part.standard) for part in parts))
