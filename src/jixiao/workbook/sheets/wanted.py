"""Which cells of a sheet should not stay blank as far as its form knows, and how many of them still do.

What a run says about blanks (jixiao/blanks) goes further in one respect: of the rows of tables it knows
what the report prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from jixiao.model.fact import Record, State
from jixiao.model.term import Group, Term
from jixiao.pack.form import Form, Sheet
from jixiao.pack.framework import Framework, asked_terms
from jixiao.pack.pack import Pack
from jixiao.pack.sections import TableSection
from jixiao.workbook.sheets.calculation import Calculation

Declining = tuple[str, ...]  # cells each of which can say that there is no such business


class Wanted(msgspec.Struct, frozen=True):
    """`single` terms by what makes them unneeded; `judged` columns with the row of the indicator; `groups`
    whose required cells are wanted in each row or repetition that is used."""

    single: Mapping[Declining, tuple[str, ...]]
    judged: tuple[tuple[str, int], ...]
    # The column, and what it begins with in rows in which nothing is judged; or blank
    spared: tuple[str, str]
    groups: tuple[Group, ...]

    def blank(self, calc: Calculation) -> int:
        """How many are blank."""
        fields = calc.record.fields
        single = (name for names in self.single.values() for name in names)
        judged = (calc.fact(term, (row,)) for term, row in self.judged if not self._spares(calc, row))
        return (
            sum(fields[name].state is State.BLANK for name in single)
            + sum(fact is None or fact.empty for fact in judged)
            + sum(
                record.fields[name].empty
                for group in self.groups
                for record in _records(calc.record, group.path)
                for name in required_of(group, calc.pack)
            )
        )

    def _spares(self, calc: Calculation, row: int) -> bool:
        term, begins = self.spared
        fact = calc.fact(term, (row,)) if begins else None
        return fact is not None and fact.text.strip().startswith(begins)


def entry_sheets(form: Form) -> tuple[Sheet, ...]:
    """The sheets that people fill in."""
    return tuple(sheet for sheet in form.sheets if sheet.tab == "entry")


def wanted_in(sheet: str, pack: Pack, framework: Framework | None) -> Wanted:
    """What is wanted in one sheet."""
    terms = [term for term in pack.vocabulary.values() if term.sheet == sheet]
    asked = set(pack.asked_figures)
    single: dict[Declining, tuple[str, ...]] = {}
    for term in terms:
        if not term.path and (term.required or term.name in asked):
            declining = () if term.required else _declining(term.name, pack)
            single[declining] = (*single.get(declining, ()), term.name)
    groups = {term.path[-1]: pack.groups[term.path[-1]] for term in terms if term.path and term.required}
    judged = _judged(pack.form, framework) if framework else ()
    here = {term.name for term in terms}
    asked_for = tuple(cell for cell in judged if cell[0] in here)
    return Wanted(single, asked_for, _spared(pack.form, framework), tuple(groups.values()))


def _spared(form: Form, framework: Framework | None) -> tuple[str, str]:
    if framework is None or form.assessment is None or not any(map(framework.absent, framework.indicators)):
        return "", ""
    return form.assessment.reason, form.assessment.not_applicable


def entered_in(sheet: str, pack: Pack) -> tuple[Term, ...]:
    """The terms of one sheet that people fill in; what is printed there is none of them."""
    terms = (term for term in pack.vocabulary.values() if term.sheet == sheet)
    preset = _preset(pack.form)
    return tuple(term for term in terms if not (term.formula or term.given or term.name in preset))


def _preset(form: Form) -> frozenset[str]:
    """The columns that the indicators fill."""
    tables = form.sections(TableSection)
    return frozenset(f"{one.name}.{column.name}" for one in tables for column in one.columns if column.preset)


def filled_in(sheet: str, calc: Calculation) -> int:
    """How many cells of them hold anything."""
    names = {term.name for term in entered_in(sheet, calc.pack)}
    return sum(fact.term in names and not fact.empty for fact in calc.record.walk())


def required_of(group: Group, pack: Pack) -> tuple[str, ...]:
    """The terms of a table or block that must be filled in wherever it is used."""
    return tuple(name for name in group.terms if pack.vocabulary[name].required)


def _declining(term: str, pack: Pack) -> Declining:
    return tuple(one.cell.name for one in pack.declarations if term in one.terms)


def _judged(form: Form, framework: Framework) -> Iterator[tuple[str, int]]:
    assert form.assessment is not None
    for row, indicator in enumerate(framework.indicators):
        yield from ((term, row) for term in asked_terms(indicator, form.assessment))


def _records(record: Record, path: tuple[str, ...]) -> Iterator[Record]:
    """The used rows or repetitions of a group."""
    for inner in record.groups.get(path[0], ()):
        if inner.used:
            yield from _records(inner, path[1:]) if path[1:] else (inner,)
