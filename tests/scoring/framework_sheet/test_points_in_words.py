"""Standards that name other points than the weight."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from scoring.framework_sheets import sheet_of
from scoring.records import framework

from jixiao.model.outcome import Severity
from jixiao.scoring.framework_sheet.points_in_words import points_in_words, said_scores

BUILT = framework()


def told(weight, standard, built=BUILT, **over):
    sheet = sheet_of(built, {"B3": {"max_score": weight, "standard": standard, **over}})
    return points_in_words(sheet, built)


def test_an_award_of_other_points_is_told_at_the_weight():
    (found,) = told("8", "办结率达到90%得10分，每低1个百分点扣1分。")
    assert found.message.endswith("的分值是8分，评分标准里写的是“10分”。")
    assert found.severity is Severity.WARNING
    assert str(found.place) == "指标体系!D11"


@pytest.mark.parametrize(
    "standard",
    [
        "达到90%得8分，否则不得分",
        "①得3分；②得5分",
        "得满分；每有一项得2分",
        "90分以上得8分，80分以上得5分",
        "得分＝完成率×8",
        "1）目标明确；2）指标清晰。符合一项得2分，满分8分。",
        "明确5分，细化2分，量化1分",
        "按规定公开得4分；按时限公开得4分。",
        "好6-8分，较好4-6分，差0-4分，每缺一项扣1分，材料不全扣3分",
    ],
)
def test_points_that_fit_are_not(standard):
    assert not told("8", standard)


@pytest.mark.parametrize("standard", ["优4分、良3分、中2分、差0分", "≥90%得4分；80%以上得3分；否则不得分"])
def test_a_list_of_points_must_reach_the_weight_and_not_pass_it(standard):
    assert told("3", standard)
    assert told("5", standard)
    assert not told("4", standard)


@pytest.mark.parametrize(
    ("standard", "points"),
    [("得分=支付进度率×5分", "5"), ("按（实际数/计划数）×10计分，最多得满分", ""), ("执行率*5。", "5")],
)
def test_a_rate_times_other_points_is_told(standard, points):
    (found,) = told("6", standard.replace("×10计分", "×10"))
    assert found.expected == (points or "10")


@pytest.mark.parametrize(
    "standard",
    [
        "得分=支付进度率×6分",
        "执行率=(支出/预算)×100%，得满分",
        "执行率=支出/预算×100；达到95%得6分",
        "甲率×2分+乙率×4分",
        "每超1个百分点扣，超支率×5分，扣完为止",
        "得分=完成率×分值",
    ],
)
def test_a_rate_times_the_weight_and_what_is_taken_off_are_not(standard):
    assert not told("6", standard)


@pytest.mark.parametrize(
    ("standard", "scores"),
    [
        ("高于平均的得6分；正增长的得3分；负增长的不得分。", "6 3 0"),
        ("按时报送的得6分，否则不得分", "6 0"),
        ("①得2分；②得4分", "6 4 2 0"),
        ("依据充分的得6分", ""),
        ("充分的得6分，较充分的得4分，不足的得0—1分", ""),
        ("充分的得6分；不充分的酌情扣分", ""),
        ("每有一项得2分，满分6分", ""),
        ("得4分；得3分", ""),
        ("（两项任选其一）达到的得6分，否则不得分", ""),
    ],
)
def test_the_scores_that_a_standard_lists_are_known_where_nothing_lies_between(standard, scores):
    assert said_scores(standard, Decimal(6)) == set(map(Decimal, scores.split()))


def test_built_in_rows_that_nobody_changed_are_left_alone():
    assert not points_in_words(sheet_of(BUILT), BUILT)


def test_rows_of_an_own_table_are_told_at_every_run():
    own = replace(BUILT, own=True)
    sheet = sheet_of(own, {"B3": {"max_score": "8", "standard": "得10分"}})
    kept = replace(sheet, rows=tuple(replace(row, changed=False) for row in sheet.rows))
    assert [each.id for each in points_in_words(kept, own)] == ["FRAME-04"]
