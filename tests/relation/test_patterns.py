"""The shape of patterns; words/test_voice.py has what they say, test_office_agreement.py what they find."""

from __future__ import annotations

import pytest

from jixiao.relation.patterns import guarded, has_sign, numeral, split
from jixiao.relation.syntax import Binary, Name, Text, parse


@pytest.mark.parametrize(
    ("pattern", "shape"),
    [
        ('"208??"', ("", Text("208"), "??")),
        ('"*税"', ("*", Text("税"), "")),
        ('"*税*"', ("*", Text("税"), "*")),
        ("表.编码", ("", Name("表.编码"), "")),
        ('表.编码 & "??"', ("", Name("表.编码"), "??")),
        ('"*" & 表.编码', ("*", Name("表.编码"), "")),
        ('"*" & 表.编码 & "*"', ("*", Name("表.编码"), "*")),
        ('表.编码 & "年*"', ("", Binary("&", Name("表.编码"), Text("年")), "*")),
        ('"2?8"', None),
        ('"*8?"', None),
        ('表.编码 & "*年"', None),
        ('表.编码 & "2?8"', None),
        ('"2?8" & "年"', None),
    ],
)
def test_wildcards_around_what_is_fixed(pattern: str, shape: object):
    assert split(parse(pattern)) == shape


@pytest.mark.parametrize(
    ("pattern", "signed"),
    [('"208"', True), ('""', False), ("表.编码", False), ('表.编码 & "??"', True), ('"2" & 表.编码', True)],
)
def test_only_a_pattern_that_may_be_empty_is_guarded(pattern: str, signed: bool):
    assert has_sign(parse(pattern)) is signed
    assert guarded("A1", parse(pattern), "X") == ("X" if signed else 'IF(A1="",0,X)')


@pytest.mark.parametrize(("count", "said"), [(0, "零"), (1, "一"), (2, "两"), (10, "十"), (11, "11")])
def test_small_counts_are_said_in_chinese(count: int, said: str):
    assert numeral(count) == said
