"""A rate of satisfaction with its point slipped is told, although nobody has set a target beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.checks.confront import confront
from jixiao.model.outcome import Outcome
from jixiao.pack.example import record_of_example
from jixiao.pack.loading import load_pack

PACK = load_pack()
CHECKS = [check for check in PACK.checks if check.data.id == "IND-01-实际值"]


@pytest.mark.parametrize(
    ("name", "actual", "told"),
    [("服务对象满意度", "0.0934", True), ("服务对象满意度", "0.934", False), ("结转结余率", "0.0934", False)],
)
def test_a_slipped_point_of_a_rate_is_told(name: str, actual: str, told: bool):
    row = {"指标自评.三级指标": [name], "指标自评.实际值": [actual]}
    record = record_of_example(row, PACK, Decimal(1))
    (verdict,) = confront(record, CHECKS, PACK.vocabulary, PACK.names_of_codes)
    assert (verdict.outcome is Outcome.INCONSISTENT) == told
