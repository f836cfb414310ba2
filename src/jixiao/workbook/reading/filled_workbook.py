"""A filled workbook -> facts. Reads by defined name, so cells may have moved; never changes the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

import msgspec
from msgspec.structs import replace

from jixiao.model.errors import UnusableInput
from jixiao.model.fact import ZERO, Fact, Record, State
from jixiao.model.finding import Finding
from jixiao.model.term import Group, Term
from jixiao.pack.computed import completed, summed_units
from jixiao.pack.pack import Pack
from jixiao.workbook.file.source import CellSource
from jixiao.workbook.file.structure import Area, BookStructure, defined_name
from jixiao.workbook.reading.book_unit import BookUnit
from jixiao.workbook.reading.displacement import displacements, printed_labels
from jixiao.workbook.reading.facts import CENT, Reader, said_none
from jixiao.workbook.reading.findings import (
    below_table,
    displaced_sheets,
    finding_of,
    full_table,
    lost_names,
    lost_sheets,
)
from jixiao.workbook.reading.named_cells import NamedCells
from jixiao.workbook.reading.remark import Remark
from jixiao.workbook.reading.stated_year import contradicted_year

_BLANK = State.BLANK  # by name, for most cells are
_SHOWN = 40  # characters of what stands where the stamp should
_OF = "·"  # between the name of a row and what it belongs to


class Reading(msgspec.Struct, frozen=True):
    """What a workbook says: its facts, what was strange about them, and the unit it speaks in."""

    record: Record
    findings: tuple[Finding, ...]
    unit: BookUnit
    structure: BookStructure
    framework: str  # name of the indicator framework it was built for; empty where nothing is scored
    missing: tuple[Fact, ...] = ()  # required cells that nobody has filled in

    def year(self, pack: Pack) -> int | None:
        """The year that is filled in."""
        fact = self.record.fields[pack.form.year]
        return int(fact.number) if fact.filled else None


def read_facts(source: CellSource, pack: Pack) -> Reading:
    """Read every term of the form from a filled workbook.

    Shape:    one fact per single term; one record per used row of a table and per used instance of
              a block, in sheet order; one of lost facts where none of their cells can be read.
    Units:    元, converted by the workbook's unit; the quantum keeps the precision typed.
    Findings: text in an amount cell, an error value, a formula never calculated, a name or sheet that
              is gone, a sheet whose cells were moved away from under their names (none of it is read); the
              fact's value is then None. Required cells left blank are listed apart.
    Raises:   UnusableInput if the file is no workbook of this form and version.
    Source:   form.toml of the pack.
    """
    structure = source.structure
    labels = printed_labels(structure, pack)
    sheets = NamedCells(source, pack)
    _check_identity(sheets, pack, source.path.name)
    unit = _unit(sheets, pack)
    moved = displacements(labels, sheets.cells, source)
    reader = Reader(unit, structure.epoch_1904, source.is_date, source.is_struck, source.is_percent)
    run = _Run(pack, sheets, reader, moved.keys())
    record = completed(run.record((), 0), pack)
    lost = [
        *displaced_sheets(moved),
        *lost_sheets(run.lost, structure.parts),
        *lost_names(run.lost, structure.parts),
        *below_table([at for at in sheets.below if at.sheet not in moved]),
    ]
    return Reading(
        record=record,
        missing=tuple(_still_blank(run.missing, record, pack)),
        findings=(*lost, *run.findings, *contradicted_year(record, pack.form.year, source.path.name)),
        unit=unit,
        structure=structure,
        framework=sheets.text(pack.form.identity.get("framework", "")),
    )


def _still_blank(missing: list[Fact], record: Record, pack: Pack) -> Iterator[Fact]:
    """Without the cells that say something although nobody has filled them in."""
    if not missing:
        return
    said = {fact.place for fact in record.walk() if fact.term in pack.stand_ins and fact.filled}
    yield from (fact for fact in missing if fact.place not in said)


def _check_identity(sheets: NamedCells, pack: Pack, file: str) -> None:
    found, version = sheets.text(pack.form.identity["id"]), sheets.text(pack.form.identity["version"])
    wanted = pack.form.id, pack.form.version
    if not found:
        raise UnusableInput(
            f"“{file}”不是本工具的标准工作簿（没有表样编号）。请用 jixiao new 新建一份，把数据填进去。"
        )
    if (found, version) != wanted:
        raise UnusableInput(
            f"“{file}”的表样是 {found[:_SHOWN]} 第{version[:_SHOWN] or '?'}版，"
            f"本工具需要 {wanted[0]} 第{wanted[1]}版。"
            "请用 jixiao new 新建一份，把数据填进去。"
        )


def _unit(sheets: NamedCells, pack: Pack) -> BookUnit:
    """The unit chosen in the workbook; the first of the form where the choice is missing or unknown."""
    factors = pack.form.units.factors
    chosen = sheets.text(pack.form.units.term)
    name = chosen if chosen in factors else pack.default_unit
    summed = sheets.text(pack.form.units.summed)
    return BookUnit(name, factors[name], CENT * factors[name], factors, summed_units(summed))


class _Run(msgspec.Struct):
    pack: Pack
    sheets: NamedCells
    reader: Reader
    displaced: Set[str]  # sheets of which nothing is read
    findings: list[Finding] = msgspec.field(default_factory=list)
    missing: list[Fact] = msgspec.field(default_factory=list)
    lost: list[Term] = msgspec.field(default_factory=list)

    def record(self, path: tuple[str, ...], repetition: int) -> Record:
        """The workbook itself (path empty) or one instance of a block."""
        terms = self.pack.groups[path[-1]].terms if path else self.pack.single_terms
        understood = {name: self.single(self.pack.vocabulary[name], repetition) for name in terms}
        inner = [group for group in self.pack.groups.values() if group.path[:-1] == path]
        groups = {group.name: self.group(group, repetition) for group in inner}
        return Record(understood, groups)

    def group(self, group: Group, repetition: int) -> tuple[Record, ...]:
        if not group.repeat:
            return tuple(self.rows(group, repetition))
        return tuple(self.instances(group))

    def instances(self, group: Group) -> Iterator[Record]:
        for number in range(group.repeat):
            findings, missing, lost = len(self.findings), len(self.missing), len(self.lost)
            record = self.record(group.path, number)
            none = None if any(record.groups.values()) else said_none(record.fields.values())
            if none:
                self.without(none, findings, missing)
            elif record.used or (number == 0 and record.lost):
                yield Record(record.fields, record.groups, _key(record.fields, group, number + 1))
            else:
                del self.findings[findings:]
                del self.missing[missing:]
                del self.lost[lost if number else len(self.lost) :]

    def rows(self, group: Group, repetition: int) -> Iterator[Record]:
        columns = []
        for name in group.terms:
            term = self.pack.vocabulary[name]
            columns.append((term, self.area(term, repetition)))
        if not any(area for _, area in columns):
            yield Record({term.name: _lost(term) for term, _ in columns}, {}, _key({}, group, 1))
            return
        entered = [area for term, area in columns if area and not term.formula]
        used = self.sheets.used_rows(entered)
        if group.rows and entered and len(used) > entered[0].last - entered[0].first:
            self.findings.append(full_table(group.name, entered[0]))
        for number, row in enumerate(used, 1):
            findings, missing = len(self.findings), len(self.missing)
            fields = {term.name: self.cell(term, area, row) for term, area in columns}
            if none := said_none(fields.values()):
                self.without(none, findings, missing)
                continue
            yield Record(fields, {}, _key(fields, group, number))

    def without(self, said: Fact, findings: int, missing: int) -> None:
        """A row that there is not lacks nothing; that it was taken so is told."""
        del self.findings[findings:]
        del self.missing[missing:]
        told = finding_of(Remark.NONE_HERE, said, self.pack.vocabulary[said.term], self.reader.unit)
        self.findings.append(told)

    def single(self, term: Term, repetition: int) -> Fact:
        area = self.area(term, repetition)
        if area is None and term.later:
            return Fact(term.name, term.label, term.kind, None, state=State.BLANK)
        return self.cell(term, area, area.first) if area else _lost(term)

    def area(self, term: Term, repetition: int) -> Area | None:
        """Where a term is read; None where its name is lost or its sheet cannot be trusted."""
        area = self.sheets.structure.area(defined_name(term, repetition))
        if area is None and not term.later:
            self.lost.append(replace(term, name=defined_name(term, repetition)))
        return None if area is None or area.sheet in self.displaced else area

    def cell(self, term: Term, area: Area | None, row: int) -> Fact:
        if area is None:
            return _lost(term)
        place = area.place(row)
        raw = None if term.formula else self.sheets.cells[area.sheet].get(place.cell)
        if raw is None and (term.formula or not term.required):  # as most cells of a form
            return Fact(term.name, term.label, term.kind, place, None, ZERO, _BLANK)
        understood = self.reader.understand(term, place, raw)
        if term.required and understood.fact.state is State.BLANK:
            self.missing.append(understood.fact)
        elif understood.remark is not None:
            self.findings.append(finding_of(understood.remark, understood.fact, term, self.reader.unit))
        return understood.fact


def _lost(term: Term) -> Fact:
    return Fact(term.name, term.label, term.kind, None, state=State.LOST)


def _key(fields: Mapping[str, Fact], group: Group, number: int) -> str:
    """What people call the row, after what it belongs to."""
    texts = (fields[name].text for name in (group.within, group.key) if name in fields)
    return _OF.join(filter(None, texts)) or f"第{number}行"
