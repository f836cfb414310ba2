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
