"""What nobody has filled in although the report or a score needs it: one finding a sheet, with its cells.

A cell is filled, or declared not to exist (then it is a zero), or told here.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from enum import StrEnum
from itertools import groupby

import msgspec

from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Fact, Place, Record, State
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Scorecard
from jixiao.pack.declarations import Declaration
from jixiao.pack.pack import Pack
from jixiao.relation.reads import reads
from jixiao.workbook.reading.filled_workbook import Reading

BLANK = "BLANK-01"  # cells of a sheet are blank
CONTRADICTED = "BLANK-02"  # what is declared not to exist is filled in
NAMED = 3  # so few cells are named one by one


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


def blank_findings(
    reading: Reading, scorecard: Scorecard | None, pack: Pack, template: str | None = None
) -> tuple[Finding, ...]:
    """One finding for each sheet with blanks, and one for each declaration that the figures contradict.

    `template` is the one by which the report will be made, if it is not the one that the workbook asks for.
    """
    record = reading.record
    gaps = [
        *(_blank_cell(Need.REQUIRED, fact) for fact in reading.missing if fact.place),
        *_unscored(scorecard),
        *_printed(record, scorecard, pack, template),
        *(_told(record, pack) if pack.form.report_name else ()),
        *_without_rows(record, pack),
    ]
    known: dict[object, BlankCell] = {}
    for gap in gaps:
        known.setdefault(gap.place or (gap.sheet, gap.label), gap)
    sheets: dict[str, list[BlankCell]] = {sheet.name: [] for sheet in pack.form.sheets}
    for gap in known.values():
        sheets.setdefault(gap.sheet, []).append(gap)  # people rename sheets
    told = (_finding(sheet, found, record, pack) for sheet, found in sheets.items() if found)
    return (*told, *_contradictions(record, pack))


# ---- which cells


def _blank_cell(need: Need, fact: Fact) -> BlankCell:
    assert fact.place is not None
    return BlankCell(need, fact.place.sheet, fact.label, fact.term, fact.place)


def _unscored(scorecard: Scorecard | None) -> Iterator[BlankCell]:
    for score in scorecard.scores if scorecard else ():
        for fact in score.obstacle.blanks if score.obstacle else ():
            if fact.place:
                yield _blank_cell(Need.SCORED, fact)


def _told(record: Record, pack: Pack) -> Iterator[BlankCell]:
    """The single figures of the form: where there is nothing, a zero says so."""
    for name in pack.single_terms:
        fact = record.fields[name]
        if _is_blank(fact, pack) and fact.place:
            yield _blank_cell(Need.TOLD, fact)


def _without_rows(record: Record, pack: Pack) -> Iterator[BlankCell]:
    """Tables without a row, of which nothing says that this is meant: the report says that there is none."""
    for declaration in pack.declarations:
        inside = {term for group in declaration.groups for term in _terms_in(group, pack)}
        said = any(record.fields[term].filled for term in declaration.terms - inside if term in record.fields)
        if not said and not declaration.holds(record) and pack.form.report_name:
            for group in declaration.groups:
                if not any(row.used for row in record.groups.get(group, ())):
                    term = pack.vocabulary[_terms_in(group, pack)[0]]
                    yield BlankCell(Need.LISTED, term.sheet, group, term.name)


def _terms_in(group: str, pack: Pack) -> tuple[str, ...]:
    return tuple(name for name, term in pack.vocabulary.items() if group in term.path)


def _printed(
    record: Record, scorecard: Scorecard | None, pack: Pack, template: str | None
) -> Iterator[BlankCell]:
    """The blank figures that sentences of the report would have to print; known by making it."""
    if scorecard is None or not _has_blanks(record, pack):
        return
    from jixiao.report.making import maker_for  # a workbook without blanks asks for no report

    try:
        report = maker_for(record, pack, template).made(record, scorecard, draft=True)
    except UnusableInput:  # what is wrong with the template is said when the report is made
        return
    for occurrence in report.printed:
        for fact in getattr(occurrence.value, "blanks", ()):
            yield from (
                _blank_cell(Need.PRINTED, cell) for cell in _entered(fact, record, pack) if cell.place
            )


def _has_blanks(record: Record, pack: Pack) -> bool:
    """True if a figure is blank; the table in which indicators are judged is the scoring's business."""
    assert pack.form.assessment is not None
    judged = pack.form.assessment.table
    groups = {name: rows for name, rows in record.groups.items() if name != judged}
    return any(_is_blank(fact, pack) for fact in Record(record.fields, groups).walk())


def _is_blank(fact: Fact, pack: Pack) -> bool:
    """True for a figure that people should have typed."""
    return fact.kind.numeric and fact.state is State.BLANK and not pack.vocabulary[fact.term].formula


def _entered(fact: Fact, record: Record, pack: Pack) -> Iterator[Fact]:
    """The cell itself; of a computed one, those of the blank cells that go into it that exist once."""
    if fact.term not in pack.formulas:
        yield fact
        return
    for read in reads(pack.formulas[fact.term].expression, pack.vocabulary):
        cell = record.fields.get(read.term)
        if cell is not None and cell.state is State.BLANK:
            yield from _entered(cell, record, pack)


# ---- what is said


def _finding(sheet: str, gaps: list[BlankCell], record: Record, pack: Pack) -> Finding:
    cells = tuple(gap.place for gap in gaps if gap.place)
    needs = dict(_by_need(gaps))
    severity = min((gap.need.severity for gap in gaps), key=tuple(Severity).index)
    where = f"{cells[0]} 本表有 {len(cells)} 格没有填。" if cells else f"“{sheet}”表没有填。"
    parts = "；".join(f"{need}：{_listed(found)}" for need, found in needs.items())
    return Finding(
        id=BLANK,
        severity=severity,
        outcome=Outcome.NOT_CHECKED if severity is not Severity.NOTE else Outcome.PASSED,
        label=sheet,
        message=f"{where}{parts}。{_consequence(needs)}",
        place=cells[0] if cells else None,
        mend=_mend(gaps, record, pack),
        cells=cells,
        key=f"{BLANK}@{sheet}",
    )


def _consequence(needs: Container[Need]) -> str:
    """What comes of blanks; a blank is no zero, whatever an accountant means by it."""
    printed = ["报告里印“（未填）”"] if Need.PRINTED in needs else []
    scored = ["有关指标不能评分"] if Need.SCORED in needs else []
    told = ["报告里不写"] if Need.TOLD in needs and not printed else []
    said = "，".join((*printed, *scored, *told))
    return f"空着不等于 0：{said}。" if said else ""


def _by_need(gaps: Iterable[BlankCell]) -> Iterator[tuple[Need, list[BlankCell]]]:
    found = list(gaps)
    for need in Need:
        if chosen := [gap for gap in found if gap.need is need]:
            yield need, chosen


def _listed(gaps: list[BlankCell]) -> str:
    labels = dict.fromkeys(gap.label for gap in gaps)
    if not gaps[0].place or len(gaps) == len(labels) <= NAMED:
        return "、".join(f"“{gap.label}”{f'（{gap.place.cell}）' if gap.place else ''}" for gap in gaps)
    from jixiao.workbook.file.ranges import ranges  # most workbooks have no such finding

    cells = "、".join(ranges(gap.place.cell for gap in gaps if gap.place))
    return f"{cells}（“{gaps[0].label}”{'等' if len(labels) > 1 else ''}）"


def _mend(gaps: list[BlankCell], record: Record, pack: Pack) -> str:
    figures = [gap for gap in gaps if gap.place and pack.vocabulary[gap.term].kind.numeric]
    advice = ["请补填", *(["没有发生额的填 0"] if figures else [])]
    declaring = [one for one in pack.declarations if any(gap.term in one.terms for gap in gaps)]
    by_sheet = groupby(declaring, key=lambda one: one.cell.sheet)
    advice += [_declared_by(sheet, list(found), record) for sheet, found in by_sheet]
    if all(gap.need in (Need.TOLD, Need.LISTED) for gap in gaps) and figures:
        advice.append("确实不用填的，写明审核说明")
    return f"{'；'.join(advice)}。"


def _declared_by(sheet: str, declarations: list[Declaration], record: Record) -> str:
    words = [f"“{one.cell.label}”{_at(record.fields[one.cell.name])}" for one in declarations]
    return f"本单位没有的，在“{sheet}”表的{'、'.join(words)}选“{declarations[0].cell.choices[0]}”"


def _at(fact: Fact) -> str:
    return f"（{fact.place.cell}）" if fact.place else ""


# ---- what is declared and yet filled in


def _contradictions(record: Record, pack: Pack) -> Iterator[Finding]:
    for declaration in pack.declarations:
        if declaration.holds(record):
            filled = [fact for fact in record.walk() if _denies(fact, declaration)]
            if filled:
                yield _contradiction(declaration, record.fields[declaration.cell.name], filled)


def _denies(fact: Fact, declaration: Declaration) -> bool:
    """A zero says the same as the declaration."""
    return fact.term in declaration.terms and not fact.empty and (bool(fact.number) or not fact.kind.numeric)


def _contradiction(declaration: Declaration, said: Fact, filled: list[Fact]) -> Finding:
    cells = tuple(fact.place for fact in (said, *filled) if fact.place)
    shown = "、".join(f"{fact.place} “{fact.label}”填有 {fact.typed}" for fact in filled[:NAMED])
    more = f"等 {len(filled)} 格" if len(filled) > NAMED else ""
    return Finding(
        id=CONTRADICTED,
        severity=Severity.ERROR,
        outcome=Outcome.INCONSISTENT,
        label=declaration.cell.label,
        message=f"{said.place} “{said.label}”选了“{said.text}”，可是{shown}{more}。",
        place=said.place,
        stated=said.text,
        mend=f"有这项业务的，请清空 {said.place}；没有的，请删去所列的数。",
        cells=cells,
        key=f"{CONTRADICTED}@{declaration.cell.name}",
    )
