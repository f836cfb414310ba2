"""One rate of two totals that differ."""

from __future__ import annotations

from audit.reports import ids, said

ARRIVED = "批复总投资7140.00万元，项目资金累计到位6961.50万元，到位率97.50%。"
SPENT = "累计支出5847.66万元，占到位资金的{}%，占批复总投资的81.90%。"


def test_only_one_of_them_can_hold():
    assert ids(ARRIVED, SPENT.format("84.00")) == []
    assert said(ARRIVED, SPENT.format("81.90")) == [("SHARE", "81.90%", "84.00%")]


def test_two_totals_that_are_the_same():
    same = "批复总投资7140.00万元，项目资金累计到位7140.00万元，到位率100%。"
    assert ids(same, SPENT.format("81.90")) == []
