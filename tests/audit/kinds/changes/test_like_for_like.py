"""Changes of what is left without something: never held against what stands there with it."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

_WHOLE = "农村供水支出1604.00万元，较2022年的2410.50万元减少806.50万元，下降33.46%"
_WITHOUT = "剔除2022年一次性安排的改扩建补助1050.00万元后，"


@pytest.mark.parametrize(
    "text",
    [
        f"{_WHOLE}；{_WITHOUT}同口径增加243.50万元，增长17.90%。",
        f"{_WHOLE}，{_WITHOUT}同口径增长17.90%。",
        f"{_WHOLE}。若{_WITHOUT}则同口径增加243.50万元，增长17.90%。",
        f"{_WHOLE}；剔除不可比因素后增长3.20%。",
        f"{_WHOLE}（扣除一次性因素后增长3.20%）。",
        f"{_WHOLE}；剔除上年一次性补助后基数为1360.50万元，同口径增加243.50万元，增长17.90%。",
        "支出1604.00万元，比上年增加243.50万元，增长17.90%（已剔除上年一次性补助）。",
        "机关运行经费128.64万元，与上年同口径相比减少6.56万元，下降4.85%。",
        "收入79643万元，比上年增收3105万元，增长4.1%；剔除2022年处置收入2480万元因素影响，可比增长7.5%。",
    ],
)
def test_silent_about_what_is_compared_without_something(text: str):
    assert ids(text) == []


@pytest.mark.parametrize(
    ("text", "stated", "computed"),
    [
        (f"{_WHOLE}；{_WITHOUT}同口径增加243.50万元，增长19.70%。", "19.70%", "17.9%"),
        (f"{_WHOLE}；{_WITHOUT}同口径增加234.50万元，增长17.90%。", "234.50万元", "243.50万元"),
        ("机关运行经费128.64万元，与上年同口径相比减少6.56万元，下降8.45%。", "8.45%", "4.85%"),
    ],
)
def test_a_slip_in_it_is_told(text: str, stated: str, computed: str):
    assert said(text) == [("CHANGE-ADJUSTED", stated, computed)]


@pytest.mark.parametrize(
    "text",
    [
        "不含一次性项目，全年支出850.00万元，比上年的800.00万元增加50.00万元，增长6.52%。",
        "机关运行经费（不含物业费）850.00万元，比上年的800.00万元增加50.00万元，增长6.52%。",
    ],
)
def test_what_is_left_out_of_both_figures_beforehand_changes_nothing(text: str):
    assert said(text) == [("CHANGE-RATE", "6.52%", "6.25%")]
