"""report.toml as typed data: number style, words of the phrases, and the names that template authors use."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from jixiao.strict import Strict

STYLE_FILE = "report.toml"

NumberStyle = Literal["plain", "fixed2", "strip"]


class ChangeWords(Strict, kw_only=True):
    """The parts of a sentence that compares a figure with last year's."""

    than: str  # what it is compared with, if the template does not say
    equal: str
    increase: str
    decrease: str
    rate_up: str
    rate_down: str
    no_base: str
    absent: str  # there was no last year
    reason: str
    typed_reason: str  # regular expression


class BudgetWords(Strict, kw_only=True):
    """The parts of a sentence that compares what was spent with the budget."""

    equal: str
    above: str
    below: str
    rate: str
    no_budget: str
    nothing: str
    reason: str


class AdjustmentWords(Strict, kw_only=True):
    """What a change of the budget in the middle of the year is called, by its sign."""

    more: str
    less: str
    none: str


class Outline(Strict, kw_only=True):
    """One of the pack's Word templates: the name a user chooses it by, its file, what it is."""

    name: str
    file: str
    title: str


class ListingWords(Strict, kw_only=True):
    figures: str
    names: str
    others: str  # the row that adds up what is not listed
    parts: str  # pattern: the parts of a sum, those left out that are zero
    whole: str  # pattern: the only part there is
    zero: str  # where every row is zero


class ScorecardNames(Strict, kw_only=True):
    """Names under the score table that the form's columns do not give."""

    rows: str
    deducted: str
    lost: str
    name: str
    maximum: str
    framework: str
    complete: str
    said: str
    working: str
    scaled: str  # whether the total is more than the sum of the scores, as some indicators do not apply
    reached: str  # that sum
    applicable: str  # the points of the indicators that count
    given_reason: str
    columns: str  # of the printed table, where it is not the form's
    cells: str  # of a row, in the order of these columns
    cell: str  # what stands in one of them, and in a line below the table
    totals: str  # the last row of the printed table; none where the total is no sum of its rows
    whole: str  # what its first cell says
    below: str  # the lines below the printed table
    dated: str  # whether its title begins with the year
    repeated: str  # whether it may say the same as the cell above: a level


class FlagNames(Strict, kw_only=True):
    draft: str
    contents: str


class ExplanationNames(Strict, kw_only=True):
    """The explanations of warnings, as templates name them, and a row of them."""

    rows: str
    rule: str  # what was not met
    text: str


class OptionTerms(Strict, kw_only=True):
    """Terms of the form by which an accountant chooses how the report looks, and the words for it.

    What there is nothing to choose about has no term.
    """

    outline: str = ""
    contents: str = ""
    charts: str = ""
    explanations: str = ""
    yes: str
    no: str


class FigureWords(Strict, kw_only=True):
    """What a figure is in the text of a report."""

    units: dict[str, Decimal]  # of money -> 元 in one
    no_amounts: tuple[str, ...]  # terms in whose texts amounts are not looked for in the cells
    no_figures: tuple[str, ...]  # regular expressions


class ReportStyle(Strict, kw_only=True):
    unit: str
    number_style: NumberStyle
    separators: bool  # 1,000 or 1000, in sentences and in tables alike
    date: str
    blank_date: str
    no_value: str
    nothing: str
    share: str  # pattern
    contents: bool
    charts: bool
    explanations: bool  # of warnings are printed
    charts_off: tuple[str, ...]  # titles of charts that are left out
    codes_of: dict[str, tuple[str, ...]]  # term -> the codes of which its figure is made up
    outlines: tuple[Outline, ...]  # the first is used where none is chosen
    unreadable: str
    unfilled: str  # in the place of a figure that is not filled in; the report is then a draft
    sentence_ends: str
    typed_purpose: str  # regular expression
    numerals: str
    headings: tuple[str, str, str, str]
    typed_number: str  # regular expression
    typed_none: str  # regular expression: all that somebody typed who has nothing to tell
    change: ChangeWords
    budget: BudgetWords
    adjustment: AdjustmentWords
    listing: ListingWords
    filters: dict[str, str]  # phrase, which is a method of Phrases -> its name in templates; so below
    functions: dict[str, str]
    tests: dict[str, str]
    flags: FlagNames
    scorecard: ScorecardNames
    explained: ExplanationNames
    figures: FigureWords
    options: OptionTerms
