"""变动率 is the change over the earlier figure."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = "2023年“三公”经费支出19.87万元，上年22.35万元，变动率为{}%。"


def test_with_its_sign_and_without():
    assert ids(TEXT.format("-11.10")) == []
    assert ids(TEXT.format("11.10")) == []


def test_a_change_over_this_years_figure():
    assert said(TEXT.format("-12.48")) == [("CHANGE-RATE", "-12.48%", "-11.1%")]
