"""By which points a workbook is scored while the total and the rows of 指标体系 do not agree."""

from decimal import Decimal

from msgspec.structs import replace
from scoring.framework_sheets import PACK, sheet_of
from scoring.records import framework

from jixiao.scoring.framework_sheet.edited_framework import edited_framework
from jixiao.scoring.framework_sheet.sheet_sums import about_whole

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


def test_what_adds_to_the_total_from_beside_is_told_not_to_be_a_row():
    bonus = replace(ROWS[0], id="X1", level1="加分项", name="通报表扬", max_score=Decimal(2))
    (found,) = about_whole(sheet_of(BUILT), [*ROWS, bonus], BUILT)
    assert found.mend.startswith("“通报表扬”（2分）是加分项：这样的项不写在这里，它在总分之外，")
    other = replace(bonus, level1="效果", name="获得表扬加分情况")
    (found,) = about_whole(sheet_of(BUILT), [*ROWS, other], BUILT)
    assert "加分项" not in found.mend


def test_the_sum_is_told_beside_another_fault_of_the_row():
    heavier = {"B1": {"max_score": str(BUILT.by_id["B1"].max_score + 2), "parameters": "看不懂"}}
    fault, found = edited_framework(sheet_of(BUILT, heavier), BUILT, PACK).findings
    assert (fault.id, found.id) == ("FRAME-01", "FRAME-02")
    assert "分值合计102分，总分100分，相差2分" in found.message
    assert f"“{BUILT.by_id['B1'].name}”由" in found.mend
    same = {"B1": {"parameters": "看不懂"}}
    assert [each.id for each in edited_framework(sheet_of(BUILT, same), BUILT, PACK).findings] == ["FRAME-01"]
    unreadable = {"B1": {"max_score": "很多"}}
    assert len(edited_framework(sheet_of(BUILT, unreadable), BUILT, PACK).findings) == 1
