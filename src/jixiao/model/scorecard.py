"""The scorecard: every indicator with its measure, its score and how it came about."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Score:
    """One indicator. `score` is None while it cannot be computed; `working` then says what is missing."""

    id: str
    level1: str
    level2: str
    name: str
    max_score: Decimal
    standard: str
    score: Decimal | None
    measure: str  # as printed: 106.96%, 3项全部符合, 好 …
    working: str  # how the score follows from the measure
    reason: str = ""  # of a deduction: the accountant's words, else the working
    given_reason: str = ""  # the accountant's own words only
    evidence: str = ""

    @property
    def deduction(self) -> Decimal:
        return Decimal(0) if self.score is None else self.max_score - self.score


@dataclass(frozen=True, slots=True)
class Subtotal:
    name: str
    max_score: Decimal
    score: Decimal


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Scores in the order of the framework; totals are sums of what could be scored."""

    framework: str
    scores: tuple[Score, ...]
    level1: tuple[Subtotal, ...]
    level2: tuple[tuple[str, Subtotal], ...]  # (first level, second level)
    total: Decimal
    max_total: Decimal
    grade: str  # empty while an indicator is not scored

    @property
    def complete(self) -> bool:
        return all(score.score is not None for score in self.scores)
