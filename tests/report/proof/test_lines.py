"""A document as lines to be compared: words in clauses, numbers apart."""

from __future__ import annotations

from decimal import Decimal

import pytest
from report.filled import fact
from report.pages import HEADER, document, field, part, run
from report.small import PHRASES, STYLE, table

from jixiao.model.fact import Kind
from jixiao.report.language.texts import SourcedText
from jixiao.report.language.values import Figure
from jixiao.report.proof.lines import NUMBER, Line, NumberSlot, lines_of
from jixiao.report.proof.numbers import Figures, TextNumber
from jixiao.report.proof.occurrences import Occurrence
from jixiao.report.proof.origins import Origin, origin_of
from jixiao.report.word.parts import DOCUMENT

FIGURES = Figures(STYLE.figures)
SPENT = Figure(Decimal(50000), Kind.AMOUNT, PHRASES.numerals, fact("支出.合计", "5"))
NAME = SourcedText("第3中心", fact("单位.名称", "第3中心"))


def lines(
    *blocks: str, printed: list[Occurrence] | None = None, more: dict[str, str] | None = None
) -> list[Line]:
    places: dict[tuple[str, int], list[Occurrence]] = {}
    for one in printed or []:
        places.setdefault((one.part, one.paragraph), []).append(one)
    return lines_of(document(*blocks, more=more), FIGURES, places)[0]


def pieces(line: Line) -> list[str]:
    """Clauses as they are, numbers in brackets: (figures) or [dates and the like]."""
    return [
        piece if isinstance(piece, str) else f"({piece.text})" if piece.figure else f"[{piece.text}]"
        for piece in line.pieces
    ]


def slot(text: str, unit: str = "") -> NumberSlot:
    return NumberSlot(TextNumber(0, len(text), text), unit, True)


def test_a_line_is_cut_into_clauses_and_numbers():
    [line] = lines("2022年度，支出5万元；比上年少3.5%。共31人")
    assert pieces(line) == [
        "[2022]",
        "年度，",
        "支出",
        "(5万元)",
        "；",
        "比上年少",
        "(3.5%)",
        "。",
        "共",
        "(31)",
        "人",
    ]
    assert line.text == "2022年度，支出5万元；比上年少3.5%。共31人"


def test_all_numbers_are_alike_and_blanks_do_not_count():
    [line] = lines("支 出5 万元，\t共")
    assert line.keys == ("支出", NUMBER, "，", "共")
    assert [one.text for one in line.slots] == ["5万元"]
    assert line.slots[0].unit == "万元"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (slot("5.0"), slot("5"), True),
        (slot("1,000"), slot("1000"), True),
        (slot("5"), slot("6"), False),
        (slot("5", "万元"), slot("5", "元"), False),
        (slot("5%"), slot("0.05"), False),
        (slot("5%"), slot("５％"), True),
    ],
)
def test_numbers_say_the_same_whatever_their_writing(one: NumberSlot, other: NumberSlot, same: bool):
    assert one.says(other) is same


def test_a_row_of_a_table_is_one_line():
    assert [line.text for line in lines("前", table(("甲", "5"), ("乙", "6")), "中", "后")] == [
        "前",
        "甲｜5",
        "乙｜6",
        "中",
        "后",
    ]


def test_a_table_in_a_cell_belongs_to_its_outer_row():
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('里')}</w:p></w:tc></w:tr></w:tbl>"
    assert [
        line.text for line in lines(f"<w:tbl><w:tr><w:tc><w:p>{run('外')}</w:p>{inner}</w:tc></w:tr></w:tbl>")
    ] == ["外｜里"]


def test_empty_lines_and_rows_are_left_out():
    assert [line.text for line in lines("", " \t", table(("", ""), ("", "甲")), "乙")] == ["｜甲", "乙"]


def test_headers_stand_apart_and_each_text_once():
    more = {"word/header1.xml": part("眉"), "word/header2.xml": part("眉", "另")}
    main, others = lines_of(document("文", "文", more=more), FIGURES, {})
    assert [line.text for line in main] == ["文", "文"]
    assert [line.text for line in others] == ["眉", "另"]


def test_what_word_computes_is_left_out():
    [line] = lines(f"<w:p>{run('第')}{field('7')}{run('页，共')}{field('一')}{run('9页')}</w:p>")
    assert pieces(line) == ["第", "页，", "共", "(9)", "页"]
    [line] = lines(f"<w:p>{field('目')}{run('甲')}{field('录7')}{run('乙')}</w:p>")
    assert line.text == "甲乙"


def at(start: int, text: str, value: object, paragraph: int = 0) -> Occurrence:
    return Occurrence(DOCUMENT, paragraph, start, start + len(text), text, value)


def origins(*blocks: str, printed: list[Occurrence]) -> list[Origin | None]:
    return [one.origin for line in lines(*blocks, printed=printed) for one in line.slots]


def test_a_number_knows_which_tag_has_printed_it():
    assert origins("支出5万元，共31人", printed=[at(2, "5", SPENT)]) == [origin_of(SPENT), None]
    assert origins("支出5万元", "支出5万元", printed=[at(2, "5", SPENT, 1)]) == [None, origin_of(SPENT)]


def test_the_number_of_an_item_has_no_origin():
    assert origins("1、共5", printed=[at(0, "1、", None), at(3, "5", SPENT)]) == [None, origin_of(SPENT)]


def test_a_number_in_a_typed_text_has_the_origin_of_the_text_if_it_is_a_figure():
    text = SourcedText("2022年度办理12件", NAME.source)
    found = lines("2022年度办理12件", printed=[at(0, text, text)])[0].slots
    assert [(one.text, one.origin) for one in found] == [("2022", None), ("12", origin_of(text))]


def test_a_date_that_a_tag_has_printed_keeps_its_origin():
    year = Figure(Decimal(2022), Kind.YEAR, PHRASES.numerals, fact("单位.年度", "2022"))
    assert origins("2022年度", printed=[at(0, "2022", year)]) == [origin_of(year)]


def test_a_header_keeps_its_origins_too():
    more = {HEADER: part("支出5万元")}
    printed = {(HEADER, 0): [Occurrence(HEADER, 0, 2, 3, "5", SPENT)]}
    _, [line] = lines_of(document("文", more=more), FIGURES, printed)
    assert [one.origin for one in line.slots] == [origin_of(SPENT)]


def test_a_year_that_was_made_of_a_figure_keeps_its_origin():
    text = SourcedText("2022", SPENT)
    assert origins("2022年度", printed=[at(0, "2022", text)]) == [origin_of(text)]
