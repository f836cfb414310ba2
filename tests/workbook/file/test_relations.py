"""Parts are found by their relationships, whatever programs call them; a part that is gone is noticed."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest
from workbook.books import package_of

from jixiao.workbook.file.date_styles import styles_part
from jixiao.workbook.file.relations import main_part, missing_part, part_of_kind, relationships
from jixiao.workbook.file.shared_strings import SharedStrings
from jixiao.workbook.file.structure import read_structure

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = '<sheet name="甲" r:id="r1"/><sheet name="乙" r:id="r2"/>'
BOOK = f'<workbook xmlns:r="{OFFICE}"><sheets>{SHEETS}</sheets></workbook>'


def relations(*targets: tuple[str, str]) -> str:
    """The relationships r1, r2 …, each by its kind and target."""
    listed = (
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f"<Relationships>{''.join(listed)}</Relationships>"


def package(members: Mapping[str, str]):
    target = BytesIO()
    with ZipFile(target, "w") as out:
        for name, text in members.items():
            out.writestr(name, text)
    return package_of(target.getvalue())


def strangely_named():
    """As sound files of other programs are: other names, folders, letter case, slashes."""
    return package(
        {
            "_rels/.rels": relations(("officeDocument", r"\xl\workbook2.xml")),
            "XL/Workbook2.xml": BOOK,
            "xl/_rels/workbook2.xml.rels": relations(
                ("worksheet", "/XL/Worksheets/Sheet1.xml"),
                ("worksheet", r"worksheets\sheet2.xml"),
                ("sharedStrings", "../texts/SharedStrings.xml"),
                ("styles", "looks.xml"),
            ),
            "xl/worksheets/sheet1.xml": "<worksheet/>",
            "xl\\worksheets\\sheet2.xml": "<worksheet/>",
            "texts/sharedstrings.xml": "<sst><si><t>文字</t></si></sst>",
            "xl/looks.xml": "<styleSheet/>",
        }
    )


def test_parts_are_found_whatever_they_are_called():
    book = strangely_named()
    assert main_part(book) == "xl/workbook2.xml"
    assert read_structure(book).parts == {"甲": "XL/Worksheets/Sheet1.xml", "乙": "xl/worksheets/sheet2.xml"}
    assert SharedStrings(book).at("0").text == "文字"
    assert styles_part(book) == "xl/looks.xml"
    assert missing_part(book) == ""


def test_a_part_to_which_others_lead_and_that_is_gone_is_named():
    members = {"_rels/.rels": relations(("officeDocument", "xl/workbook.xml")), "xl/workbook.xml": BOOK}
    gone = {"xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet9.xml"))}
    assert missing_part(package(members)) == ""
    assert missing_part(package(members | gone)) == "xl/worksheets/sheet9.xml"


@pytest.mark.parametrize("target", ["../NULL", "#甲!A1", ""])
def test_what_leads_nowhere_is_nothing_that_is_gone(target):
    assert missing_part(package({"xl/drawings/_rels/drawing1.xml.rels": relations(("image", target))})) == ""


def test_relationships_that_are_no_xml_are_named_themselves():
    assert missing_part(package({"_rels/.rels": "<broken"})) == "_rels/.rels"


def test_an_address_outside_is_no_part():
    outside = (
        '<Relationships><Relationship Type="x/image" Target="a.png" TargetMode="External"/></Relationships>'
    )
    book = package({"_rels/.rels": outside, "a.png": ""})
    assert [each.external for each in relationships(book)] == [True]
    assert part_of_kind(book, "", "image") == ""
