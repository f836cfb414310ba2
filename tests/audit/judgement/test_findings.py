"""One slip, one finding."""

from __future__ import annotations

from audit.reports import OVER_A_HUNDRED, found, ids


def test_what_two_kinds_see_alike_is_told_once():
    assert ids(OVER_A_HUNDRED) == ["TABLE-TOTAL"]


def test_the_figure_that_is_named_as_wrong_is_quoted():
    whole = "公务用车购置及运行维护费支出决算21.80万元，占63.15%。"
    parts = "公务用车购置及运行维护费中，公务用车购置支出{}万元；公务用车运行维护支出9.52万元。"
    again = "公务用车购置支出12.28万元，为购置执法用车1辆。"
    (finding,) = found(whole, parts.format("11.28"), again)
    assert finding.quote.startswith("公务用车购置及运行维护费中") or "11.28" in finding.quote
    assert not found(whole, parts.format("12.28"), again)


def test_of_figures_that_would_explain_it_alike_all_are_told():
    posts = "核定编制22名，其中：专业技术岗位17名、管理岗位3名、工勤岗位3名。"
    (finding,) = found(posts)
    assert "也可能错在别处：若“管理岗位”3名应为2名，或“工勤岗位”3名应为2名，则相符" in finding.message
    assert "23名" in finding.message  # in the words of the report, not 23人
    (finding,) = found("项目全年预算161.00万元，实际支出154.44万元，执行率95.39%。")
    assert "若95.39%应为95.93%，则2处关系都成立，像是两个数字颠倒" in finding.message
    assert "可能" not in finding.message
