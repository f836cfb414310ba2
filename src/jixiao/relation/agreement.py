"""A relation -> the formulas that say how its two sides agree; the twin of comparison.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.model.outcome import Outcome
from jixiao.relation.binding import Bound
from jixiao.relation.comparison import BLANK, NOT_APPLICABLE, Comparison
from jixiao.relation.places import Places, comparable
from jixiao.relation.reads import Read, reads
from jixiao.relation.spread import NEAR, NOTHING, Spread, grouped
from jixiao.relation.syntax import Binary
from jixiao.relation.translated_calls import guarded
from jixiao.relation.translation import Translation

PASSED = "平衡"
ROUNDING = "尾差"
INCONSISTENT = "不平"
UNREADABLE = "无法核对"
VERDICTS = (INCONSISTENT, UNREADABLE, ROUNDING, PASSED, NOT_APPLICABLE, BLANK)  # the worst first

_RATIO_DIGITS = "12"
_FINER = 4  # more decimals than a cent has, for figures that are not sums of typed ones
_WORDS = {Outcome.PASSED: PASSED, Outcome.ROUNDING: ROUNDING, Outcome.INCONSISTENT: INCONSISTENT}


def verdict_word(comparison: Comparison) -> str:
    """What Python found, in the word that the workbook shows for it."""
    if comparison.outcome is Outcome.NOT_CHECKED:
        return comparison.reason if comparison.reason in (BLANK, NOT_APPLICABLE) else UNREADABLE
    return _WORDS[comparison.outcome]


@dataclass(frozen=True, slots=True)
class Agreement:
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
        """平衡, 尾差 or 不平."""
        if self.mixed:
            return f'"{INCONSISTENT}"'
        if self.of_texts:
            return f'IF({self._same(left, right)},"{PASSED}","{INCONSISTENT}")'
        tolerated = self._tolerated(gap, tolerance)
        rest = f'IF({tolerated},"{ROUNDING}","{INCONSISTENT}")' if tolerated else f'"{INCONSISTENT}"'
        return f'IF({gap}{self.operator}0,"{PASSED}",{rest})'

    @property
    def holds(self) -> str:
        """True where the relation is met, rounding allowed."""
        if self.of_texts or self.mixed:
            return self._same(self.left, self.right) if self.of_texts else "FALSE"
        gap = self.gap(self.left, self.right)
        return self._tolerated(gap, self.tolerance(gap)) or f"{gap}{self.operator}0"

    def _tolerated(self, gap: str, tolerance: str) -> str:
        """Empty where nothing is tolerated."""
        if tolerance == NOTHING:
            return ""
        distance = {"=": f"ABS({gap})", "<=": gap, ">=": f"-{gap}"}[self.operator]
        return f"ROUND({distance}-{grouped(tolerance)},{NEAR})<=0"

    def _same(self, left: str, right: str) -> str:
        sides = comparable(left), comparable(right)
        return ("=" if self.operator == "=" else "<>").join(sides)


def agreement_of(relation: Bound, places: Places, run: Translation) -> Agreement:
    """The relation in one scope."""
    tree = relation.expression
    assert isinstance(tree, Binary)
    texts = run.is_text(tree.left), run.is_text(tree.right)
    if any(texts):
        left, right = (
            run.text(side) if text else run.figure(side).value
            for side, text in zip((tree.left, tree.right), texts, strict=True)
        )
        return Agreement(tree.operator, left, right, of_texts=all(texts), mixed=not all(texts))
    first, second = run.aligned(run.figure(tree.left), run.figure(tree.right))
    return Agreement(
        tree.operator,
        first.value,
        second.value,
        _digits(first, second, places),
        (first.below, second.below),
        (first.above, second.above),
        money=first.money,
    )


def condition_formula(when: Sequence[Bound], places: Places, run: Translation) -> str:
    """True where all the conditions hold; empty where there are none."""
    held = [agreement_of(condition, places, run).holds for condition in when]
    return f"AND({','.join(held)})" if len(held) > 1 else "".join(held)


def blank_formula(relation: Bound, run: Translation) -> str:
    """True where nobody has filled any of the cells; empty for a relation of which that cannot be said."""
    found = list(dict.fromkeys(reads(relation.expression, run.vocabulary)))
    counts = [_filled(read, run) for read in found]
    if not counts:
        return ""
    blank = f"{'+'.join(counts)}=0"
    if any(not read.whole and not read.keys for read in found):
        return blank
    if all(read.term == read.keys for read in found):  # keys that match are never blank
        return ""
    return f"AND({blank},{'+'.join(_present(read, run) for read in found)}>0)"


def _filled(read: Read, run: Translation) -> str:
    if read.pattern is not None:
        return "+".join(_matching_cells(read, run))
    if read.whole:
        return _counted(run, [column.cells for column in run.places.columns(read.term)], read.term)
    return _counted(run, [run.places.cell(read.term)], read.term)


def _counted(run: Translation, cells: Sequence[str], term: str) -> str:
    if run.vocabulary[term].formula:  # a computed cell without value holds an empty text
        return "+".join(f'SUMPRODUCT(--({one}<>""))' for one in cells)
    return f"COUNTA({','.join(cells)})"


def _matching_cells(read: Read, run: Translation) -> list[str]:
    assert read.pattern is not None
    if read.term == read.keys:
        return run.matching(read.keys, read.pattern)
    wanted = run.pattern(read.pattern)
    pairs = zip(run.places.columns(read.keys), run.places.columns(read.term), strict=True)
    counts = (f'COUNTIFS({key.texts},{wanted},{column.cells},"<>")' for key, column in pairs)
    return [guarded(wanted, read.pattern, count) for count in counts]


def _present(read: Read, run: Translation) -> str:
    """How many cells there are to be filled."""
    if read.pattern is not None:
        return "+".join(run.matching(read.keys, read.pattern))
    return run.places.used_rows(read.term)


def _digits(left: Spread, right: Spread, places: Places) -> str:
    if not left.money:
        return _RATIO_DIGITS
    return f"{places.digits}+{_FINER}" if left.fine or right.fine else places.digits


def _sum(one: str, other: str) -> str:
    return "+".join(half for half in (one, other) if half != NOTHING) or NOTHING
