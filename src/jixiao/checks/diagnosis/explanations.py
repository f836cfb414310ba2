"""A group of broken equations -> what would explain it, the least surprising first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

import msgspec
from msgspec.structs import replace

from jixiao.checks.diagnosis.appraisal import CELL, Appraisal, CorrectedCell
from jixiao.checks.diagnosis.carried import carried
from jixiao.checks.diagnosis.disorders.disorders import Disorders
from jixiao.checks.diagnosis.disorders.rearranging import Settled
from jixiao.checks.diagnosis.items import Items
from jixiao.checks.diagnosis.localisation import Change, Search
from jixiao.checks.diagnosis.repeated import repeated_slips
from jixiao.checks.diagnosis.slips import SlipKind, decibans, surprise_of
from jixiao.checks.diagnosis.stale import either_side, stale_totals
from jixiao.model.fact import ZERO, State

BORNE_OUT = 4  # that a total was left old although it agrees elsewhere and an item may be missing
SELDOM = 10  # that an item is wrong without any reason, where none can be missing
COPIED_ON = 8  # that a wrong figure was copied to the next level
UNEXPLAINED = 100  # equations for which nothing else was found
AGREEMENT = 60  # that a second equation asks for the very same figure by chance, in decibans
_PLACED = (SlipKind.BLANK, SlipKind.SURPLUS)  # the figure itself is not doubted


class Cause(Enum):
    """What an explanation blames."""

    CELLS = "cells"  # each of them was typed wrong
    STALE = "stale"  # totals that were right before a part was changed
    ITEMS = "items"  # the items of a total; which one cannot be said
    CARRIED = "carried"  # a wrong figure and the totals that were added up with it
    REPEATED = "repeated"  # cells that show one wrong figure, copied from one to the next
    MISPLACED = "misplaced"  # figures that stand in other cells than their own


class Explanation(msgspec.Struct, frozen=True):
    """Cells that would have to be other figures, together satisfying the equations at `positions`."""

    cells: tuple[CorrectedCell, ...]
    surprise: int
    positions: tuple[int, ...]
    cause: Cause = Cause.CELLS
    settled: Settled | None = None  # of figures that are misplaced

    def is_telling(self, alone: bool = True) -> bool:
        """True for one cell that went wrong in a way we know: nothing else need be looked for.

        Where something is missing here and something too much there, a figure may have gone astray.
        """
        if self.cause is not Cause.CELLS or len(self.cells) != 1:
            return False
        kind = self.cells[0].slip.kind
        return kind is not SlipKind.OTHER and (alone or kind not in _PLACED)

    @property
    def is_blank(self) -> bool:
        """True for one cell in which nothing stands yet."""
        alone = self.cause is Cause.CELLS and len(self.cells) == 1
        return alone and self.cells[0].fact.state is State.BLANK

    @property
    def is_typed(self) -> bool:
        """True for slips of the fingers alone."""
        kinds = [cell.slip.kind for cell in self.cells]
        return bool(kinds) and all(kind.typed and kind not in _PLACED for kind in kinds)

    @property
    def blamed(self) -> frozenset[int]:
        return frozenset(id(cell.fact) for cell in self.cells)


Group = tuple[tuple[int, ...], list[Explanation]]


class Explainer:
    """Explains groups of broken equations."""

    def __init__(self, search: Search, appraisal: Appraisal) -> None:
        self.search = search
        self.appraisal = appraisal
        self.items = Items(appraisal)
        self.disorders = Disorders(search, appraisal)

    def groups(self) -> list[Group]:
        """Groups of broken equations with their explanations; independent slips are taken apart."""
        return self._sorted_out(self.search.network.broken)

    def _sorted_out(self, broken: tuple[int, ...]) -> list[Group]:
        """One disorder after the other, and what is left cell by cell."""
        groups = self._by_cells(broken)
        alone = len(groups) == 1
        if all(found and (found[0].is_typed or (alone and found[0].is_blank)) for _, found in groups):
            return groups
        misplaced = [self._misplaced(settled) for settled in self.disorders.best(broken)]
        if not misplaced or self._surprise_of(groups, misplaced[0]) <= misplaced[0].surprise:
            return groups
        settled = misplaced[0].positions
        rest = tuple(position for position in broken if position not in settled)
        rivals = [one for where, found in groups if where == settled for one in found]
        return [(settled, _ranked([*misplaced, *rivals])), *self._sorted_out(rest)]

    def _misplaced(self, settled: Settled) -> Explanation:
        moved = (fact for fact, _ in settled.rearrangement.figures if id(fact) in settled.by)
        cells = tuple(self.appraisal.misplaced(fact, settled.by[id(fact)]) for fact in moved)
        return Explanation(
            cells, CELL + surprise_of(SlipKind.MISPLACED), settled.positions, Cause.MISPLACED, settled
        )

    @staticmethod
    def _surprise_of(groups: list[Group], misplaced: Explanation) -> int:
        """How surprising all is that would otherwise explain the same."""
        touched = [found for positions, found in groups if set(positions) & set(misplaced.positions)]
        return sum(found[0].surprise if found else UNEXPLAINED for found in touched)

    def _by_cells(self, broken: tuple[int, ...]) -> list[Group]:
        groups = self.search.groups(broken)
        if len(groups) > 1 and self.search.telling_gap(broken):
            found = self._simple(broken)
            if found:
                return [(broken, found)]
        return [group for part in groups for group in self._explained(part)]

    def _explained(self, broken: tuple[int, ...]) -> list[Group]:
        found = self._simple(broken)
        if found:
            return [(broken, [self._carried(one) for one in found])]
        pairs = self._pairs(broken)
        if pairs:
            return self._apart(pairs[0]) or [(broken, pairs)]
        return self._peeled(broken)

    def _simple(self, broken: tuple[int, ...]) -> list[Explanation]:
        singles = self._single(broken)
        stale = self._stale(broken)
        if any(one.is_typed for one in singles) and self._borne_out(stale):
            stale = []
        if stale and len(broken) > 1 and any(one.cells[0].slip.kind is SlipKind.BLANK for one in singles):
            # nobody changes a part to nothing
            stale = [replace(stale[0], surprise=stale[0].surprise + SELDOM)]
        usual = [*singles, *(stale or self._either(broken)), *self._items(broken)]
        if any(one.is_telling() for one in singles):
            return _ranked(usual)
        return _ranked([*usual, *self._repeated(broken)])

    def _repeated(self, broken: tuple[int, ...]) -> Iterator[Explanation]:
        for cells in repeated_slips(self.search, self.appraisal, broken):
            surprise = cells[0].surprise + COPIED_ON * (len(cells) - 1)
            yield Explanation(tuple(cells), surprise, broken, Cause.REPEATED)

    def _single(self, broken: tuple[int, ...], mended: Iterable[int] = ()) -> list[Explanation]:
        changes = self.search.singles(broken, dict.fromkeys(mended, ZERO))
        appraised = (self.appraisal.of(change) for change in changes)
        found = [Explanation((cell,), cell.surprise, broken) for cell in appraised if cell]
        if self._is_lone_link(broken):
            found = [one for one in found if one.cells[0].explained]  # that they differ was said already
        return _ranked(_shared(found))

    def _is_lone_link(self, broken: tuple[int, ...]) -> bool:
        return len(broken) == 1 and len(self.search.cells(broken[0])) == 1

    def _stale(self, broken: tuple[int, ...]) -> list[Explanation]:
        changes = stale_totals(self.search, broken)
        if not changes:
            return []
        lacking = self._lacks_a_row(broken)
        if lacking and self.items.balanced(changes[0].cell):
            return []  # another total would not balance
        cells = tuple(self.appraisal.stale(change) for change in changes)
        if not all(cell.needed for cell in cells):
            return []
        surprise = CELL + cells[0].slip.surprise + BORNE_OUT * lacking
        return [Explanation(cells, surprise, broken, Cause.STALE)]

    def _carried(self, explanation: Explanation) -> Explanation:
        """A figure that its totals have, and whose line has the one that was meant, is wrong and not old."""
        if explanation.cause is not Cause.STALE or len(explanation.cells) != 1:
            return explanation
        (cell,), facts = explanation.cells, self.search.network.facts
        if not self.appraisal.around.same_in_line(cell.fact, cell.needed):
            return explanation
        totals = carried(id(cell.fact), cell.needed - cell.fact.number, self.search.network)
        follow = (
            self.appraisal.stale(Change(total, by, by)) for total, by in totals.items() if facts[total].filled
        )
        return replace(explanation, cells=(cell, *follow), cause=Cause.CARRIED) if totals else explanation

    def _borne_out(self, stale: list[Explanation]) -> bool:
        """True if another sheet has what is said to be old: a slip that explains it is to be believed."""
        cells = [id(cell.fact) for one in stale for cell in one.cells]
        return self.items.agree_on_another_sheet(cells)

    def _lacks_a_row(self, broken: tuple[int, ...]) -> bool:
        edge = self.search.network.edge(broken[0])
        return len(broken) == 1 and edge is not None and self.items.may_lack_a_row(edge)

    def _either(self, broken: tuple[int, ...]) -> list[Explanation]:
        """One of two equal figures was left old."""
        changes = either_side(self.search, broken)
        cells = [self.appraisal.stale(change) for change in changes]
        if not all(cell.needed for cell in cells):
            return []  # nothing is filled in there: that is no other figure
        return [
            Explanation((cell,), CELL + cell.slip.surprise + number, broken, Cause.STALE)
            for number, cell in enumerate(cells)
        ]

    def _items(self, broken: tuple[int, ...]) -> list[Explanation]:
        """A single total that agrees elsewhere: something is wrong with its items."""
        edge = self.search.network.edge(broken[0])
        if (
            len(broken) > 1
            or edge is None
            or edge.total is None
            or not self.items.agrees_elsewhere(edge.total)
        ):
            return []
        seldom = not self.items.may_lack_a_row(edge)
        if seldom and all(self.items.agrees_elsewhere(cell) for cell in edge.factors if self._filled(cell)):
            return []
        loose = self.appraisal.stale(Change(edge.total, -edge.gap, -edge.gap)).slip.surprise
        return [Explanation((), CELL + loose + SELDOM * seldom, broken, Cause.ITEMS)]

    def _filled(self, cell: int) -> bool:
        return bool(self.search.network.facts[cell].number)

    def _pairs(self, broken: tuple[int, ...]) -> list[Explanation]:
        found = []
        for changes in self.search.pairs(broken):
            cells = [self.appraisal.of(change) for change in changes]
            if all(cell is not None and cell.explained for cell in cells):
                mended = tuple(cell for cell in cells if cell)
                found.append(Explanation(mended, sum(cell.surprise for cell in mended), broken))
        return _ranked(found)

    def _apart(self, pair: Explanation) -> list[Group]:
        """Two slips that share no equation are two groups, each with its own alternatives."""
        around = self.search.network.around
        first, second = (
            tuple(p for p in around(id(cell.fact)) if p in pair.positions) for cell in pair.cells
        )
        if set(first) & set(second) or not first or not second:
            return []
        parts = [(first, self._single(first, second)), (second, self._single(second, first))]
        return parts if all(found for _, found in parts) else []

    def _peeled(self, broken: tuple[int, ...]) -> list[Group]:
        """One cell after the other that satisfies equations of its own; what is left stays unexplained."""
        groups: list[Group] = []
        left = broken
        while left:
            best = self._likeliest(left)
            if best is None:
                return [*groups, *(((position,), self._items((position,))) for position in left)]
            groups.append((best.positions, self._single(best.positions, set(broken) - set(best.positions))))
            left = tuple(p for p in left if p not in best.positions)
        return groups

    def _likeliest(self, broken: tuple[int, ...]) -> Explanation | None:
        found = []
        for change, positions in self.search.alone(broken):
            cell = self.appraisal.of(change)
            if cell and (cell.explained or len(positions) > 1):
                surprise = cell.surprise - AGREEMENT * (len(positions) - 1)
                found.append(Explanation((cell,), surprise, positions))
        return next(iter(_ranked(found)), None)


def _ranked(found: Iterable[Explanation]) -> list[Explanation]:
    """A cell that is still blank comes before all but slips of the fingers: these say what was meant."""
    ranked = sorted(found, key=lambda explanation: explanation.surprise)
    blank = [one for one in ranked if one.is_blank]
    if len(blank) != 1 or ranked[0].is_typed:
        return ranked
    first = replace(blank[0], surprise=min(blank[0].surprise, ranked[0].surprise))
    return [first, *(one for one in ranked if one is not blank[0])]


def _shared(found: list[Explanation]) -> Iterator[Explanation]:
    """Of several blank cells that would do as well, each is the less likely."""
    blank = [one.surprise for one in found if one.cells[0].slip.kind is SlipKind.BLANK]
    for one in found:
        if one.cells[0].slip.kind is SlipKind.BLANK:
            rivals = sum(surprise <= one.surprise for surprise in blank)
            yield replace(one, surprise=one.surprise + decibans(rivals))
        else:
            yield one
