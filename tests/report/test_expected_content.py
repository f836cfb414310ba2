"""What a reviewer looks for in a report, and that nothing is said of what a unit does not have."""

from __future__ import annotations

import pytest
from report.filled import FUND, PACK, THE_2022_REPORT, Row, record, scorecard
from report.small import filled

from jixiao.model.errors import UnusableInput
from jixiao.pack.computed import with_computed
from jixiao.report.making import maker_for
from jixiao.report.word.projection import projection

OUTLINES = ("大纲A", "大纲B")
both = pytest.mark.parametrize("outline", OUTLINES)
GOALS = [
    {"目标": "服务对象满意度", "单位": "%", "计划数": "95", "完成数": "96.5"},
    {"目标": "参保人数", "单位": "人", "计划数": "12000", "完成数": "11400", "完成情况": "两户企业停产。"},
    {"目标": "完善内部控制制度", "完成情况": "修订制度3项。"},
]


def told(outline: str, **entries: object) -> str:
    """The report of the 2022 figures with these, underscores for dots."""
    typed = {name.replace("_", "."): value for name, value in entries.items()}
    filled = with_computed(record(THE_2022_REPORT | typed), PACK)
    return projection(maker_for(filled, PACK, outline).make(filled, scorecard(), draft=False))


def projects(number: int, **cells: str) -> list[Row]:
    amounts = {"预算数": "10.5", "支出数": "10", "上年支出数": "8", "类别": "专项经费", "用途": "培训"}
    return [{"项目名称": f"{nth}号项目", **amounts, **cells} for nth in range(number)]


# ---- goals


@both
def test_goals_are_a_table_before_the_scores(outline: str) -> None:
    said = told(outline, 年度目标=GOALS)
    assert "| 服务对象满意度 | 95% | 96.5% | 101.58% |  |" in said
    assert "| 参保人数 | 12000人 | 11400人 | 95.00% | 两户企业停产。 |" in said
    assert said.index("| 参保人数 |") < said.index("自评总分")


@both
def test_a_goal_without_figures_has_dashes_and_its_words(outline: str) -> None:
    assert "| 完善内部控制制度 | — | — | — | 修订制度3项。 |" in told(outline, 年度目标=GOALS)


@both
def test_a_goal_with_a_plan_and_no_completion_has_a_hole(outline: str) -> None:
    assert "| 参保人数 | 12000人 | （未填） | — |  |" in told(
        outline, 年度目标=[{**GOALS[1], "完成数": None, "完成情况": ""}]
    )


@both
def test_without_goals_nothing_is_said_of_them(outline: str) -> None:
    assert "绩效目标完成情况" not in told(outline)


# ---- projects


@both
def test_six_projects_are_sentences_with_last_years_figure(outline: str) -> None:
    said = told(outline, 项目明细=projects(6))
    assert "“5号项目”年初预算10.50万元，实际支出10万元，上年支出8万元，用于培训。" in said
    assert "项目支出明细表" not in said


@both
def test_a_changed_budget_of_a_project_is_told(outline: str) -> None:
    said = told(outline, 项目明细=projects(1, 全年预算数="12"))
    assert "年初预算10.50万元，调整后全年预算12万元，实际支出10万元" in said
    assert "调整后全年预算10.50万元" not in told(outline, 项目明细=projects(1, 全年预算数="10.5"))


@both
def test_what_was_spent_on_projects_stands_beside_their_budget_of_the_year(outline: str) -> None:
    sums = {"项目预算_合计": "21", "项目预算_专项经费": "10.5", "项目预算_其他项目": "10.5"}
    spent = {"项目支出_合计": "20", "项目支出_专项经费": "10", "项目支出_其他项目": "10"}
    rows = [
        *projects(1, 全年预算数="12"),
        *projects(1, 资金来源="一般公共预算", 类别="其他项目", 全年预算数="10.5"),
        *projects(1, 资金来源="单位资金", 全年预算数="90"),
    ]
    said = told(outline, 项目明细=rows, **sums, **spent)
    assert "项目支出年初预算21万元，调整后全年预算22.50万元，实际支出20万元" in said
    assert "专项经费年初预算安排10.50万元，调整后全年预算12万元，实际使用10万元" in said
    assert "其他项目支出年初预算安排10.50万元，实际支出10万元" in said
    assert "项目支出年初预算21万元，实际支出25万元" in told(
        outline, 项目明细=rows, **sums, **spent | {"项目支出_合计": "25"}
    )


def test_projects_have_a_budget_beside_expenditure_of_other_kinds() -> None:
    rows = projects(2, 资金来源="单位资金", 全年预算数="12.5")
    spent = {"支出_项目支出": "20", "支出_经营": "3", "本年预算_项目支出": "21"}
    assert "| 项目支出 | 21.00 | 25.00 | 20.00 | 80.00% |" in told("大纲B", 项目明细=rows, **spent)
    assert "| 项目支出 | 21.00 | — | 20.00 | — |" in told("大纲B", **spent)


@both
def test_a_new_project_has_no_last_year_in_its_sentence(outline: str) -> None:
    assert "上年支出" not in told(outline, 项目明细=projects(1, 上年支出数="0"))


@both
def test_seven_projects_are_a_table_and_no_sentences(outline: str) -> None:
    rows = [
        *projects(6, 全年预算数="12.5"),
        *projects(1, 资金来源="财政专户", 类别="其他项目", 上年支出数="0"),
    ]
    said = told(outline, 项目明细=rows, 项目支出_专项经费="60")
    assert "| 3号项目（培训） | 一般公共预算，专项经费 | 10.50 | 12.50 | 10.00 | 8.00 | 80.00% |" in said
    assert "| 0号项目（培训） | 财政专户管理资金，其他项目 | 10.50 | — | 10.00 | 0.00 | — |" in said
    assert "| 合计 |  | 73.50 | — | 70.00 | 48.00 | — |" in said
    assert "“3号项目”" not in said
    assert said.count("的“项目支出明细表”。") == 1


@both
def test_the_budget_of_the_year_may_come_from_the_projects_own_evaluation(outline: str) -> None:
    rows = projects(7)
    judged = [
        {"项目名称": row["项目名称"], "年初预算数": "10.5", "全年预算数": "12.5", "全年执行数": "10"}
        for row in rows
    ]
    said = told(outline, 项目明细=rows, 项目自评=judged)
    assert "| 3号项目（培训） | 一般公共预算，专项经费 | 10.50 | 12.50 | 10.00 | 8.00 | 80.00% |" in said
    assert "| 合计 |  | 73.50 | 87.50 | 70.00 | 56.00 | 80.00% |" in said


# ---- 政府采购, 资产, 三公


@both
def test_procurement_is_told_against_budget_and_last_year(outline: str) -> None:
    said = told(outline, 本年决算_政府采购金额="8", 本年预算_政府采购金额="10", 上年决算_政府采购金额="5")
    assert (
        "政府采购情况\n2022年度政府采购金额8万元，比年初预算少2万元，完成年初预算的80%；比上年增加3万元，增长60%。"
        in said
    )


@both
def test_procurement_and_assets_that_do_not_exist_are_not_told(outline: str) -> None:
    zeros = {f"{column}.政府采购金额": "0" for column in ("上年决算", "本年预算", "本年决算")}
    said = told(outline, **zeros)
    assert "政府采购金额0" not in said
    assert "采购情况" not in said
    assert "资产情况" not in said


@both
def test_assets_are_told_against_last_year(outline: str) -> None:
    said = told(
        outline, 年末资产_总额="120", 上年末资产_总额="100", 年末资产_固定资产="90", 上年末资产_固定资产="90"
    )
    assert "）资产情况\n" in said
    assert "2022年末资产总额120万元，比上年末增加20万元，增长20%；固定资产净值90万元，与上年末持平。" in said


@both
def test_the_three_expenses_are_told_against_last_year(outline: str) -> None:
    now = {"本年决算_三公经费": "2", "本年决算_公务用车": "2", "本年决算_公务接待": "0"}
    last = {"上年决算_三公经费": "4", "上年决算_公务用车": "4", "上年决算_公务接待": "0"}
    said = told(outline, **now, **last)
    assert (
        "\n“三公”经费支出比上年减少2万元，下降50%；公务用车购置和维护经费比上年减少2万元，下降50%。\n" in said
    )


@both
def test_nothing_is_compared_that_is_not_filled_in(outline: str) -> None:
    said = told(outline, 本年决算_三公经费="2", 本年决算_政府采购金额="1")
    assert "经费支出比上年" not in said
    assert "2022年度政府采购金额1万元。" in said


# ---- functional use, change of the budget, income


FUND_MONEY: dict[str, object] = {
    "政府性基金.本年收入": "30",
    "政府性基金.本年支出": "30",
    "功能分类": [
        {"编码": "212", "名称": "城乡社区支出", "金额": "50"},
        {"编码": "21208", "名称": "国有土地使用权出让收入安排的支出", "金额": "20"},
        {"编码": "2120803", "名称": "城市建设支出", "金额": "20"},
        {"编码": "22960", "名称": "彩票公益金安排的支出", "金额": "10"},
    ],
}


@both
def test_a_fund_is_told_by_its_functional_classes(outline: str) -> None:
    said = told(outline, **FUND_MONEY)
    assert "\n按支出功能分：国有土地使用权出让收入安排的支出20万元；彩票公益金安排的支出10万元。\n" in said


@both
def test_classes_that_do_not_come_to_the_fund_are_not_told(outline: str) -> None:
    assert "按支出功能分：" not in told(outline, **FUND_MONEY | {"政府性基金.本年支出": "31"})


@both
@pytest.mark.parametrize(
    ("whole", "policy", "basic", "said"),
    [
        (
            "22.52",
            "22.52",
            "22.52",
            "追加22.52万元，全部是政策性调整等不计入考核的部分；调整的都是基本支出预算。",
        ),
        ("-3", "-1", "-2", "追减3万元，其中政策性调整等不计入考核的部分追减1万元；基本支出预算追减2万元。"),
        ("5", None, "0", "追加5万元。"),
    ],
)
def test_the_change_of_the_budget_has_its_sign(
    outline: str, whole: str, policy: str | None, basic: str, said: str
) -> None:
    cells = {"整体预算_调整数": whole, "整体预算_政策性调整数": policy, "基本预算_调整数": basic}
    assert f"\n年度中间，整体支出预算{said}\n" in told(outline, **cells)


@both
@pytest.mark.parametrize("change", [None, "0"])
def test_a_budget_without_a_change_is_not_told_of(outline: str, change: str | None) -> None:
    assert "年度中间，整体支出预算" not in told(outline, 整体预算_调整数=change)


def test_outline_b_tells_income_against_last_year_with_its_reason() -> None:
    said = told("大纲B", 上年收入_合计="350.63", 上年收入_一般公共预算="350.63")
    assert "\n本年收入合计比上年减少4.55万元，下降1.3%，主要原因是人员减少，年中调减了预算指标。\n" in said


def test_with_other_money_the_reason_stands_with_the_general_budget() -> None:
    said = told("大纲B", 收入_合计="400", 上年收入_合计="380")
    assert "\n本年收入合计比上年增加20万元，增长5.26%；其中一般公共预算收入比上年减少4.55万元" in said


@both
def test_spending_is_compared_as_a_whole_where_it_is_more_than_the_general_budget(outline: str) -> None:
    assert "\n本年支出合计比上年" not in told(outline, 上年支出_合计="350.63")
    assert "\n本年支出合计比上年增加50万元" in told(outline, 支出_合计="400", 上年支出_合计="350")


# ---- the annexes of outline B


BUDGETS = {
    "整体预算_年初预算数": "120",
    "整体预算_全年预算数": "130",
    "基本预算_年初预算数": "80",
    "基本预算_全年预算数": "90",
}


def test_projects_have_their_rate_in_annex_2() -> None:
    said = told("大纲B", **BUDGETS, 支出_项目支出="30")
    assert "| 项目支出 | 40.00 | 40.00 | 30.00 | 75.00% |" in said
    assert "| 经营支出 |" not in said


def test_other_spending_is_a_row_and_the_budget_of_projects_is_not_known_then() -> None:
    said = told("大纲B", **BUDGETS, 支出_项目支出="30", 支出_经营="4", 支出_上缴上级="0")
    assert "| 项目支出 | — | — | 30.00 | — |\n| 经营支出 | — | — | 4.00 | — |" in said
    assert "| 上缴上级支出 |" not in said


def test_a_project_has_the_budgets_of_each_kind_of_money_that_are_typed() -> None:
    project = {"项目名称": "培训", "年初预算数": "10", "全年预算数": "12", "全年执行数": "11"}
    kinds = {"年初当年财政拨款": "10", "全年当年财政拨款": "9", "全年上年结转资金": "3", "当年财政拨款": "8"}
    said = told("大纲B", 项目自评=[project | kinds])
    assert "| 其中：当年财政拨款 | 10.00 | 9.00 | 8.00 | — | — | — |" in said
    assert "| 上年结转资金 | — | 3.00 | — | — | — | — |" in said


@both
def test_a_fund_of_social_insurance_is_no_government_fund(outline: str) -> None:
    assert "按支出功能分：" not in told(outline, 社保基金=[FUND])


def test_the_classes_of_a_figure_must_be_listed() -> None:
    with pytest.raises(UnusableInput, match="codes_of"):
        filled('{{ 功能分类|归口("编码", "金额", 支出.合计)|个数 }}')
