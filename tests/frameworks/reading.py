"""Short ways to what a reader makes of a standard."""

from __future__ import annotations

from decimal import Decimal

from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.standard import Standard, take_apart


def standard(text: str, full: str = "5", name: str = "预算执行率", beside: str = "") -> Standard:
    return take_apart(name, Decimal(full), text, beside)


def given(rule: RuleReading | None) -> dict[str, object]:
    assert rule is not None
    assert rule.sure, rule.doubts
    return dict(rule.parameters)
