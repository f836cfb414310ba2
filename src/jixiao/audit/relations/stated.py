"""A relation that a report states: one figure follows from others. How it comes out, what would mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import IntEnum

import msgspec

from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.relations.formulas import FigureFormula, Quotient, SignedSum
from jixiao.model.outcome import Outcome, Severity
from jixiao.relation.quantity import Quantity


class Directness(IntEnum):
    """How directly a relation is stated: of findings with a figure in common the most direct one is told."""

    EQUAL = 0  # text and table, the same said twice, the row of a table
    LIST = 1  # parts of a whole
    RATE = 2  # changes and shares
    DIRECTION = 3  # words
    ITEMS = 4  # totals over lists of many paragraphs


class StatedRelation(msgspec.Struct, eq=False):
    """`target` = formula(operands). `of`: what the right side is, for people.

    `certain`: whether a culprit must be sought among its figures; some relations only bound each other.
    """

    id: str
    kind: AuditKind
    target: StatedFigure
    operands: tuple[StatedFigure, ...]
    formula: FigureFormula
    directness: Directness
    of: str
    severity: Severity = Severity.ERROR
    exact: bool = False  # nothing in it is rounded: points that are added up
    upper: bool = False  # the operands may come to less than the target
    sure: bool = False  # the words leave no doubt of what belongs to it
    note: str = ""
    reckoned: str = ""  # how the stated figure was come by, where that is known to be a mistake
    known: tuple[object, Outcome] | None = None  # how it came out, as long as it says the same

    @property
    def figures(self) -> tuple[StatedFigure, ...]:
        return (self.target, *self.operands)

    def computed(self, changed: Mapping[StatedFigure, Decimal] | None = None) -> Quantity | None:
        """What the operands come to; None where there is no value, such as a share of nothing."""
        quantities = [_quantity(operand, changed) for operand in self.operands]
        try:
            return self.formula.value(quantities)
        except ArithmeticError:
            return None

    def outcome(self, changed: Mapping[StatedFigure, Decimal] | None = None) -> Outcome:
        """With some figures changed, to try what would mend it."""
        if changed:
            return self._outcome(changed)
        says = (self.target, self.operands, self.formula, self.exact, self.upper)
        if self.known is None or self.known[0] != says:
            self.known = (says, self._outcome(None))
        return self.known[1]

    def _outcome(self, changed: Mapping[StatedFigure, Decimal] | None) -> Outcome:
        computed = self.computed(changed)
        if computed is None:
            return Outcome.NOT_CHECKED
        stated = _quantity(self.target, changed)
        if computed.value == stated.value:
            return Outcome.PASSED
        if self.upper and computed.low <= stated.high:
            return Outcome.PASSED
        if self.exact:
            return Outcome.ROUNDING if stated.meets(computed) else Outcome.INCONSISTENT
        return (
            Outcome.ROUNDING
            if agrees(stated, computed, self.target, cut=isinstance(self.formula, Quotient))
            else Outcome.INCONSISTENT
        )

    def needed(self, figure: StatedFigure) -> Decimal | None:
        """What a figure of it would have to be, to the last digit that it has."""
        if figure is self.target:
            computed = self.computed()
            value = computed.value if computed else None
        else:
            operands = [operand.value for operand in self.operands]
            try:
                value = self.formula.solved(self.operands.index(figure), self.target.value, operands)
            except ArithmeticError:
                value = None
        return None if value is None else rounded(value, figure)


def same_figure(
    rule: str, figure: StatedFigure, other: StatedFigure, of: str, severity: Severity = Severity.ERROR
) -> StatedRelation:
    """What is said twice, or in a text and in a table, is one figure."""
    return StatedRelation(
        rule, AuditKind.EQUALITY, figure, (other,), SignedSum(), Directness.EQUAL, of, severity
    )


def gap_of(
    rule: str,
    gap: StatedFigure,
    one: StatedFigure,
    other: StatedFigure,
    *,
    severity: Severity = Severity.ERROR,
) -> StatedRelation:
    """How far two figures are apart, whichever is the larger."""
    larger, smaller = sorted((one, other), key=lambda figure: figure.value, reverse=True)
    return StatedRelation(
        rule,
        AuditKind.CHANGE,
        gap,
        (larger, smaller),
        SignedSum((1, -1)),
        Directness.RATE,
        f"{larger.written}－{smaller.written}",
        severity,
    )


def sum_of(
    rule: str,
    whole: StatedFigure,
    parts: Iterable[StatedFigure],
    of: str,
    directness: Directness = Directness.LIST,
    severity: Severity = Severity.ERROR,
    note: str = "",
) -> StatedRelation:
    """A whole is its parts together."""
    return StatedRelation(
        rule, AuditKind.SUM, whole, tuple(parts), SignedSum(), directness, of, severity, note=note
    )


def agrees(stated: Quantity, computed: Quantity, target: StatedFigure, *, cut: bool = False) -> bool:
    """Whether the intervals meet; a percentage may be cut as well as rounded."""
    if target.measure in (Metric.PERCENT, Metric.POINTS, Metric.SCORE):
        return computed.low - target.step < stated.value < computed.high + target.step
    wide = target.step if cut else Decimal(0)
    return stated.low - wide <= computed.high and computed.low <= stated.high + wide


def rounded(value: Decimal, figure: StatedFigure) -> Decimal:
    """A value in the precision of a figure."""
    from jixiao.model.figures import round_half_up

    step = figure.step or (Decimal(1) if figure.measure is Metric.COUNT else Decimal("0.01") * figure.scale)
    return round_half_up(value / step, Decimal(1)) * step


def _quantity(figure: StatedFigure, changed: Mapping[StatedFigure, Decimal] | None) -> Quantity:
    if changed and figure in changed:
        if figure.measure is Metric.SCORE:  # points are never rounded
            return Quantity.exact(changed[figure])
        return Quantity.given(changed[figure], figure.step)
    return figure.quantity
