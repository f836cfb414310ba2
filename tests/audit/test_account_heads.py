"""Heads of accounts."""

from __future__ import annotations

from audit.reports import report

from jixiao.audit.audit import read_context
from jixiao.audit.document.report_text import read_text


def test_a_class_in_a_heading_of_its_own():
    lines = (
        "（二）社会保障和就业支出（类）",
        "1.行政事业单位养老支出（款）事业单位离退休（项）支出38.64万元。",
        "（三）住房保障支出（类）",
        "1.住房改革支出（款）住房公积金（项）支出86.25万元。",
    )
    heads = read_context(read_text(report(*lines))).heads
    assert [(head.top, head.kind, head.item) for head in heads] == [
        ("社会保障和就业支出", "行政事业单位养老支出", "事业单位离退休"),
        ("住房保障支出", "住房改革支出", "住房公积金"),
    ]
