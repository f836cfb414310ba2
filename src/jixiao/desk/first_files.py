"""A late unit's first file, under a misspelt name: whose that was nobody knew until it sent another."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property

import msgspec

from jixiao.desk.roster import Listed, Roster, same_name
from jixiao.desk.standing import Brief
from jixiao.relation.texts import same_text

_LIKE = 0.6  # of names: of three signs one may be another


class FirstFiles(msgspec.Struct, frozen=True, dict=True):
    """`books`: the readable ones of the year. Nothing is looked for until a unit seems to be late."""

    books: Sequence[Brief]
    roster: Roster | None

    def of(self, one: Brief, listed: Listed | None) -> Brief | None:
        """The first file that very likely was the unit's own, under another name than the one it has now."""
        earlier = (other for other in self._strangers if _may_be_earlier(other, one))
        found = [other for other in earlier if self._means(other, listed) or _has_its_figures(other, one)]
        return min(found, key=lambda other: other.saved, default=None)

    def _means(self, other: Brief, listed: Listed | None) -> bool:
        return listed is not None and listed is self._meant.get(other.book)

    @cached_property
    def _strangers(self) -> list[Brief]:
        if self.roster is None:
            return [one for one in self.books if one.name]
        return [one for one in self.books if self.roster.unit_of(one.code, one.name) is None]

    @cached_property
    def _meant(self) -> dict[str, Listed | None]:
        """By the workbooks of no unit the one of the roster that they must mean: of two like ones neither."""
        return {one.book: _unit_meant(one, self.roster) for one in self._strangers if self.roster}


def _unit_meant(one: Brief, roster: Roster) -> Listed | None:
    names = roster.like(one.name) if one.name else ()
    named = [unit for unit in roster.units if unit.name in names]
    coded = [unit for unit in roster.units if _digits(one.code) == _digits(unit.code) != ""]
    units = [unit for unit in named if unit in coded] if coded else named
    return units[0] if len(units) == 1 else None


def _may_be_earlier(other: Brief, one: Brief) -> bool:
    """A file for the same form and part, under another name than this one's."""
    apart = other.saved < one.saved and same_name(other.name) != same_name(one.name)
    return apart and (other.form, other.part) == (one.form, one.part)


def _has_its_figures(other: Brief, one: Brief) -> bool:
    """The same amounts or code, under a name that is like its own."""
    same = one.amounts == other.amounts != "" or _digits(one.code) == _digits(other.code) != ""
    return same and SequenceMatcher(None, same_name(other.name), same_name(one.name)).ratio() >= _LIKE


def _digits(code: str) -> str:
    return same_text(code).lstrip("0")
