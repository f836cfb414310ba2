"""From where on a rule gives full marks, beside the target that the row has in a column of its own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.standards.rate_span import HIGHEST_RATE
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.signed_target import SignedTarget
from jixiao.frameworks.wording.texts import tidy
from jixiao.model.figures import plain

_AT_LEAST, _AT_MOST = ("≥", ">"), ("≤", "<")
_ONE, _HUNDRED = Decimal(1), Decimal(100)


class FullMarks(msgspec.Struct, frozen=True):
    """Full marks from `low` on, up to `high`, or between the two."""

    low: Decimal | None = None
    high: Decimal | None = None
    counted: bool = False  # of things, and no rate

    @property
    def words(self) -> str:
        """达到90%, 不超过5%."""
        if self.low is not None and self.low == self.high:
            return f"是{self._shown(self.low)}"
        at_least = "" if self.low is None else f"达到{self._shown(self.low)}"
        at_most = "" if self.high is None else f"不超过{self._shown(self.high)}"
        return "、".join(filter(None, (at_least, at_most)))

    def begins_at(self, value: Decimal) -> bool:
        """Whether a target of that value is where full marks begin, or lies within a corridor of them."""
        if self.low is not None and self.high is not None:
            return self.low <= value <= self.high
        return value in (self.low, self.high)

    def _shown(self, value: Decimal) -> str:
        return plain(value) if self.counted or value > HIGHEST_RATE else f"{plain(value * _HUNDRED)}%"


def full_marks(rule: RuleReading) -> FullMarks | None:
    """None where the rule knows of no such value."""
    given = rule.parameters
    if "centre" in given:
        return None
    match rule.type:
        case "band":
            return _of_bands(rule)
        case "per_point":
            counted = Decimal(given["step"]) >= _ONE
            return _from(Decimal(given["limit"]), given["direction"], counted)
        case "linear":
            full, zero = Decimal(given["full_at"]), Decimal(given["zero_at"])
            return _from(full, "under" if full > zero else "over", False)
        case "execution":
            return FullMarks(low=_ONE)
        case "proportional" if "target" in given:
            return _from(Decimal(given["target"]), "over" if given.get("inverse") else "under", False)
    return None


def _from(value: Decimal, direction: str, counted: bool) -> FullMarks:
    low = value if direction in ("under", "both") else None
    high = value if direction in ("over", "both") else None
    return FullMarks(low, high, counted)


def _of_bands(rule: RuleReading) -> FullMarks | None:
    bands = rule.parameters["bands"]
    best = max(Decimal(band["score"]) for band in bands)
    first = next(place for place, band in enumerate(bands) if Decimal(band["score"]) == best)
    low = Decimal(bands[first - 1]["upper"]) if first else None
    high = Decimal(bands[first]["upper"]) if "upper" in bands[first] else None
    return FullMarks(low, high, bool(rule.parameters.get("unit")))


def odd_direction(name: str, rule: RuleReading) -> Iterator[str]:
    """A 合格率 that scores the better the lower it is, a 投诉率 the higher: somebody has mistaken ≥ for ≤."""
    full = full_marks(rule)
    if full is None or (full.low is None) == (full.high is None):
        return
    kind = "less_is_better" if full.high is None else "more_is_better"
    if says(kind, tidy(name)):
        yield f"评分标准是{full.words}得满分，与“{name}”的好坏方向不合，请核对"


def beside_target(target: SignedTarget, printed: str, rule: RuleReading, standard: str) -> Iterator[str]:
    """What a target says otherwise: ≥92% beside full marks from 90% on, ≤ where more is better."""
    full = full_marks(rule)
    if full is None:
        return
    at_least, at_most = full.low is not None, full.high is not None
    turned = target.sign in _AT_LEAST if at_most and not at_least else target.sign in _AT_MOST
    if turned and at_least != at_most:
        yield f"指标值“{printed}”与评分标准（{full.words}得满分）方向相反，请核对"
        return
    if _of_target(target, full, standard):
        return
    if not full.begins_at(target.value):
        yield f"指标值是“{printed}”，评分标准却是{full.words}得满分，以哪个为准不清楚"


def _of_target(target: SignedTarget, full: FullMarks, standard: str) -> bool:
    """Whether the rule counts in percent of a number: 80%以上得3分 beside ≥120户."""
    ends = [end for end in (full.low, full.high) if end is not None]
    return not target.rate and "%" in tidy(standard) and max(ends, default=_ONE) <= HIGHEST_RATE
