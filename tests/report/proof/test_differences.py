"""A report beside the one that its workbook makes: figures that differ, words that differ, what agrees."""

from __future__ import annotations

from decimal import Decimal

import pytest
from report.filled import fact
from report.pages import HEADER, document, part
from report.small import PHRASES, STYLE, table

from jixiao.model.fact import Kind
from jixiao.report.language.values import Figure
from jixiao.report.proof.differences import Difference, ReportComparison, Rewording, compare_reports
from jixiao.report.proof.numbers import Figures, numbers_in
from jixiao.report.proof.occurrences import Occurrence
from jixiao.report.proof.origins import origin_of
from jixiao.report.word.reading import Document

FIGURES = Figures(STYLE.figures)
SPENT = Figure(Decimal(50000), Kind.AMOUNT, PHRASES.numerals, fact("支出.合计", "5"))
ORIGIN = origin_of(SPENT)
MADE = ("一、概况", "全年支出5万元，比上年减少3万元。", "共31人。")


def printed(made: Document) -> list[Occurrence]:
    """Every figure of the report was printed by a tag."""
    return [
        Occurrence(one.part, one.number, number.start, number.end, number.text, SPENT)
        for one in made.paragraphs
        for number in numbers_in(one.text)
    ]


def compared(
    report: Document, made: Document | None = None, of: list[Occurrence] | None = None
) -> ReportComparison:
    made = made or document(*MADE)
    return compare_reports(made, printed(made) if of is None else of, report, FIGURES)


def told(
    *report: str, made: tuple[str, ...] = MADE
) -> tuple[int, list[tuple[str, str]], list[tuple[str, str]]]:
    """How many figures agree, which ones differ, and which words."""
    found = compared(document(*report), document(*made))
    return (
        found.agreed,
        [(one.stated, one.expected) for one in found.figures],
        [(one.made, one.reads) for one in found.words],
    )


def test_the_same_report_agrees():
    assert told(*MADE) == (3, [], [])


def test_figures_written_otherwise_agree_and_are_a_rewording():
    changed = "全年支出５.00万元，比上年减少3万元。"
    assert told(MADE[0], changed, MADE[2]) == (3, [], [(MADE[1], changed)])


def test_blanks_between_words_are_no_rewording_of_a_figure():
    assert told(MADE[0], " 全年支出5万元，比上年减少3万元。", MADE[2]) == (3, [], [])


@pytest.mark.parametrize(
    ("changed", "stated", "expected"),
    [
        ("全年支出6万元，比上年减少3万元。", "6万元", "5万元"),
        ("全年支出5元，比上年减少3万元。", "5元", "5万元"),
        ("全年支出-5万元，比上年减少3万元。", "-5万元", "5万元"),
        ("全年支出万元，比上年减少3万元。", "", "5万元"),
    ],
)
def test_a_changed_figure_is_a_difference_and_no_rewording(changed: str, stated: str, expected: str):
    agreed, figures, words = told(MADE[0], changed, MADE[2])
    assert (agreed, figures) == (2, [(stated, expected)])
    assert words == ([] if stated else [(MADE[1], changed)])


def test_changed_words_beside_a_changed_figure_are_told_too():
    changed = "全年一共支出6万元，比上年减少3万元。"
    assert told(MADE[0], changed, MADE[2]) == (2, [("6万元", "5万元")], [(MADE[1], changed)])


def test_a_difference_knows_its_sentence_and_where_the_figure_comes_from():
    found = compared(document(MADE[0], "全年支出6万元，比上年减少3万元。", MADE[2]))
    assert found.figures == [Difference("全年支出6万元，比上年减少3万元。", "6万元", "5万元", ORIGIN)]


def test_a_figure_that_somebody_has_added_comes_from_nowhere():
    changed = "全年支出5万元，比上年减少3万元。利息2万元。"
    found = compared(document(MADE[0], changed, MADE[2]))
    assert found.figures == [Difference(f"…{changed[1:]}", "2万元", "", None)]
    assert found.words == [Rewording(MADE[1], changed)]


def test_a_date_that_somebody_has_added_is_a_rewording_only():
    changed = "全年支出5万元，2022年度，比上年减少3万元。"
    assert told(MADE[0], changed, MADE[2]) == (3, [], [(MADE[1], changed)])


def test_a_figure_in_the_place_of_a_date_of_the_template_is_no_difference_of_figures():
    made = ("见附件2、第3季度。", *MADE)
    found = compared(document("见附件7、第3季度。", *MADE), document(*made), of=[])
    assert (found.figures, found.words) == ([], [Rewording(made[0], "见附件7、第3季度。")])


def test_a_figure_of_the_template_that_changed_is_a_difference_without_origin():
    found = compared(document("共6人"), document("共5人"), of=[])
    assert found.figures == [Difference("共6人", "6", "5", None)]
    assert (found.agreed, found.words) == (0, [])


def test_a_figure_of_the_template_that_is_the_same_is_not_counted():
    assert compared(document("共5人"), document("共5人"), of=[]).agreed == 0


def test_a_deleted_paragraph_takes_its_figures_with_it():
    found = compared(document(MADE[0], MADE[2]))
    assert found.figures == [
        Difference(MADE[1], "", "5万元", ORIGIN),
        Difference(MADE[1], "", "3万元", ORIGIN),
    ]
    assert (found.agreed, found.words) == (1, [Rewording(MADE[1], "")])


def test_a_new_paragraph_brings_figures_from_nowhere_but_its_dates_do_not_count():
    fresh = "另收利息7万元，见财预〔2020〕10号。"
    found = compared(document(*MADE, fresh))
    assert found.figures == [Difference("另收利息7万元，见财预〔2020〕10号。", "7万元", "", None)]
    assert (found.agreed, found.words) == (3, [Rewording("", fresh)])


def test_a_deleted_figure_of_the_template_is_a_rewording_only():
    found = compared(document(MADE[0]), document(MADE[0], "共5人"), of=[])
    assert (found.figures, found.words) == ([], [Rewording("共5人", "")])


def test_a_paragraph_that_was_moved_keeps_its_figures():
    assert told(MADE[2], *MADE[:2]) == (3, [], [("", MADE[2])])


def test_a_second_copy_of_a_paragraph_brings_figures_from_nowhere():
    assert told(*MADE, MADE[1]) == (3, [("5万元", ""), ("3万元", "")], [("", MADE[1])])


def test_one_of_two_copies_of_a_paragraph_takes_its_figures_with_it():
    twice = (*MADE, MADE[1])
    assert told(*MADE, made=twice) == (3, [("", "5万元"), ("", "3万元")], [(MADE[1], "")])


def test_cells_of_a_table_are_compared_in_their_row():
    made, report = table(("支出", "5"), ("收入", "6")), table(("支出", "5"), ("收入", "7"))
    assert told(report, made=(made,)) == (1, [("7", "6")], [])


def test_headers_are_compared_apart():
    found = compared(
        document(*MADE, more={HEADER: part("草稿6人")}),
        document(*MADE, more={HEADER: part("草稿5人")}),
    )
    assert [(one.stated, one.expected) for one in found.figures] == [("6", "5")]
    assert found.agreed == 3


LONG = "甲" * 40


@pytest.mark.parametrize(
    ("before", "behind", "said"),
    [
        ("", "", "6人"),
        ("甲" * 18, "乙" * 17, f"{'甲' * 18}6人{'乙' * 17}"),
        ("甲" * 19, "乙" * 18, f"…{'甲' * 18}6人{'乙' * 17}…"),
        ("甲" * 9 + "12,3" + "甲" * 16, "乙" * 15 + "45.6%" + "乙", f"…12,3{'甲' * 16}6人{'乙' * 15}45.6%…"),
        ("甲 \t甲", "乙  乙", "甲 甲6人乙 乙"),
    ],
)
def test_a_figure_is_told_with_the_words_around_it_and_no_number_is_cut(before: str, behind: str, said: str):
    made, report = (f"{before}{digit}人{behind}" for digit in "56")
    found = compared(document(report), document(made), of=[])
    [difference] = [one for one in found.figures if one.stated == "6"]
    assert difference.paragraph == said


def test_of_a_figure_that_is_gone_the_beginning_of_the_line_is_told():
    made = f"甲{LONG}共5万元"
    found = compared(document(f"甲{LONG}共万元"), document(made), of=printed(document(made)))
    assert found.figures == [Difference(f"{'甲' * 36}…", "", "5万元", ORIGIN)]


def test_of_a_paragraph_that_is_gone_or_new_the_words_around_each_figure_are_told():
    far = f"{LONG}共5万元"
    around = f"…{'甲' * 17}共5万元"
    assert [one.paragraph for one in compared(document(*MADE[1:]), document(far, *MADE[1:])).figures] == [
        around
    ]
    assert [one.paragraph for one in compared(document(*MADE, far)).figures] == [around]
