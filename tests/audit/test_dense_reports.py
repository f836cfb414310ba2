"""Sentences in which figure stands beside figure: no way to read them costs more than their square."""

from __future__ import annotations

import time

import pytest
from audit.reports import ids

from jixiao.audit.figures.sentences import MOST_FIGURES
from jixiao.audit.wording.words import audit_words

PIECES = (
    *("问题完成的1个，", "事项1个，", "支出1万元，", "甲1万元、"),
    *("过程9分：执行1分，", "支出9万元，其中：甲1万元，"),
)


@pytest.mark.parametrize("piece", PIECES)
def test_a_sentence_full_of_figures_takes_no_time(piece: str):
    sentence = piece * (MOST_FIGURES // sum(map(str.isdigit, piece))) + "共9万元。"
    started = time.process_time()
    ids(sentence)
    assert time.process_time() - started < 1


def test_the_same_count_said_in_hundreds_of_sentences_takes_no_time():
    started = time.process_time()
    ids("".join(f"全市{number}个行政村完成任务。" for number in range(1000, 3000)))
    assert time.process_time() - started < 8


LABELS = (
    *("已完成整改", "正在整改", "未整改", "优秀", "良好", "合格", "不合格", "其他"),
    *("甲", "货物", "工程", "服务"),
)


def test_the_beginnings_of_a_row_of_labels_are_the_sets_that_each_of_them_is():
    words = audit_words()
    for first in range(len(LABELS)):
        row = LABELS[first:]
        named = {number: words.closed_set(row[:number]) for number in range(len(row) + 1)}
        assert dict(words.closed_sets(row)) == {number: one for number, one in named.items() if one}
    assert any(words.closed_set(LABELS[first:last]) for first in range(12) for last in (first + 3, first + 4))
