"""Dates that cannot be."""

from __future__ import annotations

import pytest
from audit.reports import said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2023年12月32日前完成验收。", ["12月32日"]),
        ("2023年13月1日前完成验收。", ["13月1日"]),
        ("2023年2月29日完成，2023年12月31日验收。", []),
        ("项目于2023年10月开工，2023年6月完工。", ["2023年10月开工，2023年6月完工"]),
        ("项目于2023年6月开工，2023年10月完工。", []),
        ("二期2023年10月开工。一期2023年6月完工。", []),
    ],
)
def test_days_and_their_order(text: str, told: list[str]):
    assert [one[1] for one in said(text) if one[0] == "DATE"] == told
