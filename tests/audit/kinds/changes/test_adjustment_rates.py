"""预算调整率 over the budget at the beginning of the year."""

from __future__ import annotations

import pytest
from audit.reports import found, ids


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("年初预算800.00万元，年中追加100.00万元，预算调整率{}%。", "12.50", "11.11"),
        ("年初预算800.00万元，全年预算数900.00万元，支出890万元，预算调整率为{}%。", "12.50", "11.11"),
        ("年初预算800.00万元，调整净增加100.00万元，调整后预算900.00万元，调整率{}%。", "12.50", "11.11"),
        ("年初预算数1200.00万元，调减96.00万元，调整后预算1104.00万元，预算调整幅度{}%。", "8.00", "8.70"),
        ("预算调整率{}%（年初预算1200.00万元，年中调减96.00万元）。", "8.00", "8.70"),
        ("年初预算800.00万元，年中追加100.00万元，全年预算900.00万元。全年实际支出890.00万元，执行率98.89%，"
         "预算调整率{}%。", "12.50", "11.11"),
        ("年初安排预算2000.00万元。执行中追加预算150.00万元，收回结余50.00万元，调整后预算2100.00万元，"
         "预算调整率{}%。", "5.00", "4.76"),
    ],
)  # fmt: skip
def test_a_rate_over_the_adjusted_budget(text: str, right: str, wrong: str):
    assert ids(text.format(right)) == []
    (finding,) = found(text.format(wrong))
    assert (finding.id, finding.stated) == ("RATE-NAMED", f"{wrong}%")


def test_a_mistyped_rate():
    text = "年初预算1086.00万元，年中追加61.19万元，预算调整率{}%。"
    assert ids(text.format("5.63")) == []
    assert ids(text.format("6.53")) == ["RATE-NAMED"]


@pytest.mark.parametrize(
    "text",
    [
        "年初预算800.00万元，年中先后追加100.00万元、40.00万元，预算调整率17.50%。",  # in steps
        "年初预算收入800.00万元，年初预算支出900.00万元，年中追加100.00万元，预算调整率11.11%。",
        "年初预算800.00万元，年中追加100.00万元，预算调整率9.40%。",  # of something else
    ],
)
def test_silent_where_it_is_not_sure(text: str):
    assert ids(text) == []


def test_by_how_much_the_budget_has_grown():
    for text in (
        "年初预算2760.00万元，调整后全年预算3250.00万元，预算增加{}%。",
        "年初预算为2760.00万元，年中追加调整后全年预算为3250.00万元，比年初预算增长{}%。",
    ):
        assert ids(text.format("17.75")) == []
        assert ids(text.format("14.75")) == ["RATE-NAMED"]
