"""What else a share may be the share of."""

from __future__ import annotations

import pytest
from audit.reports import found, ids, said

INCOME = (
    "2022年度总收入8727.41万元，其中：财政拨款收入6842.57万元，占本年收入的81.37%；政府性基金收入1350.00万元，"
    "占本年收入的16.05%；其他收入216.38万元，占本年收入的2.57%；年初结转和结余318.46万元。"
)


@pytest.mark.parametrize(
    "text",
    [
        INCOME,
        "中标价分别为968.50万元、842.30万元和715.60万元，合计2526.40万元。已支付2368.40万元，占中标总价的93.75%。",
        "变更净增投资86.42万元，其中增加投资124.37万元、核减投资37.95万元，占施工合同额的1.36%。",
        "采购支出392.94万元，其中：货物支出18.66万元、工程支出57.20万元、服务支出317.08万元。货物采购授予中小企业合同金额"
        "18.66万元，占货物支出金额的100%，工程采购授予中小企业合同金额占工程支出金额的100%。",
        "完成造林2.14万亩，其中人工造林0.36万亩、封山育林1.20万亩、退化林修复0.58万亩，为年度目标2.60万亩的82.31%。",
    ],
)
def test_another_total_is_meant(text: str):
    assert ids(text) == []


def test_a_rate_of_a_budget_said_later():
    budgets = (
        "1.调整率：年初预算3126.48万元。",
        "3.结余率：结余296.78万元，占全年预算指标5233.50万元的5.67%。",
    )
    text = "2.支付进度：6月末累计支付2146.30万元，支付进度为41.01%。"
    assert ids(budgets[0], text, budgets[1]) == []


def test_the_very_name_of_the_total_is_sure():
    text = (
        "采购支出总额392.94万元。授予中小企业合同金额314.35万元，占采购支出总额的80.00%，"
        "其中：授予小微企业合同金额251.48万元，占授予中小企业合同金额的{}%。"
    )
    assert ids(text.format("80.00")) == []
    assert said(text.format("64.00")) == [("SHARE", "64.00%", "80.00%")]


def test_an_amount_that_breaks_all_shares_is_told_once():
    text = (
        "“三公”经费中，公务接待费2.62万元，占23.06%，因公出国（境）费0万元，占0%，"
        "公务用车购置及运行维护费8.47万元，占76.94%。"
    )
    (told,) = found(text)
    assert told.pointers[0].text == "8.47万元"
    assert ids(text.replace("8.47", "8.74")) == []
