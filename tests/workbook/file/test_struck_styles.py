"""Which styles strike out a whole cell, and what is read of such a cell."""

import pytest
from lxml import etree
from workbook.books import BALANCED, cell_xml, package_of, part_of, read, structure_of, with_members
from workbook.books import silent_sample as sample

from jixiao.model.fact import State
from jixiao.workbook.file.date_styles import STYLES
from jixiao.workbook.file.struck_styles import struck_styles

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def styles(*fonts: str) -> frozenset[str]:
    """Of a workbook with one style for each font."""
    inside = "".join(f"<font>{font}</font>" for font in fonts)
    cells = "".join(f'<xf fontId="{number}"/>' for number in range(len(fonts)))
    xml = f'<styleSheet xmlns="{MAIN}"><fonts>{inside}</fonts><cellXfs>{cells}</cellXfs></styleSheet>'
    return struck_styles(package_of(with_members(sample(), {STYLES: xml.encode()})))


@pytest.mark.parametrize("strike", ["<strike/>", '<strike val="1"/>', '<b/><strike val="true"/>'])
def test_styles_with_a_struck_font_are_known(strike):
    assert styles("<b/>", strike) == {"1"}


@pytest.mark.parametrize("font", ["<b/>", '<strike val="0"/>'])
def test_other_styles_are_none(font):
    assert styles(font) == frozenset()


def test_a_workbook_without_styles_strikes_nothing_out():
    assert struck_styles(package_of(with_members(sample(), {STYLES: None}))) == frozenset()


def test_a_figure_in_a_struck_cell_is_not_read_and_that_is_told():
    reading = read(struck_out("支出.合计"))
    assert reading.record.fields["支出.合计"].state is State.BLANK
    (finding,) = [one for one in reading.findings if one.id == "READ-16"]
    assert "读到的是“空白”" in finding.message


def struck_out(term: str) -> bytes:
    """The balanced sample after somebody pressed Ctrl+5 in a cell."""
    book = sample(BALANCED)
    area = structure_of(book).names[term]
    part = part_of(book, area.sheet)
    sheet, looks = (etree.fromstring(package_of(book).part(name)) for name in (part, STYLES))
    fonts, cells = looks.find("{*}fonts"), looks.find("{*}cellXfs")
    font = etree.SubElement(fonts, f"{{{MAIN}}}font")
    etree.SubElement(font, f"{{{MAIN}}}strike")
    old = cells[int(cell_xml(book, area.sheet, area.cell).get("s"))]
    new = etree.fromstring(etree.tostring(old))
    new.set("fontId", str(len(fonts) - 1))
    cells.append(new)
    sheet.find(f".//{{*}}c[@r='{area.cell}']").set("s", str(len(cells) - 1))
    return with_members(book, {part: etree.tostring(sheet), STYLES: etree.tostring(looks)})
