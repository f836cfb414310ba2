"""rollup.toml as typed data: what is done with the workbooks of many units."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

from jixiao.pack.errors import PackError
from jixiao.pack.pack import Pack
from jixiao.pack.toml_file import read_toml
from jixiao.strict import Basis, Keys, Strict

ROLLUP = "rollup.toml"


class Ratio(Strict, kw_only=True):
    """The sum of some terms over the sum of others, by which units of one kind are compared."""

    label: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    basis: Basis


class AddedTable(Strict, kw_only=True):
    """A table, or a repeated block, whose rows of several units become one where `by` says the same.

    `apart`: no two rows are one; each bears the name of its unit. Of more rows than the form has room for,
    the smallest become one, called `rest`, where they are the same in the columns `alike`.
    """

    name: str
    by: str
    apart: bool = False
    alike: tuple[str, ...] = ()
    rest: str = ""


class Elimination(Strict, kw_only=True):
    """What some units of a department receive and others of it pay; it is taken out of both.

    `office`: which of the two is the side of the department's own office. `totals` contain it. `rows` are the
    tables with a row in which it stands, in these of their `columns`.
    """

    label: str
    received: str
    paid: str
    office: Literal["received", "paid"]
    totals: tuple[str, ...]
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    basis: Basis


class Implied(Strict, kw_only=True):
    """Cells that a unit may leave empty because they say what others say: `terms` gives for each its other.

    They are taken for those where a unit fills in none of them, another unit does, and the two figures of
    `same` agree. Where they do not, nobody knows what the cells would say: the sum leaves them empty.
    """

    terms: dict[str, str]
    same: tuple[str, str]


class RollupFile(Strict, kw_only=True):
    """`tells`: terms that tell the workbooks of one unit apart, where it sends several, one for each project.

    `group`: the term that says of which kind a unit is; empty: all are compared with each other.
    `keep`: terms that the sum takes over where all units say the same. `leave`: figures that do not add up.
    `without`: tables whose rows are not taken over. `refused`: why workbooks of the form do not add up.
    """

    tells: tuple[str, ...] = ()
    refused: str = ""
    group: str = ""
    without: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    table: tuple[AddedTable, ...] = ()
    implied: tuple[Implied, ...] = ()
    elimination: tuple[Elimination, ...] = ()
    ratio: tuple[Ratio, ...] = ()


@lru_cache(maxsize=8)
def load_rollup(pack: Pack) -> RollupFile:
    """Empty for a pack without the file. Raises PackError for a term that is no single cell of the form."""
    path = pack.folder / ROLLUP
    if not path.is_file():
        return RollupFile()
    file = read_toml(path, RollupFile)
    for where, term in _terms(file):
        if term not in pack.vocabulary or pack.vocabulary[term].path:
            raise PackError(path, term, "it is no single cell of the form", where)
    for where, name, reason in (*_tables(file, pack), *_implied(file, pack)):
        raise PackError(path, name, reason, where)
    return file


def _terms(file: RollupFile) -> Iterator[tuple[Keys, str]]:
    """Everything that names single cells, and where."""
    if file.group:
        yield ("group",), file.group
    yield from ((("tells",), term) for term in file.tells)
    for name, terms in (("keep", file.keep), ("leave", file.leave)):
        yield from (((name,), term) for term in terms)
    for number, ratio in enumerate(file.ratio):
        for name, terms in (("above", ratio.above), ("below", ratio.below)):
            yield from ((("ratio", number, name), term) for term in terms)
    for number, one in enumerate(file.elimination):
        for name, terms in (("received", (one.received,)), ("paid", (one.paid,)), ("totals", one.totals)):
            yield from ((("elimination", number, name), term) for term in terms)


def _implied(file: RollupFile, pack: Pack) -> Iterator[tuple[Keys, str, str]]:
    for number, one in enumerate(file.implied):
        for term in (*one.terms, *one.terms.values(), *one.same):
            if term not in pack.vocabulary:
                yield ("implied", number, "terms"), term, "the form has no such term"


def _tables(file: RollupFile, pack: Pack) -> Iterator[tuple[Keys, str, str]]:
    """What is strange about the tables that are named: where, which, why."""
    for number, table in enumerate(file.table):
        group = pack.groups.get(table.name)
        if group is None or not {table.by, *table.alike} <= set(group.terms):
            yield ("table", number), table.name, "the form has no such table with this column"
        if bool(table.alike) != bool(table.rest):
            yield ("table", number), table.name, "rows that are put together need a name, and what they share"
    for name in file.without:
        if name not in pack.groups:
            yield ("without",), name, "the form has no such table"
    for number, one in enumerate(file.elimination):
        for name in one.rows:
            if not all(f"{name}.{column}" in pack.vocabulary for column in one.columns):
                yield ("elimination", number, "rows"), name, "the form has no such table with these columns"


@lru_cache(maxsize=8)
def telling_terms(templates: Path, form: str) -> tuple[str, ...]:
    """The terms that tell the workbooks of one unit apart, without loading the pack. Raises PackError."""
    path = templates / form / ROLLUP
    return read_toml(path, RollupFile).tells if path.is_file() else ()
