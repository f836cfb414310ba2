"""Totals left old: a part was changed, and all equations it should have moved show the same gap."""

from __future__ import annotations

from itertools import islice, product

from jixiao.checks.diagnosis.localisation import Change, Search
from jixiao.checks.diagnosis.network import Edge

MOST_CHOICES = 16  # ways to choose, for each equation, the cell that was left behind


def stale_totals(search: Search, broken: tuple[int, ...]) -> tuple[Change, ...]:
    """The totals that would have to follow, each with its change; empty where the gaps are not the same.

    A part that all these equations share is the one that was changed; without one, several cells were,
    and each equation's own total is the one left behind. Together they must satisfy all equations.
    """
    edges = [edge for position in broken if (edge := search.network.edge(position)) is not None]
    if not search.same_gap(broken):
        return ()
    if len(edges) == 1 and (edges[0].total is None or not search.telling_gap(broken)):
        return ()
    choices = product(*(_behind(edge, edges, search) for edge in edges))
    found = (_changes(edges, choice) for choice in islice(choices, MOST_CHOICES))
    typed = (changes for changes in found if all(_filled(change, search) for change in changes))
    return next((changes for changes in typed if _satisfied(edges, changes, search)), ())


def _filled(change: Change, search: Search) -> bool:
    """What nobody has typed yet is not old."""
    return search.network.facts[change.cell].filled


def either_side(search: Search, broken: tuple[int, ...]) -> tuple[Change, ...]:
    """Two figures that should be equal, each in keeping with its own details: either was left old.

    First the one that nothing else depends on, then the one without details: what people forget is a copy.
    """
    edge = search.network.edge(broken[0])
    if len(broken) > 1 or edge is None or len(edge.factors) != 2 or not search.telling_gap(broken):
        return ()
    cells = sorted(edge.factors, key=lambda cell: _kept(cell, search))
    return tuple(_change(edge, cell) for cell in cells)


def _kept(cell: int, search: Search) -> tuple[bool, bool, int]:
    around = search.network.around(cell)
    own = any((edge := search.network.edge(position)) and edge.total == cell for position in around)
    return len(around) > 1, own, -len(around)


def _change(edge: Edge, cell: int) -> Change:
    by = -edge.gap / edge.factors[cell]
    return Change(cell, by, by)


def _changes(edges: list[Edge], choice: tuple[int, ...]) -> tuple[Change, ...]:
    found = {cell: _change(edge, cell) for edge, cell in reversed(list(zip(edges, choice, strict=True)))}
    return tuple(found[cell] for cell in dict.fromkeys(choice))


def _satisfied(edges: list[Edge], changes: tuple[Change, ...], search: Search) -> bool:
    """True if every equation holds after all changes."""
    by = {change.cell: change.middle for change in changes}
    return bool(by) and all(
        abs(edge.gap + sum(edge.factors[cell] * by[cell] for cell in by.keys() & edge.factors.keys()))
        <= search.room_of(edge)
        for edge in edges
    )


def _behind(edge: Edge, edges: list[Edge], search: Search) -> list[int]:
    """Cells of an equation that may be left old, likeliest first: its total, or one of two equal cells.

    None, if the equation holds a single cell to another workbook: that is no total.
    """
    if len(edge.factors) != 2:
        return [edge.total] if edge.total is not None and not _mutual(edge, edges) else []
    others = [other for other in edges if other is not edge]
    own = edge.total if edge.total is not None and not _mutual(edge, edges) else None
    totals = [cell for cell in edge.factors if any(other.total == cell for other in others)]
    only = totals[0] if len(totals) == 1 else None
    first = {own: 0, only: 1}
    return sorted(edge.factors, key=lambda cell: (first.get(cell, 2), _moves(cell, others, search)))


def _mutual(edge: Edge, edges: list[Edge]) -> bool:
    """True if two tables look the same figure up in each other: neither has the total."""
    return any(other.factors.keys() == edge.factors.keys() and other.total != edge.total for other in edges)


def _moves(cell: int, others: list[Edge], search: Search) -> tuple[int, int]:
    """How much speaks for a cell being changed: it is in other broken equations, or held to cells of them."""
    elsewhere = {other for edge in others for other in edge.factors} - {cell}
    network = search.network
    held = (network.edge(position) for position in network.around(cell) if network.holds(position))
    links = sum(bool(elsewhere & edge.factors.keys()) for edge in held if edge)
    return sum(cell in edge.factors for edge in others), links
