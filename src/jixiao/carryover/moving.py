"""A filled workbook -> the filling of one for another framework, and what was typed without a place there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec

from jixiao.carryover.counterparts import KnownBy, by_id, by_name
from jixiao.carryover.paired_rows import PairedRow, PairedRows, paired_rows
from jixiao.checks.acceptance import under_present_ids
from jixiao.identity import framework_of, pack_of
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Fact, Kind, Record
from jixiao.model.filling import Entry, Filling
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Framework, Indicator, asked_terms, open_terms
from jixiao.pack.framework_rows import FrameworkSheet, is_edited
from jixiao.pack.pack import Pack
from jixiao.pack.same_issue import same_issue
from jixiao.pack.stand_ins import stands_in
from jixiao.relation.scope import Scope
from jixiao.scoring.framework_sheet.edited_framework import edited_framework
from jixiao.workbook.file.source import CellSource, saved_book
from jixiao.workbook.reading.filled_workbook import Reading, read_facts
from jixiao.workbook.reading.framework_sheet import read_framework_sheet
from jixiao.workbook.results.explanations import read_explanations


class Left(msgspec.Struct, frozen=True):
    """Something typed that the new workbook has no place for; `row` is its indicator, if it has one.

    `anew`: a score that people gave, and why they have to give it again; it is noted beside the blank cell.
    """

    fact: Fact
    row: str = ""
    anew: str = ""


class Moved(msgspec.Struct, frozen=True):
    """`filling` for the new workbook, what is left behind, and the explanations by the keys of findings.

    `rows`: the indicators of both tables side by side.
    """

    filling: Filling
    source: Framework
    target: Framework
    moved: int  # cells
    left: tuple[Left, ...]
    explanations: dict[str, str]
    rows: PairedRows
    edited: bool = False  # the target was made of the source, by changing rows of it


def move(file: Path, pack: Pack, target: Framework) -> Moved:
    """Raises UnusableInput for a workbook of another form."""
    book = saved_book(file)
    if pack_of(book).form.id != pack.form.id or pack.form.assessment is None:
        raise UnusableInput(f"“{file.name}”的表样不是 {pack.form.id}，不能改用它的评价指标体系。")
    return move_read(book, read_facts(book, pack), pack, target, by_name)


def move_read(book: CellSource, reading: Reading, pack: Pack, target: Framework, known_by: KnownBy) -> Moved:
    """The same for a workbook of the form that was read. Raises UnusableInput."""
    assert pack.form.assessment is not None
    source = framework_of(reading, pack, read_framework_sheet(book, pack.form))
    rows = paired_rows(source, target, known_by)
    mover = _Mover(pack, reading, source, rows, pack.form.assessment)
    filling = mover.whole()
    written = under_present_ids(read_explanations(book, pack), pack.former_ids)
    explanations = {key: explanation.text for key, explanation in written.items()}
    return Moved(
        filling, source, target, mover.moved, tuple(mover.left), explanations, mover.rows, known_by is by_id
    )


def moves(file: Path, pack: Pack, target: Framework, year: int | None) -> bool:
    """True if the file is this year's workbook of another framework, and not last year's."""
    book = saved_book(file)
    if pack.form.assessment is None or pack_of(book).form.id != pack.form.id:
        return False
    reading = read_facts(book, pack)
    same_year = year in (None, reading.year(pack))
    return same_year and not _same_issue(book, reading, pack, target)


def refuse_same(file: Path, pack: Pack, target: Framework, year: int) -> None:
    """A workbook of the very year, for the very table, is the one to go on in. Raises UnusableInput."""
    book = saved_book(file)
    if pack.form.assessment is None or pack_of(book).form.id != pack.form.id:
        return
    reading = read_facts(book, pack)
    if reading.year(pack) == year and _same_issue(book, reading, pack, target):
        raise UnusableInput(
            f"“{file.name}”就是{year}年的，用的也是这张评分表（行、分值和评分标准都一样）：请直接在它里面接着填。"
            f"要建{year + 1}年的，请改用 --year {year + 1}。"
        )


def _same_issue(book: CellSource, reading: Reading, pack: Pack, target: Framework) -> bool:
    """Whether the workbook was made for this very table; one of the same title may have other rows."""
    if reading.framework != target.name:
        return False
    try:
        return same_issue(framework_of(reading, pack, read_framework_sheet(book, pack.form)), target)
    except UnusableInput:
        return True  # nothing can be moved out of it


class Begun(msgspec.Struct, frozen=True):
    """A workbook that somebody has begun to fill in: all that is typed goes on in the next one."""

    filling: Filling
    pack: Pack
    framework: Framework
    left: int  # cells that cannot be read, and stay behind
    explanations: dict[str, str]


def begun(file: Path, beside: Path) -> Begun:
    """What is typed in a workbook; `beside`: where it lies, of which `file` may be a copy.

    Raises UnusableInput, also where its table of indicators was changed and not yet made anew.
    """
    book = saved_book(file)
    pack = pack_of(book)
    if pack.form.assessment is None:
        raise UnusableInput(f"“{beside.name}”不是自评工作簿，不能把别的表带入它。")
    reading = read_facts(book, pack)
    sheet = read_framework_sheet(book, pack.form)
    framework = framework_of(reading, pack, sheet)
    _refuse_edited(sheet, framework, pack)
    rows = paired_rows(framework, framework, by_id)
    mover = _Mover(pack, reading, framework, rows, pack.form.assessment)
    filling = mover.whole()
    written = under_present_ids(read_explanations(book, pack), pack.former_ids)
    texts = {key: explanation.text for key, explanation in written.items()}
    return Begun(filling, pack, framework, len(mover.left), texts)


def _refuse_edited(sheet: FrameworkSheet | None, framework: Framework, pack: Pack) -> None:
    """What was changed on the sheet of the framework has no place in a workbook of the old one."""
    if sheet and is_edited(sheet, framework) and (told := edited_framework(sheet, framework, pack).findings):
        raise UnusableInput(f"{told[0].message}请先办理一次，再在新建的一本里带入。")


class _Mover(msgspec.Struct):
    pack: Pack
    reading: Reading
    source: Framework
    rows: PairedRows
    assessment: Assessment
    moved: int = 0
    left: list[Left] = msgspec.field(default_factory=list)

    def whole(self) -> Filling:
        scope = Scope(self.reading.record, self.pack.vocabulary)
        filling = self._filling(scope, set(self.pack.form.identity.values()))
        table = self.assessment.table
        judged = tuple(self._judged(self.reading.record.groups.get(table, ())))
        return msgspec.structs.replace(filling, groups={**filling.groups, table: judged})

    def _filling(self, scope: Scope, fixed: Collection[str] = ()) -> Filling:
        """The entries of one scope and, in the same shape, of the tables and blocks inside it."""
        record = scope.innermost
        facts = {term: fact for term, fact in record.fields.items() if term not in fixed}
        entries = dict(self._entries(facts.values(), scope))
        groups = {
            name: tuple(self._filling(inner) for inner in scope.each(self.pack.groups[name].path))
            for name in record.groups
            if name != self.assessment.table
        }
        return Filling(entries, groups)

    def _entries(self, facts: Iterable[Fact], scope: Scope, row: str = "") -> Iterator[tuple[str, Entry]]:
        for fact in facts:
            if self.pack.vocabulary[fact.term].formula or fact.empty:
                continue
            if fact.value is None:
                self.left += [Left(fact, row)] if fact.typed else []
            elif stands_in(fact, scope, self.pack) != fact.value:
                self.moved += 1
                yield fact.term, self._entry(fact)

    def _entry(self, fact: Fact) -> Entry:
        value = fact.value
        assert isinstance(value, Decimal | str | date)
        if isinstance(value, Decimal) and fact.kind is Kind.AMOUNT:
            return value / self.reading.unit.factor
        return value

    def _judged(self, rows: tuple[Record, ...]) -> Iterator[Filling]:
        """The rows of the indicators that the target has too; of the others everything typed is left."""
        pairs = dict(self.rows.by_former)
        for row in rows:
            known, pair = self.source.by_id.get(row.key), pairs.pop(row.key, None)
            typed = {term: fact for term, fact in row.fields.items() if term not in self.pack.presets}
            opened = self._opened(pair.former, pair.present) if pair else ()
            name = known.name if known else row.key
            self.left += [
                Left(fact, name) for term, fact in typed.items() if term not in opened and fact.typed
            ]
            if pair:
                notes = self._scored_before(pair, typed) if self.assessment.score in opened else {}
                kept = [fact for term, fact in typed.items() if term in opened and term not in notes]
                entries: Mapping[str, Entry] = dict(self._entries(kept, self._root, name))
                key = f"{self.assessment.table}.{self._key}"
                yield Filling({key: pair.present.id, **entries}, notes=notes)

    def _scored_before(self, pair: PairedRow, typed: Mapping[str, Fact]) -> dict[str, str]:
        """A score that people gave for other points, or by other words, is theirs to give again."""
        fact = typed[self.assessment.score]
        if fact.empty or not pair.change:
            return {}
        self.left.append(Left(fact, pair.former.name, pair.change))
        return {fact.term: f"原来的工作簿里自评{fact.typed}分；{pair.change}，请重新评。"}

    @property
    def _root(self) -> Scope:
        return Scope(self.reading.record, self.pack.vocabulary)

    @property
    def _key(self) -> str:
        return self.pack.groups[self.assessment.table].key.rpartition(".")[2]

    def _opened(self, known: Indicator, indicator: Indicator) -> tuple[str, ...]:
        """The columns that people fill in for it, where the same ones were asked for: without its target,
        5 of 5 would be 500%. Ticks only where they were for the same points."""
        same = asked_terms(indicator, self.assessment) == asked_terms(known, self.assessment)
        asked = open_terms(indicator, self.assessment) if same else ()
        if known.method.point_texts != indicator.method.point_texts:
            asked = tuple(term for term in asked if term not in self.assessment.points)
        return (*asked, self.assessment.evidence, self.assessment.reason)
