"""What a workbook can declare not to exist with one cell, and what that makes of the blanks it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Fact, Record, State
from jixiao.model.term import Group, Term, Vocabulary
from jixiao.pack.errors import PackError
from jixiao.pack.form import Form
from jixiao.pack.sections import Field, FieldsSection

FILE = "form.toml"


class Declaration(msgspec.Struct, frozen=True):
    """A cell by which a workbook says that there is no such business, and the terms that go with it."""

    cell: Term
    terms: frozenset[str]
    single: tuple[str, ...]  # those of them that exist once, in the order of the form
    groups: tuple[str, ...]  # tables and blocks all of whose terms these are, the outermost ones
    state: State = State.DECLINED  # of their blanks

    def holds(self, record: Record) -> bool:
        """True if the workbook declares it."""
        return record.fields[self.cell.name].text in self.cell.choices


def declarations_of(
    form: Form, vocabulary: Vocabulary, groups: Mapping[str, Group]
) -> tuple[Declaration, ...]:
    """The declaring cells in the order of the form. Raises PackError for a name that the form lacks."""
    return tuple(_declaration(field, vocabulary, groups) for field in _fields(form) if field.declines)


def with_declined(record: Record, declarations: tuple[Declaration, ...], vocabulary: Vocabulary) -> Record:
    """The whole workbook, in which the blanks that are declared not to exist say so.

    In the rows of a table the form itself declares it of an optional column.
    """
    states = {term.name: State.DECLINED for term in vocabulary.values() if term.optional and term.path}
    for declaration in sorted(declarations, key=lambda one: one.state is State.ABSENT):
        if declaration.holds(record):
            states |= dict.fromkeys(declaration.terms, declaration.state)
    if states:
        _decline(record, states)
    return record


def _decline(record: Record, states: Mapping[str, State]) -> None:
    fields = cast(dict[str, Fact], record.fields)
    for name, fact in fields.items():
        if name in states and fact.kind.numeric and fact.state is State.BLANK:
            fields[name] = replace(fact, state=states[name])
    for records in record.groups.values():
        for inner in records:
            _decline(inner, states)


def _fields(form: Form) -> Iterator[Field]:
    for sheet in form.sheets:
        for section in sheet.sections:
            yield from section.fields if isinstance(section, FieldsSection) else ()


def _declaration(field: Field, vocabulary: Vocabulary, groups: Mapping[str, Group]) -> Declaration:
    cell = vocabulary[field.term]
    if len(cell.choices) != 1:
        raise PackError(FILE, field.term, "a cell that declines something offers one word, and no other")
    found = {name: _named(name, vocabulary) for name in field.declines}
    for name, terms in found.items():
        if not terms:
            raise PackError(FILE, name, f"“{field.term}” declines it, and no name begins with it")
    terms = frozenset().union(*found.values())
    outermost = (groups[name] for name in field.declines if name in groups)
    single = tuple(name for name in vocabulary if name in terms and not vocabulary[name].path)
    state = State.ABSENT if field.absent else State.DECLINED
    return Declaration(cell, terms, single, tuple(group.name for group in outermost), state)


def _named(name: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The term of that name, or all whose names go on from it; a computed cell is what its inputs make it."""
    return frozenset(
        term.name
        for term in vocabulary.values()
        if not term.formula and (term.name == name or term.name.startswith(f"{name}."))
    )
