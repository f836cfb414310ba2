"""One slip, one finding."""

from __future__ import annotations

from audit.reports import ids


def test_what_two_kinds_see_alike_is_told_once():
    points = (
        ("数量", "20"),
        ("质量", "10"),
        ("时效", "10"),
        ("成本", "20"),
        ("效益", "28"),
        ("满意度", "20"),
    )
    rows = [[name, weight, "10"] for name, weight in points]
    assert ids([["指标", "分值", "得分"], *rows, ["总分", "100", "60"]]) == ["SCORE-TOTAL"]
