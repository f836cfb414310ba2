"""What Python finds in a filling: the values that the formulas of a new workbook have in store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property

from jixiao.model.fact import Fact, Kind, Record
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.check import Check
from jixiao.pack.computed import unit_of
from jixiao.pack.pack import Pack
from jixiao.pack.relation_rows import RelationRow, relation_rows
from jixiao.relation.agreement import VERDICTS, verdict_word
from jixiao.relation.comparison import BLANK, Comparison, compare, held, judge
from jixiao.relation.evaluation import Evaluation, NotEvaluable
from jixiao.relation.functions.traits import Read
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Expression


class Calculation:
    """Comparisons by check and place; each is made once."""

    def __init__(self, pack: Pack, record: Record) -> None:
        self.pack = pack
        self.record = record
        self.factor = pack.form.units.factors[unit_of(record, pack)]
        self._comparisons: dict[tuple[str, tuple[int, ...]], Comparison | None] = {}

    def record_at(self, path: tuple[str, ...], at: tuple[int, ...]) -> Record | None:
        """The record of a row or repetition; None where nothing is filled in."""
        found = self.record
        for group, number in zip(path, at, strict=True):
            records = found.groups.get(group, ())
            if number >= len(records) or not records[number].used:
                return None
            found = records[number]
        return found

    def fact(self, term: str, at: tuple[int, ...]) -> Fact | None:
        record = self.record_at(self.pack.vocabulary[term].path, at)
        return record.fields[term] if record else None

    def comparison(self, check: Check, at: tuple[int, ...]) -> Comparison | None:
        key = check.data.id, at
        if key not in self._comparisons:
            self._comparisons[key] = self._compare(check, at)
        return self._comparisons[key]

    def _compare(self, check: Check, at: tuple[int, ...]) -> Comparison | None:
        scope = self._scope(check.path, at)
        codes = self.pack.names_of_codes
        if scope is None:
            return None
        waiting = held(compare(wait, scope, codes) for wait in check.waits)
        return waiting or judge(check.relation, check.when, scope, codes)

    def _scope(self, path: tuple[str, ...], at: tuple[int, ...]) -> Scope | None:
        """What a row or repetition sees; None where nothing is filled in."""
        current = {}
        for depth in range(1, len(path) + 1):
            record = self.record_at(path[:depth], at[:depth])
            if record is None:
                return None
            current[path[depth - 1]] = record
        return Scope(self.record, self.pack.vocabulary, current)

    def text(self, expression: Expression, path: tuple[str, ...], at: tuple[int, ...]) -> str:
        """A text as a row or repetition sees it; empty where nothing is filled in, or it cannot be had."""
        scope = self._scope(path, at)
        try:
            return Evaluation(scope, self.pack.names_of_codes).text(expression) if scope else ""
        except NotEvaluable:
            return ""

    def row_count(self, row: RelationRow) -> int:
        """How many rows of the table that a check runs over are given."""
        outer = self.record_at(row.check.path[:-1], row.at)
        return len(outer.groups.get(row.table, ())) if outer else 0

    def words(self, row: RelationRow) -> list[str]:
        """The verdicts of the filled rows of the table that a check runs over."""
        found = [self.comparison(row.check, (*row.at, number)) for number in range(self.row_count(row))]
        return [verdict_word(comparison) for comparison in found if comparison]

    def word(self, row: RelationRow) -> str:
        """The verdict of a row of the sheet; over a table, the worst of all."""
        if row.table:
            return min(self.words(row), key=VERDICTS.index, default=BLANK)
        comparison = self.comparison(row.check, row.at)
        return verdict_word(comparison) if comparison else BLANK

    @cached_property
    def counts(self) -> Counter[tuple[str, Severity]]:
        """How many rows of the sheet say what, by severity of their checks."""
        rows = relation_rows(self.pack)
        return Counter((self.word(row), Severity(row.check.data.severity)) for row in rows)

    def count(self, word: str, *severities: Severity) -> int:
        return sum(self.counts[word, severity] for severity in severities or Severity)

    def takes_part(self, check: Check, at: tuple[int, ...], read: Read, fact: Fact) -> bool:
        """Whether a cell takes part in a broken relation, and so is to be coloured."""
        comparison = self.comparison(check, at)
        if comparison is None or comparison.outcome is not Outcome.INCONSISTENT:
            return False
        if read.whole and self.pack.vocabulary[read.term].path:
            return not fact.empty
        return not read.keys or any(used is fact for used in comparison.facts)


Cached = Callable[[Calculation], Decimal | str]  # what a formula has in store


def value_in_cell(fact: Fact, factor: Decimal) -> Decimal | str:
    """A fact as its cell holds it."""
    if isinstance(fact.value, Decimal):
        return fact.value / factor if fact.kind is Kind.AMOUNT else fact.value
    return "" if fact.value is None else str(fact.value)
