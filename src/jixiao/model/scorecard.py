"""The scorecard: every indicator with its measure, its score and how it came about."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jixiao.model.fact import Fact, Place


class Obstacle(msgspec.Struct, frozen=True):
    """Why an indicator has no score: the cell that has to be filled or mended, and how."""

    label: str
    place: Place | None
    what: str  # what is wrong with the cell: 还没有填写 …
    mend: str
    typed: str = ""  # what stands in the cell
    blanks: tuple[Fact, ...] = ()  # the cells in which nothing stands, where that is what is wrong
    lost: bool = False  # its sheet was not read, or its name is gone: that is told of the sheet

    no_base: bool = False  # it is 0, and the measure divides by it
    way_out: str = ""  # what who has no such business can do

    @property
    def blank(self) -> bool:
        """True if only something has to be filled in."""
        return bool(self.blanks)

    @property
    def problem(self) -> str:
        where = f"（{self.place}）" if self.place else ""
        return f"“{self.label}”{where}{self.what}"


class Score(msgspec.Struct, frozen=True):
    """One indicator. `score` is None while it cannot be computed; `working` then says what is missing."""

    id: str
    level1: str
    level2: str
    name: str
    max_score: Decimal
    standard: str
    score: Decimal | None  # two decimals
    measure: str  # as printed: 106.96%, 3/3项符合, 好 …
    working: str  # how the score follows from the measure
    said: str = ""  # the measure as a sentence says it: 指标值为106.96%, 评为“较好” …
    reason: str = ""  # of a deduction: the accountant's words, else the working
    given_reason: str = ""  # the accountant's own words only
    evidence: str = ""
    unrounded: Decimal | None = None
    obstacle: Obstacle | None = None
    reason_fact: Fact | None = None  # the cell for the accountant's own words
    facts: tuple[Fact, ...] = ()  # the cells that the measure was taken from
    relation: str = ""  # by which a computed measure follows from them
    formula: str = ""  # the measure in the framework's words
    printed: tuple[str, ...] = ()  # what the printed table itself says, by its columns
    assumed: bool = False  # has its full score without business, and the framework lays down nothing
    despite: str = ""  # what was filled in, or follows from figures, although it is said not to apply
    applies: bool = True  # False: the unit has no such business, so that it is left out of the total

    @property
    def label(self) -> str:
        return f"{self.id} {self.name}"

    @property
    def place(self) -> Place | None:
        """The cell for the accountant's own words."""
        return self.reason_fact.place if self.reason_fact else None

    @property
    def named(self) -> str:
        """Where it is before what it is called: a number such as G4 alone reads like a cell."""
        return f"{self.reason_fact.lead if self.reason_fact else ''}“{self.label}”"

    @property
    def settled(self) -> bool:
        """True if nothing is left to be done for it."""
        return self.score is not None or not self.applies

    @property
    def deduction(self) -> Decimal:
        return Decimal(0) if self.score is None else self.max_score - self.score


class Subtotal(msgspec.Struct, frozen=True):
    name: str
    max_score: Decimal
    score: Decimal


class Scorecard(msgspec.Struct, frozen=True):
    """Scores in the order of the framework; totals are sums of what could be scored."""

    framework: str
    scores: tuple[Score, ...]
    level1: tuple[Subtotal, ...]
    level2: tuple[tuple[str, Subtotal], ...]  # (first level, second level)
    total: Decimal
    max_total: Decimal
    grade: str  # by the unrounded total; empty while an indicator is not scored
    grade_note: str = ""  # where the printed total would suggest a better grade
    columns: tuple[tuple[str, str], ...] = ()  # of the printed table: heading, what of a score stands there
    below: tuple[str, ...] = ()  # lines that are printed below it
    dated: bool = False  # its title begins with the year

    @property
    def complete(self) -> bool:
        return all(score.settled for score in self.scores)

    @property
    def left_out(self) -> tuple[Score, ...]:
        """The indicators that do not apply to the unit, where the others count for the whole."""
        return tuple(score for score in self.scores if not score.applies)

    @property
    def applicable(self) -> Decimal:
        """The points of the indicators that count."""
        return self.max_total - sum((score.max_score for score in self.left_out), Decimal(0))

    @property
    def reached(self) -> Decimal:
        """The sum of the scores, before they make up the whole."""
        return sum((score.score for score in self.scores if score.score is not None), Decimal(0))

    def scaled(self, points: Decimal) -> Decimal:
        """Points of the indicators that count, as points of the whole."""
        return points * self.max_total / self.applicable if self.left_out and self.applicable else points

    @property
    def unrounded_total(self) -> Decimal:
        """The total before any indicator's score was cut to two decimals."""
        return self.scaled(sum((score.unrounded or Decimal(0) for score in self.scores), Decimal(0)))
