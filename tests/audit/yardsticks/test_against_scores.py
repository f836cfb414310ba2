"""Scores, grade and rates of a report against those of its workbook."""

from __future__ import annotations

import pytest
from audit.yardsticks.test_against_book import by_hand, found, own_report, replaced

from jixiao.documents.document import SourceDocument

NAME = "leiyang-2022-balanced"


def told(document: SourceDocument, name: str = NAME) -> list[tuple[str, str, str]]:
    return [(one.id, one.stated, one.computed) for one in found(document, name)]


@pytest.mark.parametrize(
    ("old", "new", "stated", "computed"),
    [
        ("自评总分99分", "自评总分96分", "96分", "99分"),
        ("投入6分", "投入5分", "5分", "6分"),
        ("预算管理9分", "预算管理8分", "8分", "9分"),
        ("扣1分", "扣2分", "2分", "1分"),
        ("指标值为106.96%", "指标值为109.66%", "109.66%", "106.96%"),
        ("对年初预算的执行率为106.96%", "对年初预算的执行率为160.96%", "160.96%", "106.96%"),
    ],
)
def test_one_changed_score_or_rate(old: str, new: str, stated: str, computed: str):
    assert told(replaced(own_report(NAME), old, new)) == [("BOOK-FIGURE", stated, computed)]


def test_another_grade():
    changed = replaced(own_report(NAME), "评价等级为“优”", "评价等级为“良”")
    assert told(changed) == [("BOOK-GRADE", "良", "优")]


def test_a_score_table_written_by_hand():
    rows = [
        ["一级指标", "三级指标", "分值", "指标值", "得分"],
        ["过程", "预算执行率", "5", "106.96%", "5"],
        ["过程", "固定资产利用率", "2", "89%", "2"],
        ["投入小计", "", "6", "", "6"],
        ["总分", "", "100", "", "98"],
    ]
    assert told(by_hand(rows)) == [
        ("BOOK-FIGURE", "5", "4分"),
        ("BOOK-FIGURE", "89%", "98%"),
        ("BOOK-FIGURE", "98", "99分"),
    ]


def test_tables_of_single_projects_are_not_the_units_own():
    head, project = ["一级指标", "三级指标", "分值", "得分"], [["项目名称", "培训", "主管部门", "社保局"]]
    own = [head, ["投入小计", "", "6", "6"], ["总分", "", "100", "99"]]
    scored = [head, ["投入小计", "", "10", "10"], ["总分", "", "100", "97"]]
    assert told(by_hand(own, "2022年度项目支出绩效自评表", project, scored)) == []
    assert len(told(by_hand(own, "2022年度部门整体支出绩效自评表", scored))) == 3


def test_rows_that_a_unit_has_set_itself():
    rows = [["三级指标", "分值", "得分"], ["培训人次", "10", "9"], ["考核合格率", "10", "10"]]
    document = replaced(by_hand("2022年度项目支出绩效自评报告", rows), "2022", "2024")
    document = replaced(document, "2022", "2024")
    assert told(document, "training-project-2024") == [("BOOK-FIGURE", "9", "10分")]


@pytest.mark.parametrize(
    "line",
    [
        "部门整体支出绩效自评得分99.00分，等级为“优”。",
        "对全年预算的执行率为100%，对年初预算的执行率为106.96%。",
        "12个项目自评平均得分96.30分，等级为“良”的2个。",
        "预算执行（17分）。满分17分。“预算执行”17分。",
        "某专项预算执行率为93%。",
        "上年自评得分95分。",
    ],
)
def test_what_agrees_or_may_be_something_else(line: str):
    assert told(by_hand(line)) == []


def test_a_workbook_of_another_unit():
    lines = ("石桥县林业局2022年度自评报告", "石桥县林业局是政府组成部门。", "石桥县林业局共有车辆2辆。")
    assert [one.id for one in found(by_hand(*lines), NAME)] == ["BOOK-UNIT"]
