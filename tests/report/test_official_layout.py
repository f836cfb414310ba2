"""GB/T 9704-2012, rule by rule, in the styles and sections of every template of the pack."""

from pathlib import Path

import pytest
from report.opened import TEMPLATES, TWIPS_PER_MM, Opened

from jixiao.report.word.wordml import w

# 5.2.1, 5.2.2: mm
PAPER = {"w": 210, "h": 297}
MARGINS = {"top": 37, "left": 28}
TEXT = {"width": 156, "height": 225}
LINES, CHARACTERS = 22, 28  # 5.2.3
PAGE_NUMBER_BELOW_TEXT = 7  # 7.5, mm
# 7.3.1, 7.3.3, 7.3.4, 7.5: font and size in half points (2号 22 pt, 3号 16 pt, 4号 14 pt)
FONTS = {
    "Title": ("方正小标宋简体", 44),
    "heading 1": ("黑体", 32),
    "heading 2": ("楷体_GB2312", 32),
    "heading 3": ("仿宋_GB2312", 32),
    "heading 4": ("仿宋_GB2312", 32),
    "Body Text": ("仿宋_GB2312", 32),
    "Signature": ("仿宋_GB2312", 32),
    "Date": ("仿宋_GB2312", 32),
    "附件标记": ("黑体", 32),
    "footer": ("宋体", 28),
}
HEADINGS = ("heading 1", "heading 2", "heading 3", "heading 4")


@pytest.fixture(params=TEMPLATES, ids=lambda path: path.stem)
def template(request: pytest.FixtureRequest) -> Opened:
    path: Path = request.param
    return Opened(path)


def test_the_paper_is_a4_upright_or_across(template: Opened) -> None:
    for page in template.sections:
        sides = sorted(round(page[side] / TWIPS_PER_MM) for side in PAPER)
        assert sides == sorted(PAPER.values())


def test_the_text_page_has_the_margins_and_the_block_of_the_standard(template: Opened) -> None:
    page = template.sections[0]
    assert {side: round(page[side] / TWIPS_PER_MM) for side in MARGINS} == MARGINS
    assert round((page["w"] - page["left"] - page["right"]) / TWIPS_PER_MM) == TEXT["width"]
    assert round((page["h"] - page["top"] - page["bottom"]) / TWIPS_PER_MM) == TEXT["height"]


def test_a_page_turned_across_keeps_its_margins(template: Opened) -> None:
    upright, across = template.sections[0], template.sections[-1]
    turned = (upright["left"], upright["top"], upright["bottom"])
    assert (across["top"], across["left"], across["right"]) == turned
    assert across["bottom"] == 1134  # 20 mm: or the signature of annex 3 stands alone on a page


def test_22_lines_fit_a_page(template: Opened) -> None:
    page, line = template.sections[0], int(template.style("Body Text", "pPr/spacing@line"))
    assert (page["h"] - page["top"] - page["bottom"]) // line == LINES
    assert template.style("Body Text", "pPr/spacing@lineRule") == "exact"


def test_28_characters_fit_a_line(template: Opened) -> None:
    page = template.sections[0]
    character = int(template.style("Body Text", "rPr/sz")) * 10 + int(
        template.style("Body Text", "rPr/spacing")
    )
    assert (page["w"] - page["left"] - page["right"]) // character == CHARACTERS


@pytest.mark.parametrize("name", FONTS)
def test_fonts_are_set_for_chinese_and_western_characters_alike(template: Opened, name: str) -> None:
    font, size = FONTS[name]
    assert template.fonts(name) == {font}
    assert int(template.style(name, "rPr/sz")) == size


@pytest.mark.parametrize("name", [*HEADINGS, "Body Text"])
def test_paragraphs_begin_two_characters_in(template: Opened, name: str) -> None:
    assert template.style(name, "pPr/ind@firstLineChars") == "200"


def test_the_title_is_centred_and_the_text_justified(template: Opened) -> None:
    assert template.style("Title", "pPr/jc") == "center"
    assert template.style("Body Text", "pPr/jc") == "both"


def test_the_navigation_pane_shows_four_levels_and_the_annexes(template: Opened) -> None:
    assert [template.style(name, "pPr/outlineLvl") for name in HEADINGS] == ["0", "1", "2", "3"]
    assert template.style("附件标题", "pPr/outlineLvl") == "0"
    assert template.style("Body Text", "pPr/outlineLvl") == ""


@pytest.mark.parametrize("name", [*HEADINGS, "附件标记", "表头", "正文末段", "附件说明", "Signature"])
def test_what_announces_something_stays_with_it(template: Opened, name: str) -> None:
    assert template.style(name, "pPr/keepNext") == "1"


def test_no_line_of_a_paragraph_stands_alone_on_a_page(template: Opened) -> None:
    assert template.style("Body Text", "pPr/widowControl") == "1"


def test_page_numbers_stand_on_the_outer_side_one_character_in(template: Opened) -> None:
    assert template.parts["word/settings.xml"].find(w("evenAndOddHeaders")) is not None
    assert _place(template, "页码（单页）", "right") == ("right", "100")
    assert _place(template, "页码（双页）", "left") == ("left", "100")
    assert {"FooterOdd", "FooterEven"} <= template.used_styles()


def _place(template: Opened, style: str, side: str) -> tuple[str, str]:
    return template.style(style, "pPr/jc"), template.style(style, f"pPr/ind@{side}Chars")


def test_a_page_number_stands_between_dashes_seven_millimetres_below_the_text(template: Opened) -> None:
    footers = [part for name, part in template.parts.items() if name.startswith("word/footer")]
    for footer in footers:
        assert "".join(text.text for text in footer.iter(w("t"))) == "— 1 —"
        assert footer.find(f".//{w('fldSimple')}").get(w("instr")).strip() == "PAGE"
    page = template.sections[0]
    below = page["bottom"] - page["footer"] - int(template.style("footer", "rPr/sz")) * 10
    assert round(below / TWIPS_PER_MM) == PAGE_NUMBER_BELOW_TEXT


def test_every_section_has_both_footers(template: Opened) -> None:
    for section in template.body.iter(w("sectPr")):
        kinds = {reference.get(w("type")) for reference in section.findall(w("footerReference"))}
        assert kinds == {"default", "even"}


def test_an_annex_begins_with_its_mark_and_its_title_on_the_third_line(template: Opened) -> None:
    assert template.style("附件标记", "pPr/jc") == "left"
    assert template.style("附件标记", "pPr/spacing@after") == template.style("Body Text", "pPr/spacing@line")
    assert template.style("附件标题", "pPr/jc") == "center"


def test_the_signature_stands_right_with_the_date_four_characters_in(template: Opened) -> None:
    assert _place(template, "Signature", "right")[0] == "right"
    assert _place(template, "Date", "right") == ("right", "400")


def test_tables_fit_between_the_margins_and_repeat_their_heading_row(template: Opened) -> None:
    assert len(template.tables) >= 5
    for table, room in template.tables_and_room:
        columns = [int(column.get(w("w"))) for column in table.find(w("tblGrid"))]
        assert sum(columns) <= room
        rows = table.findall(w("tr"))
        assert len(rows) == 1 or rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is not None


def test_no_row_of_a_table_with_figures_breaks_across_pages(template: Opened) -> None:
    for table in template.tables:
        rows = table.findall(w("tr"))
        assert len(rows) == 1 or all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)


def test_looks_come_from_styles_alone(template: Opened) -> None:
    allowed = {w("pStyle"), w("sectPr"), w("keepNext")}  # where a page ends is no look
    assert {child.tag for properties in template.paragraph_properties() for child in properties} <= allowed
    assert not [
        run
        for name, part in template.parts.items()
        if name != "word/styles.xml"
        for run in part.iter(w("rPr"))
    ]
    assert {table.find(f"{w('tblPr')}/{w('tblStyle')}").get(w("val")) for table in template.tables} == {
        "OfficialTable"
    }


def test_every_style_in_use_exists_and_has_its_name(template: Opened) -> None:
    assert template.used_styles() <= set(template.ids)


def test_empty_lines_are_only_those_between_tables(template: Opened) -> None:
    gaps = {"TableGap"}
    for paragraph in template.body.findall(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}").get(w("val"))
        assert len(paragraph) > 1 or style in gaps
