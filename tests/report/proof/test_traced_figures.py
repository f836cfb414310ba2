"""Every figure of a finished report with where it comes from."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace
from report.filled import PACK, fact, record
from report.pages import document, field, run
from report.small import PHRASES, STYLE

from jixiao.model.fact import Fact, Kind, Record, State
from jixiao.report.language.derived import Derived
from jixiao.report.language.texts import SourcedText
from jixiao.report.language.values import Figure
from jixiao.report.proof.numbers import Figures
from jixiao.report.proof.occurrences import Occurrence
from jixiao.report.proof.origins import origin_of
from jixiao.report.proof.traced_figures import Traced, cell_text, traced_figures
from jixiao.report.word.parts import DOCUMENT

FIGURES = Figures(STYLE.figures)
RECORD = record({"支出.合计": "346.08", "整体预算.年初预算数": "323.56", "执行率.年初预算": "1.0696"})
SPENT, BUDGET, RATE = (
    RECORD.fields[term] for term in ("支出.合计", "整体预算.年初预算数", "执行率.年初预算")
)


def figure(one: Fact) -> Figure:
    return Figure(one.number, one.kind, PHRASES.numerals, one)


def at(start: int, text: str, value: object, paragraph: int = 0) -> Occurrence:
    return Occurrence(DOCUMENT, paragraph, start, start + len(text), text, value)


def traced(*blocks: str, printed: list[Occurrence], facts: Record = RECORD) -> list[Traced]:
    return list(traced_figures(document(*blocks), printed, FIGURES, facts, PACK))


def brief(found: list[Traced]) -> list[tuple[int, int, str, bool]]:
    return [(one.paragraph.number, one.start, one.text, one.figure) for one in found]


def test_figures_are_listed_in_the_order_of_the_document():
    printed = [at(0, "二", None, 2), at(2, "346.08", figure(SPENT), 2), at(1, "323.56", figure(BUDGET))]
    found = traced("共323.56", "无", "二、346.08", printed=printed)
    assert brief(found) == [(0, 1, "323.56", True), (2, 2, "346.08", True)]
    assert [one.origin for one in found] == [origin_of(figure(BUDGET)), origin_of(figure(SPENT))]


def test_a_year_is_listed_but_is_no_figure():
    year = Figure(Decimal(2022), Kind.YEAR, PHRASES.numerals, fact("单位.年度", "2022"))
    assert brief(traced("2022年", printed=[at(0, "2022", year)])) == [(0, 0, "2022", False)]


def test_what_word_computes_is_not_listed():
    block = f"<w:p>{run('第')}{field('346.08')}</w:p>"
    assert traced(block, printed=[at(1, "346.08", figure(SPENT))]) == []


def test_each_figure_of_a_typed_text_is_listed_with_the_cell_of_the_text():
    text = SourcedText("2022年度办12件、退3件", fact("单位.名称", "办12件"))
    found = traced("5、2022年度办12件、退3件7", printed=[at(2, str(text), text)])
    assert brief(found) == [(0, 9, "12", True), (0, 14, "3", True)]
    assert {one.origin for one in found} == {origin_of(text)}


def test_a_typed_text_may_begin_and_end_with_a_figure():
    text = SourcedText("12件退3", fact("单位.名称", "12件退3"))
    found = traced("办12件退3。", printed=[at(1, str(text), text)])
    assert brief(found) == [(0, 1, "12", True), (0, 5, "3", True)]


def test_a_figure_that_a_sentence_was_made_of_is_listed_as_it_was_printed():
    text = SourcedText("约346.08", figure(SPENT))
    assert brief(traced("约346.08", printed=[at(0, "约346.08", text)])) == [(0, 0, "约346.08", True)]


def test_a_figure_in_words_that_no_cell_has_is_no_figure():
    words = SourcedText("满分10分", Derived("规定", term="评分表.满分"))
    assert brief(traced("满分10分", printed=[at(0, "满分10分", words)])) == [(0, 2, "10", False)]


def test_a_computed_cell_names_its_relation_and_what_went_into_it():
    [found] = traced("106.96%", printed=[at(0, "106.96%", figure(RATE))])
    assert found.origin.working == PACK.vocabulary["执行率.年初预算"].formula
    assert found.origin.facts == (RATE, SPENT, BUDGET)
    assert (found.origin.term, found.origin.label) == (RATE.term, RATE.label)


def test_a_computed_cell_of_a_table_names_the_cells_of_its_own_row():
    buildings = record({"楼堂馆所": [{"实际规模": "1", "批复规模": "2"}, {"实际规模": "3", "批复规模": "4"}]})
    rows = [row.fields for row in buildings.groups["楼堂馆所"]]
    rate = Figure(Decimal("0.75"), Kind.PERCENT, PHRASES.numerals, rows[1]["楼堂馆所.规模控制率"])
    [found] = traced("75%", printed=[at(0, "75%", rate)], facts=buildings)
    names = ("楼堂馆所.规模控制率", "楼堂馆所.实际规模", "楼堂馆所.批复规模")
    assert found.origin.facts == tuple(rows[1][name] for name in names)


def test_of_a_computed_cell_that_cannot_be_computed_what_was_read_is_named():
    blank = record({"支出.合计": "346.08", "执行率.年初预算": "1.0696"})
    rate = blank.fields["执行率.年初预算"]
    [found] = traced("106.96%", printed=[at(0, "106.96%", figure(rate))], facts=blank)
    assert [one.term for one in found.origin.facts] == ["执行率.年初预算", "支出.合计", "整体预算.年初预算数"]


def test_a_computed_cell_of_another_workbook_has_no_inputs_here():
    [found] = traced("1%", printed=[at(0, "1%", figure(replace(RATE)))])
    assert found.origin.facts == (RATE,)


def test_a_working_over_several_cells_is_not_completed():
    both = Figure(Decimal(1), Kind.PERCENT, PHRASES.numerals, derived=Derived("数", facts=(RATE, SPENT)))
    [found] = traced("100%", printed=[at(0, "100%", both)])
    assert found.origin == origin_of(both)


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (SPENT, "346.08万元"),
        (RATE, "106.96%"),
        (fact("实有数.合计", "31"), "31"),
        (fact("实有数.合计", "31.00"), "31"),
        (fact("单位.名称", "第3中心"), "第3中心"),
        (replace(fact("支出.合计", None, State.TEXT), state=State.TEXT, typed="约五万"), "约五万"),
        (fact("支出.合计", None), ""),
    ],
)
def test_what_stands_in_a_cell_in_the_unit_of_the_report(one: Fact, text: str):
    assert cell_text(one, {"万元": Decimal(10000), "元": Decimal(1)}, "万元") == text
