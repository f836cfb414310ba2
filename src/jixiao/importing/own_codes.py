"""Codes of published tables that the code lists do not vouch for -> the table of the unit's own codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jixiao.importing.guide import OwnCodes, section_of
from jixiao.model.filling import Entry, Filling
from jixiao.pack.pack import Pack

Groups = Mapping[str, tuple[Filling, ...]]


def with_own_codes(groups: Groups, year: int, pack: Pack, own: OwnCodes, remarks: list[str]) -> Groups:
    """The tables, and each code that no list has, or has unchecked with another name, as it is first called.

    A code that a list would have if there were such a code is left out: it is probably wrong. Those for which
    the table has no room are a remark.
    """
    table = pack.vocabulary[own.code].path[-1]
    names: dict[str, Entry] = {}
    for code, name in _unlisted(groups, year, pack):
        names.setdefault(code, name)
    rows = tuple(Filling({own.code: code, own.name: name}) for code, name in names.items())
    section = section_of(pack, table)
    if section is not None and len(rows) > section.rows:
        remarks.append(
            f"代码表没有收录的科目有 {len(rows)} 个，“{table}”只有 {section.rows} 行，"
            f"“{rows[section.rows].entries[own.code]}”起的没有列入。请检查科目编码是否读对。"
        )
        rows = rows[: section.rows]
    return {**groups, table: rows} if rows else groups


def _unlisted(groups: Groups, year: int, pack: Pack) -> Iterator[tuple[str, Entry]]:
    for table, known in pack.code_tables.items():
        codes = pack.names_of_codes[known.title]
        for row in groups.get(table, ()):
            code, name = str(row.entries.get(known.code, "")), row.entries.get(known.name, "")
            new = not codes.is_checked(code) and codes.get(code) != name
            if code and name and new and not codes.knows_level(code, year):
                yield code, name
