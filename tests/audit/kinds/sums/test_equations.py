"""Balances and other equations of a sentence."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("text", "right", "wrong", "computed"),
    [
        ("固定资产原值518.40万元，累计折旧207.90万元，净值{}万元。", "310.50", "301.50", "310.50万元"),
        ("资产总额640.50万元，负债总额73.10万元，净资产{}万元。", "567.40", "576.40", "567.40万元"),
        ("基金收入合计500.20万元，支出合计480.10万元，当期结余{}万元。", "20.10", "21.10", "20.10万元"),
        ("上年结余80.30万元，当期结余20.10万元，年末滚存结余{}万元。", "100.40", "104.00", "100.40万元"),
        ("项目到位资金95.80万元，实际支出21.60万元，结余资金{}万元。", "74.20", "72.40", "74.20万元"),
    ],
)
def test_a_balance(text: str, right: str, wrong: str, computed: str):
    assert ids(text.format(right)) == []
    assert said(text.format(wrong)) == [("EQUATION", f"{wrong}万元", computed)]


def test_silent_where_something_else_may_belong_to_it():
    assert ids("到位资金95.80万元，实际支出21.60万元，收回10.00万元，结余资金64.20万元。") == []


def test_what_was_not_spent_may_stand_in_a_sentence_of_its_own():
    text = "全年预算152640.80万元，执行139055.77万元，执行率91.10%。未执行资金{}万元，收回财政8620.40万元。"
    assert ids(text.format("13585.03")) == []
    assert ids(text.format("13558.03")) == ["EQUATION"]


def test_balanced_totals_say_nothing_of_a_balance():
    assert ids("收入总计300.00万元，支出总计300.00万元。年末结转和结余20.00万元。") == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("缴存总额684.20亿元，提取总额431.56亿元，缴存余额{}亿元。", "252.64", "262.64"),
        ("年初会员1230人，全年新发展74人，转出及去世18人，年末会员{}人。", "1286", "1296"),
        ("年初党员430人，发展12人、转入7人，转出9人、去世2人，年末党员{}人。", "438", "448"),
    ],
)
def test_stocks_at_the_end_of_the_year(text: str, right: str, wrong: str):
    assert ids(text.format(right)) == []
    assert [one[0] for one in said(text.format(wrong))] == ["EQUATION"]


def test_silent_where_something_else_may_have_come_or_gone():
    assert ids("年初会员1230人，新发展74人，年末会员1296人。") == []
    assert ids("年初会员1230人，新发展74人，转出18人，除名30人，年末会员1296人。") == []
    assert ids("年初会员1230人，新发展74人，年末会员960人，转出18人。") == []


def test_assets_of_the_beginning_and_the_end():
    text = "2023年初固定资产原值3856.40万元，本年增加142.35万元，处置减少68.20万元，年末固定资产原值{}万元。"
    assert ids(text.format("3930.55")) == []
    assert ids(text.format("3930.59")) == ["EQUATION"]


def test_a_debt_of_the_year_before_and_of_this_one():
    text = (
        "2022年末专项债务余额656780万元，2023年新增专项债券117300万元、再融资专项债券11300万元，"
        "当年偿还专项债券本金30850万元，2023年末专项债务余额{}万元。"
    )
    assert ids(text.format("754530")) == []
    assert ids(text.format("754350")) == ["EQUATION"]


def test_what_was_paid_in_and_drawn_in_other_paragraphs():
    lines = (
        "（一）缴存。全年缴存28.64亿元。",
        "（二）提取。全年提取19.37亿元；上年末缴存余额83.89亿元，年末缴存余额{}亿元。",
    )
    assert ids(lines[0], lines[1].format("93.16")) == []
    assert ids(lines[0], lines[1].format("93.61")) == ["EQUATION"]


def test_net_assets_are_less_their_depreciation():
    text = "2023年初资产净值1284.60万元，本年新增426.15万元，折旧218.40万元，处置12.75万元，年末净值{}万元。"
    assert ids(text.format("1479.60")) == []
    assert ids(text.format("1497.60")) == ["EQUATION"]


def test_the_balance_of_appropriations():
    text = "年初财政拨款结转和结余153.20万元，本年财政拨款收入900.00万元，本年财政拨款支出962.74万元，"
    text += "年末财政拨款结转和结余{}万元。"
    assert ids(text.format("90.46")) == []
    assert said(text.format("90.64")) == [("EQUATION", "90.64万元", "90.46万元")]


def test_an_opening_balance_is_not_the_closing_one():
    text = "当期结余0.23亿元，上年末累计结余9.36亿元，本年末累计结余{}亿元。"
    assert ids(text.format("9.59")) == []
    assert said(text.format("9.29")) == [("EQUATION", "9.29亿元", "9.59亿元")]


def test_income_less_expenditure():
    text = "收入总额1300.50万元，支出总额1250.50万元，收支相抵结余{}万元。"
    assert ids(text.format("50.00")) == []
    assert ids(text.format("55.00")) == ["EQUATION"]


def test_other_names_of_what_came_and_went():
    text = "年初结转42.30万元，当年下达资金310.00万元，当年支出298.70万元，年末结转{}万元。"
    assert ids(text.format("53.60")) == []
    assert ids(text.format("56.30")) == ["EQUATION"]
    text = "上年末累计结余936.40万元，当期收入3454.20万元，当期支出3431.10万元，年末累计结余{}万元。"
    assert ids(text.format("959.50")) == []
    assert ids(text.format("995.50")) == ["EQUATION"]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("资产总额4,862.10万元，负债312.40万元，净资产{}万元。", "4,549.70", "4,594.70"),
        (
            "年初固定资产1,224.00万元，本年增加57.20万元，本年减少12.80万元，年末固定资产{}万元。",
            "1,268.40",
            "1,286.40",
        ),
        ("应收账款期初12.50万元，本期增加38.70万元，本期收回40.10万元，期末{}万元。", "11.10", "12.10"),
        ("1—6月支出1,012.40万元，7—12月支出1,390.49万元，全年{}万元。", "2,402.89", "2,420.89"),
        ("上半年收入1,012.40万元，下半年收入1,390.49万元，全年收入{}万元。", "2,402.89", "2,420.89"),
    ],
)
def test_stocks_and_halves_of_a_year(text: str, right: str, wrong: str):
    assert ids(text.format(right)) == []
    assert ids(text.format(wrong)) == ["EQUATION"]


@pytest.mark.parametrize(
    "text",
    [
        "上半年支出1,012.40万元，占全年支出2,402.89万元的42.13%。",
        "应收账款期初12.50万元，本期收回40.10万元，期末12.10万元。",
        "上半年收入1,012.40万元，下半年支出1,390.49万元，全年预算3,120.00万元。",
    ],
)
def test_silent_where_one_of_them_is_missing(text: str):
    assert ids(text) == []


def test_what_is_said_of_the_closing_value_afterwards():
    text = (
        "年初固定资产原值2486.30万元，本年增加186.45万元，本年减少92.75万元，年末固定资产原值{}万元，"
        "累计折旧1032.60万元，净值1547.40万元。"
    )
    assert ids(text.format("2580.00")) == []
    assert len(ids(text.format("2850.00"))) == 1


def test_what_is_left_of_all_that_there_was():
    text = "上年结转58.60万元，当年预算1241.40万元，合计1300.00万元；全年支出{}万元，年末结转53.30万元。"
    assert ids(text.format("1246.70")) == []
    assert ids(text.format("1264.70")) == ["EQUATION"]


def test_a_net_step_beside_both():
    text = "年初预算1286.40万元，调增186.20万元，调减42.60万元，净调增143.60万元，调整后预算{}万元。"
    assert ids(text.format("1430.00")) == []
    assert len(ids(text.format("1340.00"))) == 1


def test_several_steps_to_the_adjusted_budget():
    text = "年初部门预算8642.50万元，年中上级追加2860.40万元、县级追加436.80万元，全年预算数为{}万元。"
    assert ids(text.format("11939.70")) == []
    assert len(ids(text.format("11993.70"))) == 1


def test_the_balance_of_what_was_appropriated():
    text = "2023年度财政拨款收入5294.95万元，年初财政拨款结转和结余51.30万元，财政拨款支出5308.57万元，"
    text += "年末财政拨款结转和结余{}万元。"
    assert ids(text.format("37.68")) == []
    assert said(text.format("36.78")) == [("EQUATION", "36.78万元", "37.68万元")]


def test_the_balance_of_a_fund():
    text = "预算稳定调节基金年初余额9436万元，当年动用8650万元，年末补充5317万元，年末余额{}万元。"
    assert ids(text.format("6103")) == []
    assert said(text.format("6130")) == [("EQUATION", "6130万元", "6103万元")]


def test_what_is_left_of_what_came_in():
    text = "实际到位2986.30万元；全年执行2879.64万元。财政拨款年初结转84.26万元，年末结转{}万元。"
    assert ids(text.format("190.92")) == []
    assert said(text.format("190.29")) == [("EQUATION", "190.29万元", "190.92万元")]
    assert ids(text.format("310.45")) == []
