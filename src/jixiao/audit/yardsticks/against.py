"""A report against a yardstick: figures of known quantities, and what those that differ should be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.tables.entries import EntryTable
from jixiao.audit.wording_fault import WordingFault
from jixiao.audit.yardsticks.against_scores import compared_scores, other_grades
from jixiao.audit.yardsticks.candidates import KnownCandidates, agrees_with, single
from jixiao.audit.yardsticks.changes_since import changes_since
from jixiao.audit.yardsticks.known import Yardstick
from jixiao.audit.yardsticks.known_scores import KnownScores
from jixiao.audit.yardsticks.quantity_names import quantity_words
from jixiao.audit.yardsticks.said_quantities import said_in_table, said_quantities
from jixiao.audit.yardsticks.said_quantity import SaidQuantity
from jixiao.audit.yardsticks.unplaced import unplaced
from jixiao.relation.quantity import Quantity

_SCALES = (10**4, 1, 10**3, 10**8)
_LEAST = 3  # cells of a table that agree, so that one that does not is wrong rather than misread


class Discrepancy(msgspec.Struct, eq=False):
    """A figure that differs. `like`: the same in the unit that its table was found to have."""

    figure: StatedFigure
    like: StatedFigure
    expected: Decimal
    name: str
    whence: str
    yardstick: Yardstick
    change: int = 0  # of a change, computed from what is known: its direction


class YardstickComparison(msgspec.Struct):
    """`placed`: the figures that were held against it; `unplaced`: those of the text that might have been.

    `faults`: words that it contradicts.
    """

    yardstick: Yardstick
    placed: list[StatedFigure] = []
    found: list[Discrepancy] = []
    faults: list[WordingFault] = []
    unplaced: list[StatedFigure] = []

    @property
    def compared(self) -> int:
        return len(self.placed)


def compare(context: AuditContext, yardstick: Yardstick, year: int) -> YardstickComparison:
    """Hold a report about `year` against what is known."""
    said = list(said_quantities(context, year, yardstick.unit))
    bound = KnownCandidates(yardstick, said)
    comparison = YardstickComparison(yardstick)
    for one in said:
        _judge(comparison, one, one.figure, bound)
    for one_change in changes_since(context, bound, year):
        change, expected, whence = one_change.figure, one_change.expected, one_change.whence
        comparison.placed.append(change)
        stated = change.value * change.direction
        wide = Quantity.given(stated, change.step * 3)  # of two figures that were rounded before
        if not wide.meets(expected):
            value, sign = abs(expected.value), (expected.value > 0) - (expected.value < 0)
            comparison.found.append(Discrepancy(change, change, value, "", whence, yardstick, sign))
    for table in context.tables:
        _judge_table(comparison, table, bound, year)
    if yardstick.scores is not None:
        _judge_scores(comparison, context, yardstick.scores)
    comparison.unplaced = unplaced(context, yardstick.kind, frozenset(comparison.placed))
    return comparison


def _judge_scores(comparison: YardstickComparison, context: AuditContext, known: KnownScores) -> None:
    words = quantity_words().scores
    for one in compared_scores(context, known, words):
        comparison.placed.append(one.figure)
        if not one.agrees:
            found = Discrepancy(one.figure, one.figure, one.expected, "", one.whence, comparison.yardstick)
            comparison.found.append(found)
    comparison.faults += other_grades(context, known, words)


def _judge(
    comparison: YardstickComparison, one: SaidQuantity, like: StatedFigure, bound: KnownCandidates
) -> None:
    candidates = bound.candidates(one, like)
    if any(agrees_with(like, known) for known in candidates):
        comparison.placed.append(one.figure)
        return
    known = single(candidates)
    if known is None or abs(known.value) == abs(like.value) or not bound.is_sure(one, known):
        return
    comparison.placed.append(one.figure)
    comparison.found.append(
        Discrepancy(one.figure, like, known.value, one.of.name, known.whence, bound.yardstick)
    )


def _judge_table(
    comparison: YardstickComparison, table: EntryTable, bound: KnownCandidates, year: int
) -> None:
    """A table of which most cells agree; its unit, if it says none, is the one in which they do."""
    tried = [_tried(table, Decimal(scale), bound, year) for scale in _scales(table)]
    best = max(tried, key=lambda one: one.compared - len(one.found))
    agreed = best.compared - len(best.found)
    own = table.table.scale and re.search(quantity_words().own_tables, table.title)
    least, most = (1, agreed) if own else (_LEAST, agreed // 2)
    if agreed < least or len(best.found) > most:
        return
    comparison.placed += best.placed
    comparison.found += best.found


def _scales(table: EntryTable) -> Sequence[int]:
    return (1,) if table.table.scale else _SCALES


def _tried(table: EntryTable, scale: Decimal, bound: KnownCandidates, year: int) -> YardstickComparison:
    comparison = YardstickComparison(bound.yardstick)
    for one in said_in_table(table, year, bound.yardstick.unit):
        like = one.figure
        if not table.table.scale:
            like = replace(like, value=like.value * scale, step=like.step * scale, scale=scale)
        _judge(comparison, one, like, bound)
    return comparison
