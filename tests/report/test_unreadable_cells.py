"""Whatever stands in an entry cell, the workbook is checked, scored and reported, by either outline."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from volume import every
from workbook.books import BALANCED, Raw, pack, package_of, saved, typed
from workbook.books import silent_sample as sample
from workbook.reading.test_displacement import shifted

from jixiao.checks.confront import confront
from jixiao.identity import framework_of
from jixiao.model.fact import Fact, Record
from jixiao.model.scorecard import Scorecard
from jixiao.pipeline import run
from jixiao.report.making import ReportMaker
from jixiao.report.word.projection import projection
from jixiao.scoring.scorecard import score_framework
from jixiao.workbook.file.cells import Content, RawCell
from jixiao.workbook.file.source import SavedBook
from jixiao.workbook.reading.facts import Reader
from jixiao.workbook.reading.filled_workbook import Reading, read_facts

CONTENTS = (
    RawCell(Content.ERROR, "#REF!"),
    RawCell(Content.UNCALCULATED, "", formula=True),
    RawCell(Content.TEXT, "见附表"),
    RawCell(Content.NUMBER, "12"),
)
OUTLINES = ("report.docx", "outline-b.docx")


@cache  # not while tests are collected, which each worker does
def reading() -> Reading:
    return read_facts(SavedBook(package_of(sample(BALANCED))), pack())


def scored(record: Record) -> Scorecard:
    form, framework = pack().form, framework_of(reading(), pack(), None)
    return score_framework(record, framework, form.assessment, pack().vocabulary, pack().names_of_codes)


def injuries() -> Iterator[tuple[Fact, Record]]:
    """Every term's cell, and of texts each row's, with all that is strange: the new fact and the record.

    An error value and a formula without a result are the same to all who do not name them: one is enough.
    """
    seen = set()
    for fact, put in cells(reading().record):
        term = pack().vocabulary[fact.term]
        if term.formula or term.given or fact.place is None or (term.kind.numeric and term in seen):
            continue
        seen.add(term)
        reader = Reader(reading().unit)
        news = [reader.understand(term, fact.place, content).fact for content in CONTENTS]
        for new in {(new.state.readable, new.value): new for new in news}.values():
            yield new, put(new)


def cells(record: Record) -> Iterator[tuple[Fact, Callable[[Fact], Record]]]:
    """Each fact, and how the whole is made with another in its place."""
    for name, fact in record.fields.items():
        yield fact, lambda new, name=name: Record({**record.fields, name: new}, record.groups, record.key)
    for group, rows in record.groups.items():
        for number, row in enumerate(rows):
            for fact, put in cells(row):
                yield fact, lambda new, n=number, g=group, r=rows, put=put: _with(record, g, r, n, put(new))


def _with(record: Record, group: str, rows: tuple[Record, ...], number: int, row: Record) -> Record:
    changed = (*rows[:number], row, *rows[number + 1 :])
    return Record(record.fields, {**record.groups, group: changed}, record.key)


def test_every_cell_is_among_those_that_are_tried() -> None:
    entered = {term.name for term in pack().vocabulary.values() if not (term.formula or term.given)}
    used = {fact.term for fact, _ in cells(reading().record)}
    assert {fact.term for fact, _ in injuries()} == entered & used
    assert len(entered & used) > 200


@pytest.mark.volume
def test_no_cell_stops_the_checks_or_the_scores() -> None:
    for _, record in islice(injuries(), 0, None, every(8)):
        confront(record, pack().checks, pack().vocabulary, pack().names_of_codes)
        scored(record)


@pytest.mark.volume
@pytest.mark.parametrize("outline", OUTLINES)
def test_no_cell_that_cannot_be_read_stops_the_report(outline: str) -> None:
    maker, card = ReportMaker(pack(), outline), scored(reading().record)
    unreadable = (record for fact, record in injuries() if not fact.state.readable)
    for record in islice(unreadable, 0, None, every(8)):
        maker.made(record, card, draft=True)


ERROR, UNCALCULATED = Raw('t="e"', "<v>#REF!</v>"), Raw("", "<f>A1</f>")


@pytest.mark.parametrize("content", [ERROR, UNCALCULATED])
@pytest.mark.parametrize("cell", ["单位.名称", "文字材料.正文", "一般公共预算增减原因.收入", "填报.日期"])
def test_a_text_that_cannot_be_read_is_told_and_the_report_says_so(
    tmp_path: Path, cell: str, content: Raw
) -> None:
    done = run(saved(tmp_path, typed(sample(BALANCED), {cell: content})), pack())
    assert {finding.id for finding in done.inspection.findings if finding.label in finding.message} & {
        "READ-03",
        "READ-04",
    }
    assert done.report is not None
    assert "【数据有误】" in projection(done.report.read_bytes())


def test_a_table_whose_sheet_cannot_be_read_is_not_printed_as_none(tmp_path: Path):
    book = shifted(sample(BALANCED), "文字材料", 4, 1)
    report = run(saved(tmp_path, book), pack()).report
    assert report is not None
    _, _, duties = projection(report.read_bytes()).partition("部门职责职能\n")
    assert "【数据有误】" in duties.splitlines()[1]
