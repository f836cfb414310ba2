"""Shares of what stands side by side."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = (
    "“三公”经费支出决算中，因公出国（境）费1.00万元，占10.00%；公务用车费6.00万元，占{}%；"
    "公务接待费3.00万元，占30.00%。"
)


def test_each_is_its_amount_over_the_sum():
    assert ids(TEXT.format("60.00")) == []
    assert said(TEXT.format("66.00")) == [("SHARE-SIBLINGS", "66.00%", "60.00%")]


def test_one_that_is_a_share_of_something_else():
    text = (
        "2023年一般公共预算支出4806.36万元。",
        "社会保障和就业支出4623.59万元，占96.20%；卫生健康支出55.78万元，占1.16%；住房保障支出126.99万元，占{}%。",
    )
    assert ids(text[0], text[1].format("2.64")) == []
    assert ids(text[0], text[1].format("9.70")) == ["SHARE-SIBLINGS"]
    assert ids(text[0].replace("48", "49"), text[1].format("9.70")) == []  # nobody says the sum
