"""Reasons that say the opposite, and reasons that say nothing."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize("reason", ["人员增加", "印刷经费增加", "新增工作任务"])
def test_a_reason_against_its_figure(reason: str):
    text = f"经费支出20.00万元，比上年减少1.00万元。主要原因是{reason}。"
    assert [one[:2] for one in said(text)] == [("REASON-DIRECTION", reason)]


def test_a_reason_against_a_word_of_direction():
    text = "年初预算为20.00万元，支出决算为19.00万元，决算数小于预算数的主要原因是人员增加。"
    assert [one[0] for one in said(text)] == ["REASON-DIRECTION"]


@pytest.mark.parametrize(
    "reason", ["人员减少", "上年结余增加", "部分项目完工，人员增加", "节约开支", "退休人员增加", "受疫情影响"]
)
def test_silent_where_the_reason_fits_or_may_fit(reason: str):
    assert ids(f"经费支出20.00万元，比上年减少1.00万元。主要原因是{reason}。") == []


@pytest.mark.parametrize(
    "reason",
    [
        "退休人员增加、在职人员减少，人员经费相应减少",
        "市政设施改造项目完工，项目资金减少",
        "严格落实过紧日子要求，压减公务接待开支",
        "人员调出，缴费减少",
        "疫情期间停庭，办案支出减少",
    ],
)
def test_a_reason_of_more_than_one_clause(reason: str):
    assert ids(f"经费支出20.00万元，比上年增加1.00万元，主要原因是{reason}。") == ["REASON-DIRECTION"]
    assert ids(f"经费支出20.00万元，比上年减少1.00万元，主要原因是{reason}。") == []


@pytest.mark.parametrize(
    "text",
    [
        "完成年初预算的105.64%，主要原因是人员减少。",
        "完成年初预算的94.10%，主要原因是追加人员经费。",
        "基本支出增加1.00万元，主要为人员调出，人员经费减少；项目支出增加2.00万元。",
        "比上年增加的主要原因是厉行节约。",
        "与上年相比增加1.00万元，主要原因是上级专项资金较上年减少。",
        "与上年相比减少1.00万元，主要原因是上级转移支付增加。",
        "与上年持平，主要原因是维修费增加。",
        "比上年减少1.00万元，主要原因：员额法官增加、绩效奖金提高。",
        "比上年增加1.00万元，增长原因主要是城市更新项目压缩、支出减少。",
    ],
)
def test_other_ways_to_say_it(text: str):
    assert ids(text) == ["REASON-DIRECTION"]


@pytest.mark.parametrize(
    "text",
    [
        "年末结转和结余9.00万元，比上年增加1.00万元，主要原因是厉行节约。",
        "完成年初预算的105.64%，主要原因是项目完工结算。",
        "与上年持平，主要原因是厉行节约。",
        "比上年增加1.00万元，主要原因是虽然人员减少，但一次性补贴增加。",
        "比上年增加1.00万元，主要原因是人员减少，按规定发放一次性抚恤金。",
        "比上年增加1.00万元，主要是人员经费增加2.00万元、公用经费减少1.00万元。",
    ],
)
def test_silent_where_it_may_be_so(text: str):
    assert "REASON-DIRECTION" not in ids(text)


@pytest.mark.parametrize("end", ["主要原因是。", "主要是因为：。", "主要是。", "原因是；其他不变。"])
def test_an_empty_reason(end: str):
    assert ids(f"经费支出20.00万元，比上年减少1.00万元，{end}") == ["REASON-EMPTY"]


def test_a_reason_in_the_next_paragraph():
    assert ids("比上年减少1.00万元，主要原因：", "1.人员调出。", "2.项目完工。") == []


def test_a_reason_that_is_a_sentence_of_its_own():
    text = "其他收入68.34万元，比上年{}9.77万元。主要是食堂对外承包后承包费收入增加。"
    assert ids(text.format("增加")) == []
    assert ids(text.format("减少")) == ["REASON-DIRECTION"]


def test_heavier_tasks():
    text = "运行维护费31.84万元，比上年{}2.37万元，主要原因是巡查任务加重，燃油支出增加。"
    assert ids(text.format("增加")) == []
    assert ids(text.format("减少")) == ["REASON-DIRECTION"]


def test_fewer_crews_are_no_reason_for_more():
    text = "维护费比2022年的179.20万元增加7.10万元，增长3.96%，主要原因是维护班组由{}。"
    assert ids(text.format("10个增加为12个")) == []
    assert ids(text.format("12个压减为10个")) == ["REASON-DIRECTION"]
    assert ids(text.replace("班组", "周期").format("12个减少为10个")) == []
