"""codes/*.toml: lists of classification codes, each entry with its source and the dates it is vouched for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

import msgspec

from jixiao.model.listed_codes import TOP, ListedCodes
from jixiao.pack.errors import PackError
from jixiao.pack.sections import TableSection
from jixiao.pack.toml_file import read_toml
from jixiao.strict import Strict


class Period(Strict, kw_only=True):
    """From when to when the source vouches for something."""

    since: date = msgspec.field(name="from")
    until: date = msgspec.field(name="to")
    source: str

    @property
    def years(self) -> tuple[int, int]:
        """A year in which it holds on some day counts: an account of that year may have it."""
        return self.since.year, self.until.year

    @property
    def vouched_until(self) -> str:
        return str(self.until)


class Certainty(StrEnum):
    CHECKED = "核对过"
    UNCHECKED = "待核对"


class Entries(Period, kw_only=True):
    """`codes`: one in a line, with its name. Hundreds of keys would cost each start their time.

    What is not checked was read in no source that vouches for it: it helps to type, and accuses nobody.
    """

    codes: str
    certainty: Certainty = Certainty.CHECKED

    @property
    def checked(self) -> bool:
        return self.certainty is Certainty.CHECKED

    @property
    def vouched_until(self) -> str:
        return super().vouched_until if self.checked else self.certainty

    @property
    def names(self) -> dict[str, str]:
        """Code -> name."""
        return dict(self.rows)

    @property
    def rows(self) -> list[tuple[str, str]]:
        return [(code, name) for _, code, name in self.lines]

    @property
    def lines(self) -> Iterator[tuple[int, str, str]]:
        """Which line of the text it is (as toml_lines.py counts them), code and name."""
        for number, line in enumerate(self.codes.splitlines(), -1):
            code, _, name = line.partition(" ")
            if line.strip():
                yield number, code, name.strip()


class Levels(Period, kw_only=True):
    """Codes below which the list has every code; 类 stands for the classes themselves."""

    below: tuple[str, ...]


class CodeList(Strict, kw_only=True, dict=True):
    """A list of classification codes. `source` says where it comes from and how far it reaches."""

    title: str
    source: str
    entries: tuple[Entries, ...]
    complete: tuple[Levels, ...] = ()

    @cached_property
    def codes(self) -> ListedCodes:
        """The codes in the order of the book, with the years of each that is checked."""
        periods = self.periods
        names = {code: name for entries in self.entries for code, name in entries.rows}
        return ListedCodes(
            {code: names[code] for code in sorted(names)},
            {code: period.years for code, period in periods.items() if period.checked},
            {code: period.years for code, period in self.levels.items()},
        )

    @property
    def periods(self) -> dict[str, Entries]:
        """Code -> the entries it belongs to."""
        return {code: entries for entries in self.entries for code in entries.names}

    @property
    def levels(self) -> dict[str, Levels]:
        """Code below which everything is listed -> for when."""
        return {code: levels for levels in self.complete for code in levels.below}

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year of which it says anything."""
        years = [entries.years for entries in self.entries]
        return min(first for first, _ in years), max(last for _, last in years)


class CodeTable(msgspec.Struct, frozen=True):
    """A table of classification codes: the title of its list, the terms of codes and names."""

    title: str
    code: str
    name: str


def code_table(section: TableSection) -> CodeTable | None:
    """What the table is if its rows are told apart by codes of a list; otherwise None."""
    listed = {column.name: column.list for column in section.columns if column.list}
    if section.key not in listed:
        return None
    names = (name for name in listed if name != section.key)
    code, name = (f"{section.name}.{column}" for column in (section.key, next(names, section.key)))
    return CodeTable(listed[section.key], code, name)


def load_codes(path: Path) -> CodeList:
    """Raises PackError."""
    found = read_toml(path, CodeList)
    seen: set[str] = set()
    for number, entries in enumerate(found.entries):
        _check_period(path, entries, ("entries", number))
        for line, code, name in entries.lines:
            at = ("entries", number, "codes", line)
            if not name:
                raise PackError(path, code, "a code has a name behind it, after a blank", at)
            if not (code.isascii() and code.isdigit()):
                raise PackError(path, code, "a code has digits only", at)
            if code in seen:
                raise PackError(path, code, "the code occurs twice", at)
            seen.add(code)
    for number, levels in enumerate(found.complete):
        _check_period(path, levels, ("complete", number))
        if strange := set(levels.below) - seen - {TOP}:
            reason = "it is no code of the list"
            raise PackError(path, min(strange), reason, ("complete", number, "below"))
    return found


def _check_period(path: Path, period: Period, at: tuple[str | int, ...]) -> None:
    if period.since > period.until:
        raise PackError(path, "", "the first day comes after the last", (*at, "from"))
