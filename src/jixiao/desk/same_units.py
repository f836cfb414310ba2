"""Which workbooks are of one unit, by the roster, else by name and code; what contradicts itself is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from jixiao.desk.roster import Listed, Roster, same_name
from jixiao.desk.standing import Brief
from jixiao.relation.texts import same_text


class UnitGroups(msgspec.Struct, frozen=True):
    """By a workbook's path: those of its unit, that which counts first; and of other units with its code."""

    several: Mapping[str, Sequence[Brief]]
    same_code: Mapping[str, Sequence[Brief]]


def grouped(books: Sequence[Brief], roster: Roster | None) -> UnitGroups:
    """Of several workbooks of a unit for one form the one that was saved last counts."""
    several: dict[str, Sequence[Brief]] = {}
    for group in _groups(books, roster):
        best = sorted(group, key=lambda one: one.saved, reverse=True)
        several |= {one.book: best for one in group}
    return UnitGroups(several, _with_one_code([group[0] for group in several.values()], roster))


def _groups(books: Iterable[Brief], roster: Roster | None) -> Iterator[list[Brief]]:
    listed: dict[tuple[int, str, str], list[Brief]] = {}
    named: dict[tuple[str, str, str], list[Brief]] = {}
    for one in books:
        unit = roster.unit_of(one.code, one.name) if roster else None
        if unit:
            listed.setdefault((unit.row, one.form, one.part), []).append(one)
        else:
            named.setdefault((same_name(one.name) or _digits(one.code), one.form, one.part), []).append(one)
    yield from listed.values()
    for group in named.values():
        yield from _by_code(group)


def _by_code(group: list[Brief]) -> Iterator[list[Brief]]:
    """Units of one name are one, unless their codes say otherwise; zeros before a code may have got lost."""
    codes: dict[str, list[Brief]] = {}
    for one in group:
        codes.setdefault(_digits(one.code), []).append(one)
    yield from [group] if len(codes.keys() - {""}) <= 1 else codes.values()


def _digits(code: str) -> str:
    return same_text(code).lstrip("0")


def _with_one_code(counting: Iterable[Brief], roster: Roster | None) -> dict[str, list[Brief]]:
    """Workbooks whose code another unit has too: that of a copied workbook often stays."""
    codes: dict[str, dict[str, Brief]] = {}
    for one in counting:
        if one.code and not (roster and roster.unit_of(one.code, one.name)):
            codes.setdefault(same_text(one.code), {})[one.book] = one
    return {
        book: [other for other in found.values() if same_name(other.name) != same_name(one.name)]
        for found in codes.values()
        for book, one in found.items()
    }


def about_code(one: Brief, listed: Listed | None, others: Sequence[Brief]) -> str:
    """What is odd about the code of a workbook that counts."""
    if listed and one.code and listed.code and same_text(one.code) != same_text(listed.code):
        return f"单位编码填的是“{one.code}”，名册里是“{listed.code}”，按名称认定，请核对改正。"
    if others:
        names = "”“".join(f"{other.name}（{other.book}）" for other in others)
        return (
            f"单位编码“{one.code}”与“{names}”的相同，名称不同，都计入了。"
            "是两家单位的，请改正编码；是同一家的，请删去一本。"
        )
    return ""


def of_two_units(one: Brief, roster: Roster) -> tuple[Listed, Listed] | None:
    """The units of the roster that the code and the name of a workbook belong to, if these are two."""
    by_code, by_name = roster.coded(one.code), roster.named(one.name)
    return (by_code, by_name) if by_code and by_name and by_code.row != by_name.row else None
