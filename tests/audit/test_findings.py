"""One slip, one finding."""

from __future__ import annotations

from audit.reports import found, ids


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


def test_the_figure_that_is_named_as_wrong_is_quoted():
    whole = "公务用车购置及运行维护费支出决算21.80万元，占63.15%。"
    parts = "公务用车购置及运行维护费中，公务用车购置支出{}万元；公务用车运行维护支出9.52万元。"
    again = "公务用车购置支出12.28万元，为购置执法用车1辆。"
    (finding,) = found(whole, parts.format("11.28"), again)
    assert finding.quote.startswith("公务用车购置及运行维护费中") or "11.28" in finding.quote
    assert not found(whole, parts.format("12.28"), again)
