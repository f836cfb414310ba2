"""A reason that says nothing is left, a veto or that there is no such business, beside another score."""

import pytest
from scoring.records import ASSESSMENT, VOCABULARY, record, with_indicator

from jixiao.scoring.doubtful_reasons import doubtful_reasons
from jixiao.scoring.scorecard import score_framework

VETO = "每发现一处问题扣1分，扣完为止；存在截留、挤占、挪用情况的，本项不得分。"
CASES = "接报后未在24小时内修复的，每起扣0.5分，扣完为止。"


def told(reason, standard=VETO, violations="1", **changed):
    """What is told of D2, whose cases are counted."""
    framework = with_indicator("D2", standard=standard, **changed)
    rows = {"D2": {"违规次数": violations, "扣分原因": reason}}
    card = score_framework(record(rows=rows), framework, ASSESSMENT, VOCABULARY, {})
    return [each for each in doubtful_reasons(card, framework, ASSESSMENT) if each.label.startswith("D2 ")]


@pytest.mark.parametrize(
    "reason",
    ["存在挪用专项资金情况，本项得0分", "挪用资金，不得分", "挪用专项资金，属一票否决", "故该指标不得分"],
)
def test_a_reason_that_says_nothing_is_left_beside_points_says_how_to_enter_a_veto(reason):
    (found,) = told(reason)
    assert (found.id, found.severity) == ("SCORE-14", "warning")
    assert f"写了“{reason}”，照填的数得" in found.message
    assert "写“一票否决：事由”" in found.mend


@pytest.mark.parametrize(
    "reason",
    [
        "报销附件不全1处，已整改",
        "没有一票否决的情形，附件不全1处",
        "一票否决：无",
        "一票否决事项未发生，附件不全",
        "未达到一票否决，仅扣分",
        "不适用：没有",
        "一票否决：挪用",
    ],
)
def test_other_reasons_beside_a_standard_with_a_veto_are_left_in_peace(reason):
    assert told(reason) == []


def test_a_point_of_a_list_may_have_nothing():
    framework = with_indicator("A1")
    rows = {"A1": {"要点1": "是", "要点2": "否", "要点3": "是", "扣分原因": "目标没有细化，该项不得分"}}
    card = score_framework(record(rows=rows), framework, ASSESSMENT, VOCABULARY, {})
    assert [each for each in doubtful_reasons(card, framework, ASSESSMENT) if each.label[:2] == "A1"] == []


def test_a_veto_that_no_standard_knows_is_told():
    (found,) = told("一票否决：瞒报", standard=CASES)
    assert (found.id, found.severity) == ("SCORE-15", "warning")
    assert "这一行的评分标准没有一票否决" in found.message
    assert told("一票否决：瞒报", standard="完成率低于70%的不得分。")[0].id == "SCORE-15"
    assert told("一票否决：瞒报", standard="发生安全事故的一票否决。") == []


@pytest.mark.parametrize("reason", ["本单位不涉及政府采购", "没有这项业务", "本单位本年度无政府采购业务，"])
def test_who_has_no_such_business_is_told_what_to_write(reason):
    (found,) = told(reason, not_applicable="rescale")
    assert (found.id, found.severity) == ("SCORE-16", "warning")
    assert "写“不适用：事由”" in found.mend
    assert told(reason) == []  # no rule says what follows


def test_what_is_not_the_business_is_no_such_word():
    assert told("不涉及违纪违法，附件不全1处", not_applicable="rescale") == []
    assert told("无专职业务人员", not_applicable="rescale") == []
    assert told("本单位不涉及政府采购", violations="0", not_applicable="rescale") == []
