"""A rule that is sure scores as its standard says, on both sides of every edge; what is not sure says why."""

from decimal import Decimal
from pathlib import Path

import pytest
from frameworks.projection import read_case

from jixiao.frameworks.made.framework_examples import converted

CASES = [
    tuple(line.split(" @ "))
    for line in Path(__file__).with_name("edges.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("case", "expected"), CASES, ids=lambda value: value[:50])
def test_a_standard_is_scored_on_both_sides_of_its_edges(case, expected):
    rule = read_case(case)
    if expected.startswith("? "):
        assert not rule.sure
        assert expected[2:] in "；".join(rule.doubts)
        return
    assert rule.sure, rule.doubts
    method, full = converted({"type": rule.type, **rule.parameters}), Decimal(case.split("|")[1])
    for pair in expected.split():
        value, _, score = pair.partition("=")
        assert method.mark(method.typed(value), full).score == Decimal(score), value
