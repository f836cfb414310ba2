"""Prices, counts and amounts."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("建设大棚420座，每座投资8.50万元，共{}万元。", "3570.00", "3750.00"),
        ("采购病床16张，单价12500元，计{}万元。", "20.00", "200.00"),
        ("按每生每学期625元的标准资助3200人，全年共发放{}万元。", "400.00", "450.00"),
        ("发放护理补贴1200人，每人每月80元，全年支出{}万元。", "115.20", "151.20"),
        ("在岗1126人，按每人每月1300元、12个月计，应发补贴{}万元。", "1756.56", "1463.80"),
        ("国家助学金418人，人均2000元，共{}万元。", "83.60", "83.80"),
        ("补贴面积1860亩，补贴标准为150元/亩，共发放补贴资金{}万元。", "27.90", "29.70"),
    ],
)
def test_an_amount_is_price_times_count(text, right, wrong):
    assert ids(text.format(right)) == []
    assert said(text.format(wrong)) == [("PRODUCT", f"{wrong}万元", f"{right}万元")]


def test_a_mean_leaves_room_and_a_limit_is_no_price():
    assert ids("发放租赁补贴1836户，金额512.40万元，户均2791元。") == []
    assert ids("购置电脑45台，单价不超过0.50万元，共20.00万元。") == []


def test_another_number_of_months_may_be_meant():
    assert ids("发放补贴1200人，每人每月80元，全年支出88.60万元。") == []


def test_a_product_that_is_written_out():
    assert ids("全年巡查456座次（38座×12次）。") == []
    assert said("全年巡查486座次（38座×12次）。") == [("PRODUCT", "486座次", "456座次")]
    assert said("支出88.20万元（690元×1200人）。") == [("PRODUCT", "88.20万元", "82.80万元")]


def test_a_mean_and_its_count_further_up():
    text = "推广面积12.86万亩，比上年11.24万亩增加1.62万亩；亩均增收46.5元，新增效益{}万元。"
    assert ids(text.format("597.99")) == []
    assert ids(text.format("5979.90")) == ["PRODUCT"]
    assert ids(text.format("410.00")) == []


def test_a_limit_is_no_amount():
    assert ids("会议费支出2.70万元。召开会议5次，参会150人，人均180元，低于200元的标准。") == []


def test_amounts_in_the_words_of_their_price():
    text = "聘用416人，其中转任328人、新聘88人，按416人、每人每年8500元标准发放补助{}万元，其余32.40万元。"
    assert ids(text.format("353.60")) == []
    assert ids(text.format("351.60")) == ["PRODUCT"]
