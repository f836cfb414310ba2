"""What formulas say of a relation: how its two sides agree, and in which word; the twin of outcomes.py."""

from __future__ import annotations

import msgspec

from jixiao.model.outcome import Outcome
from jixiao.relation.comparison import BLANK, INCOMPLETE, NOT_APPLICABLE, Comparison
from jixiao.relation.places import comparable
from jixiao.relation.spread import NEAR, NOTHING, Truth, grouped

PASSED = "通过"
ROUNDING = "尾差"
INCONSISTENT = "不平"
UNREADABLE = "无法核对"
VERDICTS = (INCONSISTENT, UNREADABLE, ROUNDING, PASSED, NOT_APPLICABLE, BLANK)  # the worst first

_WORDS = {Outcome.PASSED: PASSED, Outcome.ROUNDING: ROUNDING, Outcome.INCONSISTENT: INCONSISTENT}


def verdict_word(comparison: Comparison) -> str:
    """What Python found, in the word that the workbook shows for it."""
    if comparison.reason == INCOMPLETE:
        return NOT_APPLICABLE
    if comparison.outcome is Outcome.NOT_CHECKED:
        return comparison.reason if comparison.reason in (BLANK, NOT_APPLICABLE) else UNREADABLE
    return _WORDS[comparison.outcome]


class Agreement(msgspec.Struct, frozen=True):
    """The formulas of one relation in one scope. `left` and `right` are the two sides.

    Numbers: `gap` is left less right, `tolerance` what of it precision explains. Texts have neither.
    Wherever a formula speaks of the gap or the tolerance it takes them as arguments: they may stand
    in cells of their own.
    """

    operator: str
    left: str
    right: str
    digits: str = ""
    below: tuple[str, str] = (NOTHING, NOTHING)  # of left and right
    above: tuple[str, str] = (NOTHING, NOTHING)
    of_texts: bool = False
    mixed: bool = False  # a number and a text: never equal
    money: bool = False

    def gap(self, left: str, right: str) -> str:
        subtrahend = "" if right == NOTHING else f"-{grouped(right)}"
        return f"ROUND({left}{subtrahend},{self.digits})"

    def tolerance(self, gap: str) -> str:
        """How far apart the sides may be; which ends of the intervals face each other depends on the gap."""
        over = _sum(self.below[0], self.above[1])
        under = _sum(self.above[0], self.below[1])
        if self.operator not in ("=", "<=", ">="):
            return NOTHING
        if self.operator == "<=" or over == under:
            return over
        return under if self.operator == ">=" else f"IF({gap}>0,{over},{under})"

    def verdict(self, gap: str, tolerance: str, left: str, right: str) -> str:
        """通过, 尾差 or 不平."""
        if self.mixed:
            return f'"{INCONSISTENT}"'
        if self.of_texts:
            return f'IF({self._same(left, right)},"{PASSED}","{INCONSISTENT}")'
        tolerated = self._tolerated(gap, tolerance)
        rest = f'IF({tolerated},"{ROUNDING}","{INCONSISTENT}")' if tolerated else f'"{INCONSISTENT}"'
        return f'IF({gap}{self.operator}0,"{PASSED}",{rest})'

    @property
    def formula(self) -> str:
        """The whole verdict at once."""
        gap = "" if self.of_texts or self.mixed else self.gap(self.left, self.right)
        return self.verdict(gap, self.tolerance(gap), self.left, self.right)

    @property
    def truth(self) -> Truth:
        """Whether the relation is met."""
        if self.of_texts or self.mixed:
            same = self._same(self.left, self.right) if self.of_texts else "FALSE"
            return Truth(same, same)
        gap = self.gap(self.left, self.right)
        sharp = f"{gap}{self.operator}0"
        return Truth(sharp, self._tolerated(gap, self.tolerance(gap)) or sharp)

    def _tolerated(self, gap: str, tolerance: str) -> str:
        """Empty where nothing is tolerated."""
        if tolerance == NOTHING:
            return ""
        distance = {"=": f"ABS({gap})", "<=": gap, ">=": f"-{gap}"}[self.operator]
        return f"ROUND({distance}-{grouped(tolerance)},{NEAR})<=0"

    def _same(self, left: str, right: str) -> str:
        sides = comparable(left), comparable(right)
        return ("=" if self.operator == "=" else "<>").join(sides)


class Joint(msgspec.Struct, frozen=True):
    """The formulas of comparisons joined into one: there are no two sides to show."""

    truth: Truth

    @property
    def formula(self) -> str:
        """通过, 尾差 or 不平; an error where one of the comparisons is an error."""
        rest = f'"{INCONSISTENT}"'
        if self.truth.held != self.truth.passed:
            rest = f'IF({self.truth.held},"{ROUNDING}",{rest})'
        return f'IF({self.truth.passed},"{PASSED}",{rest})'


def _sum(one: str, other: str) -> str:
    return "+".join(half for half in (one, other) if half != NOTHING) or NOTHING
