"""What paragraphs say of the unit's own score and grade, beside the score table."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from scoring.records import ASSESSMENT, VOCABULARY, framework, record

from jixiao.model.fact import Fact, Kind, Place, Record
from jixiao.scoring.said_totals import said_totals
from jixiao.scoring.scorecard import score_framework

CARD = replace(
    score_framework(record(), framework(), ASSESSMENT, VOCABULARY, {}), total=Decimal("84.38"), grade="良"
)


def told(text: str) -> list[str]:
    fact = Fact("文字材料.正文", "正文", Kind.PARAGRAPH, Place("文字材料", "B7"), text)
    return [each.message for each in said_totals(Record({fact.term: fact}), CARD, 2025)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("2025年，我中心自评得分84.5分，评为优，购买设备3台。", "…我中心自评得分84.5分，评为优"),
        ("经评价，自评总分为90分。", "…自评总分为90分"),
        ("本次自评得分84.38分，自评等级为“优秀”。", "…自评等级为“优秀"),
    ],
)
def test_another_score_or_grade_is_told_with_what_the_table_says(text: str, quoted: str):
    assert told(text) == [f"文字材料!B7 文字写的是“{quoted}”，评分表是84.38分，等级“良”，报告里会前后不一。"]


@pytest.mark.parametrize(
    "text",
    [
        "自评得分84.38分，等级为良好。",
        "自评得分84.4分，评为良。",
        "上年自评得分92分，评为优。",
        "2024年自评得分92分，评为优。",
        "供水项目自评得分95分，评为优。",
        "自评得分90分以上的评为优。",
        "财政复核得分80分，评为中。",
        "被县政府评为优秀单位。",
        "本次自评坚持实事求是。",
    ],
)
def test_the_same_score_and_scores_of_others_are_not(text: str):
    assert told(text) == []


def test_while_an_indicator_is_not_scored_nothing_is_told():
    open_card = replace(CARD, scores=(replace(CARD.scores[0], score=None), *CARD.scores[1:]))
    fact = Fact("文字材料.正文", "正文", Kind.PARAGRAPH, Place("文字材料", "B7"), "自评得分90分。")
    assert not list(said_totals(Record({fact.term: fact}), open_card, 2025))
