"""Columns of a score table by the words over them."""

import pytest
from frameworks.invented import make_xlsx

from jixiao.documents.reading import read_document
from jixiao.frameworks.columns.header_rows import header_rows
from jixiao.frameworks.columns.header_words import role_of
from jixiao.frameworks.columns.score_table import headers_in

ROWS = "甲|乙|丙|5|好得5分，差得0分|"


def columns(header, tmp_path, rows=ROWS):
    made = make_xlsx(f"{header}\n{rows}", tmp_path / "表.xlsx")
    return list(headers_in(next(read_document(made).tables)))


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("分值（分）", "weight"),
        ("评分标准及分值", "standard"),
        ("三级指标解释", "explanation"),
        ("一级指标及分值", "level"),
        ("自评得分", "score"),
        ("年度指标值（A）", "target"),
        ("扣分原因", "reason"),
        ("填报单位：某某局", ""),
    ],
)
def test_the_longest_word_tells_the_role(word, role):
    assert role_of(word) == role or (role == "" and role_of(word) in ("", "unit"))


def test_each_weight_belongs_to_the_level_on_its_left(tmp_path):
    (found,) = columns(
        "一级指标|分值|二级指标|分值|三级指标|分值|评价标准", tmp_path, "甲|5|乙|5|丙|5|好得5分"
    )
    assert found.levels == (1, 3, 5)
    assert found.weights == {1: 2, 3: 4, 5: 6}


def test_levels_follow_their_rank(tmp_path):
    (found,) = columns("三级指标|分值|评分标准|一级指标|二级指标", tmp_path, "丙|5|好得5分|甲|乙")
    assert found.levels == (4, 5, 1)


def test_a_label_in_front_of_ranked_levels_is_none(tmp_path):
    (found,) = columns("绩效指标|一级指标|二级指标|三级指标|指标值|分值", tmp_path, "|甲|乙|丙|≥5|5")
    assert found.levels == (2, 3, 4)


def test_a_repeated_header_begins_anew(tmp_path):
    header = "一级指标|二级指标|三级指标|分值|评分标准|得分"
    assert len(columns(f"{header}\n{ROWS}\n{header}", tmp_path)) == 2


def test_a_table_of_figures_has_none(tmp_path):
    assert columns("科目编码|科目名称|预算数|决算数", tmp_path, "201|一般公共服务支出|5|5") == []


def test_a_row_that_sounds_like_a_header_is_none_if_it_has_a_figure_or_a_sentence(tmp_path):
    header = "一级指标|二级指标|三级指标|分值|指标解释|评分标准"
    figure = "投入|目标设定|绩效指标明确性|4分|绩效指标是否明确|每缺一项扣1分"
    rows = f"{figure}\n投入|目标|绩效指标||指标明确。|评分标准。"
    assert [each.first_row for each in columns(header, tmp_path, rows)] == [1]


def test_a_header_of_two_lines_may_divide_a_column_by_any_words(tmp_path):
    header = (
        "一级指标|<|二级指标|<|三级指标|<|评分标准|评分|<\n名称|分值|名称|分值|名称|分值|^|单位自评|财政复核"
    )
    (found,) = columns(header, tmp_path, "甲|100|乙|100|丙|100|好得100分||")
    assert (found.levels, found.weights, found.last_row) == ((1, 3, 5), {1: 2, 3: 4, 5: 6}, 2)


def test_weights_behind_all_levels_follow_their_rank(tmp_path):
    header = "一级指标|二级指标|三级指标|三级权重|二级权重|一级权重|评分标准"
    (found,) = columns(header, tmp_path, "甲|乙|丙|5|20|40|好得5分")
    assert found.weights == {1: 6, 2: 5, 3: 4}


def test_a_column_that_gives_points_is_one_of_standards_whatever_its_header(tmp_path):
    header = "一级指标|二级指标|三级指标|评价内容|得分"
    given = "制度健全、执行有效、记录完整、手续齐备的得5分，否则不得分"
    asked = "制度是否健全、执行是否有效、记录是否完整，有没有按规定办理审批手续"
    assert columns(header, tmp_path, "\n".join(["甲|乙|丙（5分）|" + given + "|"] * 3))
    assert not columns(header, tmp_path, "\n".join(["甲|乙|丙（5分）|" + asked + "|"] * 3))


def test_behind_the_weight_an_unranked_level_only_tells_of_the_indicator(tmp_path):
    header = "评价项目|评价内容|评价指标|权重|考核内容|评价细则"
    (found,) = columns(header, tmp_path, "甲|乙|丙|5|制度|好得5分")
    assert (found.levels, found.roles["explanation"]) == ((1, 2, 3), (5,))


def test_a_column_without_a_known_header_is_of_standards_if_it_gives_points(tmp_path):
    header = "一级指标|二级指标|三级指标|分值|怎样打分|得分"
    (found,) = columns(header, tmp_path, "\n".join(["甲|乙|丙|5|制度健全得5分，否则不得分|"] * 3))
    assert found.roles["standard"] == (5,)


def test_a_blank_row_beside_levels_from_above_begins_no_table(tmp_path):
    header = "年度绩效指标|一级指标|二级指标|三级指标|指标值|计量单位|分值|得分"
    rows = [
        "^|产出指标（40分）|数量指标|甲|36|处|8|",
        "^|^|^|||||",
        "^|^|质量指标|乙|95|%|5|",
        "^|^|时效指标|丙|98|%|4|",
        "^|效益指标（20分）|社会效益指标|丁|5|人|6|",
        "一、预算执行率得分＝预算执行率×10，最高得10分。",
        "二、达到指标值的得满分，未达到的不得分。",
        "三、定性指标按完成情况得分，达成预期的得满分。",
    ]
    made = make_xlsx("\n".join([header, *rows]), tmp_path / "表.xlsx")
    table = next(read_document(made).tables)
    assert header_rows(table, 1, range(1, 9)) == range(1, 2)
    assert header_rows(table, 3, range(1, 9)) is None
