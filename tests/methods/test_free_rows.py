"""Indicators that the unit sets itself: their scores are added up, and never pass the full score."""

from decimal import Decimal

import pytest

from jixiao.methods.free_rows import FreeRows

D = Decimal


@pytest.mark.parametrize(
    ("rows", "score", "working"),
    [
        ("49.99", "49.99", "各项指标得分合计49.99分，得49.99分"),
        ("50", "50", "各项指标得分合计50分，得50分"),
        ("50.01", "50", "各项指标得分合计50.01分，超过满分的不计，得50分"),
    ],
)
def test_the_scores_of_the_rows_are_the_score(rows, score, working):
    mark = FreeRows().mark(D(rows), D(50))
    assert (mark.score, mark.working) == (D(score), working)


def test_the_measure_is_shown_in_points():
    assert FreeRows().shown(D("48.50")) == "48.5分"
