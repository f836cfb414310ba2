"""Rates with their formula in a bracket are of what it names."""

from __future__ import annotations

from audit.reports import ids, said

_TEXT = (
    "部门整体支出年初预算2864.30万元，调整后全年预算3128.75万元；"
    "全年实际支出3041.62万元，预算执行率（实际支出/{}）{}%。"
)


def test_the_bracket_names_the_base():
    assert ids(_TEXT.format("全年预算", "97.22")) == []
    assert said(_TEXT.format("全年预算", "106.19")) == [("RATE-DONE", "106.19%", "97.22%")]
    assert ids(_TEXT.format("年初预算", "106.19")) == []


def test_silent_where_what_it_names_is_not_said():
    assert ids(_TEXT.format("可用资金", "99.10")) == ids(_TEXT.format("到位资金", "99.10"))
    assert ids("实际支出41.62万元，支付率（实际支出/到位资金）97.22%。") == []
