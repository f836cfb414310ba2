"""frameworks/*.toml as typed data: indicators with their methods, and weights, each with its basis."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

import msgspec

from jixiao.methods import Method
from jixiao.model.figures import round_half_up
from jixiao.pack.form import Assessment
from jixiao.pack.sections import Held
from jixiao.strict import Basis, Strict


class Special(Strict, kw_only=True):
    """What counts where the measure cannot be divided (budget and outturn both zero, say)."""

    when: str  # a relation
    value: str  # the measure that counts then, a relation (usually a number)
    says: str  # printed in place of the measure


class IndicatorExample(Strict, kw_only=True):
    """The score that a measure must come to.

    `value` is the measure as people write it, by method: 106.96% · 36/40 · 是、是、否 · 2 · 较好. A computed
    indicator may give the figures of its relation instead, so that the special cases have examples too.
    """

    score: Decimal
    value: str = ""
    given: dict[str, str] = msgspec.field(default_factory=dict)


class UnsureReading(Strict, kw_only=True):
    """What a printed standard seems to say, and why that is not sure: people score until it is confirmed."""

    doubt: str
    method: Method | None = None
    measure: str = ""


class Indicator(Strict, kw_only=True):
    id: str
    level1: str
    level2: str
    name: str
    max_score: Decimal
    standard: str  # the scoring rule in words, printed in the score table
    method: Method
    basis: Basis
    examples: tuple[IndicatorExample, ...]
    measure: str = ""  # a relation over terms; empty: judged, from the self-evaluation sheet
    hint: str = ""  # what to enter, for whoever fills the workbook in; no report prints it
    formula: str = ""  # the measure in words
    special: tuple[Special, ...] = ()
    entered: Literal["", "ratio", "actual"] = ""  # a rate: actual / target, or the actual value itself
    lowest: Decimal = Decimal(0)  # an entered rate below or above these is a slip, such as 95 for 95%
    highest: Decimal | None = None
    offer: UnsureReading | None = None
    assumed: str = ""  # what a reading of the printed standard had to make up, for whoever looks at the row
    not_applicable: Literal["", "rescale", "full"] = ""  # where the framework has a rule for it alone
    printed: tuple[str, ...] = ()  # what the printed table itself says in each of the framework's columns

    @property
    def label(self) -> str:
        return f"{self.id} {self.name}"

    @property
    def guidance(self) -> str:
        """The scoring rule and what to enter for it, for the sheet that is filled in."""
        return self.standard + self.hint


class GradeBand(Strict, kw_only=True):
    name: str
    lowest: Decimal  # the unrounded score must reach it


class Level(Strict, kw_only=True):
    name: str
    max_score: Decimal
    parts: dict[str, Decimal]  # second level -> weight


class StartingRows(Strict, kw_only=True):
    """Rows that a new workbook starts with, in a table that the unit fills in, who may change them."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def entries(self) -> tuple[dict[str, str], ...]:
        """The cells of each row by their terms."""
        terms = [f"{self.table}.{column}" for column in self.columns]
        return tuple(dict(zip(terms, row, strict=True)) for row in self.rows)


class PrintedColumn(Strict, kw_only=True):
    """A column of the score table as the finance bureau prints it: its heading, and what stands there."""

    label: str
    holds: Held


class Framework(Strict, kw_only=True):
    name: str  # by which it is listed and chosen
    basis: Basis
    total: Decimal
    grades: tuple[GradeBand, ...]  # best first; none where the form does not grade
    levels: tuple[Level, ...]
    indicators: tuple[Indicator, ...] = msgspec.field(name="indicator")
    printed: str = ""  # its name in reports, where that is another: there it does not say how it was made
    # Of what a unit does not have; "": the rules know no such
    not_applicable: Literal["", "rescale", "full"] = ""
    # Of each indicator's score, where the table says so: then the grade looks at their sum, too
    decimals: Annotated[int, msgspec.Meta(ge=0, le=3)] | None = None
    starts: StartingRows | None = None  # such as the indicators that the unit gives their weights
    columns: tuple[PrintedColumn, ...] = ()  # of the printed score table, where it is not the form's
    stated: Decimal | None = None  # the total that the printed table says, where its rows come to another
    below: tuple[str, ...] = ()  # lines below the printed score table: its notes, what adds or takes points
    dated: bool = False  # the printed title begins with the year, which `name` leaves out
    own: bool = False  # the unit's, and none of the pack: its workbook carries it

    @property
    def title(self) -> str:
        """Its name in reports and above the score table."""
        return self.printed or self.name

    def absent(self, indicator: Indicator) -> Literal["", "rescale", "full"]:
        """What becomes of an indicator whose business a unit does not have."""
        return indicator.not_applicable or self.not_applicable

    def rounded(self, score: Decimal, full: Decimal) -> Decimal:
        """A score as the table lays down, else with two decimals; never above its weight."""
        if self.decimals is None:
            return round_half_up(score)
        return min(round_half_up(score, Decimal(1).scaleb(-self.decimals)), full)

    @property
    def by_id(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}


def open_terms(indicator: Indicator, assessment: Assessment) -> tuple[str, ...]:
    """The columns of its row that people may fill in for the measure of an indicator that they judge."""
    if indicator.measure:
        return ()
    method = indicator.method
    columns = (getattr(assessment, column) for column in method.asked)
    return (*columns, *assessment.points[: method.point_columns])


def asked_terms(indicator: Indicator, assessment: Assessment) -> tuple[str, ...]:
    """Those of them without which it has no measure: a rate has one without its target."""
    spare = assessment.target if indicator.entered == "actual" else ""
    return tuple(term for term in open_terms(indicator, assessment) if term != spare)


class Variant(Strict, kw_only=True):
    """Another choice of indicators under the same weights: some of another framework, some of its own."""

    name: str
    basis: Basis
    extends: str  # file name of the other framework
    order: tuple[str, ...]  # ids of the indicators that make it up, from there or from here
    indicators: tuple[Indicator, ...] = msgspec.field(name="indicator")
    printed: str = ""
