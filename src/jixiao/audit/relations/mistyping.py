"""How a figure of a report may have come to be written for another one, and how surprising that would be."""

from __future__ import annotations

from decimal import Decimal

from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.checks.diagnosis.slips import Slip, SlipKind, surprise_of, typing_slip

_DIGITS = 9  # others that a digit could be
_NEVER_BELOW_ZERO = (Metric.COUNT, Metric.SCORE)
_UNSURE = 4  # decibans: of short figures any two differ by a slip now and then


def mistyped(figure: StatedFigure, needed: Decimal) -> Slip | None:
    """The slip of the fingers that made the figure of what is needed, or None."""
    if is_impossible(figure, needed):
        return None
    step = (figure.step / figure.scale) if figure.step else Decimal(1)
    meant, written = needed / figure.scale, figure.value / figure.scale
    one, other = _digits(meant, step), _digits(written, step)
    slip = typing_slip(meant, written, step, step)
    if slip is not None and _leaves_its_mark(slip.kind, one, other):
        return slip
    return _changed(one, other)


def _leaves_its_mark(kind: SlipKind, meant: str, written: str) -> bool:
    """Whether the slip would have left what is written, to the last nought: 5.64 less a digit is no 0.64."""
    if kind is SlipKind.DROPPED:
        return len(meant) == len(written) + 1
    return kind is not SlipKind.POINT or "." in meant + written


def is_impossible(figure: StatedFigure, needed: Decimal) -> bool:
    """Whether nothing of that kind can be so: fewer things or points than none, half a person."""
    if figure.measure is Metric.COUNT and not figure.step and needed % 1:
        return True
    return needed < 0 <= figure.value and figure.measure in _NEVER_BELOW_ZERO


def _digits(value: Decimal, step: Decimal) -> str:
    return format(value.quantize(step) if value == value.quantize(step) else value.normalize(), "f")


def _changed(meant: str, written: str) -> Slip | None:
    """One digit changed, also in figures too short to be sure of it, and in noughts: 0.00 written 8.00."""
    differ = sum(one != other for one, other in zip(meant, written, strict=False))
    if len(meant) != len(written) or differ != 1:
        return None
    count = sum(sign.isdigit() for sign in written)
    return Slip(SlipKind.CHANGED, surprise_of(SlipKind.CHANGED, _DIGITS * count) + _UNSURE)
