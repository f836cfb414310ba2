"""Totals that are blank although all their parts are there, and the one figure that the parts come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import msgspec

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis.network import Edge, Network, applies, linear_form, total_of
from jixiao.model.fact import ZERO, Fact, State
from jixiao.model.term import Group, Vocabulary

Groups = Mapping[str, Group]
_BLANK = State.BLANK  # by name: every verdict is asked


class OfferedTotal(msgspec.Struct, frozen=True):
    """A blank cell and its figure: money in 元. `key` tells the row or fund."""

    fact: Fact
    value: Decimal
    key: str = ""


class _Sum(msgspec.Struct, frozen=True):
    """A blank total in one relation, and what is added up: cells with their factors."""

    total: Fact
    parts: tuple[tuple[Fact, Decimal], ...]


def offered_totals(network: Network, groups: Groups) -> tuple[OfferedTotal, ...]:
    """In the order of the workbook. A workbook without blank totals costs nothing."""
    own = network.verdicts[: network.linked.start]
    whole = (verdict for verdict in own if verdict.check.total)
    sums = [found for verdict in whole if (found := _sum_in(verdict, network)) is not None]
    return tuple(_Offering(network, groups, own[0].scope.vocabulary, sums).offers()) if sums else ()


def _sum_in(verdict: Verdict, network: Network) -> _Sum | None:
    """The sum that a blank total alone on the left stands for; None for differences and for pairs.

    A total is one of its own sheet: a figure of another sheet is held against it, and must be typed for that.
    """
    term = verdict.check.total
    if len(verdict.scope.current) < len(verdict.check.path):
        return None
    total = verdict.scope.fields.get(term) or verdict.scope.cell(term)
    if total.state is not _BLANK or not total.kind.numeric or id(verdict) in network.accepted:
        return None
    if not applies(verdict):
        return None
    form = linear_form(verdict, network.formulas)
    if form is None or form.constant or id(total) not in form.cells:
        return None
    factors = {key: factor for key, (_, factor) in form.cells.items() if factor}
    parts = tuple((fact, -factor) for key, (fact, factor) in form.cells.items() if key != id(total))
    sheets = {verdict.scope.vocabulary[fact.term].sheet for fact, _ in form.cells.values()}
    sound = (
        len(sheets) == 1
        and total_of(verdict, factors) == id(total)
        and all(factor > 0 for _, factor in parts)
    )
    return _Sum(total, parts) if sound else None


class _Offering:
    """Finds totals out one after the other: the total of a class needs those of its items."""

    def __init__(self, network: Network, groups: Groups, vocabulary: Vocabulary, sums: list[_Sum]) -> None:
        self.network = network
        self.optional = {term.name for term in vocabulary.values() if term.optional}
        self.tables = {name for group in groups.values() if not group.repeat for name in group.terms}
        self.sums: dict[int, list[_Sum]] = {}
        for each in sums:
            self.sums.setdefault(id(each.total), []).append(each)
        self.rows = {id(fact): row for root in network.roots for fact, row in root.with_rows()}
        self.awaited = self._awaited()
        self.found: dict[int, Decimal] = {}

    def offers(self) -> Iterator[OfferedTotal]:
        while new := {cell: value for cell in self._open() if (value := self._one(cell)) is not None}:
            self.found |= new
        for root in self.network.roots:
            for fact in root.walk():
                if id(fact) in self.found:
                    yield OfferedTotal(fact, self.found[id(fact)], self.rows[id(fact)].key)

    def _awaited(self) -> set[int]:
        """The blank totals to which something that is filled in belongs, however far below."""
        awaited: set[int] = set()
        while new := {
            cell
            for cell, sums in self.sums.items()
            if cell not in awaited
            and any(fact.filled or id(fact) in awaited for each in sums for fact, _ in each.parts)
        }:
            awaited |= new
        return awaited

    def _open(self) -> list[int]:
        return [cell for cell in self.awaited if cell not in self.found]

    def _one(self, cell: int) -> Decimal | None:
        """The figure on which all relations that can be worked out agree."""
        values = {self._value(each) for each in self.sums[cell] if self._is_whole(each)}
        if len(values) != 1:
            return None
        value = values.pop()
        around = (self.network.edge(position) for position in self.network.around(cell))
        return value if all(edge is None or self._holds(edge, cell, value) for edge in around) else None

    def _is_whole(self, each: _Sum) -> bool:
        facts = [fact for fact, _ in each.parts]
        return all(map(self._is_known, facts)) and any(self._is_there(fact) for fact in facts)

    def _is_known(self, fact: Fact) -> bool:
        """A blank is nothing yet where it stands alone; optional or beside figures of its row, it is none."""
        if self._is_there(fact) or fact.state is State.DECLINED:
            return True
        if fact.state is not State.BLANK or id(fact) in self.awaited:
            return False
        if fact.term not in self.tables:
            return fact.term in self.optional
        row = self.rows[id(fact)].fields.values()
        return any(other.kind.numeric and (other.filled or id(other) in self.awaited) for other in row)

    def _is_there(self, fact: Fact) -> bool:
        return fact.filled or id(fact) in self.found

    def _value(self, each: _Sum) -> Decimal:
        return sum((factor * self._number(fact) for fact, factor in each.parts), ZERO)

    def _number(self, fact: Fact) -> Decimal:
        return self.found.get(id(fact), fact.number)

    def _holds(self, edge: Edge, cell: int, value: Decimal) -> bool:
        """True if the equation holds with this figure, or cannot be judged yet."""
        facts = {key: self.network.facts[key] for key in edge.factors}
        if not all(key == cell or self._is_known(fact) for key, fact in facts.items()):
            return True
        gap = edge.gap + edge.factors[cell] * value
        gap += sum((edge.factors[key] * found for key, found in self.found.items() if key in facts), ZERO)
        return abs(gap) <= edge.tolerance
