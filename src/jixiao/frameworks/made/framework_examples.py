"""A measure that shows how a method of a framework's file scores, as the file must give one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from jixiao.methods import Method
from jixiao.methods.method import ScoringMethod
from jixiao.model.figures import plain

# Measures as people write them; one of them shows how the method scores.
_TRIED = ("100%", "0%", "0", "100/100", "200%", "100")

Entry = dict[str, Any]


def converted(rule: Entry) -> ScoringMethod | None:
    """None for what the strict loader does not accept."""
    try:
        method: ScoringMethod = msgspec.convert(rule, Method, strict=False)
    except msgspec.ValidationError:
        return None
    return method


def example_of(rule: Entry, full: Decimal) -> Entry:
    """A measure and the score that it comes to: the best that is found."""
    method = converted(rule)
    best: Entry = {}
    for text in _typed(rule, full):
        try:
            score = method.mark(method.typed(text), full).score if method else full
        except (ValueError, ArithmeticError, TypeError, StopIteration):
            continue
        if score <= full and (not best or score > Decimal(best["score"])):
            best = {"value": text, "score": plain(score)}
    return best


def _typed(rule: Entry, full: Decimal) -> Iterator[str]:
    """Measures worth trying for a method."""
    yield "、".join("是" for _ in rule.get("points", ()))
    yield from (grade["name"] for grade in rule.get("grades", ()))
    yield from (f"{level['name']}/{plain(Decimal(level['high']) * full)}" for level in rule.get("levels", ()))
    counted = Decimal(rule.get("step", 0)) >= 1  # of a number of something
    yield from (
        rule[key] if counted else f"{plain(Decimal(rule[key]) * 100)}%"
        for key in ("limit", "full_at", "centre")
        if key in rule
    )
    yield from (band["upper"] for band in rule.get("bands", ()) if "upper" in band)
    if "target" in rule:
        yield from (rule["target"], f"{rule['target']}/{rule['target']}")
    yield plain(full)
    yield from _TRIED
