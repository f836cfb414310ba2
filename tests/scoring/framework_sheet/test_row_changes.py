"""What is told of a row of 指标体系 that was changed: the column, and what stood and stands there."""

import pytest
from msgspec.structs import replace
from scoring.framework_sheets import sheet_of
from scoring.records import framework

from jixiao.methods.judgements import Manual
from jixiao.scoring.framework_sheet.row_changes import what_changed

BUILT = framework()
FORMER = BUILT.by_id["B3"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"max_score": FORMER.max_score + 1}, "（分值由2改为3）"),
        ({"name": "资金支付进度率"}, "（三级指标由支付进度率改为资金支付进度率）"),
        ({"standard": "另一种说法。"}, "（改了评分标准，评分方法和参数没有改，得分照旧算）"),
        ({"formula": "支付数除以预算数，全部用决算的数计算。"}, "（改了指标解释）"),
        ({"formula": ""}, "（去掉了指标解释）"),
        (
            {"max_score": FORMER.max_score + 1, "level2": "执行"},
            "（二级指标由预算执行改为执行，分值由2改为3）",
        ),
        ({}, ""),
    ],
)
def test_column_and_values_are_told_and_of_long_texts_the_column(changes, said):
    assert what_changed(sheet_of(BUILT), FORMER, replace(FORMER, **changes)) == said


def test_another_method_is_told_in_the_words_of_the_sheet():
    said = what_changed(sheet_of(BUILT), FORMER, replace(FORMER, method=Manual(), measure=""))
    assert said.startswith("（评分方法由")
    assert "改为由人评分" in said
    assert "参数" in said


def test_where_nothing_stood_before_it_is_added():
    bare = replace(FORMER, formula="")
    assert what_changed(sheet_of(BUILT), bare, FORMER) == "（加了指标解释）"
    assert (
        what_changed(sheet_of(BUILT), bare, replace(bare, formula="支付率")) == "（指标解释由空白改为支付率）"
    )
