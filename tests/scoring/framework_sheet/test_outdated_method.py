"""A rewritten standard beside the method that stood there is told at every run until it was looked at."""

import pytest
from msgspec.structs import replace
from scoring.framework_sheets import PACK, SECTION, sheet_of
from scoring.records import framework

from jixiao.scoring.framework_sheet.edited_row import EditedRow, same_indicator
from jixiao.scoring.framework_sheet.outdated_method import about_outdated

BUILT = framework()
FORMER = BUILT.by_id["B1"]


def read(base, built, **texts):
    row = next(row for row in sheet_of(built, {"B1": texts}).rows if row.made_for == "B1")
    return EditedRow(row, SECTION, base, PACK).indicator("B1", built)


@pytest.mark.parametrize(
    ("standard", "doubtful"),
    [("每超过1个百分点扣2分", True), (FORMER.standard.replace("，", "；"), False), (FORMER.standard, False)],
)
def test_it_scores_as_before_and_is_told_until_the_row_is_looked_at(standard, doubtful):
    changed = read(FORMER, BUILT, standard=standard)
    remade = replace(
        BUILT, own=True, indicators=tuple(changed if each.id == "B1" else each for each in BUILT.indicators)
    )
    assert (changed.method, changed.special) == (FORMER.method, FORMER.special)
    assert [each.id for each in about_outdated(sheet_of(remade), remade)] == ["FRAME-05"] * doubtful
    confirmed = {"sure": SECTION.confirmed}
    assert not list(about_outdated(sheet_of(remade, {"B1": confirmed}), remade))
    looked_at = read(changed, remade, **confirmed)
    assert same_indicator(looked_at, changed)  # no other workbook is made for it
    assert looked_at.offer is None


def test_another_method_beside_it_needs_no_second_look():
    assert read(FORMER, BUILT, standard="按执行率", method="执行率×分值", parameters="").offer is None
