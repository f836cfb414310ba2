"""A small table inside the cell of a standard."""

import pytest

from jixiao.frameworks.standards.table_in_cell import with_rows_of_table

ROWS = "90%及以上，得10分；\n90%以下，得0分；"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("对应下表计分：\n满意度\n得分\n90%及以上\n10分\n90%以下\n0分", f"对应下表计分：\n{ROWS}"),
        ("满意度\n90%及以上\n90%以下\n得分\n10\n0", ROWS),
        ("未开展的不得分\n得分\n90%及以上\n10分\n90%以下\n0分", f"未开展的不得分\n{ROWS}"),
    ],
)
def test_each_range_gets_its_points_and_no_sentence_is_lost(said, meant):
    assert with_rows_of_table(said) == meant


@pytest.mark.parametrize(
    "said", ["满意度\n得分\n90%以上\n10分\n另有规定", "完成得10分\n未完成得0分", "得分\n10"]
)
def test_other_lines_stay_as_they_are(said):
    assert with_rows_of_table(said) == said
