"""One wrong figure in several cells: copied from one level to the next, so that these agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.checks.diagnosis.appraisal import Appraisal, CorrectedCell
from jixiao.checks.diagnosis.localisation import Change, Search
from jixiao.model.fact import ZERO

MOST_LIKE = 4  # cells that show one figure; where more do, it is no copy of a total


def repeated_slips(
    search: Search, appraisal: Appraisal, broken: tuple[int, ...]
) -> Iterator[list[CorrectedCell]]:
    """Cells that all show one figure and should all show another; together they satisfy the equations."""
    for cell in dict.fromkeys(cell for position in broken for cell in search.cells(position)):
        like = _like(cell, search) if search.network.facts[cell].number else []
        if like:
            yield from _mended(cell, like, search, appraisal, broken)


def _like(cell: int, search: Search) -> list[int]:
    """The cells with the same figure that equations lead to, from one to the next."""
    figure, found = search.network.facts[cell].number, [cell]
    for one in found:
        for position in search.network.around(one):
            beside = (c for c in search.cells(position) if search.network.facts[c].number == figure)
            found += [c for c in beside if c not in found]
            if len(found) > MOST_LIKE:
                return []
    return found[1:]


def _mended(
    cell: int, like: list[int], search: Search, appraisal: Appraisal, broken: tuple[int, ...]
) -> Iterator[list[CorrectedCell]]:
    choices = [like, *([one] for one in like if len(like) > 1)]
    for change in _changes(cell, search, broken):
        first = appraisal.of(change)
        if first is None or not first.slip.kind.typed:
            continue
        for others in choices:
            cells = [cell, *others]
            if _satisfied(cells, first, search, broken):
                yield [first, *(_same(first, other, search) for other in others)]
                break


def _changes(cell: int, search: Search, broken: tuple[int, ...]) -> Iterator[Change]:
    """What each of its broken equations asks of the cell."""
    asked = (search.asked(position, cell) for position in search.network.around(cell) if position in broken)
    return (change for change in dict.fromkeys(asked) if not change.low <= ZERO <= change.high)


def _satisfied(cells: Iterable[int], first: CorrectedCell, search: Search, broken: tuple[int, ...]) -> bool:
    by = dict.fromkeys(cells, first.needed - first.fact.number)
    positions = {position for cell in by for position in search.network.around(cell)}
    return set(broken) <= positions and all(search.holds_after(by, position) for position in positions)


def _same(first: CorrectedCell, cell: int, search: Search) -> CorrectedCell:
    return CorrectedCell(search.network.facts[cell], first.needed, first.slip, 0, rounded=first.rounded)
