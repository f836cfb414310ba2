"""Changes: amount, rate, current and earlier figure, and the words of direction."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "机关运行经费支出204.00万元，比2022年度增加4.00万元，增长{}%。",
        "机关运行经费支出204.00万元，较上年增加4.00万元，上升{}%。",
        "机关运行经费支出204.00万元，与上年相比增加4.00万元，增幅为{}%。",
        "机关运行经费支出204.00万元，同比增加4.00万元（增长{}%）。",
        "2023年收入总计204.00万元。与2022年度相比，收入总计增加4.00万元，增长{}%。",
        "2022年执行数为200.00万元，2023年安排204.00万元，比2022年执行数增加{}%。",
        "上年决算数200.00万元，本年决算数204.00万元，增长{}%。",
    ],
)
def test_a_rate_that_does_not_follow(text: str):
    assert ids(text.format("2.00")) == []
    assert said(text.format("3.00")) == [("CHANGE-RATE", "3.00%", "2.00%")]


def test_a_rate_may_be_cut_as_well_as_rounded():
    assert ids("经费支出185.41万元，比上年增加4.68万元，增长2.58%。") == []


def test_an_amount_that_is_not_the_difference():
    text = "2022年决算数为200.00万元，2023年决算数为204.00万元，比上年增加{}万元。"
    assert ids(text.format("4.00")) == []
    assert said(text.format("14.00")) == [("CHANGE-AMOUNT", "14.00万元", "4.00万元")]


def test_two_directions():
    assert said("经费支出204.00万元，比上年减少4.00万元，增长1.92%。") == [
        ("CHANGE-DIRECTIONS", "增长", "下降")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "经费支出5.00万元，比上年增加5.00万元，增长100.00%。",  # nothing to compare with
        "甲项支出50.00万元；乙项支出比上年增加4.00万元，增长30.00%。",
        "经费支出204.00万元，其中：差旅费比上年增加4.00万元，增长40.00%。",
        "主要是增加人员经费4.00万元，增长7.00%。",
    ],
)
def test_silent_where_it_is_not_sure_what_has_changed(text: str):
    assert ids(text) == []


def test_expenditure_is_neither_of_its_parts():
    before = "2023年基本支出60.00万元，项目支出30.00万元。"
    assert ids(before + "与2022年相比，支出减少10.00万元，下降10.00%。") == []


def test_behind_a_list_it_is_the_whole_that_has_changed():
    text = "办理案件1286件，其中民事842件、刑事416件、行政28件，较上年1140件增长{}%。"
    assert ids(text.format("12.81")) == []
    assert said(text.format("18.21")) == [("CHANGE-RATE", "18.21%", "12.81%")]


def test_what_the_paragraph_begins_with():
    parts = "2023年支出预算1000.00万元，其中，教育支出800.00万元，其他支出200.00万元。"
    text = parts + "支出较去年增加60.00万元，增长{}%。"
    assert ids(text.format("6.38")) == []
    assert said(text.format("6.83")) == [("CHANGE-RATE", "6.83%", "6.38%")]


def test_a_minus_behind_a_word_of_decline_is_told_as_such():
    assert ids("经费支出9.00万元，比上年减少0.81万元，下降-8.26%。") == ["WORDS-FIGURE"]


def test_an_earlier_figure_of_another_thing():
    lines = "线路由46条增加到53条，新增7条；客运量862.4万人次，同比增长7.60%（2022年801.5万人次）。"
    assert ids(lines) == []


def test_the_name_before_the_comparison():
    before = "本年支出合计500.00万元，其中基本支出200.00万元，项目支出300.00万元。"
    assert ids(before, "基本支出较上年增加10.00万元，增长5.26%。") == []
    assert ids(before, "基本支出较上年增加10.00万元，增长5.62%。") == ["CHANGE-RATE"]


def test_a_figure_in_a_bracket_has_not_changed():
    assert ids("上线2386人，上线率69.93%（参考3412人），比上年增加148人，增长6.61%。") == []


def test_a_part_among_others_has_changed_by_itself():
    first = "运行费60.60万元，比上年减少{}万元，下降22.90%"
    text = f"支出63.70万元。其中：{first}；接待费3.10万元，比上年减少0.40万元，下降11.43%。"
    assert ids(text.format("18.00")) == []
    assert [one[:2] for one in said(text.format("8.00"))] == [("CHANGE-RATE", "22.90%")]


@pytest.mark.parametrize("total", ["收、支总计各", "收入、支出总计各", "收、支总计均"])
def test_both_totals_have_changed(total: str):
    text = f"收入、支出决算总计360.07万元。与上年相比，{total}减少12.98万元，减少{{}}%。"
    assert ids(text.format("3.48")) == []
    assert ids(text.format("34.80")) == ["CHANGE-RATE"]


def test_numbers_of_loans_are_counted():
    text = "发放贷款6215笔28.64亿元，笔数比上年7108笔{}893笔，下降12.56%。"
    assert ids(text.format("减少")) == []
    assert said(text.format("增加")) == [("CHANGE-DIRECTIONS", "增加", "减少")]


def test_a_change_in_a_bracket_is_one_of_the_figure_before_it():
    text = (
        "其中运行维护费17.52万元（较上年减少1.12万元，下降6.01%）、公务接待费2.35万元"
        "（较上年减少{}万元，下降36.66%）。"
    )
    assert ids(text.format("1.36")) == []
    assert ids(text.format("1.76")) == ["CHANGE-RATE"]


def test_an_amount_that_is_right_and_its_word_is_not():
    text = "机关运行经费支出104.28万元，比上年决算数108.52万元{}4.24万元，变动3.91%。"
    assert ids(text.format("减少")) == []
    assert ids(text.format("增加")) == ["CHANGE-DIRECTION"]


def test_a_paragraph_below_a_whole_and_its_list_is_about_the_whole():
    lines = (
        "全年实际支出609.54万元。其中：基本支出431.20万元，项目支出178.34万元。",
        "较2022年度减少22.62万元，下降{}%。",
    )
    assert ids(lines[0], lines[1].format("3.58")) == []
    assert said(lines[0], lines[1].format("3.85")) == [("CHANGE-RATE", "3.85%", "3.58%")]


def test_more_was_spent():
    text = "机关运行经费支出140.20万元，较2022年多支出12.20万元，上升{}%。"
    assert ids(text.format("9.53")) == []
    assert ids(text.format("5.93")) == ["CHANGE-RATE"]


@pytest.mark.parametrize("more", ["多印", "多发", "多培训", "多发放"])
def test_more_of_what_is_done(more: str):
    text = f"发放宣传资料2.6万份，比上年{more}0.4万份，增长{{}}%。"
    assert ids(text.format("18.18")) == []
    assert said(text.format("28.18")) == [("CHANGE-RATE", "28.18%", "18.18%")]


def test_less_of_what_is_done():
    text = "举办培训班36期，比上年少办4期，{}10.00%。"
    assert ids(text.format("下降")) == []
    assert said(text.format("增长")) == [("CHANGE-DIRECTIONS", "增长", "下降")]


def test_often_is_no_change():
    assert ids("上年多次培训4期，今年举办36期，增长10.00%。") == []


@pytest.mark.parametrize("inside", ["退休3人，招录1人", "退休3人，新招录1人", "退休3人"])
def test_a_bracket_that_says_what_has_moved_is_no_earlier_figure(inside: str):
    assert ids(f"实有91人，较上年减少2人（{inside}）。") == []
    assert said("实有91人，较上年减少2人（上年96人）。") == [("CHANGE-AMOUNT", "2人", "5人")]


def test_a_grand_total_is_not_what_the_year_has_spent():
    text = "2023年度支出总计2,486.35万元。{}支出增加84.49万元，增长3.64%。"
    assert ids(text.format("与上年相比，本年")) == []
    assert ids(text.format("与上年相比，")) == ["CHANGE-RATE"]
    assert ids("2023年度支出总计2,486.35万元，本年支出增加84.49万元，增长3.64%。") == []


def test_a_mean_against_that_of_last_year():
    text = "共有脱贫户426户1368人，2023年人均纯收入14862元，较上年13756元增长{}%。"
    assert ids(text.format("8.04")) == []
    assert ids(text.format("8.40")) == ["CHANGE-RATE"]


def test_a_mean_that_has_grown():
    text = "农村居民人均可支配收入21486元，比上年增加1368元，增长{}%。"
    assert ids(text.format("6.80")) == []
    assert ids(text.format("8.60")) == ["CHANGE-RATE"]


def test_the_whole_said_again_behind_its_parts():
    text = "总收入1802.00万元，其中拨款收入1342.18万元（占74.48%）、事业收入459.82万元（占25.52%）；"
    text += "总收入1802.00万元较2022年增加105.70万元，增长{}%。"
    assert ids(text.format("6.23")) == []
    assert said(text.format("6.71")) == [("CHANGE-RATE", "6.71%", "6.23%")]


def test_a_change_behind_a_list_that_goes_the_other_way():
    text = "服务老人8126名，其中重度失能1057人、中度失能2318人、其他4751人，较评价期初的7215人{}911人。"
    assert ids(text.format("增加")) == []
    assert said(text.format("减少")) == [("CHANGE-DIRECTION", "减少", "增加")]


def test_over_what_it_has_become():
    text = "“三公”经费预算数38.20万元，其中：公务接待费5.40万元，公务用车购置及运行维护费32.80万元，"
    text += "比2022年预算数减少3.30万元，下降{}%。"
    assert ids(text.format("7.95")) == []
    assert said(text.format("8.64")) == [("CHANGE-RATE", "8.64%", "7.95%")]
    assert ids(text.format("9.14")) == []  # of the last one
