"""Columns of a score table by the words over them."""

import pytest
from frameworks.invented import make_xlsx

from jixiao.documents.reading import read_document
from jixiao.frameworks.header_words import role_of
from jixiao.frameworks.score_table import headers_in

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
