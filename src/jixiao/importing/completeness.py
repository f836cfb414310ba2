"""Tables that were not read wholly -> the marks that hold their checks until somebody has mended it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from jixiao.checks.confront import confront
from jixiao.importing.guide import Guide, Table, terms_of
from jixiao.importing.table_reading import TableReading
from jixiao.model.filling import Filling
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.check import Check
from jixiao.pack.computed import filled_record
from jixiao.pack.pack import Pack
from jixiao.relation.syntax import Binary, Name


def incomplete_marks(
    readings: Collection[TableReading], taken: Collection[TableReading], pack: Pack, guide: Guide
) -> dict[str, str]:
    """Field -> what it says, for each sheet of a table that is missing, was refused, or has figures left."""
    whole = whole_tables(readings, taken)
    marks: dict[str, str] = {}
    for table in guide.table:
        if table.name not in whole:
            marks |= {term: pack.vocabulary[term].choices[0] for term in _fields(table, pack)}
    return marks


def whole_tables(readings: Iterable[TableReading], taken: Iterable[TableReading]) -> set[str]:
    """The names of the tables of which every figure was taken."""
    whole = {reading.region.table.name for reading in taken}
    return whole - {
        r.region.table.name for r in readings if any(left.figures and not left.beside for left in r.leftovers)
    }


def zeros_of(table: TableReading, pack: Pack) -> set[str]:
    """The single terms that a whole table leaves blank, or has a note for: there is nothing, as published."""
    noted = {term for part in table.region.table.parts for term in terms_of(part)} if table.note else set()
    wanted = {term for term in (*noted, *table.blank) if term and not pack.vocabulary[term].path}
    return wanted - table.entries.keys()


def with_zeros(filling: Filling, terms: Iterable[str], pack: Pack) -> Filling:
    """The filling with zeros for these terms, but for totals of parts that are something."""
    zeros = dict.fromkeys(terms, Decimal(0))
    filled = replace(filling, entries={**zeros, **filling.entries})
    errors = [check for check in pack.checks if Severity(check.data.severity) is Severity.ERROR]
    totals = {check.data.id: _total(check) for check in errors}
    asked = [check for check in errors if totals[check.data.id] in zeros]
    verdicts = confront(filled_record(filled, pack), asked, pack.vocabulary, pack.names_of_codes)
    missing = {totals[v.check.data.id] for v in verdicts if v.outcome is Outcome.INCONSISTENT}
    kept = {term: entry for term, entry in filled.entries.items() if term not in missing}
    return replace(filling, entries=kept)


def _total(check: Check) -> str:
    """The term that a check says is a sum, or the like; empty if it is none by itself."""
    tree = check.relation.expression
    return tree.left.term if isinstance(tree, Binary) and isinstance(tree.left, Name) else ""


def _fields(table: Table, pack: Pack) -> Iterator[str]:
    """The fields of the sheets that the table goes to."""
    sheets = {pack.vocabulary[term].sheet for part in table.parts for term in terms_of(part)}
    return (sheet.incomplete for sheet in pack.form.sheets if sheet.name in sheets and sheet.incomplete)
