"""What is of this year elsewhere, under the year before."""

from __future__ import annotations

from audit.reports import ids

TEXT = (
    "2023年度一般公共预算财政拨款支出10714.31万元，主要用于以下方面。",
    "{}年度一般公共预算财政拨款支出年初预算为10418.90万元，支出决算为10714.31万元。",
)


def test_the_year_before():
    assert ids(*TEXT[:1], TEXT[1].format(2022)) == ["YEAR"]
    assert ids(*TEXT[:1], TEXT[1].format(2023)) == []


def test_another_amount():
    assert (
        ids(TEXT[0], "2022年度一般公共预算财政拨款支出年初预算为9418.90万元，支出决算为9714.32万元。") == []
    )
