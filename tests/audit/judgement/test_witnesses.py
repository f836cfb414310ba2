"""What is written elsewhere is probably right."""

from __future__ import annotations

from audit.reports import found

SUM = "基本支出1490.11万元，其中：人员经费1286.37万元，公用经费211.89万元。"


def test_the_figure_whose_right_value_stands_elsewhere_is_the_one_to_blame():
    alone = found(SUM)[0].pointers
    (finding,) = [one for one in found(SUM, "机关运行经费支出203.74万元。") if one.id == "SUM-LIST"]
    assert [one.text for one in alone if one.culprit] != ["211.89万元"]
    assert [one.text for one in finding.pointers if one.culprit] == ["211.89万元"]


def test_a_table_in_yuan_speaks_for_the_text():
    table = [["项目", "预算数", "执行数"], ["合计", "3,608,500.00", "3,735,776.00"]]
    (finding,) = found(
        "2023年度项目支出情况表",
        "单位：元",
        table,
        "年初预算360.85万元，实际支出373.52万元，预算执行率103.53%。",
    )
    assert [one.text for one in finding.pointers if one.culprit] == ["373.52万元"]


def test_a_column_says_its_unit_itself():
    head = ["项目", "全年预算数（万元）", "全年执行数（万元）", "执行率（%）"]
    lines = ("全年实际支出846.38万元。", [head, ["年度资金总额", "852.12", "844.38", "99.33"]])
    (finding,) = found(*lines)
    assert [one.text for one in finding.pointers if one.culprit] == ["844.38"]
