"""How scores are rounded, where the notes under a table lay it down."""

import pytest

from jixiao.frameworks.printed.score_rounding import score_rounding


@pytest.mark.parametrize(
    ("notes", "decimals"),
    [
        ("3.各指标得分保留一位小数；扣分的须逐项说明。", 1),
        ("注：得分保留1位小数。", 1),
        ("各项指标评分四舍五入，保留小数点后一位。", 1),
        ("各项指标得分保留小数点后两位", 2),
        ("指标得分按四舍五入取整。", 0),
        ("指标得分保留整数", 0),
        ("得分精确到0.1分。", 1),
        ("得分四舍五入到个位。", 0),
        ("总分保留一位小数。", None),
        ("满意度得分保留一位小数", None),
        ("金额单位为万元，保留一位小数。", None),
        ("完成率保留两位小数。各指标须填得分。", None),
        ("得分不作四舍五入，保留一位小数。", None),
        ("得分保留一位小数。\n各指标评分保留整数。", None),
        ("自评得分的评分标准见附件。", None),
    ],
)
def test_the_decimals_of_each_score(notes, decimals):
    assert score_rounding(notes, scaled=False).decimals == decimals


@pytest.mark.parametrize(
    ("notes", "scaled"),
    [
        ("总分保留一位小数。", True),
        ("总分保留一位小数。", False),
        ("得分只舍不入，保留一位小数。", False),
        ("得分保留一位小数。\n各指标评分保留整数。", False),
        ("各指标得分和总分均保留一位小数。", True),
    ],
)
def test_what_cannot_be_followed_is_told(notes, scaled):
    assert list(score_rounding(notes, scaled=scaled).remarks)


@pytest.mark.parametrize(
    ("notes", "scaled"),
    [
        ("各指标得分保留一位小数。", True),
        ("总分保留两位小数。", True),
        ("各指标得分保留一位小数，总分保留一位小数。", False),
        ("金额保留一位小数，比率取整。", True),
        ("得分＝完成率×分值，扣完为止。", True),
    ],
)
def test_what_is_followed_or_is_no_score_is_not_told(notes, scaled):
    assert not list(score_rounding(notes, scaled=scaled).remarks)
