"""Sentences between and behind the awards, in explanations and notes, that change a score."""

import pytest
from frameworks.reading import standard

from jixiao.frameworks.standards.rules import read_rule
from jixiao.frameworks.standards.rules_beside import edges_beside, rules_beside

BANDS = "95%（含）以上得5分，90%（含）—95%得3分，90%以下不得分"


@pytest.mark.parametrize(
    "behind",
    [
        "当年有违规支付的降一档",
        "由主管部门逐个单位考核后取平均分",
        "临聘人员另行规定",
        "涉及跨年度事项的从其规定",
    ],
)
def test_a_sentence_that_no_reader_takes_makes_a_rule_unsure(behind):
    assert read_rule(standard(f"{BANDS}；{behind}。")).doubts


@pytest.mark.parametrize(
    "behind",
    ["以部门决算报表数据为准", "预算执行率=支出决算数÷全年预算数", ""],
)
def test_what_says_nothing_of_the_score_does_not(behind):
    assert read_rule(standard(f"{BANDS}。{behind}。")).sure


def test_a_sentence_between_awards_is_told_and_what_introduces_them_is_not():
    assert read_rule(standard("95%以上得5分。遇特殊事项从其规定。95%以下不得分。")).doubts
    assert read_rule(standard("反映部门预算执行进度。95%以上得5分，95%以下不得分。")).sure


def beside(explanation: str = "", notes: str = "", text: str = BANDS) -> list[str]:
    rule = read_rule(standard(text, beside=explanation))
    return list(rules_beside("预算执行率", text, explanation, notes, rule))


def test_a_rule_in_the_explanation_is_told():
    assert beside("执行率低于60%的视为编制不准确，扣1分")
    assert beside("没有此项支出的，得满分") == []
    assert beside("①有制度（2分）；②有执行（3分）", text="①有制度得2分；②有执行得3分") == []
    assert beside("执行率＝支出数÷预算数×100%，目标值为97%") == []
    assert beside(BANDS) == []


def test_a_rule_in_a_note_is_told_of_the_row_that_it_names():
    assert beside(notes="注：1.预算执行率低于60%的，本项不得分。")
    assert beside(notes="注：1.满意度未调查的，扣1分。2.各项指标扣完为止。") == []


def test_a_target_value_that_is_not_printed_is_no_hundred_percent():
    text = "达到目标值得5分；80%以上得3分；80%以下不得分"
    assert read_rule(standard(text, name="知识知晓率")).doubts
    steps = "达到目标值得满分，每低1个百分点扣0.3分"
    assert read_rule(standard(steps, name="信息覆盖率")).doubts
    assert read_rule(standard(steps, name="任务完成率")).sure


def test_ends_of_ranges_that_a_note_turns_are_told():
    rule = read_rule(standard(BANDS))
    assert list(edges_beside(BANDS, "注：“以上”不含本数，“以下”含本数。", rule))
    assert list(edges_beside(BANDS, "注：“以上”含本数，“以下”不含本数。", rule)) == []


def test_a_least_score_and_a_number_of_cases_that_costs_all_contradict_each_other():
    told = "每发现一例扣2分，最多扣4分，发现三例以上的不得分"
    assert read_rule(standard(told, "6", "资金使用合规性")).doubts
    agreed = "每发现一例扣2分，发现三例以上的不得分"
    assert read_rule(standard(agreed, "6", "资金使用合规性")).sure


def test_points_that_a_standard_only_refers_to_are_named_by_the_explanation():
    beside_it = "①依据充分；②目标明确；③可衡量"
    rule = read_rule(standard("满足①得2分，满足②得1分，满足③得2分", "5", "目标合理性", beside_it))
    assert [each["text"] for each in rule.parameters["points"]] == ["依据充分", "目标明确", "可衡量"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("≤100%得5分，每超1%扣1分，涉密部门得满分", "公用经费控制率"),
        ("得分=执行率×5，涉密部门得满分", "预算执行率"),
        ("按规定公开得5分，每少一项内容扣1分，涉密部门得满分", "预算公开"),
        ("≤0得5分，每超过1个百分点扣1分，特殊情况经批准的不扣分", "三公经费变动率"),
        ("每发现一例违规扣1分，及时整改的不扣分", "资金使用合规性"),
        ("行政单位95%以上得5分；事业单位90%以上得5分；否则不得分", "预算执行率"),
    ],
)
def test_who_is_treated_otherwise_is_told(text, name):
    assert read_rule(standard(text, name=name)).doubts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("每发现一例违规扣1分，未发现违规的不扣分", "资金使用合规性"),
        ("控制率≤100%不扣分，每超1%扣1分", "公用经费控制率"),
        ("未超预算的不扣分，每超1%扣1分", "公用经费控制率"),
    ],
)
def test_that_others_lose_nothing_goes_without_saying(text, name):
    assert read_rule(standard(text, name=name)).sure
