"""What is told of the sheet 指标体系."""

from msgspec.structs import replace
from scoring.framework_sheets import sheet_of
from scoring.records import framework

from jixiao.model.fact import Place
from jixiao.scoring.framework_sheet.framework_findings import about_ruins, about_stray


def test_a_sheet_that_is_gone_has_no_cell_to_go_to():
    gone = about_ruins(Place("指标体系", "A1"), there=False)
    assert gone.place is None
    assert "不见了" in gone.message
    assert about_ruins(Place("指标体系", "A1"), there=True).place


def test_text_below_the_last_row_is_told_once_with_its_first_cell():
    places = (Place("指标体系", "D60"), Place("指标体系", "E60"))
    (told,) = about_stray(replace(sheet_of(framework()), stray=places))
    assert "（D60等处）" in told.message
    assert not list(about_stray(sheet_of(framework())))
