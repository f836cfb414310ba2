"""Which figure is the likelier one to have been mistyped, where the relations alone do not tell."""

from __future__ import annotations

from audit.reports import found


def culprits(*lines: str) -> list[str]:
    return [one.text for finding in found(*lines) for one in finding.pointers if one.culprit]


def test_one_digit_of_a_small_count_is_likelier_than_two():
    assert culprits("核定编制77人，其中：行政编制20名，事业编制67名，工勤编制20名。") == ["67名"]


def test_nothing_is_counted_below_zero():
    (finding,) = found("核定编制9人，其中：行政编制11人，事业编制3人，工勤编制5人。")
    assert "-" not in finding.message


def test_a_first_digit_is_not_lost_without_leaving_a_nought():
    (finding,) = found("支出决算为5.5万元，比上年减少0.64万元，下降50.46%。")
    assert "漏打" not in finding.message
