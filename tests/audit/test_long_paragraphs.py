"""A paragraph of one word without end costs no more than a look at each sign of it."""

import time

import pytest
from audit.reports import found

_LONG, _SECONDS = 30_000, 8  # characters; seconds of the processor, of which each takes a tenth
_BEFORE = "2024年收入100万元，支出90万元，其中：基本支出60万元，项目支出30万元。"


@pytest.mark.parametrize("word", ["，", "与共计", "甲个方面、", "甲乙与", "比上年"])
def test_a_long_paragraph_is_read_in_a_moment(word: str) -> None:
    text = word * (_LONG // len(word))
    found(_BEFORE)
    begun = time.process_time()
    found(_BEFORE, f"{text}1万元，", f"比上年增加1万元{text}2万元。")
    assert time.process_time() - begun < _SECONDS


def test_many_figures_in_one_paragraph_are_read_in_a_moment() -> None:
    begun = time.process_time()
    found(_BEFORE, "其中：甲1万元，" * 10_000)
    assert time.process_time() - begun < _SECONDS
