"""The list of the units that have to report, and how workbooks are matched with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property

import msgspec

from jixiao.relation.texts import same_text


class Listed(msgspec.Struct, frozen=True):
    """A unit of the list; `parent` is the code or name of the unit above it, as it is typed.

    `due`: whether a workbook of its own is wanted; an area that only has units below it sends none.
    """

    name: str
    code: str = ""
    parent: str = ""
    contact: str = ""
    row: int = 0  # of the table
    due: bool = True


class Roster(msgspec.Struct, frozen=True, dict=True):
    """The units in the order of the list, and what was strange about it."""

    units: tuple[Listed, ...]
    remarks: tuple[str, ...] = ()

    @cached_property
    def _by_code(self) -> dict[str, list[Listed]]:
        return indexed(self.units, lambda unit: same_text(unit.code))

    @cached_property
    def _by_name(self) -> dict[str, list[Listed]]:
        return indexed(self.units, lambda unit: same_name(unit.name))

    def unit_of(self, code: str, name: str) -> Listed | None:
        """The unit with this code, else with this very name; never one that is merely like it.

        None if the code is that of one unit and the name that of another.
        """
        by_code = self._by_code.get(same_text(code), []) if code else []
        by_name = self._by_name.get(same_name(name), []) if name else []
        if by_code and by_name:  # of a slip of the list, name and code together still say which
            by_code = [unit for unit in by_code if unit in by_name]
            return by_code[0] if len(by_code) == 1 else None
        found = by_code or [unit for unit in by_name if not (code and unit.code)] or by_name
        return found[0] if len(found) == 1 else None

    def coded(self, code: str) -> Listed | None:
        """The first unit with this code."""
        return next(iter(self._by_code.get(same_text(code), ())), None) if code else None

    def named(self, name: str) -> Listed | None:
        """The first unit with this very name."""
        return next(iter(self._by_name.get(same_name(name), ())), None) if name else None

    @cached_property
    def _above(self) -> dict[int, Listed]:
        """The unit right above each, by its row."""
        found = {}
        for unit in self.units:
            known = self._by_code.get(same_text(unit.parent)) or self._by_name.get(same_name(unit.parent), [])
            if unit.parent and known and known[0] is not unit:
                found[unit.row] = known[0]
        return found

    @cached_property
    def _below(self) -> dict[int, list[Listed]]:
        found: dict[int, list[Listed]] = {}
        for unit in self.units:
            if unit.row in self._above:
                found.setdefault(self._above[unit.row].row, []).append(unit)
        return found

    def above(self, unit: Listed) -> Listed | None:
        """The unit right above one."""
        return self._above.get(unit.row)

    def below(self, unit: Listed) -> tuple[Listed, ...]:
        """The units right below one."""
        return tuple(self._below.get(unit.row, ()))

    @property
    def has_levels(self) -> bool:
        """Whether any unit stands above another."""
        return bool(self._above)

    def office_of(self, unit: Listed) -> Listed | None:
        """The row of a department's own office, where it has one of its own below it: 某局（本级）."""
        own = (one for one in self.below(unit) if _OFFICE.fullmatch(_after(one.name, unit.name)))
        return next(own, None)

    def is_due(self, unit: Listed) -> bool:
        """Whether a workbook of this row is wanted: a department's office may have a row of its own."""
        return unit.due and self.office_of(unit) is None

    @cached_property
    def circles(self) -> tuple[Listed, ...]:
        """Units that stand above themselves."""
        circle, seen = set[int](), set[int]()
        for unit in self.units:
            path: dict[int, int] = {}  # the rows from the unit upwards, and their places
            at: Listed | None = unit
            while at is not None and at.row not in seen and at.row not in path:
                path[at.row] = len(path)
                at = self.above(at)
            if at is not None and at.row in path:
                circle.update(row for row, place in path.items() if place >= path[at.row])
            seen.update(path)
        return tuple(unit for unit in self.units if unit.row in circle)

    def like(self, name: str) -> tuple[str, ...]:
        """Names of the list that look like one that is not on it; for people to decide."""
        from difflib import get_close_matches

        names = {same_name(unit.name): unit.name for unit in self.units}
        return tuple(
            names[near] for near in get_close_matches(same_name(name), list(names), n=3, cutoff=0.75)
        )

    def near(self, code: str, name: str) -> tuple[str, ...]:
        """Units with a name that looks like one, or a code with more or fewer zeros in front, each once.

        Spreadsheets drop such zeros.
        """
        digits = same_text(code).lstrip("0")
        coded = [unit for unit in self.units if digits and same_text(unit.code).lstrip("0") == digits]
        named = [one for one in self.like(name) if one not in {unit.name for unit in coded}]
        return (*(f"{unit.name}（{unit.code}）" for unit in coded), *named)


def indexed(units: Iterable[Listed], key: Callable[[Listed], str]) -> dict[str, list[Listed]]:
    """The units by a key that several may have."""
    found: dict[str, list[Listed]] = {}
    for unit in units:
        found.setdefault(key(unit), []).append(unit)
    return found


def same_name(name: str) -> str:
    """The form in which names of units are compared: width, blanks and kinds of brackets do not count."""
    return same_text(name).translate(_BRACKETS)


def _after(name: str, other: str) -> str:
    """What stands in a name behind another name; empty where it does not begin so."""
    whole, begun = same_name(name), same_name(other)
    return whole[len(begun) :] if whole.startswith(begun) else ""


_OFFICE = re.compile(r"\(?(本级|机关|机关本级|本部)\)?")
_BRACKETS = str.maketrans("〔【［[〈《）】］]〉》〕", "((((((" + ")))))))")
