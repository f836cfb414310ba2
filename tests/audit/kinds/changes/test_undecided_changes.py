"""How much a change is whose direction nobody has chosen."""

from __future__ import annotations

from audit.reports import ids

TEXT = "2023年度“三公”经费支出22.08万元，2022年度为25.60万元，增加（减少）{}万元。"


def test_the_amount_is_the_difference():
    assert ids(TEXT.format("3.52")) == ["TEMPLATE-LEFT"]
    assert ids(TEXT.format("4.12")) == ["CHANGE-AMOUNT", "TEMPLATE-LEFT"]
