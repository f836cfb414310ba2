"""score-tables.toml as typed data: by which words a score table and its standards are recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from jixiao.pack.loading import data_folder
from jixiao.pack.toml_file import read_toml
from jixiao.strict import Basis, Strict

FILE = "score-tables.toml"
_SLOT = re.compile(r"\{([a-z_]+)\}")
Listed = dict[str, tuple[str, ...]]


class OutcomeWords(Strict, kw_only=True):
    kind: str
    patterns: tuple[str, ...]


class MoneyWords(Strict, kw_only=True):
    """The block of amounts above the indicators of a self-evaluation form, and the row that is made of it."""

    rate: tuple[str, ...]
    total_rows: tuple[str, ...]
    whole_year: tuple[str, ...]
    opening: tuple[str, ...]
    executed: tuple[str, ...]
    level1: str
    name: str
    projects: tuple[str, ...]
    others: tuple[str, ...]
    wholes: tuple[str, ...]
    measure_of_project: str
    measure_of_whole: str
    measure_of_project_opening: str
    measure_of_whole_opening: str
    of_one_project: dict[str, str]  # a term of the form for departments -> that of a form for one project

    def in_one_project(self, relation: str) -> str:
        """The same measure over the terms of such a form."""
        for term, own in self.of_one_project.items():
            relation = relation.replace(term, own)
        return relation


class ScoreTableWords(Strict, kw_only=True, dict=True):
    basis: Basis
    headers: Listed
    rows: Listed
    money: MoneyWords
    slots: dict[str, str]
    wordings: Listed
    outcomes: tuple[OutcomeWords, ...]
    conditions: Listed
    periods: Listed
    formulas: Listed
    signs: Listed
    forms: Listed
    grades: dict[str, str]  # usual ones, with the lowest score of each

    @cached_property
    def filled_slots(self) -> dict[str, str]:
        """The slots; one may name those above it."""
        filled: dict[str, str] = {}
        for name, text in self.slots.items():
            filled[name] = _SLOT.sub(lambda slot: filled[slot[1]], text)
        return filled

    @cached_property
    def outcome_patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Kind and pattern, in the order in which they are tried at the same place."""
        return tuple(
            (each.kind, self.compiled(pattern)) for each in self.outcomes for pattern in each.patterns
        )

    @cached_property
    def _compiled(self) -> dict[str, re.Pattern[str]]:
        return {}

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """A pattern with its slots filled, compiled once."""
        known = self._compiled.get(pattern)
        if known is None:
            known = re.compile(_SLOT.sub(lambda slot: self.filled_slots[slot[1]], pattern))
            self._compiled[pattern] = known
        return known

    def patterns(self, listed: Listed, kind: str) -> Iterator[re.Pattern[str]]:
        return (self.compiled(pattern) for pattern in listed[kind])

    def found(self, listed: Listed, kind: str, text: str) -> re.Match[str] | None:
        """The longest of the earliest places where a wording of that kind stands."""
        matches = (match for each in self.patterns(listed, kind) if (match := each.search(text)))
        return min(matches, key=lambda match: (match.start(), -match.end()), default=None)

    def said(self, kind: str, text: str) -> re.Match[str] | None:
        """The same for the wordings of standards."""
        return self.found(self.wordings, kind, text)

    def any_of(self, kind: str) -> str:
        """The words of a kind of condition as one alternative of a pattern, the longest first."""
        fragments = (
            _SLOT.sub(lambda slot: self.filled_slots[slot[1]], each) for each in self.conditions[kind]
        )
        return "(?:" + "|".join(sorted(fragments, key=len, reverse=True)) + ")"


@cache
def score_table_words() -> ScoreTableWords:
    """Raises PackError."""
    return read_toml(data_folder("workbook_templates") / FILE, ScoreTableWords)
