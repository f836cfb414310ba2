"""An indicator that reaches over several rows: steps of one rule, or parts with points of their own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec

from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.names import Weight
from jixiao.frameworks.wording.texts import tidy
from jixiao.model.figures import plain

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


def points_again(parts: Sequence[RowPart]) -> list[Decimal]:
    """要点分值: what a second column of weights says of each part; none where it does not of all."""
    points = [part.again.value for part in parts if part.again]
    return points if len(points) == len(parts) > 1 else []


def are_steps(parts: Sequence[RowPart]) -> bool:
    """5, 3, 0: what one of several findings gives; parts of a whole have more than nothing each."""
    return may_be_steps(parts) and own_points(parts)[-1] == 0


def may_be_steps(parts: Sequence[RowPart]) -> bool:
    """The same where the last step gives something; the total tells them from parts of a whole."""
    points = own_points(parts)
    return len(points) >= FEWEST_STEPS and all(a > b for a, b in pairwise(points))


def standard_of_parts(parts: Sequence[RowPart], standard: str) -> str:
    """Steps and parts that only say what is looked at, each with its points; else the standard as it is."""
    points = own_points(parts)
    texts = [part.standard.strip().rstrip("。；;，,") for part in parts]
    if not points or not all(texts) or any(map(awards, texts)):
        return standard
    return "\n".join(f"{text}，得{plain(value)}分；" for text, value in zip(texts, points, strict=True))


def weight_of_steps(parts: Sequence[RowPart]) -> Weight:
    """What the best of them gives."""
    weights = [part.weight for part in parts if part.weight]
    return max(weights, key=lambda weight: weight.value)


def add_up(parts: Sequence[RowPart]) -> bool:
    """Parts with points of their own that award on their own: only a list of points holds them together."""
    return bool(own_points(parts)) and any(awards(part.standard) for part in parts)


def rule_each(parts: Sequence[RowPart]) -> bool:
    """Whether the parts have rules of their own, so that no single one scores the indicator."""
    cells = {part.standard_cell for part in parts}
    texts = {tidy(part.standard) for part in parts if part.standard.strip()}
    repeated = len(cells) > 1 and len(texts) < len([part for part in parts if part.standard.strip()])
    others = [set(part.others) for part in parts]
    weighed = len(parts) > 1 and all(others) and len(set().union(*others)) >= len(parts)
    return repeated or (weighed and any(awards(part.standard) for part in parts))
