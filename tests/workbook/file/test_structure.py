"""Which sheet lies in which part, and where the names point."""

import pytest
from workbook.books import pack, package_of, sample, structure_of, with_members, with_text

from jixiao.workbook.file.structure import Area, defined_name, parse_area

BOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("'收支总表'!$B$3", Area("收支总表", "B", 3, 3)),
        ("收支总表!$B$3", Area("收支总表", "B", 3, 3)),
        ("收支总表!$B$3:$B$9", Area("收支总表", "B", 3, 9)),
        ("收支总表!$B$9:$B$3", Area("收支总表", "B", 3, 9)),
        ("'张''三 的表'!AA1", Area("张'三 的表", "AA", 1, 1)),
    ],
)
def test_a_reference_into_one_column_is_an_area(text, area):
    assert parse_area(text) == area


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#REF!",
        "'收支总表'!#REF!",
        "收支总表!$B$3:$C$9",
        "收支总表!$B:$B",
        "收支总表!$B$0",
        "收支总表!$B$3,收支总表!$B$5",
        "收支总表!$B$1:$B$1048576",
        f"收支总表!$B${'9' * 5000}",
        "[1]收支总表!$B$3:$C$9",
        "SUM(收支总表!$B$3)",
    ],
)
def test_anything_else_is_no_area(text):
    assert parse_area(text) is None


def test_a_row_outside_of_a_column_has_a_place_in_it_too():
    area = Area("收支总表", "B", 3, 9)
    assert [str(area.place(row)) for row in (2, 3, 9, 10)] == [f"收支总表!B{row}" for row in (2, 3, 9, 10)]


def test_workbooks_that_say_the_same_share_what_is_known_of_it():
    renamed = with_text(sample(), BOOK, 'name="收支总表"', 'name="总表"')
    assert structure_of(sample()) is structure_of(bytes(sample()))
    assert structure_of(renamed) is not structure_of(sample())


def test_sheets_are_listed_in_tab_order():
    assert list(structure_of(sample()).parts)[:3] == ["填报说明", "单位概况", "收支总表"]


def test_a_sheet_whose_part_is_gone_is_not_listed():
    gone = with_members(sample(), {structure_of(sample()).parts["收支总表"]: None})
    assert "收支总表" not in structure_of(gone).parts
    assert structure_of(gone).area("支出.合计") is None


def local(number: int) -> str:
    return f'<definedName name="支出.合计" localSheetId="{number}">'


def with_copies(*copies: tuple[int, str], globally: str = "#REF!") -> bytes:
    """The sample after the sheet was copied: the name of the workbook, and those of the copies."""
    place = package_of(sample()).part(BOOK).decode().partition('name="支出.合计">')[2].partition("<")[0]
    names = "".join(f"{local(number)}'{sheet}'!$B$34</definedName>" for number, sheet in copies)
    old = f'<definedName name="支出.合计">{place}</definedName>'
    return with_text(sample(), BOOK, old, f"{names}{old.replace(place, globally)}")


@pytest.mark.parametrize("globally", ["#REF!", "'没有的表'!$B$34"])
def test_the_name_of_a_copied_sheet_counts_where_the_original_is_gone(globally):
    left = structure_of(with_copies((2, "收支总表"), globally=globally)).area("支出.合计")
    assert left == Area("收支总表", "B", 34, 34)


def test_the_name_of_the_workbook_counts_where_it_is_still_there():
    both = with_copies((3, "单位概况"), globally="'收支总表'!$B$9")
    assert structure_of(both).area("支出.合计") == Area("收支总表", "B", 9, 9)


def test_of_two_copies_none_is_chosen():
    assert structure_of(with_copies((2, "收支总表"), (3, "单位概况"))).area("支出.合计") is None


def test_the_epoch_is_1904_only_if_the_workbook_says_so():
    assert not structure_of(sample()).epoch_1904
    assert structure_of(with_text(sample(), BOOK, "<workbookPr ", '<workbookPr date1904="1" ')).epoch_1904


def test_parts_may_be_named_from_the_root():
    absolute = with_text(sample(), LINKS, 'Target="worksheets/', 'Target="/xl/worksheets/')
    assert structure_of(absolute).parts == structure_of(sample()).parts


def test_comments_in_the_lists_are_skipped():
    noted = with_text(sample(), LINKS, "<Relationship ", "<!-- x --><Relationship ")
    assert structure_of(noted).parts == structure_of(sample()).parts


def test_a_strict_workbook_is_read_too():
    transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    strict = with_text(
        sample(), BOOK, transitional, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    assert structure_of(strict).parts == structure_of(sample()).parts


def test_a_term_and_its_defined_name_are_the_same_but_in_later_repetitions():
    terms = pack().vocabulary
    block = next(group for group in pack().groups.values() if group.repeat)
    term = terms[block.terms[0]]
    assert defined_name(terms["支出.合计"]) == "支出.合计"
    assert defined_name(term) == defined_name(term, 0) == term.name
    assert defined_name(term, 1) == f"{block.name}_2{term.name.removeprefix(block.name)}"


def test_every_name_of_the_form_is_a_name_of_the_workbook():
    names = structure_of(sample()).names
    for term in pack().vocabulary.values():
        for repetition in range(max(1, pack().groups[term.path[0]].repeat) if term.path else 1):
            assert defined_name(term, repetition) in names
