"""Totals left old: a part was changed, and all equations it should have moved show the same gap."""

from __future__ import annotations

from jixiao.checks.localisation import Change, Search
from jixiao.checks.network import Edge


def stale_totals(search: Search, broken: tuple[int, ...]) -> tuple[Change, ...]:
    """The totals that would have to follow, each with its change; empty where the gaps are not the same.

    A part that all these equations share is the one that was changed; without one, several cells were,
    and each equation's own total is the one left behind.
    """
    edges = [edge for position in broken if (edge := search.network.edge(position)) is not None]
    if not search.same_gap(broken):
        return ()
    if len(edges) == 1 and (edges[0].total is None or not search.telling_gap(broken)):
        return ()
    behind = [_behind(edge, edges, search) for edge in edges]
    found: dict[int, Change] = {}
    for edge, cell in zip(edges, behind, strict=True):
        if cell is None:
            return ()
        by = -edge.gap / edge.factors[cell]
        known = found.setdefault(cell, Change(cell, by, by))
        if (known.low < 0) != (by < 0):
            return ()
    return tuple(found.values())


def _behind(edge: Edge, edges: list[Edge], search: Search) -> int | None:
    """The cell of an equation that was left old: its total, or of two equal cells the one less involved."""
    if edge.total is not None and not _mutual(edge, edges):
        return edge.total
    if len(edge.factors) != 2:
        return None
    others = [other for other in edges if other is not edge]
    totals = [cell for cell in edge.factors if any(other.total == cell for other in others)]
    return totals[0] if len(totals) == 1 else min(edge.factors, key=lambda cell: _moves(cell, others, search))


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
