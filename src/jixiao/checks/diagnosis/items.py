"""Items or total? Whether a table could lack a row, and whether its total is borne out elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jixiao.checks.diagnosis.appraisal import Appraisal
from jixiao.checks.diagnosis.network import Edge
from jixiao.model.fact import Record
from jixiao.relation.syntax import Call, Text, walk


class Items:
    """Looks at the items of the totals of one workbook."""

    def __init__(self, appraisal: Appraisal) -> None:
        self.network = appraisal.network
        self.records = appraisal.around.records

    def agrees_elsewhere(self, cell: int) -> bool:
        return any(self.network.agrees(position) for position in self.network.around(cell))

    def agree_on_another_sheet(self, cells: Collection[int]) -> bool:
        """True if one of these cells shows what another sheet has: that one was not left old."""
        pairs = [(cell, edge) for cell in cells for edge in self._holding(cell)]
        return any(
            self._elsewhere(cell, edge)
            for cell, edge in pairs
            if edge.factors.keys().isdisjoint({*cells} - {cell})
        )

    def _elsewhere(self, cell: int, edge: Edge) -> bool:
        own, facts = self.network.facts[cell].place, self.network.facts
        places = [facts[other].place for other in edge.factors if other != cell and facts[other].number]
        return bool(own and places) and all(place and own and place.sheet != own.sheet for place in places)

    def balanced(self, cell: int) -> bool:
        """True if the accounts balance with this figure.

        A sum that it goes into is no such proof: where the total was left old, that sum is as old as it is.
        """
        return any(_is_balance(edge) for edge in self._holding(cell))

    def may_lack_a_row(self, edge: Edge) -> bool:
        """True if a total that agrees elsewhere is more than its items, and these could be one row more."""
        total = edge.total
        if total is None or edge.gap * edge.factors[total] <= 0 or not self.agrees_elsewhere(total):
            return False
        rows = self._rows(edge)
        return bool(rows) and not _names(edge, rows.values()) and not self._agree_beside(edge, rows)

    def _holding(self, cell: int) -> list[Edge]:
        around = self.network.around(cell)
        held = (self.network.edge(position) for position in around if self.network.agrees(position))
        return [edge for edge in held if edge]

    def _rows(self, edge: Edge) -> dict[int, Record]:
        """The rows that a total outside their table adds up, by identity; of sums within a row: none."""
        parts = [cell for cell in edge.factors if cell != edge.total]
        vocabulary, facts = edge.verdict.scope.vocabulary, self.network.facts
        depths = {len(vocabulary[facts[cell].term].path) for cell in edge.factors}
        return {id(self.records[cell]): self.records[cell] for cell in parts} if len(depths) > 1 else {}

    def _agree_beside(self, edge: Edge, rows: dict[int, Record]) -> bool:
        """True if another column of the same rows adds up: a missing row would be missed there too."""
        beside = {
            id(fact)
            for row in rows.values()
            for fact in row.fields.values()
            if fact.kind.numeric and fact.number and id(fact) not in edge.factors
        }
        return any(self._parts(other) == rows.keys() for cell in beside for other in self._holding(cell))

    def _parts(self, edge: Edge) -> set[int]:
        return {id(self.records[cell]) for cell in edge.factors if cell != edge.total}


def _is_balance(edge: Edge) -> bool:
    """True for an equation that is no sum: something is taken away, or both sides add up."""
    above = [cell for cell, factor in edge.factors.items() if factor > 0]
    alone = min(len(above), len(edge.factors) - len(above))
    if edge.total is None:
        return alone > 1
    return any(
        factor * edge.factors[edge.total] > 0 for cell, factor in edge.factors.items() if cell != edge.total
    )


def _names(edge: Edge, rows: Iterable[Record]) -> bool:
    """True if the relation names the rows one by one by their keys: no open list of items."""
    calls = (part for part in walk(edge.verdict.check.relation.expression) if isinstance(part, Call))
    named = {part.value for call in calls for part in call.arguments if isinstance(part, Text)}
    return {row.key for row in rows} <= named
