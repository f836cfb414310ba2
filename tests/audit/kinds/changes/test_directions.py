"""大于, 小于, 持平 against the figures beside them."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("决算数大于预算数", "决算数小于预算数"),
        ("决算数与年初预算数持平", "决算数小于预算数"),
        ("决算数等于年初预算数", "决算数小于预算数"),
    ],
)
def test_a_word_against_two_figures(words: str, right: str):
    text = f"年初预算为20.00万元，支出决算为19.00万元。{words}的主要原因：节约。"
    assert said(text) == [("DIRECTION-BUDGET", words, right)]


@pytest.mark.parametrize(
    "text",
    [
        "年初预算为20.00万元，支出决算为19.00万元，决算数小于预算数的主要原因：节约。",
        "年初预算为20.00万元，支出决算为20.00万元，决算数与预算数持平。",
        "年初预算为20.00万元，全年预算为18.00万元，支出决算为19.00万元。决算数大于预算数的主要原因：追加。",
    ],
)
def test_silent_where_the_word_is_right_or_says_not_what(text: str):
    assert ids(text) == []


def test_a_decrease_that_is_none():
    text = "公务接待费支出决算减少为0.00万元，与2022年持平。"
    assert said(text) == [("DIRECTION-LEVEL", "减少为0.00万元", "持平")]
    assert ids("公务接待费支出决算为0.00万元，与2022年持平。") == []


def test_two_years_that_differ_are_not_level():
    text = "2022年执行数为10.00万元，2023年安排{}万元，与2022年执行数持平。"
    assert ids(text.format("10.00")) == []
    assert [one[0] for one in said(text.format("12.00"))] == ["DIRECTION-LEVEL"]


def test_level_before_a_change():
    text = "公务用车购置费0.00万元，与上年{}，减少{}万元。"
    assert ids(text.format("持平", "2.00")) == ["DIRECTION-LEVEL"]
    assert ids(text.format("持平", "0.00")) == []
    assert ids("公务用车购置费与上年持平，公务接待费减少2.00万元。") == []


def test_a_change_of_nothing_that_is_level():
    assert ids("资本性支出减少0万元，与上年持平。") == ["DIRECTION-LEVEL"]
    assert ids("资本性支出0万元，与上年持平。") == []


def test_the_reason_follows_from_the_wrong_word():
    said = "年初预算为420.00万元，支出决算为412.35万元，决算数{}年初预算数的主要原因是人员减少。"
    assert ids(said.format("大于")) == ["DIRECTION-BUDGET"]
    assert ids(said.format("小于")) == []
    assert ids(said.format("小于").replace("减少", "增加")) == ["REASON-DIRECTION"]
