"""Figures that look otherwise than their text elements say: read as people do, or counted as unread."""

from __future__ import annotations

import pytest
from report.pages import chart, document, field, only, run, with_charts
from report.proof.test_differences import told

from jixiao.report.word.unreadable import unreadable

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
SEEN = {
    "a hyphen that does not break": ("<w:r><w:noBreakHyphen/></w:r>", "\u20115"),
    "a digit as a symbol": ('<w:r><w:sym w:font="Symbol" w:char="F031"/></w:r>', "15"),
    "a picture of a font": ('<w:r><w:sym w:font="Wingdings" w:char="F031"/></w:r>', "\uf0315"),
    "a symbol of no number": ('<w:r><w:sym w:font="Symbol" w:char="xyz"/></w:r>', "\ufffd5"),
    "a formula": (f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>1</m:t></m:r></m:oMath>', "15"),
    "words in a drawing": (f'<w:r><a:t xmlns:a="{DRAWN}">1</a:t></w:r>', "15"),
    "text that is said to be deleted": (f"<w:del>{run('1')}</w:del>", "5"),
}


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def looking(properties: str, text: str = "9") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize("what", SEEN)
def test_what_stands_in_no_text_element_is_read(what: str):
    xml, text = SEEN[what]
    assert [one.text for one in document(p(xml, run("5"))).paragraphs] == [text]


WHITE = '<w:color w:val="FFFFFF"/>'
UNSEEN = {
    "struck out": "<w:strike/>",
    "struck out twice": "<w:dstrike/>",
    "white": WHITE,
    "white by the theme": '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
    "tiny": '<w:sz w:val="2"/>',
}


@pytest.mark.parametrize("what", UNSEEN)
def test_what_nobody_reads_as_text_is_hidden(what: str):
    read = document(p(run("5"), looking(UNSEEN[what])))
    assert [(one.text, one.hidden) for one in read.paragraphs] == [("59", [(1, 2)])]
    assert read.struck is ("struck" in what)


@pytest.mark.parametrize(
    "shown",
    [
        p(looking(f'{WHITE}<w:shd w:fill="1F4E79"/>')),
        f'<w:p><w:pPr><w:shd w:fill="1F4E79"/></w:pPr>{looking(WHITE)}</w:p>',
        f"<w:tbl><w:tr><w:tc>{p(looking(WHITE))}</w:tc></w:tr></w:tbl>",
        p(looking('<w:color w:val="FF0000"/><w:sz w:val="18"/>')),
        p(looking('<w:color w:val="FFFFFF" w:themeColor="text1"/>')),
    ],
    ids=["shaded run", "shaded paragraph", "first row", "red", "black by the theme"],
)
def test_white_on_a_ground_is_seen(shown: str):
    assert [one.hidden for one in document(shown).paragraphs] == [[]]


@pytest.mark.parametrize(
    ("row", "text", "hidden"),
    [
        ("<w:trPr><w:hidden/></w:trPr>", "9", [(0, 1)]),
        ('<w:trPr><w:hidden w:val="0"/></w:trPr>', "9", []),
        ("<w:trPr><w:del/></w:trPr>", "", []),
    ],
)
def test_a_row_takes_its_text_along(row: str, text: str, hidden: list[tuple[int, int]]):
    read = document(f"<w:tbl><w:tr>{row}<w:tc>{p(run('9'))}</w:tc></w:tr></w:tbl>")
    assert [(one.text, one.hidden) for one in read.paragraphs] == [(text, hidden)]


@pytest.mark.parametrize(
    ("xml", "kind"),
    [
        ("<w:r><w:pgNum/></w:r>", "由 Word 填的页码或日期"),
        (field("", "EQ \\o(9)"), "由 Word 画出来的域"),
        (f'<w:r><a:blip xmlns:a="{DRAWN}"/></w:r>', "图片"),
        ('<w:r><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="9"/></w:r>', "艺术字"),
    ],
)
def test_what_may_hold_a_figure_and_cannot_be_read_is_counted(xml: str, kind: str):
    assert unreadable(only(p(xml))) == {kind: 1}


def test_what_is_drawn_on_a_chart_is_counted():
    plain = chart(("甲", "5"))
    drawn_on = plain.replace("</c:chartSpace>", "<c:userShapes/></c:chartSpace>")
    assert unreadable(only("甲", more=with_charts(rId7=plain, rId8=drawn_on))) == {
        "画在图表上的文字或图形": 1
    }


def test_fields_that_show_text_are_no_riddle():
    assert unreadable(only(p(field("9", "=SUM(ABOVE)"), field("3")))) == {}


@pytest.mark.parametrize("sign", ["负", "—", "﹣", "➖"])
def test_a_minus_in_words_or_as_a_dash_changes_a_figure(sign: str):
    _, figures, _ = told("一、概况", f"全年支出{sign}5万元，比上年减少3万元。", "共31人。")
    assert figures == [("负5万元", "5万元")]


def test_dashes_between_years_are_no_minus():
    made = ("2020—2022年", "说明——5万元")
    assert told("2020-2022年", "说明：5万元", made=made)[1] == []


def merged(*cells: tuple[str, str], before: str = "") -> str:
    """A table of one column: what each cell says of merging, and its text."""
    rows = (
        f"<w:tr>{before}<w:tc><w:tcPr>{said}</w:tcPr>{p(run(text))}</w:tc></w:tr>" for said, text in cells
    )
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


FIRST, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("cells", "seen"),
    [
        (((FIRST, "1"), (GOES_ON, "2"), (GOES_ON, "3")), "1"),
        (((FIRST, "1"), (FIRST, "2")), "12"),
        ((("", "1"), (GOES_ON, "2"), (GOES_ON, "3")), "12"),
        (((FIRST, "1"), ("", "2"), (GOES_ON, "3")), "123"),
    ],
)
def test_a_cell_that_goes_on_with_the_one_above_is_not_seen(cells, seen: str):
    read = document(merged(*cells)).paragraphs
    assert "".join(one.text for one in read if not one.hidden) == seen


def test_cells_go_on_by_the_column_in_which_they_stand():
    plain = f"<w:tc>{p(run('4'))}</w:tc>"
    one = f"<w:tr>{plain}<w:tc><w:tcPr>{FIRST}</w:tcPr>{p(run('5'))}</w:tc></w:tr>"
    wide = "<w:trPr><w:gridBefore w:val='1'/></w:trPr>"
    beside = f"<w:tr><w:tc><w:tcPr>{GOES_ON}</w:tcPr>{p(run('6'))}</w:tc></w:tr>"
    hidden = [
        [one.text for one in document(f"<w:tbl>{one}{other}</w:tbl>").paragraphs if one.hidden]
        for other in (beside, beside.replace("<w:tr>", f"<w:tr>{wide}"))
    ]
    assert hidden == [[], ["6"]]
