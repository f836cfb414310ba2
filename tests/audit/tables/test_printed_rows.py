"""Tables that are printed as text: line numbers, rows that were too long, names that wait."""

from __future__ import annotations

from audit.reports import ids, said

SUMMARY = (
    "收入支出决算总表",
    "公开01表",
    "部门：某局 单位：万元",
    "项目 行次 金额 项目 行次 金额",
    "栏次 1 栏次 2",
    "一、一般公共预算财政拨款收入 1 640.30 一、一般公共服务支出 32 500.10",
    "二、政府性基金预算财政拨款收入 2 85.00 二、卫生健康支出 33 225.20",
    "本年收入合计 27 {} 本年支出合计 58 725.30",
    "总计 31 725.30 总计 62 725.30",
)


def test_line_numbers_are_no_amounts():
    assert ids(*(line.format("725.30") for line in SUMMARY), kind="txt") == []
    assert said(*(line.format("752.30") for line in SUMMARY), kind="txt")[0][:2] == (
        "TABLE-SUMMARY",
        "752.30",
    )


THREE_PUBLIC = (
    "财政拨款“三公”经费支出决算表",
    "公开07表",
    "部门：某局 单位：万元",
    "预算数 决算数",
    "合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费",
    "合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费",
    "58.60 0.00 46.00 0.00 46.00 12.60 44.93",
    "0.00 38.21 0.00 38.21 {}",
)


def test_a_row_that_was_too_long_for_its_line():
    assert ids(*(line.format("6.72") for line in THREE_PUBLIC), kind="txt") == []
    assert [one[0] for one in said(*(line.format("6.27") for line in THREE_PUBLIC), kind="txt")] == [
        "TABLE-THREE-PUBLIC"
    ]


def test_a_name_without_figures_before_a_code():
    lines = (
        "一般公共预算财政拨款基本支出决算表",
        "单位：万元",
        "经济分类科目编码 科目名称 决算数 经济分类科目编码 科目名称 决算数",
        "303 对个人和家庭的补助 53.88 310 资本性支出",
        "30302 退休费 8.60",
        "30309 奖励金 45.28",
    )
    assert ids(*lines, kind="txt") == []


def test_points_of_a_printed_score_table():
    rows = (
        "一级指标 分值 得分 扣分",
        "投入 10 10 0",
        "过程 40 37.5 2.5",
        "产出 30 28 2",
        "效果 20 {} 2",
        "合计 100 93.5 6.5",
    )
    assert ids(*(row.format("18") for row in rows), kind="txt") == []
    assert ids(*(row.format("19") for row in rows), kind="txt") != []


def test_a_dash_holds_the_place_of_a_column():
    from audit.reports import ids

    lines = (
        "表1 子项目支付情况",
        "单位：万元",
        "子项目 结算价 已支付 受益人口",
        "管网改造 121.47 115.40 2860",
        "水源工程 94.15 89.44 1935",
        "水质检测 60.35 57.33 —",
        "合计 {} 262.17 4795",
        "二、其他情况。",
    )
    assert ids(*(line.format("275.97") for line in lines), kind="txt") == []
    assert ids(*(line.format("257.97") for line in lines), kind="txt") == ["TABLE-TOTAL"]


def test_a_row_without_figures_before_that_of_a_balance():
    rows = (
        *SUMMARY[:-1],
        "使用非财政拨款结余（含专",
        "用结余）",
        "结余分配",
        "年初结转和结余 28 {} 年末结转和结余 59 3.20",
        "总计 31 728.50 总计 62 728.50",
    )
    rows = tuple(line.replace("725.30", "725.30") for line in rows)
    told = [line.format("725.30" if "收入合计" in line else "3.20") for line in rows]
    assert ids(*told, kind="txt") == []
    wrong = [line.format("725.30" if "收入合计" in line else "2.30") for line in rows]
    assert said(*wrong, kind="txt")[0][:2] == ("TABLE-SUMMARY", "728.50")


def test_a_name_without_figures_before_the_code_of_the_other_side():
    lines = (
        "一般公共预算财政拨款基本支出决算明细表",
        "单位：万元",
        "科目编码 科目名称 决算数 科目编码 科目名称 决算数",
        "301 工资福利支出 70.61 302 商品和服务支出 {}",
        "30101 基本工资 29.42 30201 办公费 2.89",
        "30106 伙食补助费 30204 手续费 2.21",
        "30107 绩效工资 41.19",
    )
    assert ids(*(line.format("5.10") for line in lines), kind="txt") == []
    assert said(*(line.format("5.01") for line in lines), kind="txt") == [("TABLE-CODES", "5.01", "5.10万元")]


def test_rows_with_one_part_below_a_header_of_many():
    lines = (
        "支出决算表",
        "单位：万元",
        "项目 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出",
        "科目编码 科目名称",
        "合计 913.65 276.52 637.13",
        "208 社会保障和就业支出 888.85 251.72 637.13",
        "20811 残疾人事业 888.85 251.72 637.13",
        "2081101 行政运行 251.72 251.72",
        "2081104 残疾人康复 637.13 637.13",
        "210 卫生健康支出 15.10 {}",
        "21011 行政事业单位医疗 15.10 15.10",
        "221 住房保障支出 9.70 9.70",
    )
    assert ids(*(line.format("15.10") for line in lines), kind="txt") == []
    assert said(*(line.format("16.00") for line in lines), kind="txt") == [
        ("TABLE-ROW", "15.10", "16.00万元")
    ]
