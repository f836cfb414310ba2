"""The rows of a table of several units: those with one code or name become one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from jixiao.desk.rollup.texts_said import OneOfSeveral, RowTexts
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

    def differing(self) -> Iterator[OneOfSeveral]:
        """What units have written in different ways in one row; of listed codes the names are known."""
        for key, row in self._found.items():
            for term, ways in row.texts.differing():
                said = self._pack.vocabulary[term]
                if term == self._table.by or (said.otherwise and self._is_listed(key)):
                    continue
                yield OneOfSeveral(row.texts.first.get(self._table.by, ""), said.label, ways)
            for _, rows in row.inner:
                yield from rows.differing()

    def _is_listed(self, code: str) -> bool:
        return any(code in names for names in self._pack.names_of_codes.values())

    def _inner(self) -> list[AddedTable]:
        """The tables inside the repetitions of a block."""
        path = self._pack.groups[self._table.name].path
        return [table for table in self._tables if self._pack.groups[table.name].path[:-1] == path]

    def _inside(self, table: AddedTable) -> tuple[str, SummedRows]:
        return table.name, SummedRows(table, self._tables, self._pack)


class _SummedRow:
    def __init__(self, inner: Sequence[tuple[str, SummedRows]]) -> None:
        self._figures: dict[str, Decimal] = {}
        self.texts = RowTexts()
        self.inner = inner

    def add(self, row: Total) -> None:
        add_to(self._figures, row)
        self.texts.add(row)
        for name, rows in self.inner:
            rows.add(row.groups.get(name, ()))

    def total(self) -> Total:
        return Total(self._figures, self.texts.first, {name: rows.rows() for name, rows in self.inner})
