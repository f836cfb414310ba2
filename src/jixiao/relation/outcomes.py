"""Two values and an operator -> how they compare. The one place that says what "agrees" means."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne

from jixiao.model.outcome import Outcome
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.texts import same_text

# by name: Python looks a member of an enumeration up more slowly, and a run asks tens of thousands of times
_PASSED, _ROUNDING, _INCONSISTENT = Outcome.PASSED, Outcome.ROUNDING, Outcome.INCONSISTENT


def outcome_of(operator: str, left: Result, right: Result) -> Outcome:
    """Numbers agree if their intervals meet, texts if they are the same; a number and a text never."""
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        if _EXACT[operator](left.value, right.value):
            return _PASSED
        tolerated = _TOLERATED.get(operator)
        return _ROUNDING if tolerated and tolerated(left, right) else _INCONSISTENT
    if isinstance(left, Quantity) or isinstance(right, Quantity):
        return _INCONSISTENT
    same = left == right or same_text(left) == same_text(right)
    return _PASSED if same == (operator == "=") else _INCONSISTENT


_EXACT: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": eq,
    "<>": ne,
    "<=": le,
    ">=": ge,
    "<": lt,
    ">": gt,
}
_TOLERATED: dict[str, Callable[[Quantity, Quantity], bool]] = {
    "=": Quantity.meets,
    "<=": lambda left, right: left.low <= right.high,
    ">=": lambda left, right: left.high >= right.low,
}
