"""Print areas in the workbook part: ours are replaced, people's stay, and so does every other byte."""

import pytest

from jixiao.workbook.file.print_areas import with_print_areas

HEAD = (
    '<workbook xmlns="main"><sheets><sheet name="甲"/><sheet name="A&amp;B\'s"/></sheets><definedNames>'
    '<definedName name="甲.数">甲!$B$2</definedName>'
)
TAIL = '</definedNames><calcPr calcId="1"/></workbook>'
SETS = '<definedName name="_xlnm.Print_Area" localSheetId="{}">{}</definedName>'
KNOWS = '<definedName name="JixiaoPrintArea" localSheetId="{}" hidden="1">{}</definedName>'


def part(*names: str) -> bytes:
    return "".join((HEAD, *names, TAIL)).encode()


def both(number: int, area: str) -> tuple[str, str]:
    return SETS.format(number, area), KNOWS.format(number, area)


def test_an_area_that_we_have_set_is_set_anew_and_nothing_else_is_changed():
    before = part(*both(0, "'甲'!$A$1:$C$9"), *both(1, "'A&amp;B''s'!$A$1:$C$9"))
    after = part(*both(0, "'甲'!$A$1:$C$5"), *both(1, "'A&amp;B''s'!$XFD$1"))
    assert with_print_areas(before, {"甲": "$A$1:$C$5", "A&B's": "$XFD$1"}) == after
    assert with_print_areas(after, {"甲": "$A$1:$C$5", "A&B's": "$XFD$1"}) == after


def test_a_sheet_of_which_nothing_is_said_keeps_its_area():
    before = part(*both(0, "'甲'!$A$1:$C$9"), *both(1, "'A&amp;B''s'!$A$1:$C$9"))
    assert with_print_areas(before, {"甲": "$A$1:$C$9"}) == before


def test_quotation_marks_that_a_program_leaves_out_make_no_other_area():
    before = part(SETS.format(0, "甲!$A$1:$C$9"), KNOWS.format(0, "'甲'!$A$1:$C$9"))
    assert with_print_areas(before, {"甲": "$A$1:$C$5"}) == part(*both(0, "'甲'!$A$1:$C$5"))


@pytest.mark.parametrize(
    "names",
    [
        (SETS.format(0, "甲!$A$1:$B$4"), KNOWS.format(0, "'甲'!$A$1:$C$9")),
        (KNOWS.format(0, "'甲'!$A$1:$C$9"),),
        (SETS.format(0, "甲!$A$1:$B$4"),),
        (),
    ],
    ids=["set by somebody", "taken away", "of another program", "none"],
)
def test_an_area_that_is_not_ours_stays(names):
    assert with_print_areas(part(*names), {"甲": "$A$1:$C$5"}) == part(*names)


def test_a_sheet_number_of_thousands_of_digits_is_passed_over():
    book = f"<workbook><definedNames>{SETS.format('9' * 5000, 'A!$A$1')}</definedNames></workbook>".encode()
    assert with_print_areas(book, {}) == book
