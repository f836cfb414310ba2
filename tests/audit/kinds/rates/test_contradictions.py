"""Words that a figure beside them contradicts."""

from __future__ import annotations

import pytest
from audit.reports import ids


@pytest.mark.parametrize(
    "text",
    [
        "居民满意度92.3%，低于目标值90%。",
        "完成培训28期，高于年度目标30期。",
        "公务接待费支出0万元，比上年增加。",
        "预算执行率93.35%，超支部分为工程尾款。",
        "预算执行率103.35%，剩余部分结转下年。",
        "预算执行率97.19%，超额完成预算的原因是尾款未付。",
        "预算执行率98.61%，已达到100%的原因是质保金未付。",
        "预算执行率98.41%，高于序时进度要求100%，扣0.4分。",
        "毕业生就业率97.2%，低于年初目标96%。",
        "参保率98.2%，未完成年度目标任务（97%）。",
        "接待费预算3.50万元，实际支出2.36万元，超出预算。",
        "经费支出9.00万元，下降-8.23%。",
        "经费支出9.00万元，同比增长-5%。",
        "“三公”经费预算2.00万元，与上年增加。",
    ],
)
def test_a_word_against_its_figure(text: str):
    assert ids(text) == ["WORDS-FIGURE"]


@pytest.mark.parametrize(
    "text",
    [
        "居民满意度92.3%，高于目标值90%。",
        "公务接待费支出0万元，比上年减少。",
        "公务接待费支出0万元，比上年增加0万元。",
        "预算执行率93.35%，未超支。",
        "接待费预算3.50万元，实际支出3.86万元，超出预算。",
        "预算执行率93.35%，剩余部分结转下年。",
        "增长率为-5%，与上年相比增加的是劳务费。",
    ],
)
def test_silent_where_the_words_fit(text: str):
    assert ids(text) == []


@pytest.mark.parametrize("text", ["高于全年目标80场", "超过年度目标80场6场", "高于80场的目标"])
def test_behind_a_list_its_whole_is_measured(text: str):
    listed = f"举办活动{{}}场，其中讲座24场、展览18场、推广活动{{}}场，{text}。"
    assert ids(listed.format(86, 44)) == []
    assert ids(listed.format(76, 34)) in (["WORDS-FIGURE"], ["WORDS-TARGET"])


def test_of_two_things_side_by_side_only_the_last_is_measured():
    assert ids("甲班培训86人，其中女30人；乙班培训44人，高于年度目标80人。") == ["WORDS-FIGURE"]


def test_within_a_budget():
    text = "接待费预算3.50万元，实际支出{}万元，{}控制在预算以内。"
    assert ids(text.format("3.86", "")) == ["WORDS-FIGURE"]
    assert ids(text.format("3.36", "")) == []
    assert ids(text.format("3.86", "未")) == []
