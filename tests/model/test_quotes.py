"""Texts as sentences quote them: marks inside of quotations are the other ones, and nothing is too long."""

import pytest

from jixiao.model.quotes import cut, nested


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


def test_only_what_is_longer_is_cut_and_says_so():
    assert cut("四个字的", 4) == "四个字的"
    assert cut("五个字的话", 4) == "五个字的…"
