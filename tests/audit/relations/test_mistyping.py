"""Which figure is the likelier one to have been mistyped, where the relations alone do not tell."""

from __future__ import annotations

from audit.reports import culprits, found


def test_one_digit_of_a_small_count_is_likelier_than_two():
    assert culprits("核定编制77人，其中：行政编制20名，事业编制67名，工勤编制20名。") == ["67名"]


def test_nothing_is_counted_below_zero():
    (finding,) = found("核定编制9人，其中：行政编制11人，事业编制3人，工勤编制5人。")
    assert "-" not in finding.message


def test_a_first_digit_is_not_lost_without_leaving_a_nought():
    (finding,) = found("支出决算为5.5万元，比上年减少0.64万元，下降50.46%。")
    assert "漏打" not in finding.message


def test_a_rate_may_be_the_mistyped_one_as_well_as_its_amounts():
    assert culprits("项目支出369.29万元，比上年增加28.38万元，上升3.33%。") == ["3.33%"]
    assert culprits("项目支出210.69万元，比上年增加2.77万元，增长13.3%。") == ["13.3%"]


def test_a_point_is_not_moved_to_where_nobody_writes_one():
    (finding,) = found("支出决算为3.29万元，比上年减少0.31万元，降低8.35%。")
    assert "0.0031" not in finding.message


def test_a_lost_digit_is_a_slip():
    text = "2023年年初部门预算75.85万元，年中调减35.89万元，全年实际支出699.96万元。"
    assert culprits(text) == ["75.85万元"]
    assert not found(text.replace("75.85", "735.85"))


def test_a_nought_may_have_become_a_figure():
    text = "支出决算中，出国费0.00万元，占{}%；用车0.57万元，占60.64%；接待0.37万元，占39.36%。"
    assert culprits(text.format("4.00")) == ["4.00%"]
    assert not found(text.format("0.00"))


def test_a_score_that_has_lost_its_first_digit():
    lines = (
        "单位整体支出绩效自评得分7分。",
        "其中：投入14分，过程30分，产出28分，效果25分。",
        "满分100分，共扣3分。",
    )
    assert culprits(*lines) == ["7分"]
    assert not found(lines[0].replace("7分", "97分"), *lines[1:])


def test_people_are_whole():
    (finding,) = found("发放满意度调查问卷497份，其中满意492份，满意度为989.9%。")
    assert "497" not in finding.mend
