"""What keeps a check from the scopes that it runs in: the first of its conditions that does not hold there.

Most conditions fail, most workbooks can be read as a whole, and then it does not matter how those behind the
first come out that fails: they are not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import cast

import msgspec

from jixiao.model.outcome import Outcome
from jixiao.pack.check import Check
from jixiao.relation.binding import Bound
from jixiao.relation.comparison import Comparison, compare, not_applicable
from jixiao.relation.evaluation import Codes
from jixiao.relation.scope import Scope

_NOT_CHECKED, _INCONSISTENT = Outcome.NOT_CHECKED, Outcome.INCONSISTENT
_Path = tuple[str, ...]


class Conditions(msgspec.Struct, dict=True):
    """Remembers what many checks ask again: the rows of a table, and whether a condition holds in each."""

    root: Scope
    codes: Codes
    records: dict[_Path, tuple[Scope, ...]] = {}
    known: dict[tuple[str, _Path], list[Comparison]] = {}  # None at the places that nobody has asked for

    def scopes(self, path: _Path) -> tuple[Scope, ...]:
        """The records of a table or block, each as a scope."""
        scopes = self.records.get(path)
        if scopes is None:
            scopes = self.records[path] = tuple(self.root.each(path))
        return scopes

    def obstacles(self, check: Check) -> list[Comparison | None]:
        """Why the check is not made in each of its scopes; None where it is.

        A condition that cannot be evaluated counts before one that fails: Excel's AND, too, is an error then.
        """
        path = check.path
        found: list[Comparison | None] = [None] * len(self.scopes(path))
        holding: list[int] | range = range(len(found))
        failing: list[int] = []
        for condition in check.when:
            if failing and not (condition.sure and self.readable):
                failing = self._still_failing(self.answers(condition, path, failing), failing, found)
            if not holding:
                continue
            answers, before, holding = self.answers(condition, path, holding), holding, []
            for at in before:
                answer = answers[at]
                if answer.outcome is _INCONSISTENT:
                    found[at] = not_applicable(answer)
                    failing.append(at)
                elif answer.outcome is _NOT_CHECKED:
                    found[at] = answer
                else:
                    holding.append(at)
        return found

    @staticmethod
    def _still_failing(
        answers: Sequence[Comparison], failing: list[int], found: list[Comparison | None]
    ) -> list[int]:
        """Without those in which this one cannot be evaluated."""
        still = []
        for at in failing:
            if answers[at].outcome is _NOT_CHECKED:
                found[at] = answers[at]
            else:
                still.append(at)
        return still

    def answers(self, condition: Bound, path: _Path, wanted: Iterable[int]) -> Sequence[Comparison]:
        """How the condition comes out in the scopes of the path; it is asked only at those wanted."""
        scopes = self.scopes(path)
        if path and not condition.path:  # what no row has a say in is the same in all
            return (*self.answers(condition, (), (0,)),) * len(scopes)
        key = condition.text, path
        answers = self.known.get(key)
        if answers is None:
            answers = self.known[key] = cast("list[Comparison]", [None] * len(scopes))
        for at in wanted:
            if answers[at] is None:
                answers[at] = compare(condition, scopes[at], self.codes)
        return answers

    @cached_property
    def readable(self) -> bool:
        """True if every cell of the workbook can be read."""
        return all(fact.state.readable for fact in self.root.root.walk())
