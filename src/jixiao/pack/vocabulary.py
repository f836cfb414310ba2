"""The form -> its vocabulary: every term once, with label, kind, sheet and scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from msgspec.structs import replace

from jixiao.model.fact import Kind
from jixiao.model.term import Group, Term, Vocabulary
from jixiao.pack.errors import PackError
from jixiao.pack.form import Form
from jixiao.pack.sections import (
    BlockSection,
    Cell,
    FieldsSection,
    GridColumn,
    GridRow,
    GridSection,
    Section,
    TableSection,
)

ZERO = Decimal(0)

# Part of a name -> the term or group that it ends at, or the names that go on from there.
Branch: TypeAlias = "dict[str, str | Group | Branch]"


def vocabulary_of(form: Form) -> Vocabulary:
    """All terms of the form in the order of the sheets. Raises PackError for a doubled or bad name."""
    terms: dict[str, Term] = {}
    for sheet in form.sheets:
        for section in sheet.sections:
            for term in _terms(section, sheet.name, ()):
                _check_name(term, terms)
                terms[term.name] = term
    return terms


def groups_of(form: Form, vocabulary: Vocabulary) -> dict[str, Group]:
    """The tables and blocks of the form, outer before inner. Raises PackError for an unknown key."""
    groups: dict[str, Group] = {}
    for sheet in form.sheets:
        for section in sheet.sections:
            _add_groups(section, (), vocabulary, groups)
    return groups


def _add_groups(
    section: Section, outer: tuple[str, ...], vocabulary: Vocabulary, groups: dict[str, Group]
) -> None:
    match section:
        case TableSection(name=name, key=key, within=within, rows=rows):
            columns = key and f"{name}.{key}", within and f"{name}.{within}"
            table = _group(name, (*outer, name), columns, 0, vocabulary)
            groups[name] = replace(table, rows=rows)
        case BlockSection(name=name, key=key, repeat=repeat, sections=inner):
            groups[name] = _group(name, (*outer, name), (key, ""), repeat, vocabulary)
            for part in inner:
                _add_groups(part, (*outer, name), vocabulary, groups)


def _group(
    name: str, path: tuple[str, ...], columns: tuple[str, str], repeat: int, vocabulary: Vocabulary
) -> Group:
    """`columns` are the key and what it is told apart within."""
    terms = tuple(term.name for term in vocabulary.values() if term.path == path)
    for column in columns:
        if column and column not in terms:
            raise PackError("form.toml", name, f"the key “{column}” is none of its terms")
    key, within = columns
    return Group(name, path, terms, key, within, repeat)


def _terms(section: Section, sheet: str, path: tuple[str, ...]) -> Iterator[Term]:
    match section:
        case FieldsSection(fields=fields):
            for field in fields:
                yield replace(_term(field.term, field.label, field, sheet, path), beside=field.label)
        case GridSection():
            yield from _grid_terms(section, sheet, path)
        case TableSection():
            yield from _table_terms(section, sheet, (*path, section.name))
        case BlockSection(name=name, sections=inner):
            for part in inner:
                yield from _terms(part, sheet, (*path, name))


def _grid_terms(grid: GridSection, sheet: str, path: tuple[str, ...]) -> Iterator[Term]:
    several = sum(not column.formula for column in grid.columns) > 1
    for row in grid.rows:
        for column in grid.columns:
            if not column.only or row.name in column.only:
                label = f"{row.label}（{column.label}）" if several else row.label
                formula = column.formula.replace("{}", row.name)
                name = column.term.replace("{}", row.name)
                term = _term(name, label.strip(), column, sheet, path, formula)
                above = column.label if grid.header and row is grid.rows[0] else ""
                low = None if row.negative else term.low
                optional = term.optional or row.optional
                term = replace(term, low=low, optional=optional, unless=_instead(grid, row, column))
                yield replace(term, beside=row.label, above=above)


def _instead(grid: GridSection, row: GridRow, column: GridColumn) -> tuple[str, ...]:
    """The cells of the same column whose figures say that there is none in this row."""
    if unknown := set(row.unless) - {other.name for other in grid.rows}:
        raise PackError(
            "form.toml", row.name, f"“unless” names rows the grid does not have: {sorted(unknown)}"
        )
    return tuple(column.term.replace("{}", name) for name in row.unless)


FOUND = (Kind.TEXT, Kind.NUMBER)  # what a cell may say although nobody has typed there


def _table_terms(table: TableSection, sheet: str, path: tuple[str, ...]) -> Iterator[Term]:
    given = set(table.given[0]) if table.given else set()
    if unknown := given - {column.name for column in table.columns}:
        raise PackError("form.toml", table.name, f"“given” fills columns it does not have: {sorted(unknown)}")
    if any(set(row) != given for row in table.given):
        raise PackError("form.toml", table.name, "every row of “given” fills the same columns")
    called = sheet if path == (table.name,) and not table.title else ""
    for column in table.columns:
        term = _term(f"{table.name}.{column.name}", column.label, column, sheet, path)
        if column.name in given and term.kind.numeric:
            raise PackError("form.toml", term.name, "only codes and texts can be printed in rows")
        if column.otherwise and (column.type not in FOUND or column.formula or column.name in given):
            reason = "only a text or number that people may type can be found otherwise"
            raise PackError("form.toml", term.name, reason)
        given_too = column.name in given
        yield replace(term, given=given_too, otherwise=column.otherwise, table=called, above=column.label)


def _term(
    name: str, label: str, cell: Cell, sheet: str, path: tuple[str, ...], formula: str | None = None
) -> Term:
    return Term(
        name=name,
        label=label,
        kind=cell.type,
        sheet=sheet,
        path=path,
        required=cell.required,
        optional=cell.optional,
        later=cell.later,
        formula=cell.formula if formula is None else formula,
        low=None if cell.negative or not cell.type.numeric else ZERO,
        choices=() if cell.others else cell.choices,
    )


def _check_name(term: Term, known: dict[str, Term]) -> None:
    if not all(part.isidentifier() for part in term.name.split(".")) or "." not in term.name:
        raise PackError("form.toml", term.name, "a term is two or more identifiers joined by dots")
    if term.name in known:
        raise PackError("form.toml", term.name, "the term occurs twice")
    if term.kind is Kind.YEAR and term.path:
        raise PackError("form.toml", term.name, "a year belongs to the workbook, not to a row")


def branches_of(single: Iterable[str], groups: Mapping[str, Group]) -> dict[tuple[str, ...], Branch]:
    """Path of a table or block (empty for the workbook) -> the names that start there."""
    found: dict[tuple[str, ...], Branch] = {(): {}}
    for name in single:
        _put_at(found[()], name.split("."), name)
    for group in groups.values():
        outer = f"{group.path[-2]}." if len(group.path) > 1 else ""
        _put_at(found[group.path[:-1]], group.name.removeprefix(outer).split("."), group)
        inner = found.setdefault(group.path, {})
        for name in group.terms:
            _put_at(inner, name.removeprefix(f"{group.name}.").split("."), name)
    return found


def _put_at(branch: Branch, parts: list[str], leaf: str | Group) -> None:
    *heads, last = parts
    for head in heads:
        below = branch.setdefault(head, {})
        if not isinstance(below, dict):
            raise ValueError(f"{head} is a term or a table and cannot hold {last}")
        branch = below
    branch[last] = leaf
