"""Explanation and standard in one cell."""

from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.printed.split import split_cell


def split(standard="", explanation="", together=False):
    return split_cell(
        PrintedRow("", "", "控制率", None, standard=standard, explanation=explanation), together
    )


def test_a_cell_that_names_its_parts_is_split_there():
    assert split("实有数与编制数之比。评分标准：≤100%得5分") == ("实有数与编制数之比。", "≤100%得5分")
    assert split("实有数与编制数之比。【评分标准】≤100%得5分") == ("实有数与编制数之比。", "≤100%得5分")
    assert split(explanation="实有数与编制数之比。评分标准：≤100%得5分")[1] == "≤100%得5分"


def test_else_at_the_first_sentence_with_points():
    found = split("控制率=实有数/编制数×100%。≤100%得5分，每超1%扣1分。", together=True)
    assert found == ("控制率=实有数/编制数×100%。", "≤100%得5分，每超1%扣1分。")


def test_a_standard_in_a_column_of_its_own_stays_whole():
    assert split("以100%为标准。≤100%得5分", "实有数/编制数") == ("实有数/编制数", "以100%为标准。≤100%得5分")


def test_a_cell_without_points_is_left_as_it_is():
    assert split("由部门自行设定。", together=True) == ("", "由部门自行设定。")


def test_what_a_part_is_called_is_no_part_of_it():
    assert split("【指标解释】实有数与编制数之比。【评分标准】≤100%得5分")[0] == "实有数与编制数之比。"
    assert split("≤100%得5分", "指标说明：实有数/编制数")[0] == "实有数/编制数"
