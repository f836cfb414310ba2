"""Units below departments below an area: a department is the sum of its units, its own office among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.rollup.adding import Adding, Member
from jixiao.desk.rollup.eliminating import Eliminated, eliminate
from jixiao.desk.rollup.implied import ImpliedCells
from jixiao.desk.rollup.named_rows import NamedRows
from jixiao.desk.rollup.packing import PackedTotal, Packing
from jixiao.desk.rollup.total import Total
from jixiao.desk.roster import Listed, Roster
from jixiao.desk.standing import Standing
from jixiao.model.errors import UnusableInput
from jixiao.pack.computed import summed_units

OFFICE = "（本级）"


class SummedLevel(msgspec.Struct, frozen=True):
    """A node of the tree: a department, or the whole. `units`: the names of all workbooks below it."""

    name: str
    code: str
    total: Total
    before: Total  # without anything taken out at this level
    members: tuple[Member, ...]
    eliminated: tuple[Eliminated, ...]
    below: tuple[SummedLevel, ...] = ()
    rounded: int = 0  # how many of its units have rounded amounts
    units: int = 0
    officeless: bool = False  # it should have an office whose workbook is missing
    listed: bool = False  # it stands on the roster

    def walk(self) -> Iterator[SummedLevel]:
        """This level and all below it, the uppermost first."""
        yield self
        for level in self.below:
            yield from level.walk()

    def workbooks(self) -> Iterator[tuple[str, Total]]:
        """The figures of all that is added up and is no level itself, one after the other."""
        for level in self.walk():
            yield from ((one.name, one.total) for one in level.members if not one.summed)

    def called(self, name: str) -> SummedLevel:
        """The same under another name."""
        taken = tuple(replace(one, department=name) for one in self.eliminated)
        return replace(self, name=name, eliminated=taken)


class UnitFigures(msgspec.Struct, frozen=True):
    """A workbook that counts."""

    standing: Standing
    figures: Total | PackedTotal
    rounded: int  # how many units' rounded amounts it has: of a sum those of its units
    summed: bool = False  # it is a sum itself

    @property
    def total(self) -> Total:
        return self.figures.unpacked

    @property
    def name(self) -> str:
        return self.standing.name or self.standing.book


class FiguresByUnit(msgspec.Struct, frozen=True):
    """The figures of each, unpacked one after the other whenever they are gone through."""

    books: Sequence[UnitFigures]

    def __iter__(self) -> Iterator[tuple[str, Total]]:
        return ((book.name, book.total) for book in self.books)


def books_of(units: Iterable[tuple[Standing, ExaminedBook]], adding: Adding) -> list[UnitFigures]:
    """Amounts of a unit that does not fill in 元 are rounded. Of each workbook only its figures are kept."""
    implied = ImpliedCells(adding.file.implied)
    packing, summed = Packing(implied), adding.pack.form.units.summed
    read = [
        UnitFigures(
            standing,
            packing.packed(adding.total_of(one.figures)),
            _rounded(one, summed),
            bool(summed_units(_says_of_sum(one, summed))),
        )
        for standing, one in units
    ]
    adding.said.extend(implied.left_out())
    return read


def _rounded(one: ExaminedBook, summed: str) -> int:
    """Of how many units: a workbook that is a sum itself says so in the term `summed`."""
    return 0 if one.said("unit") == "元" else summed_units(_says_of_sum(one, summed)) or 1


def _says_of_sum(one: ExaminedBook, summed: str) -> str:
    return one.figures.fields.get(summed, ("", ""))[0]


class _Part(msgspec.Struct, frozen=True):
    """What goes into a level: a workbook, or a level below it."""

    member: Member
    level: SummedLevel | None
    rounded: int
    units: int


def levels_of(
    name: str, books: Sequence[UnitFigures], roster: Roster | None, adding: Adding, rows: NamedRows
) -> SummedLevel:
    """The tree of sums. Without a roster, or with one that has no levels, all are one department.

    What is not on the roster stands right below the uppermost unit, if there is only one.

    Transfers are taken out where the workbook of the department's own office is there: between it and those
    right below. Between departments nothing is. `rows`: in which transfers stand. Raises UnusableInput if a
    unit of the roster stands above itself.
    """
    if roster and roster.circles:
        raise UnusableInput(
            f"名册里“{roster.circles[0].name}”按上级单位一栏成了自己的上级，分不出层次。请改正名册。"
        )
    tree = _Tree(
        roster or Roster(()),
        adding,
        rows,
        {one.standing.listed.row: one for one in books if one.standing.listed},
    )
    strangers = [_part(book) for book in books if not book.standing.listed]
    tops = [unit for unit in tree.roster.units if tree.roster.above(unit) is None]
    if len(tops) == 1 and tree.roster.below(tops[0]):
        return tree.level(tops[0], strangers)
    flat = not tree.roster.has_levels
    return tree.summed(name, "", [*strangers, *tree.parts(tops)], flat=flat)


def _part(book: UnitFigures, name: str = "") -> _Part:
    return _Part(Member(name or book.name, book.figures), None, book.rounded, 1)


class _Tree(msgspec.Struct, frozen=True):
    roster: Roster
    adding: Adding
    rows: NamedRows
    books: Mapping[int, UnitFigures]

    def level(self, unit: Listed, strangers: Sequence[_Part] = ()) -> SummedLevel:
        """A department with the book of its own office, which may stand on the list in a row of its own.

        `strangers` add to it and take no part in its transfers: nobody knows whether they are its units.
        """
        office = self.roster.office_of(unit)
        row = unit.row if unit.row in self.books or office is None else office.row
        own = _part(self.books[row], f"{unit.name}{OFFICE}") if row in self.books else None
        others = self.parts(one for one in self.roster.below(unit) if one.row != row)
        missing = own is None and (unit.due or office is not None)
        parts = [*([own] if own else []), *others]
        level = self.summed(unit.name, unit.code, parts, office=own, strangers=strangers)
        return replace(level, officeless=missing, listed=True)

    def parts(self, units: Iterable[Listed]) -> Iterator[_Part]:
        """Of the units that have a workbook, or have some below them."""
        for unit in units:
            if self.roster.below(unit):
                level = self.level(unit)
                if level.units:
                    yield _Part(
                        Member(level.name, level.total, summed=True), level, level.rounded, level.units
                    )
            elif unit.row in self.books:
                yield _part(self.books[unit.row])

    def summed(
        self,
        name: str,
        code: str,
        parts: Sequence[_Part],
        *,
        office: _Part | None = None,
        flat: bool = False,
        strangers: Sequence[_Part] = (),
    ) -> SummedLevel:
        """The sum, and what its members pay each other taken out of it."""
        within = tuple(part.member for part in parts)
        parts = [*parts, *strangers]
        members = tuple(part.member for part in parts)
        before = self.adding.sum_of(members)
        rules = self.adding.file.elimination if flat or office else ()
        total, taken = eliminate(
            before, name, within, rules, self.rows.of(name, code), office.member if office else None
        )
        return SummedLevel(
            name=name,
            code=code,
            total=total,
            before=before,
            members=members,
            eliminated=tuple(taken),
            below=tuple(part.level for part in parts if part.level),
            rounded=sum(part.rounded for part in parts),
            units=sum(part.units for part in parts),
        )
