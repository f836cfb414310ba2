"""Figures beside others: against the budget, as a share, in a table. Text never denies its figures."""

import pytest
from report.filled import FUND, MONEY, THE_2022_REPORT, UNIT, text
from report.small import filled

AGAINST = "{{ 预算差异(本年决算.三公经费, 本年预算.三公经费, 一般公共预算增减原因.支出) }}"
SHARE = '支出{{ 支出.合计|万元 }}{{ 占比(支出.基本支出, 支出.合计, "合计") }}'


def against(final: str | None, budget: str | None, reason: str | None = None) -> str:
    entries = {"本年决算.三公经费": final, "本年预算.三公经费": budget, "一般公共预算增减原因.支出": reason}
    return filled(AGAINST, entries=entries)


@pytest.mark.parametrize(
    ("final", "budget", "said"),
    [
        ("1.7", "2.05", "比年初预算少0.35万元，完成年初预算的82.93%"),
        ("3", "2", "比年初预算多1万元，完成年初预算的150%"),
        ("2", "2", "与年初预算持平"),
        ("2.001", "2.004", "与年初预算持平"),
        ("0", "2", "比年初预算少2万元，完成年初预算的0%"),
        ("3", "0", "年初没有安排预算"),
        ("3", None, "（未填）"),
        ("0", "0", "年初没有安排预算，也没有发生支出"),
        (None, "3", "（未填）"),
        ("3", "-2", "年初没有安排预算"),
        ("-1", "2", "比年初预算少3万元"),
    ],
)
def test_what_was_spent_against_the_budget(final: str | None, budget: str | None, said: str) -> None:
    assert against(final, budget) == said


def test_no_100_percent_beside_a_difference() -> None:
    assert against("10000000.01", "10000000") == "比年初预算多0.01万元"


@pytest.mark.parametrize(
    ("typed", "said"), [("厉行节约。", "，主要原因是厉行节约"), ("由于厉行节约", "，主要原因是厉行节约")]
)
def test_a_difference_takes_its_reason(typed: str, said: str) -> None:
    assert against("1", "2", typed).endswith(said)


@pytest.mark.parametrize(("final", "budget"), [("2", "2"), ("3", "0"), ("0", "0")])
def test_without_a_difference_to_a_budget_there_is_no_reason(final: str, budget: str) -> None:
    assert "原因" not in against(final, budget, "厉行节约")


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        ("1", "4", "支出4万元，占合计的25%"),
        ("4", "4", "支出4万元，占合计的100%"),
        ("1", "0", "支出0万元"),
        ("3999999.99", "4000000", "支出4000000万元"),
        ("0.01", "4000000", "支出4000000万元"),
    ],
)
def test_a_share_is_told_only_where_there_is_one(part: str, whole: str, said: str) -> None:
    assert filled(SHARE, entries={"支出.基本支出": part, "支出.合计": whole}) == said


@pytest.mark.parametrize(
    ("typed", "said"), [("2995.39", "2995.39"), ("-1471", "-1471"), ("0", "0"), (None, "—")]
)
def test_tables_group_their_digits(typed: str | None, said: str) -> None:
    assert filled("{{ 支出.合计|千分位 }}", entries={"支出.合计": typed}) == said


def test_what_nobody_has_filled_in_says_none_or_what_is_given_instead() -> None:
    assert filled("{{ 单位.名称|缺省 }}") == "（无）"
    assert filled('{{ 单位.名称|缺省("待定") }}') == "待定"
    assert filled("{{ 单位.名称|缺省 }}", entries={"单位.名称": "甲"}) == "甲"


def test_a_zero_is_something() -> None:
    assert filled("{{ 支出.合计|缺省 }}", entries={"支出.合计": "0"}) == "0"


def test_without_a_text_of_her_own_the_problems_are_the_deductions() -> None:
    said = text(UNIT)
    assert (
        "# 八、存在的问题及原因分析\n“整体支出预算执行率”没有得满分，满分17分，自评16分，"
        "原因是年中追加了部分基本支出预算指标。\n# 九" in said
    )


def test_with_a_text_of_her_own_the_deductions_are_not_repeated_as_problems() -> None:
    assert "没有得满分" not in text(THE_2022_REPORT)


def test_the_base_data_table_prints_its_cells() -> None:
    lines = text(MONEY | {"上年决算.公用经费": "1038.96", "供养人员.控制率": "1"}).splitlines()
    assert "| 公用经费 | 1038.96 | — | — |" in lines
    assert any(line.startswith("| 在职人员 |") and line.endswith("| 100% |") for line in lines)


def test_buildings_are_rows_of_the_base_data_table() -> None:
    house = {"项目名称": "综合楼", "批复规模": "1200", "实际规模": "1198.5", "预算投资": "2650.4"}
    assert "| 综合楼 | 1200 | 1198.5 | — | 2650.40 | — | — |" in text(UNIT | {"楼堂馆所": [house]})
    assert "| 本年没有完工项目 |" not in text(UNIT)  # nobody has said so
    assert "| 本年没有完工项目 |" in text(UNIT | {"没有的业务.楼堂馆所": "无"})


def test_a_fund_without_a_level_of_pooling_still_makes_a_sentence() -> None:
    fund = {name: value for name, value in FUND.items() if name != "统筹层次"}
    assert "\n本级不编制基金收支预算。2022年度工伤保险基金收入" in text(UNIT | {"社保基金": [fund]})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("22.52", "追加22.52万元"),
        ("-3", "追减3万元"),
        ("0", "没有调整"),
        ("-0.001", "没有调整"),
        (None, "（未填）"),
    ],
)
def test_a_change_of_the_budget_has_the_word_for_its_sign(change: str | None, said: str) -> None:
    assert filled("{{ 整体预算.调整数|追加追减 }}", entries={"整体预算.调整数": change}) == said


@pytest.mark.parametrize(("second", "said"), [("2.5", "3.50"), ("0", "1"), (None, "—")])
def test_a_column_is_added_up_where_every_row_has_its_figure(second: str | None, said: str) -> None:
    rows = [{"编码": "201", "金额": "1"}, {"编码": "202", "金额": second}]
    assert filled('{{ 功能分类|求和("金额")|千分位 }}', entries={"功能分类": rows}) == said


@pytest.mark.parametrize(("other", "said"), [("1", "同"), ("2", "异")])
def test_equal_figures_are_not_unequal(other: str, said: str) -> None:
    template = "{% if 支出.合计 != 上年支出.合计 %}异{% else %}同{% endif %}"
    assert filled(template, entries={"支出.合计": "1", "上年支出.合计": other}) == said


@pytest.mark.parametrize(
    ("base", "said"),
    [
        ("2", "比上年末减少1万元，下降50%"),
        ("1", "与上年末持平"),
        ("0", "比上年末增加1万元（上年末无可比基数）"),
    ],
)
def test_what_there_is_on_a_day_is_compared_with_the_same_day(base: str, said: str) -> None:
    tag = '{{ 同比(年末资产.总额, 上年末资产.总额, "", "上年末") }}'
    assert filled(tag, entries={"年末资产.总额": "1", "上年末资产.总额": base}) == said


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ("5", "8", "净值5万元，比上年末减少3万元，下降37.5%；总和5万元"),
        ("0", "8", "净值0万元，比上年末减少8万元，下降100%；总和0万元"),
        (None, "8", "净值（未填）万元，（未填）；总和0万元"),
        ("8", None, "净值8万元，（未填）；总和8万元"),
    ],
)
def test_a_blank_that_need_not_be_filled_in_is_no_zero_where_it_is_told(
    now: str | None, before: str | None, said: str
) -> None:
    told = (
        '净值{{ 年末资产.固定资产|万元 }}，{{ 同比(年末资产.固定资产, 上年末资产.固定资产, "", "上年末") }}'
    )
    total = "；总和{{ 年末资产.固定资产 + 年末资产.在建工程 }}万元"
    entries = {"年末资产.固定资产": now, "上年末资产.固定资产": before}
    assert filled(told + total, entries=entries) == said
