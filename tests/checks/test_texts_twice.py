"""Paragraphs that stand twice in 文字材料 are told, although no equation is broken by them."""

from __future__ import annotations

import pytest
from balanced import record_of
from msgspec.structs import replace
from profiles import profile

from jixiao.checks.suspected import suspected_rows
from jixiao.checks.texts_twice import texts_twice
from jixiao.model.filling import Filling
from jixiao.model.outcome import Severity
from jixiao.pack.loading import load_pack

PACK = load_pack()
ROWS = profile("school", 1).groups["文字材料"]


def told(*rows: Filling):
    record = record_of(Filling({}, {"文字材料": rows}), "元")
    assert suspected_rows((), record, PACK).findings == tuple(texts_twice(record))
    return tuple(texts_twice(record))


@pytest.mark.parametrize(("number", "count"), [(8, "（8行）与"), (1, "（1行）与")])
def test_paragraphs_that_stand_there_twice_are_one_finding(number, count):
    (one,) = told(*ROWS, *ROWS[:number])
    assert (one.id, one.severity) == ("ROWS-02", Severity.WARNING)
    assert count in one.message
    assert "一模一样" in one.message
    assert len(one.suggestions[0].corrections) == 2 * number


def test_the_same_word_under_two_headings_is_no_paste():
    assert told(*(replace(row, entries={**row.entries, "文字材料.正文": "无"}) for row in ROWS)) == ()


def test_each_paragraph_once_is_silent():
    assert told(*ROWS) == ()
