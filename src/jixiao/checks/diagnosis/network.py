"""The equations of a workbook as a network: which cells each one joins, and by how much it is out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from functools import cached_property

import msgspec

from jixiao.checks.confront import Verdict
from jixiao.model.fact import ZERO, Fact, Place, State
from jixiao.model.outcome import Outcome
from jixiao.relation.comparison import BLANK
from jixiao.relation.functions.traits import Linear, NotLinear
from jixiao.relation.linear import Formulas, linear
from jixiao.relation.quantity import Quantity
from jixiao.relation.syntax import Binary, Call, Name, walk

_CHECKED = (Outcome.PASSED, Outcome.ROUNDING, Outcome.INCONSISTENT)
HALF = Decimal("0.5")


class Edge(msgspec.Struct, frozen=True):
    """One equation in one scope: left less right = gap, and Σ factor · cell = gap but for constants.

    `total` is the cell that stands alone on the left, if the other side adds up.
    """

    verdict: Verdict
    factors: Mapping[int, Decimal]  # by the identity of the fact
    gap: Decimal
    tolerance: Decimal
    total: int | None


class Limit(msgspec.Struct, frozen=True):
    """What an inequality demands of a linear form: `sign` · (left less right) must not be positive."""

    factors: Mapping[int, Decimal]
    gap: Decimal
    tolerance: Decimal
    sign: int


class Network:
    """Equations by their position among the verdicts. Linear forms are worked out when asked for.

    `links` compare the workbook with another one, whose cells are constants here. Equations of `accepted`
    verdicts (by identity) do not hold, and the accountant says why: they should stay as they are. What
    stands in the cells of `fixed` terms was not typed by anybody.
    """

    def __init__(
        self,
        verdicts: Iterable[Verdict],
        formulas: Formulas,
        links: Iterable[Verdict] = (),
        accepted: Collection[int | Place] = (),
        fixed: Collection[str] = (),
    ) -> None:
        own = tuple(verdicts)
        self.roots = tuple({id(verdict.scope.root): verdict.scope.root for verdict in own}.values())
        self.verdicts = (*own, *links)
        self.linked = range(len(own), len(self.verdicts))
        self.formulas = formulas
        self.accepted = accepted
        self.fixed = fixed
        self.facts: dict[int, Fact] = {}
        self._edges: dict[int, Edge | None] = {}
        self._positions: dict[int, list[int]] = {}
        for position, verdict in enumerate(self.verdicts):
            if verdict.outcome in _CHECKED and must_hold(verdict):
                self._note(position, verdict)

    def _note(self, position: int, verdict: Verdict) -> None:
        for fact in verdict.comparison.facts:
            self._positions.setdefault(id(fact), []).append(position)
            if fact.term in self.formulas:  # joins cells that the comparison does not name
                self.edge(position)

    def edge(self, position: int) -> Edge | None:
        """The equation at that position, or None if it is not linear."""
        if position not in self._edges:
            self._edges[position] = self._edge(position)
        return self._edges[position]

    def _edge(self, position: int) -> Edge | None:
        verdict = self.verdicts[position]
        form = linear_form(verdict, self.formulas)
        gap = verdict.comparison.difference
        if form is None or gap is None:
            return None
        if _lacks_items(verdict, form):
            return None
        factors = {}
        for key, (fact, factor) in form.cells.items():
            if factor and (position not in self.linked or key in self._own):
                factors[key] = factor
                self.facts[key] = fact
                known = self._positions.setdefault(key, [])
                if position not in known:
                    known.append(position)
        if self._is_accepted(position):
            gap = ZERO
        if not factors:
            return None
        return Edge(verdict, factors, gap, _tolerance(verdict), total_of(verdict, factors))

    def around(self, cell: int) -> tuple[int, ...]:
        """Positions of the equations that a cell takes part in."""
        return tuple(
            position
            for position in self._positions.get(cell, ())
            if (edge := self.edge(position)) is not None and cell in edge.factors
        )

    def agrees(self, position: int) -> bool:
        """True if the figures of an equation agree."""
        return self.verdicts[position].outcome is not Outcome.INCONSISTENT

    def holds(self, position: int) -> bool:
        """True for an equation that nothing is wrong with: its figures agree, or may differ."""
        return self.agrees(position) or self._is_accepted(position)

    def _is_accepted(self, position: int) -> bool:
        return id(self.verdicts[position]) in self.accepted

    @cached_property
    def broken(self) -> tuple[int, ...]:
        """Positions of the equations that do not hold."""
        wanted = (
            position
            for position, verdict in enumerate(self.verdicts)
            if not self.holds(position) and must_hold(verdict)
        )
        return tuple(position for position in wanted if self.edge(position) is not None)

    @cached_property
    def exact(self) -> bool:
        """True if no equation that holds needs its tolerance: figures to the cent, not rounded ones."""
        return not any(verdict.outcome is Outcome.ROUNDING for verdict in self.verdicts)

    @cached_property
    def limits(self) -> tuple[Limit, ...]:
        """The inequalities that can be followed."""
        found = (_limit(verdict, self.formulas) for verdict in self.verdicts if verdict.outcome in _CHECKED)
        return tuple(limit for limit in found if limit is not None)

    @cached_property
    def _own(self) -> frozenset[int]:
        """The cells of the workbook itself."""
        return frozenset(id(fact) for root in self.roots for fact in root.walk())


def linear_form(verdict: Verdict, formulas: Formulas) -> Linear | None:
    """Left less right as a linear form, if it is one."""
    tree = verdict.check.relation.expression
    if not isinstance(tree, Binary):
        return None
    try:
        return linear(Binary("-", tree.left, tree.right), verdict.scope, formulas)
    except NotLinear:
        return None


def applies(verdict: Verdict) -> bool:
    """True if the relation was compared, or would have been if anything were filled in."""
    return verdict.outcome in _CHECKED or verdict.comparison.reason == BLANK


def must_hold(verdict: Verdict) -> bool:
    """True for an equation; a note only remarks on figures that often differ."""
    return verdict.check.is_equation


def _lacks_items(verdict: Verdict, form: Linear) -> bool:
    """True for a total whose items are not filled in yet: nothing can be wrong with it, or follow from it."""
    total = total_of(verdict, {key: factor for key, (_, factor) in form.cells.items()})
    items = [fact for key, (fact, _) in form.cells.items() if key != total]
    return (
        total is not None
        and bool(form.cells[total][0].number)
        and all(fact.state is State.BLANK for fact in items)
    )


def _operator(verdict: Verdict) -> str:
    tree = verdict.check.relation.expression
    return tree.operator if isinstance(tree, Binary) else ""


def _tolerance(verdict: Verdict) -> Decimal:
    sides = (verdict.comparison.left, verdict.comparison.right)
    return sum((side.high - side.low for side in sides if isinstance(side, Quantity)), ZERO) * HALF


def total_of(verdict: Verdict, factors: Mapping[int, Decimal]) -> int | None:
    """The cell that stands alone on the left of a sum, if there is one; by identity."""
    tree = verdict.check.relation.expression
    if not isinstance(tree, Binary) or not isinstance(tree.left, Name):
        return None
    if len(factors) < 3 and not any(isinstance(part, Call) for part in walk(tree.right)):
        return None  # two figures that should be equal: neither is the other's total
    if len(factors) < 2:
        return None  # held to another workbook
    total = id(verdict.scope.cell(tree.left.term))
    return total if total in factors else None


def _limit(verdict: Verdict, formulas: Formulas) -> Limit | None:
    operator, gap = _operator(verdict), verdict.comparison.difference
    if operator not in ("<=", ">=") or gap is None:
        return None
    form = linear_form(verdict, formulas)
    if form is None:
        return None
    factors = {key: factor for key, (_, factor) in form.cells.items() if factor}
    return Limit(factors, gap, _tolerance(verdict), 1 if operator == "<=" else -1)
