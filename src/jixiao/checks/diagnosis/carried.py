"""A wrong figure whose totals were added up with it: they hold with it, and have to follow it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jixiao.checks.diagnosis.network import Edge, Network
from jixiao.model.fact import ZERO


def carried(cell: int, by: Decimal, network: Network) -> Mapping[int, Decimal]:
    """The totals of a cell that is out by so much, each by how much it would have to follow.

    None where something that holds would not hold then: it is no mere sum.
    """
    changes, left = {cell: by}, [cell]
    while left:
        for edge in _holding(left.pop(), network):
            if edge.total is not None and edge.total not in changes:
                changes[edge.total] = -_moved(edge, changes) / edge.factors[edge.total]
                left.append(edge.total)
    touched = (edge for each in changes for edge in _holding(each, network))
    if any(abs(edge.gap + _moved(edge, changes)) > edge.tolerance for edge in touched):
        return {}
    return {each: change for each, change in changes.items() if each != cell}


def _holding(cell: int, network: Network) -> list[Edge]:
    edges = (network.edge(position) for position in network.around(cell) if network.holds(position))
    return [edge for edge in edges if edge]


def _moved(edge: Edge, changes: Mapping[int, Decimal]) -> Decimal:
    """How much the gap of an equation changes."""
    return sum((edge.factors[cell] * changes[cell] for cell in changes.keys() & edge.factors.keys()), ZERO)
