"""The scoring methods: a measure and a rule -> the score before rounding, and the working in words."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_DOWN, Decimal

import msgspec

from jixiao.model.figures import plain, round_half_up
from jixiao.pack.framework import (
    Bands,
    Checklist,
    EachViolation,
    Graded,
    Manual,
    Method,
    PerPoint,
    Proportional,
)
from jixiao.scoring.measure import Completion, MeasureValue
from jixiao.scoring.rates import band_words, percent, points

ZERO = Decimal(0)


class Mark(msgspec.Struct, frozen=True):
    score: Decimal  # not rounded
    working: str


def mark(method: Method, value: MeasureValue, full: Decimal) -> Mark:
    """Score one measure. It must be of the kind that the method asks for."""
    match method, value:
        case PerPoint(), Decimal():
            return _per_point(method, value, full)
        case Bands(), Decimal():
            return _band(method, value)
        case Proportional(), Completion():
            return _proportional(method, value, full)
        case Checklist(), tuple():
            return _checklist(method, value)
        case EachViolation(), Decimal():
            return _each_violation(method, value, full)
        case Graded(), str():
            return _graded(method, value, full)
        case Manual(), Decimal():
            return Mark(value, f"自评{_score(value)}")
    raise TypeError(f"{type(method).__name__} cannot score {value!r}")


_BEYOND = {"over": "超过", "under": "低于", "both": "偏离"}
_WITHIN = {"over": "未超过", "under": "不低于", "both": "等于"}
_ROUNDING = {"ceil": ROUND_CEILING, "floor": ROUND_DOWN}


def _per_point(method: PerPoint, rate: Decimal, full: Decimal) -> Mark:
    distance = {
        "over": rate - method.limit,
        "under": method.limit - rate,
        "both": abs(rate - method.limit),
    }[method.direction]
    if distance <= 0:
        return _reached(f"{percent(rate)}，{_WITHIN[method.direction]}{percent(method.limit)}", full)
    steps = _steps(distance / method.step, method.rounding)
    lost = min(full, steps * method.deduct)
    end = "，扣完为止" if steps * method.deduct > full else ""
    return Mark(
        full - lost,
        f"{percent(rate)}，{_BEYOND[method.direction]}{percent(method.limit)}共{points(distance)}个百分点，"
        f"每{points(method.step)}个百分点扣{_score(method.deduct)}，计{_count(steps)}次{end}，"
        f"扣{_score(lost)}，得{_score(full - lost)}",
    )


def _steps(ratio: Decimal, rounding: str) -> Decimal:
    return ratio if rounding == "exact" else ratio.to_integral_value(_ROUNDING[rounding])


def _band(method: Bands, rate: Decimal) -> Mark:
    value = rate if method.centre is None else abs(rate - method.centre)
    index = next(index for index, band in enumerate(method.bands) if _inside(value, band.upper, band.closed))
    score = method.bands[index].score
    if method.centre is None:
        return Mark(score, f"{percent(rate)}，{band_words(method.bands, index)}，得{_score(score)}")
    centre = percent(method.centre)
    if not value:
        return Mark(score, f"等于{centre}，得{_score(score)}")
    return Mark(
        score,
        f"{percent(rate)}，偏离{centre}共{points(value)}个百分点，"
        f"{band_words(method.bands, index)}，得{_score(score)}",
    )


def _inside(value: Decimal, upper: Decimal | None, closed: bool) -> bool:
    return upper is None or value < upper or (closed and value == upper)


def _proportional(method: Proportional, work: Completion, full: Decimal) -> Mark:
    reached = work.actual <= work.target if method.inverse else work.actual >= work.target
    if reached:
        return _reached(f"{work.shown}，{'未超过' if method.inverse else '达到'}目标值", full)
    share = work.target / work.actual if method.inverse else work.actual / work.target
    return _part(f"{work.shown}，{'目标值为实际值的' if method.inverse else '完成目标值的'}", share, full)


def _checklist(method: Checklist, ticks: tuple[bool, ...]) -> Mark:
    pairs = list(zip(method.points, ticks, strict=True))
    score = sum((point.score for point, met in pairs if met), ZERO)
    missed = [
        f"第{number}项“{point.text}”不符合，扣{_score(point.score)}"
        for number, (point, met) in enumerate(pairs, 1)
        if not met
    ]
    said = "；".join(missed) if missed else f"{len(pairs)}项要点全部符合"
    return Mark(score, f"{said}，得{_score(score)}")


def _each_violation(method: EachViolation, times: Decimal, full: Decimal) -> Mark:
    if not times:
        return _reached("没有发生", full)
    lost = min(full, times * method.deduct)
    end = "，扣完为止" if times * method.deduct > full else ""
    return Mark(
        full - lost, f"{_count(times)}次，每次扣{_score(method.deduct)}{end}，得{_score(full - lost)}"
    )


def _graded(method: Graded, level: str, full: Decimal) -> Mark:
    share = next(grade.share for grade in method.grades if grade.name == level)
    return _reached(f"评为“{level}”", full) if share == 1 else _part(f"评为“{level}”，按", share, full)


def _reached(said: str, full: Decimal) -> Mark:
    return Mark(full, f"{said}，得{_score(full)}")


def _part(said: str, share: Decimal, full: Decimal) -> Mark:
    score = full * share
    return Mark(score, f"{said}{percent(share)}，{_score(full)}×{percent(share)}，得{_score(score)}")


def _score(score: Decimal) -> str:
    return f"{plain(round_half_up(score))}分"


def _count(number: Decimal) -> str:
    return plain(round_half_up(number))
