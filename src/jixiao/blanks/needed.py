"""Which blank cells should not be blank, and why: the form, a score or the report needs them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Fact, Place, Record, State
from jixiao.model.outcome import Severity
from jixiao.model.scorecard import Scorecard
from jixiao.pack.pack import Pack
from jixiao.relation.reads import reads
from jixiao.workbook.reading.filled_workbook import Reading


class Need(StrEnum):
    """Why a cell should not be blank, the weightiest first; in the words of the finding."""

    REQUIRED = "必须填写的"
    SCORED = "评分要用的"
    PRINTED = "报告要印的"
    TOLD = "没有数就填 0 的"
    LISTED = "一行也没有填、报告当作没有的表"

    @property
    def severity(self) -> Severity:
        """An error where a sentence would have a hole or a score cannot be had."""
        if self is Need.LISTED:
            return Severity.NOTE
        return Severity.WARNING if self is Need.TOLD else Severity.ERROR


class BlankCell(msgspec.Struct, frozen=True):
    """A cell that is blank; of a table without rows, no cell but the table."""

    need: Need
    sheet: str
    label: str
    term: str = ""
    place: Place | None = None


def blank_cells(
    reading: Reading, scorecard: Scorecard | None, pack: Pack, template: str | None
) -> tuple[BlankCell, ...]:
    """Each cell once, with the weightiest need for it.

    `template` is the one by which the report will be made, if it is not the one that the workbook asks for.
    """
    record = reading.record
    known: dict[object, BlankCell] = {}
    for cell in (
        *(_blank_cell(Need.REQUIRED, fact) for fact in reading.missing if fact.place),
        *_unscored(scorecard),
        *_printed(record, scorecard, pack, template),
        *_told(record, pack),
        *(_without_rows(record, pack) if pack.form.report_name else ()),
    ):
        known.setdefault(cell.place or (cell.sheet, cell.label), cell)
    return tuple(known.values())


def _blank_cell(need: Need, fact: Fact) -> BlankCell:
    assert fact.place is not None
    return BlankCell(need, fact.place.sheet, fact.label, fact.term, fact.place)


def _unscored(scorecard: Scorecard | None) -> Iterator[BlankCell]:
    for score in scorecard.scores if scorecard else ():
        for fact in score.obstacle.blanks if score.obstacle else ():
            if fact.place:
                yield _blank_cell(Need.SCORED, fact)


def _told(record: Record, pack: Pack) -> Iterator[BlankCell]:
    for name in pack.asked_figures:
        fact = record.fields[name]
        instead = pack.vocabulary[name].unless
        if fact.state is State.BLANK and fact.place and not any(record.fields[one].number for one in instead):
            yield _blank_cell(Need.TOLD, fact)


def _without_rows(record: Record, pack: Pack) -> Iterator[BlankCell]:
    """Tables without a row, of which nothing says that this is meant: the report says that there is none."""
    for declaration in pack.declarations:
        said = any(record.fields[term].filled for term in declaration.single)
        if not said and not declaration.holds(record):
            for group in declaration.groups:
                if not any(row.used or row.lost for row in record.groups.get(group, ())):
                    term = pack.vocabulary[pack.groups[group].terms[0]]
                    yield BlankCell(Need.LISTED, term.sheet, group, term.name)


def _printed(
    record: Record, scorecard: Scorecard | None, pack: Pack, template: str | None
) -> Iterator[BlankCell]:
    """The blank figures that sentences of the report would have to print; known by making it."""
    if scorecard is None or not _has_blanks(record, pack):
        return
    from jixiao.report.making import maker_for  # a workbook without blanks asks for no report

    try:
        printed = maker_for(record, pack, template).printed(record, scorecard, _blanks)
    except UnusableInput:  # what is wrong with the template is said when the report is made
        return
    for occurrence in printed:
        for fact in _blanks(occurrence.value):
            yield from (
                _blank_cell(Need.PRINTED, cell) for cell in _entered(fact, record, pack) if cell.place
            )


def _blanks(printed: object) -> tuple[Fact, ...]:
    """Of what a tag prints, the cells that are blank."""
    found: tuple[Fact, ...] = getattr(printed, "blanks", ())
    return found


def _has_blanks(record: Record, pack: Pack) -> bool:
    """True if a figure is blank; the table in which indicators are judged is the scoring's business."""
    assert pack.form.assessment is not None
    judged = pack.form.assessment.table
    groups = {name: rows for name, rows in record.groups.items() if name != judged}
    return any(_is_blank(fact, pack) for fact in Record(record.fields, groups).walk())


def _is_blank(fact: Fact, pack: Pack) -> bool:
    """True for a figure that people should have typed."""
    term = pack.vocabulary[fact.term]
    asked = not term.formula and not term.optional
    return asked and fact.kind.numeric and fact.state is State.BLANK


def _entered(fact: Fact, record: Record, pack: Pack) -> Iterator[Fact]:
    """The cell itself; of a computed one, those of the blank cells that go into it that exist once."""
    if fact.term not in pack.formulas:
        yield fact
        return
    for read in reads(pack.formulas[fact.term].expression, pack.vocabulary):
        cell = record.fields.get(read.term)
        if cell is not None and cell.state is State.BLANK:
            yield from _entered(cell, record, pack)
