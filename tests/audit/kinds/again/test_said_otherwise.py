"""What is said twice of the whole unit, where one of the two is borne out by other figures or a table."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

CHAIN = "2023年年初结转和结余8.64万元，加本年收入559.60万元，减本年支出562.12万元，年末结转和结余6.12万元。"
LIST = "2023年度单位总支出559.60万元，其中：基本支出500.00万元、项目支出59.60万元。"


@pytest.mark.parametrize(
    ("first", "text", "right", "wrong"),
    [
        (CHAIN, "截至2023年12月31日，我馆年末结转和结余{}万元，已按规定纳入预算。", "6.12", "16.12"),
        (LIST, "综上，我单位全年总支出{}万元，执行良好。", "559.60", "595.60"),
        (LIST, "综上，本单位总支出{}万元，执行良好。", "559.60", "55.96"),
    ],
)
def test_the_one_that_nothing_bears_out(first: str, text: str, right: str, wrong: str):
    assert ids(first, text.format(right)) == []
    assert [one[1:] for one in said(first, text.format(wrong))] == [(f"{wrong}万元", f"{right}万元")]


def test_against_the_table_also_in_another_unit():
    rows = [["项目", "决算数"], ["年初结转和结余", "1.54"], ["年末结转和结余", "0.87"], ["总计", "274.37"]]
    text = (
        "收、支总计均为274.37万元，主要是压减项目支出。其中，年初结转和结余1.54万元，年末结转和结余{}万元。"
    )
    assert ids("收入支出决算总表", "单位：万元", rows, text.format("0.87")) == []
    assert said("收入支出决算总表", "单位：万元", rows, text.format("8.74")) == [
        ("SAID-TWICE", "8.74万元", "0.87万元")
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (CHAIN, "其中：财政拨款年末结转和结余5.12万元。"),
        (CHAIN, "食堂账户年末结转和结余16.12万元。"),
        ("本部门年末结转和结余26.12万元。", "我单位2023年年末结转结余62.12万元。"),  # nobody knows which
        (LIST, "综上，本单位总支出612.45万元，执行良好。"),  # no slip: another total
    ],
)
def test_silent_where_it_may_be_another_one(lines: tuple[str, ...]):
    assert ids(*lines) == []
