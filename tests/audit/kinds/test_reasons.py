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


@pytest.mark.parametrize("end", ["主要原因是。", "主要是因为：。", "原因是；其他不变。"])
def test_an_empty_reason(end: str):
    assert ids(f"经费支出20.00万元，比上年减少1.00万元，{end}") == ["REASON-EMPTY"]


def test_a_reason_in_the_next_paragraph():
    assert ids("比上年减少1.00万元，主要原因：", "1.人员调出。", "2.项目完工。") == []
