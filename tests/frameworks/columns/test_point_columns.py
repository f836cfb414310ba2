"""四级指标 as indicators, and as points of the 三级指标."""

import pytest
from frameworks.invented import make_xlsx

from jixiao.documents.reading import read_document
from jixiao.frameworks.columns.score_table import headers_in

HEADER = "一级指标|二级指标|三级指标|四级指标|评分标准|分值"


def levels_in(layout, tmp_path):
    table = next(read_document(make_xlsx(layout, tmp_path / "表.xlsx")).tables)
    (found,) = headers_in(table)
    return found.levels, found.no_level


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("甲|乙|丙（6）|要求一|好得3分|3\n^|^|^|要求二|好得3分|3", ""),
        ("甲|乙|丙|要求一|好得3分|6\n^|^|丁|要求二|好得3分|^", ""),
        (
            "甲|乙|丙|满意度|好得6分|6\n^|^|^|投诉率|低得6分|^\n^|^|丁|速度|好得3分|3\n^|^|^|质量|好得3分|3",
            "不都有各自的分值",
        ),
        ("甲|乙|丙|要求一|一项不符扣2分|6\n^|^|^|要求二|^|^", "不都有各自的分值"),
        ("甲|乙|丙|要求一|一项不符扣2分|6\n^|^|^|要求二||", "不都有各自的分值"),
        ("甲|乙|丙（6）|支出数/预算数，≥80%|达到要求得满分|6", "写的是公式和要求"),
        ("甲|乙|丙|支出数/预算数，≥80%|达到要求得满分|6", ""),
    ],
)
def test_the_deepest_level_with_weights_of_its_own_has_the_indicators(rows, told, tmp_path):
    levels, no_level = levels_in(f"{HEADER}\n{rows}", tmp_path)
    assert (levels, no_level) == ((1, 2, 3) if told else (1, 2, 3, 4), told)


def test_a_header_that_says_points_is_believed(tmp_path):
    header = HEADER.replace("四级指标", "四级指标（评价要点）")
    assert levels_in(f"{header}\n甲|乙|丙|要求一|好得3分|3", tmp_path) == ((1, 2, 3), "")


def test_weights_between_the_levels_are_those_of_the_third(tmp_path):
    header = "一级指标|二级指标|三级指标|分值|四级指标|评分标准"
    read = levels_in(f"{header}\n甲|乙|丙|6|要求一|好得6分", tmp_path)
    assert read == ((1, 2, 3), "没有各自的分值")
    apart = levels_in(f"{header}\n甲|乙|丙|3|要求一|好得3分\n^|^|^|3|要求二|好得3分", tmp_path)
    assert apart == ((1, 2, 3, 5), "")
