"""Targets with a sign, scored by what the notes under the form say."""

from decimal import Decimal

import pytest

from jixiao.frameworks.standards.signed_target import (
    FormRules,
    SignedTarget,
    form_rules,
    read_signed,
    read_target,
)

NOTES = (
    "1.定量指标：未完成的，“≥”类按实际完成值÷指标值×分值计分，“≤”类按指标值÷实际完成值×分值计分；"
    "指标值为0的，发生即不得分。\n2.定性指标：分达成、部分达成、未达成三档，分别在分值的80%—100%、60%—80%、0—60%之间计分。"
)


@pytest.mark.parametrize(
    ("text", "sign", "unit", "target"),
    [
        ("≥1.5万件", "", "", SignedTarget("≥", Decimal(15000))),
        ("≥12场", "", "", SignedTarget("≥", Decimal(12))),
        ("98", "≥", "%", SignedTarget("≥", Decimal("0.98"), True)),
        ("≤150万元", "", "", SignedTarget("≤", Decimal(1500000))),
        ("0.2", "≤", "万元", SignedTarget("≤", Decimal(2000))),
        ("1.2", "≥", "万人", SignedTarget("≥", Decimal(12000))),
        ("＝0次", "", "", SignedTarget("=", Decimal(0))),
        ("不低于95%", "", "", SignedTarget("≥", Decimal("0.95"), True)),
        ("健全", "定性", "", None),
    ],
)
def test_a_target_is_a_sign_and_a_figure(text, sign, unit, target):
    assert read_target(text, sign, unit) == target


def test_the_notes_say_how_a_target_is_missed():
    rules = form_rules(NOTES)
    assert (rules.direct, rules.reverse, rules.zero) == (True, "ratio", True)
    assert read_signed("≤800元", "", "", rules).parameters["reverse"] == "ratio"
    assert read_signed("健全", "", "", rules).type == "graded_range"
    assert form_rules("“≤”指标每超指标值10%扣分值的10%，超过一倍的不得分").reverse == "linear"
    each_year = "“≤”类指标，每超过年度指标值1%，扣该项分值的1%，超过年度指标值一倍及以上的，不得分。"
    assert form_rules(each_year).reverse == "linear"
    told = "“≤”类指标得分＝[1－（全年实际完成值－指标值）÷指标值]×分值，扣完为止"
    assert form_rules(told).reverse == "linear"


@pytest.mark.parametrize("more", ["", "，超过指标值一倍的不得分"])
def test_a_deduction_of_another_size_is_not_in_proportion(more):
    rules = form_rules(f"“≤”类指标每超过指标值1%，扣该项分值的2%{more}。")
    assert rules.reverse == ""
    assert read_signed("≤800元", "", "", rules).doubts


def test_without_notes_nothing_is_sure():
    assert read_signed("≥95%", "", "", FormRules()).doubts
    assert read_signed("健全", "", "", FormRules()).type == ""


def test_dates_and_figures_without_a_sign_are_not_guessed():
    rules = form_rules(NOTES)
    assert read_signed("2025年12月底前", "", "", rules).type == ""
    assert read_signed("95%", "", "", rules).doubts


def test_a_date_is_no_figure():
    assert not read_signed("12月底前", "定性", "", form_rules(NOTES)).type
    assert not read_signed("12月底前", "", "", form_rules(NOTES)).type


THRESHOLDS = (
    "注：“≥”类指标得分=实际完成值/指标值×分值，完成率低于60%的不得分。"
    "“≤”类指标得分=指标值/实际完成值×分值。满意度指标低于80%的不得分。"
)


def told(target: str, name: str) -> list[str]:
    return list(read_signed(target, "", "", form_rules(THRESHOLDS), name).doubts)


def test_a_threshold_in_the_notes_is_told_of_the_rows_that_it_is_about():
    assert len(told("≥500人", "培训人数")) == 1
    assert len(told("≥90%", "学员满意度")) == 2
    assert told("≤800元", "人均成本") == []


def test_what_more_than_the_target_costs_is_told_unless_it_is_the_rule_of_the_row():
    over = "指标得分=实际值/指标值×分值。实际完成值超过指标值150%的，扣减该指标20%分值。"
    assert read_signed("≥500人", "", "", form_rules(over), "培训人数").doubts
    linear = "“≤”指标每超指标值10%扣分值的10%，超过一倍的不得分"
    assert read_signed("≤800元", "", "", form_rules(linear), "人均成本").sure
