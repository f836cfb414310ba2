"""Quotation marks inside of quotations are the other ones."""

import pytest

from jixiao.model.quotes import nested


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("““三公”经费（本年决算数）”填有 3", "“‘三公’经费（本年决算数）”填有 3"),
        ("“甲”、“乙”与丙", "“甲”、“乙”与丙"),
        ("选了““三公”经费”，没有“乙”", "选了“‘三公’经费”，没有“乙”"),
        ("填的是“甲“”", "填的是“甲“”"),
        ("甲”“乙”", "甲”“乙”"),
    ],
)
def test_inner_marks(text: str, said: str):
    assert nested(text) == said
