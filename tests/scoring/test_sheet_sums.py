"""By which points a workbook is scored while the total and the rows of 指标体系 do not agree."""

from decimal import Decimal

from msgspec.structs import replace
from scoring.framework_sheets import sheet_of
from scoring.records import framework

from jixiao.scoring.sheet_sums import about_whole

BUILT = framework()
ROWS = list(BUILT.indicators)


def test_a_table_that_never_came_to_its_total_is_scored_by_its_rows():
    stated = replace(BUILT, own=True, stated=Decimal(102))
    (found,) = about_whole(sheet_of(stated), ROWS, stated)
    assert found.message.endswith("分值合计100分，总分102分，相差2分。得分现在照各行的分值算，满分100分。")


def test_changes_that_do_not_come_to_it_leave_the_table_as_it_was():
    heavier = [replace(ROWS[0], max_score=ROWS[0].max_score + 2), *ROWS[1:]]
    (found,) = about_whole(sheet_of(BUILT), heavier, BUILT)
    assert found.message.endswith("相差2分。改动没有用上，得分还是照原来的评分表算的（满分100分）。")
    assert about_whole(sheet_of(BUILT), ROWS, BUILT) == []
