"""form.toml as typed data: the sheets of one kind of workbook, and what its parts mean to the tool."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, TypeVar

import msgspec

from jixiao.pack.sections import Section
from jixiao.strict import Strict

S = TypeVar("S")


class Sheet(Strict, kw_only=True):
    name: str
    title: str
    sections: tuple[Section, ...]
    widths: tuple[float, ...]  # of the columns, in characters
    landscape: bool = False
    note: str = ""  # one line under the title
    unused: str = ""  # what the first sheet says of it while it is empty, if it is not merely unneeded
    incomplete: str = ""  # the field that says by its first choice that figures of the sheet are missing
    tab: Literal["guide", "entry", "result"] = "entry"


class Assessment(Strict, kw_only=True):
    """The table in which people judge indicators, and what its columns mean to the scoring."""

    table: str
    target: str
    actual: str
    points: tuple[str, ...]
    violations: str
    grade: str
    score: str
    evidence: str
    reason: str
    not_applicable: str = ""  # what a reason begins with that says that the unit has no such business
    veto: str = ""  # what a reason begins with that says that something has happened that costs all points


class Units(Strict, kw_only=True):
    """The unit amounts are typed in: chosen once in the workbook."""

    term: str
    summed: str = ""  # term: of how many units with rounded amounts the workbook is the sum
    factors: dict[str, Decimal]  # name of the unit -> 元
    quantum: Decimal  # the last digit given, in the unit


class Transfers(Strict, kw_only=True):
    """What a sum of units says of what they paid each other, in terms that nobody else fills in.

    `taken`: the amount that is no part of the total `of`. `budgets`: cells that `of` is held against and that
    the sum leaves empty then, as no unit says how much of its budget was for that. `rows`: for a table the
    amount that its rows still contain.
    """

    of: str
    taken: str
    budgets: tuple[str, ...]
    rows: dict[str, str]

    @property
    def terms(self) -> tuple[str, ...]:
        """Those that only a sum has."""
        return (self.taken, *self.rows.values())


class Form(Strict, kw_only=True):
    id: str
    version: str
    title: str
    framework: str = ""  # file name of the default framework; empty: nothing is scored
    units: Units
    transfers: Transfers | None = None
    assessment: Assessment | None = None  # goes with a framework
    identity: dict[Literal["id", "version", "framework"], str]  # terms of the stamp cells
    year: str  # term of the year
    unit_name: str  # term of the reporting unit's name
    unit_code: str = ""  # term of its code in the budget system, by which a roster knows it
    report_name: str = ""  # pattern of the report's file name, over terms; empty: there is no report
    lists: dict[str, str] = msgspec.field(default_factory=dict)  # title of a code list -> file under codes/
    # file beside the packs -> the words for placeholders of its checks
    shared_checks: dict[str, dict[str, tuple[str, ...]]] = msgspec.field(default_factory=dict)
    live: bool = True  # the workbook judges its relations while people type, on sheets of their own
    sheets: tuple[Sheet, ...]

    def sections(self, kind: type[S]) -> Iterator[S]:
        """The sections of a kind, sheet by sheet."""
        return (part for sheet in self.sheets for part in sheet.sections if isinstance(part, kind))

    @property
    def called(self) -> str:
        """The pack's name as people type it, with its title."""
        return f"{self.id}〔{self.title}〕"
