"""Formulas and names of indicators, and the measure over the workbook's terms that they mean."""

import re

import pytest

from jixiao.frameworks.measures.measures import MeasureReading, read_measure
from jixiao.pack.loading import load_pack
from jixiao.pack.measure_words import load_measure_words

WORDS = load_measure_words(load_pack())
EXECUTION, OPENING = "支出.合计 / 整体预算.全年预算数", "支出.合计 / 整体预算.年初预算数"


def read(name: str, explanation: str = "", standard: str = "", notes: str = "") -> MeasureReading:
    return read_measure(name, explanation, standard, notes, WORDS)


FORMULAS = r"""
在职人员控制率|在职人员控制率=（在职人员数/编制数）×100%。在职人员数以决算口径为准。|实有数.合计 / 编制数.合计
财政供养人员控制率|部门实际财政供养人数与编制人数的比率|实有数.合计 / 编制数.合计
预算执行率|支出决算数/年初批复预算数×100%|支出.合计 / 整体预算.年初预算数
预算执行率|（本年支出÷全年预算）×100%|支出.合计 / 整体预算.全年预算数
预算完成率|年度预算执行数与调整后预算数之比|支出.合计 / 整体预算.全年预算数
预算调整率|预算调整数/年初预算数|ABS(整体预算.调整数) / 整体预算.年初预算数
结转结余率|年末结转结余数÷全年支出决算数×100%|结转结余.年末 / 支出.合计
三公经费变动率|（本年三公经费预算数-上年三公经费预算数）/上年三公经费预算数|
会议费变动率|（本年决算数-上年决算数）/上年决算数|(本年决算.会议费 - 上年决算.会议费) / 上年决算.会议费
公用经费控制率|实际支出公用经费总额/预算安排公用经费总额|基本支出.公用经费 / 基本支出预算.公用经费
一般公共预算执行率|一般公共预算支出数/一般公共预算数|
重点支出安排率|重点项目支出/项目总支出×100%|
三公经费控制|“三公”经费实际支出数与预算数相比|本年决算.三公经费 / 本年预算.三公经费
资金支出率|部门预算实际支出/部门预算调整后总额×100%|支出.合计 / 整体预算.全年预算数
预算执行率|支出决算数/全年预算（年初预算+调整）|支出.合计 / 整体预算.全年预算数
预算准确率|\|年初预算数-决算数\|/年初预算数|ABS(整体预算.年初预算数 - 支出.合计) / 整体预算.年初预算数
预算执行率|（支出决算数-上年结转支出）/年初预算数|
结转结余率|（本年结转+本年结余）/全年预算数|
三公经费控制率|本年三公支出/近三年平均三公支出|
三公经费占比|三公经费支出占支出总额的比例|
结转结余率|年末结转和结余资金占全年预算数（调整后）的比例|结转结余.年末 / 整体预算.全年预算数
结转结余率|年末结转和结余资金与全年预算数的比例|
水利投资完成率|年度投资完成额÷年度投资计划×100%|
高标准农田建成率|实际完成面积÷计划建设面积×100%|
新建楼堂馆所投资概算控制率|实际投资金额÷批准投资概算×100%|SUM(楼堂馆所.实际投资) / SUM(楼堂馆所.预算投资)
面积控制率|办公用房实际建设面积÷批复面积×100%|SUM(楼堂馆所.实际规模) / SUM(楼堂馆所.批复规模)
会议接待控制率|（会议费＋接待费）决算数÷三公预算数|(本年决算.会议费 + 本年决算.公务接待) / 本年预算.三公经费
三公经费变动率|本年度“三公经费”预算数与上年度之比|
会议费变动率|会议费决算数与上年决算数之差/上年决算数|(本年决算.会议费 - 上年决算.会议费) / 上年决算.会议费
节约机关|会议费决算数较上年减少额÷上年会议费决算数|(上年决算.会议费 - 本年决算.会议费) / 上年决算.会议费
"""


@pytest.mark.parametrize("line", FORMULAS.strip().splitlines())
def test_the_formula_of_the_table_is_taken(line):
    name, formula, measure = re.split(r"(?<!\\)\|", line)
    assert read(name, formula.replace("\\", "")) == MeasureReading(measure)


def test_what_a_year_carries_in_is_its_opening_balance_and_a_change_is_from_last_years():
    there = "上年结转结余＋年初预算＋追加预算"
    budget = "结转结余.年初 + 整体预算.年初预算数 + 整体预算.调整数"
    found = read("预算完成率", f"（{there}－年末结转结余）÷（{there}）×100%")
    assert found == MeasureReading(f"({budget} - 结转结余.年末) / ({budget})")
    change = read("结转结余变动率", "（本年结转结余－上年结转结余）÷上年结转结余")
    assert change == MeasureReading("(结转结余.年末 - 上年结转结余.年末) / 上年结转结余.年末")


@pytest.mark.parametrize("formula", ["（本年-上年）/上年", "[（本年接待费-上年接待费）/上年接待费]×100%"])
def test_a_change_of_an_item_that_does_not_say_whether_of_budgets_is_offered(formula):
    found = read("公务接待费变动率", formula)
    assert found.relation == "(本年决算.公务接待 - 上年决算.公务接待) / 上年决算.公务接待"
    assert found.doubt == "没有说清按预算数还是决算数比"


def test_the_notes_may_say_that_spending_is_meant_of_this_change_only():
    notes = "注：1.执行率按全年预算。⏎2.“三公经费”变动率按部门决算数计算。".replace("⏎", "\n")
    assert not read("“三公经费”变动率", "（本年－上年）/上年×100%", notes=notes).doubt
    assert read("会议费变动率", "（本年－上年）/上年×100%", notes=notes).doubt


def test_an_adjustment_may_leave_out_what_politics_ask_for():
    found = read("预算调整率", "年中调整数（不含政策性调整）占年初预算数的比率")
    assert found.relation == "ABS(整体预算.调整数 - 整体预算.政策性调整数) / 整体预算.年初预算数"


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("“三公”经费支出控制率", "本年决算.三公经费 / 本年预算.三公经费"),
        ("部门整体预算控制率", "整体预算.调整数 / 整体预算.年初预算数"),
        ("政府采购执行率", "本年决算.政府采购金额 / 本年预算.政府采购金额"),
        ("固定资产利用率", ""),
        ("编外人员控制率", ""),
        ("会议费、培训费控制率", ""),
    ],
)
def test_a_name_without_a_formula_is_known_or_left_open(name, measure):
    assert read(name) == MeasureReading(measure)


def test_a_name_that_is_only_like_a_known_one_is_offered_and_not_sure():
    found = read("项目人员费用外的人员控制率")
    assert found.relation == "实有数.合计 / 编制数.合计"
    assert found.doubt


def test_the_opening_budget_and_the_adjusted_one_are_not_added_up():
    found = read("结转结余率", "年末结转结余÷（年初预算+调整预算）×100%")
    assert found.relation == "结转结余.年末 / (整体预算.年初预算数 + 整体预算.调整数)"
    assert found.doubt


def test_a_formula_in_brackets_within_the_standard_is_taken():
    standard = "100%得15分，每低一个百分点扣0.5分（预算执行率＝支出决算数÷全年预算数）"
    assert read("预算执行率", standard=standard) == MeasureReading(EXECUTION)


def test_a_formula_ends_where_the_awards_begin():
    found = read("结余率", standard="结余率=年末结余/全年预算，结余率5%以内得10分，5%-10%得5分")
    assert found == MeasureReading("结转结余.年末 / 整体预算.全年预算数")


def test_an_item_that_is_kept_within_its_budget_is_offered():
    found = read("三公经费支出", standard="控制在年初预算之内得10分；每超支1%扣1分")
    assert found.relation == "本年决算.三公经费 / 本年预算.三公经费"
    assert found.doubt


def test_a_standard_that_counts_things_is_no_rate_of_an_expense():
    assert read("公务用车控制率", standard="公务用车实有数不超过编制数得5分") == MeasureReading()


def test_the_base_of_a_rate_must_be_said():
    assert read("预算执行率").doubt == "没有说清以年初预算还是全年预算为准"
    assert read("预算执行率", notes="注：预算数以全年预算数（调整后）为准。") == MeasureReading(EXECUTION)
    assert read("预算执行率", notes="注：执行率以年初预算数为分母。") == MeasureReading(OPENING)


def test_a_budget_that_is_not_named_is_not_sure():
    assert "预算数" in read("预算完成率", "预算完成数/预算数×100%").doubt


def test_of_a_change_it_must_be_said_which_figures_are_compared():
    spent = "(本年决算.三公经费 - 上年决算.三公经费) / 上年决算.三公经费"
    assert read("三公经费变动率").doubt == "没有说清按预算数还是决算数比"
    assert read("三公经费变动率", notes="注：变动率按决算数计算。") == MeasureReading(spent)
    assert read("三公经费变动率", notes="注：变动率按预算数计算。") == MeasureReading()


def test_a_ratio_under_the_name_of_a_change_is_doubted():
    assert read("三公经费变动率", "本年三公经费决算数与上年三公经费决算数的比率").doubt


def test_the_formula_may_stand_in_the_standard():
    standard = "预算执行率=全年执行数/全年预算数。≥95%得满分，否则不得分。"
    assert read("预算执行率", standard=standard) == MeasureReading(EXECUTION)


def test_a_budget_of_expenditure_is_no_expenditure_and_an_adjustment_no_divisor():
    assert "支出预算数" in read("结转结余率", "结转结余总额/部门支出预算数").doubt
    assert "调整" in read("预算执行率", "支出决算数/预算调整数").doubt


POLICY = "ABS(整体预算.调整数 - 整体预算.政策性调整数) / 整体预算.年初预算数"


@pytest.mark.parametrize(
    "formula",
    [
        "预算调整数÷年初预算数×100%，剔除政策性调整。",
        "年中调整预算数÷年初预算数×100%（不含政策性调整）",
        "（预算调整数/预算数）×100%。预算调整数：追加、追减的资金总和（因落实国家政策而产生的调整除外）。",
    ],
)
def test_what_is_said_behind_a_formula_is_no_factor_and_not_ignored(formula):
    assert read("预算调整率", formula) == MeasureReading(POLICY)


def test_the_adjusted_budget_is_no_adjustment():
    found = read("预算调整率", "调整预算数/年初预算数")
    assert found.relation == "ABS(整体预算.调整数) / 整体预算.年初预算数"
    assert found.doubt


def test_the_equation_goes_before_the_sentence_that_describes_it():
    told = "本年结转结余与上年结转结余的变动比率。变动率=（本年结转结余-上年结转结余）/上年结转结余。"
    change = "(结转结余.年末 - 上年结转结余.年末) / 上年结转结余.年末"
    assert read("结转结余变动率", told) == MeasureReading(change)


def test_a_definition_tells_which_budget_is_meant():
    told = "预算完成率=预算完成数/预算数×100%。预算数：财政部门批复的部门预算数。"
    assert read("预算完成率", told) == MeasureReading(OPENING)


@pytest.mark.parametrize(
    ("defined", "measure"),
    [
        ("财政批复的全年预算（调整后）数", EXECUTION),
        ("经批复的调整后预算", EXECUTION),
        ("财政批复的年初预算数", OPENING),
    ],
)
def test_which_budget_was_approved_is_said_behind_that(defined, measure):
    told = f"预算完成率＝预算完成数÷预算数×100%。预算完成数：本年度实际支出数；预算数：{defined}。"
    assert read("预算完成率", told) == MeasureReading(measure)
    assert read("预算完成率", f"预算完成率＝预算完成数÷预算数。以{defined}为基数。") == MeasureReading(
        measure
    )


def test_an_approved_budget_that_may_be_either_stays_unsure():
    told = "预算完成率＝预算完成数÷预算数×100%。预算数：财政批复的年初预算数或全年预算数。"
    assert read("预算完成率", told).doubt


def test_a_figure_per_head_is_no_figure_of_the_whole():
    assert (
        read("人均公用经费变动率", "（本年人均公用经费-上年人均公用经费）/上年人均公用经费")
        == MeasureReading()
    )


def test_a_figure_of_last_year_is_not_this_years():
    growth = "（本年末在职人数-上年末在职人数）/上年末在职人数"
    assert read("在职人员增长率", growth) == MeasureReading()


@pytest.mark.parametrize(
    ("standard", "measure"),
    [
        ("财政供养人员数÷编制数≤1，计10分；＞1，计0分", "实有数.合计 / 编制数.合计"),
        ("公务接待费控制率（决算数/预算数）≤90%计10分，否则不计分", "本年决算.公务接待 / 本年预算.公务接待"),
        ("年中追加预算占年初预算比例：≤5%得10分；否则不得分", "整体预算.调整数 / 整体预算.年初预算数"),
    ],
)
def test_a_standard_that_begins_with_the_formula_gives_it(standard, measure):
    assert read("公务接待费" if "接待" in standard else "控制情况", "", standard) == MeasureReading(measure)


def test_a_budget_that_takes_in_what_was_added_is_that_of_the_whole_year():
    told = "预算完成率=预算完成数/预算数×100%。预算数：财政部门批复的部门预算数（含追加）。"
    assert read("预算完成率", told) == MeasureReading(EXECUTION)


def test_what_a_bracket_takes_off_is_told():
    found = read("预算控制率", "本年追加预算/年初预算（不含上级专项）")
    assert found.doubt == "公式里的“不含上级专项”没有算进去"


def test_a_difference_without_its_brackets_is_not_sure():
    found = read("会议费变动率", "本年决算数-上年决算数/上年决算数×100%")
    assert found == MeasureReading(
        "(本年决算.会议费 - 上年决算.会议费) / 上年决算.会议费",
        "公式里的增减没有写括号，按先增减、后相除理解",
    )


@pytest.mark.parametrize(
    ("notes", "measure"),
    [
        ("注：1.本表所称预算执行率，为部门全年支出决算数与年初批复预算数之比。", OPENING),
        ("“预算执行率”＝部门支出决算数÷全年预算数（调整后预算数）×100%。", EXECUTION),
    ],
)
def test_the_notes_may_say_what_an_indicator_is(notes, measure):
    assert read("预算执行率", notes=notes) == MeasureReading(measure)


def test_notes_about_another_indicator_say_nothing_of_this_one():
    assert read("预算执行率", notes="项目预算执行率＝项目支出÷项目预算×100%。").doubt


@pytest.mark.parametrize("text", ["政策性调整不计入预算调整数。", "落实国家政策产生的调整不纳入计算。"])
def test_what_policy_asks_for_may_be_left_out_in_a_sentence_of_its_own(text):
    found = read("预算调整率", f"预算调整率＝（预算调整数的绝对值÷年初预算数）×100%，{text}")
    assert found == MeasureReading("ABS(整体预算.调整数 - 整体预算.政策性调整数) / 整体预算.年初预算数")


def test_the_whole_budget_is_not_adjusted_in_the_rate_of_an_item():
    assert read("培训费控制率", "培训费决算数÷（培训费预算数－上级追减数）") == MeasureReading()
