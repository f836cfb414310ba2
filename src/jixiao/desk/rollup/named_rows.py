"""Rows that people name as those in which transfers stand: of all departments, or of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from jixiao.desk.roster import same_name
from jixiao.model.errors import UnusableInput

FORM = "例如 --row 功能分类=2080199；各部门不同的，写几次，或写明部门：--row 某局:功能分类=2130199。"


class NamedRow(msgspec.Struct, frozen=True):
    """`department`: its name or code; empty: every one that has a row of this code."""

    table: str
    code: str
    department: str = ""

    def is_of(self, name: str, code: str) -> bool:
        """Whether it was named for this department, or for all."""
        mine = same_name(self.department) == same_name(name) or bool(code and self.department == code)
        return mine or not self.department

    def __str__(self) -> str:
        return f"--row {self.department and f'{self.department}:'}{self.table}={self.code}"


class NamedRows(msgspec.Struct, frozen=True):
    """All that were named."""

    rows: tuple[NamedRow, ...] = ()

    def of(self, name: str, code: str) -> dict[str, tuple[str, ...]]:
        """For each table the codes that may be meant in a department; those named for it come alone."""
        own = [row for row in self.rows if row.department and row.is_of(name, code)]
        return _by_table(row for row in self.rows if not row.department) | _by_table(own)


def read_rows(given: Iterable[str]) -> NamedRows:
    """As they are typed: 表=编码, or 部门:表=编码. Raises UnusableInput."""
    return NamedRows(tuple(dict.fromkeys(map(_read, given))))


def check_tables(named: NamedRows, tables: Collection[str]) -> None:
    """Raises UnusableInput for a table in which no transfer stands."""
    for row in named.rows:
        if row.table not in tables:
            raise UnusableInput(
                f"--row 里的表“{row.table}”不认识，可用的是：{'、'.join(sorted(tables))}。{FORM}"
            )


def _read(given: str) -> NamedRow:
    where, sign, code = given.replace("＝", "=").partition("=")
    *department, table = where.replace("：", ":").rsplit(":", 1)
    if not (sign and table.strip() and code.strip()):
        raise UnusableInput(f"--row 应写成 表=编码 或 部门:表=编码，现在是“{given}”。{FORM}")
    return NamedRow(table.strip(), code.strip(), "".join(department).strip())


def _by_table(rows: Iterable[NamedRow]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found[row.table] = (*found.get(row.table, ()), row.code)
    return found
