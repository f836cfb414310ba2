"""A balance of which only one cell is filled in, as in a workbook just made from last year's: it has to wait.

That cells are blank is told of their sheet; what they should come to nobody knows before more stands there.
"""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.checks.confront import Verdict
from jixiao.model.fact import Fact, Place, State
from jixiao.model.finding import Finding
from jixiao.model.hint import Hint
from jixiao.model.outcome import Outcome
from jixiao.relation.syntax import Binary, Name

FEWEST = 2  # blank cells; a single one can be worked out


def not_begun(verdicts: Iterable[Verdict], blank: Iterable[Finding]) -> dict[int | Place, Hint]:
    """Such balances behind what is told of their blank cells, without a word on what these should be.

    Nothing stands behind what is lighter: an explanation would close the one and leave the other.
    """
    told = {cell: one for one in blank if not one.follows for cell in one.cells}
    found: dict[int | Place, Hint] = {}
    for verdict in verdicts if told else ():
        if verdict.outcome is Outcome.INCONSISTENT and _balances(verdict):
            cause = _cause(verdict.comparison.facts, told)
            if cause and cause.severity.rank <= verdict.severity.rank:
                found[id(verdict)] = Hint(follows=cause.key)
    return found


def _balances(verdict: Verdict) -> bool:
    """True for an equation of which each side adds up."""
    match verdict.check.relation.expression:
        case Binary("=", left, right):
            return not isinstance(left, Name) and not isinstance(right, Name)
    return False


def _cause(facts: Iterable[Fact], told: dict[Place, Finding]) -> Finding | None:
    """The one finding that tells of all cells that are blank, where only one has a figure."""
    facts = tuple(facts)
    blanks = [fact for fact in facts if fact.state is State.BLANK]
    figures = [fact for fact in facts if fact.number]
    causes = {told[fact.place].key: told[fact.place] for fact in blanks if fact.place in told}
    if len(figures) != 1 or len(blanks) < FEWEST or len(causes) != 1:
        return None
    return next(iter(causes.values())) if all(fact.place in told for fact in blanks) else None
