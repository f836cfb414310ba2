"""Purposes and reasons copied from another account."""

from __future__ import annotations

from audit.reports import ids, said

FIRST = "1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。主要用于事业单位医疗支出。"
SECOND = "2.住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于{}。"


def test_a_purpose_that_is_anothers():
    assert ids(FIRST, SECOND.format("缴纳住房公积金")) == []
    assert [one[0] for one in said(FIRST, SECOND.format("事业单位医疗支出"))] == ["ACCOUNT-PURPOSE"]


def test_a_purpose_in_words_of_its_own_says_nothing():
    assert ids(FIRST, SECOND.format("职工住房")) == []


def test_a_reason_that_is_anothers():
    third = "2.住房保障支出（类）住房改革支出（款）购房补贴（项）5.00万元。主要原因是：事业单位医疗经费增加。"
    assert [one[0] for one in said(FIRST, third)] == ["ACCOUNT-REASON"]


def test_the_words_of_another_account():
    water = "农林水支出（类）水利（款）水利工程建设（项）8.20万元，主要用于各专项业务工作。"
    housing = "住房保障支出（类）住房改革支出（款）住房公积金（项）3.10万元，主要用于{}。"
    assert ids(water, housing.format("缴存公积金")) == []
    assert ids(water, housing.format("各专项业务工作")) == ["ACCOUNT-PURPOSE"]


def test_the_running_of_the_office_is_no_purpose_of_another_account():
    of = "一般公共服务支出（类）审计事务（款）{}（项），主要用于保障机关正常运转的人员和公用支出。"
    assert ids(of.format("行政运行"), of.format("一般行政管理事务")) == ["ACCOUNT-PURPOSE"]
    assert ids(of.format("行政运行"), of.format("事业运行")) == []
