"""The rows of a table of several units: those with one code or name become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from jixiao.desk.rollup.total import Total, add_to
from jixiao.model.fact import Kind
from jixiao.pack.pack import Pack
from jixiao.pack.rollup_file import AddedTable
from jixiao.relation.texts import same_text


class SummedRows:
    """Codes come in their order, names as they come; of texts the first counts."""

    def __init__(self, table: AddedTable, tables: Sequence[AddedTable], pack: Pack) -> None:
        self._table, self._tables, self._pack = table, tables, pack
        self._found: dict[str, _SummedRow] = {}

    def add(self, rows: Iterable[Total]) -> None:
        """The rows of one unit more."""
        for row in rows:
            key = same_text(row.texts.get(self._table.by, ""))
            if key not in self._found:
                self._found[key] = _SummedRow(list(map(self._inside, self._inner())))
            self._found[key].add(row)

    def rows(self) -> tuple[Total, ...]:
        """One for each code or name."""
        by_code = self._pack.vocabulary[self._table.by].kind is Kind.CODE
        return tuple(self._found[key].total() for key in (sorted(self._found) if by_code else self._found))

    def _inner(self) -> list[AddedTable]:
        """The tables inside the repetitions of a block."""
        path = self._pack.groups[self._table.name].path
        return [table for table in self._tables if self._pack.groups[table.name].path[:-1] == path]

    def _inside(self, table: AddedTable) -> tuple[str, SummedRows]:
        return table.name, SummedRows(table, self._tables, self._pack)


class _SummedRow:
    def __init__(self, inner: Sequence[tuple[str, SummedRows]]) -> None:
        self._figures: dict[str, Decimal] = {}
        self._texts: dict[str, str] = {}
        self._inner = inner

    def add(self, row: Total) -> None:
        add_to(self._figures, row)
        for term, text in row.texts.items():
            self._texts.setdefault(term, text)
        for name, rows in self._inner:
            rows.add(row.groups.get(name, ()))

    def total(self) -> Total:
        return Total(self._figures, self._texts, {name: rows.rows() for name, rows in self._inner})
