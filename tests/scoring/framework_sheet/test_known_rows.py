"""What was typed for an indicator goes along with its name, however its row was moved."""

from msgspec.structs import replace
from scoring.framework_sheets import PACK, sheet_of
from scoring.records import framework

from jixiao.pack.framework_rows import row_of
from jixiao.scoring.framework_sheet.edited_framework import edited_framework
from jixiao.scoring.framework_sheet.known_rows import known_rows

BUILT = framework()
SECTION = sheet_of(BUILT).section
ONE, OTHER = BUILT.indicators[:2]


def test_rows_that_changed_places_without_their_hidden_column_keep_their_figures():
    swapped = {ONE.id: row_of(OTHER, SECTION), OTHER.id: row_of(ONE, SECTION)}
    found = known_rows(sheet_of(BUILT, swapped).rows, BUILT)
    assert [each.id for each in found[:2]] == [OTHER.id, ONE.id]


def test_a_row_whose_hidden_cell_is_gone_is_known_by_its_name():
    rows = [replace(row, made_for="") for row in sheet_of(BUILT).rows]
    assert [each.id for each in known_rows(rows, BUILT)] == [each.id for each in BUILT.indicators]


def test_a_row_with_another_name_is_still_the_one_it_was_and_a_copy_is_new():
    rows = sheet_of(BUILT, {ONE.id: {"name": "另一个名称"}}).rows
    assert known_rows(rows, BUILT)[0] == ONE
    assert known_rows([*rows, rows[1]], BUILT)[-1] is None


def test_a_row_that_got_the_name_of_another_one_keeps_its_own_figures():
    rows = sheet_of(BUILT, {ONE.id: {"name": OTHER.name}}).rows
    assert [each.id for each in known_rows(rows, BUILT)[:2]] == [ONE.id, OTHER.id]


def test_a_name_that_stands_there_already_is_told():
    changes = {OTHER.id: {"name": ONE.name, "level1": ONE.level1, "level2": ONE.level2}}
    (told, *_) = edited_framework(sheet_of(BUILT, changes), BUILT, PACK).findings
    assert "与另一行的相同" in told.message
