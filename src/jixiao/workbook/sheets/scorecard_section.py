"""The framework -> the score table, complete but for what a run finds: measures, scores and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import groupby

from msgspec.structs import replace

from jixiao.model.figures import plain
from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.printed_cells import own_formula, printed_text, wording
from jixiao.pack.sections import LEVELS, NEEDED, Held, ResultColumn, ScorecardSection
from jixiao.text_width import text_width
from jixiao.workbook.sheets.layout import Box, CellRole, address
from jixiao.workbook.sheets.page import Page
from jixiao.workbook.sheets.result_sections import LAST_FINDING, alignment, place_header

NAMING: tuple[Held, ...] = (*LEVELS, "name")
LEVEL_WEIGHT = 7.0
NARROWEST, WIDEST = 7, 24  # of a column that the workbook has no figures for
SHORT = 11  # of a heading in one line, and of a column of numbers
BESIDE: tuple[Held, ...] = (*NAMING, "weight1", "weight2", "printed")
INDICATOR_ROW = 36.0
TOTAL_ROW = 24.0


def place_scorecard(page: Page, section: ScorecardSection, framework: Framework) -> None:
    """Indicators under merged level cells, a subtotal for each first level, total and grade."""
    page.tables.append((LAST_FINDING, page.row))  # the main table, however short
    columns = score_columns(section, framework)
    place_header(page, columns)
    first = page.row
    card = _Card(page, section, columns)
    levels = {level.name: level for level in framework.levels}
    subtotals = []
    for name, indicators in groupby(framework.indicators, lambda indicator: indicator.level1):
        top = page.row
        page.parts.append(top)
        card.indicators(indicators, levels[name].parts)
        card.weighed_level("level1", "weight1", name, levels[name].max_score, top)
        subtotals.append(card.score_cell)
        card.sum_row(f"{name}{section.subtotal}", levels[name].max_score, card.scores_from(top))
    labels = {column.holds: column.label for column in (*section.columns, *section.further)}
    named = ((left, held) for left, held in enumerate(card.held) if held in labels)
    for left, held in named:
        page.names[f"{section.name}.{labels[held]}"] = page.box(left, top=first, bottom=page.row - 1)
    page.names[f"{section.name}.{section.total}"] = card.score_box
    card.total_row(section.total, framework, subtotals, first)
    page.names[f"{section.name}.{section.grade}"] = card.score_box
    card.last_row(section.grade)
    for line in framework.below:
        page.put(0, CellRole.TEXT, line, right=len(columns) - 1)
        page.end_row()


def score_columns(section: ScorecardSection, framework: Framework | None) -> tuple[ResultColumn, ...]:
    """As the finance bureau prints them; behind, what its table lacks and a run has to say."""
    if framework is None or not framework.columns:
        return section.columns
    known = {column.holds: column for column in (*section.columns, *section.further)}
    known |= {"wording": replace(known["standard"], holds="wording")}
    known |= {held: ResultColumn(label="", holds=held, width=LEVEL_WEIGHT) for held in ("weight1", "weight2")}
    texts = [each.printed for each in framework.indicators]
    known_or_hers = (
        known.get(each.holds) or ResultColumn(label="", holds=each.holds, width=_width(texts, at))
        for at, each in enumerate(framework.columns)
    )
    pairs = zip(known_or_hers, framework.columns, strict=True)
    hers = [
        replace(column, label=each.label, width=max(column.width, _headed(each.label)))
        for column, each in pairs
    ]
    held = {column.holds for column in hers}
    return (*hers, *(each for each in section.columns if each.holds in NEEDED and each.holds not in held))


def _headed(label: str) -> float:
    """A short heading stands in one line: 权重（分）."""
    width = text_width(label)
    return float(width + 1 if width <= SHORT else 0)


def _width(texts: list[tuple[str, ...]], at: int) -> float:
    """Of a column in which the table itself says something, or that stays blank."""
    longest = max((text_width(printed_text(each, at)) for each in texts), default=0)
    return float(min(max(longest + 2, NARROWEST), WIDEST))


def _weighed(name: str, weight: Decimal) -> str:
    return f"{name}\n（{plain(weight)}分）"


class _Card:
    """The score table's columns on their page."""

    def __init__(self, page: Page, section: ScorecardSection, columns: tuple[ResultColumn, ...]) -> None:
        self.page = page
        self.section = section
        self.held: list[Held] = [column.holds for column in columns]
        self.widths = [column.width for column in columns]

    @property
    def score_box(self) -> Box:
        return self.page.box(self.held.index("score"))

    @property
    def score_cell(self) -> str:
        return address(self.page.row, self.held.index("score"))

    def scores_from(self, top: int) -> str:
        left = self.held.index("score")
        return f"{address(top, left)}:{address(self.page.row - 1, left)}"

    def indicators(self, indicators: Iterable[Indicator], weights: Mapping[str, Decimal]) -> None:
        """The rows of one first level."""
        for name, members in groupby(indicators, lambda indicator: indicator.level2):
            top = self.page.row
            self.page.inner_parts.append(top)
            for indicator in members:
                self._indicator(indicator)
            self.weighed_level("level2", "weight2", name, weights[name], top)

    def _indicator(self, indicator: Indicator) -> None:
        shown: dict[Held, str | Decimal] = {
            "name": indicator.name,
            "max_score": indicator.max_score,
            "standard": indicator.standard,
        }
        for left, held in enumerate(self.held):
            if held not in (*LEVELS, "weight1", "weight2"):
                said = printed_text(indicator.printed, left)
                text = shown.get(held) or said
                if held == "wording":
                    text = wording(indicator.formula, indicator.standard, said)
                if held == "formula":
                    text = own_formula(indicator.formula, indicator.printed, left)
                short = held == "printed" and self.widths[left] <= SHORT
                self.page.put(left, CellRole.RESULT, text, align="center" if short else alignment(held))
        self.page.growing.add(self.page.row)
        self.page.end_row(INDICATOR_ROW)

    def weighed_level(self, held: Held, weight: Held, name: str, points: Decimal, top: int) -> None:
        """With its weight, or beside the column that the table has for that."""
        apart = weight in self.held
        self.level(held, name if apart else _weighed(name, points), top)
        self.level(weight, plain(points), top)

    def level(self, held: Held, text: str, top: int) -> None:
        """A merged cell beside the rows that were just laid, if the table has such a column."""
        if held not in self.held:
            return
        left = self.held.index(held)
        box = Box(self.page.sheet, top, left, self.page.row - 1, left)
        self.page.place(box, CellRole.RESULT, text, align="center")

    def sum_row(self, label: str, max_score: Decimal, summed: str) -> None:
        """Blank until a score is there: an unscored table is no zero."""
        formula = f'IF(COUNT({summed})=0,"",SUM({summed}))'
        self._closing_row(label, {"max_score": max_score}, formula)

    def total_row(self, label: str, framework: Framework, subtotals: list[str], top: int) -> None:
        """The sum of the subtotals; where rows have a measure and no score, the others make up the whole."""
        summed = ",".join(subtotals)
        if "rescale" not in map(framework.absent, framework.indicators):
            self.sum_row(label, framework.total, summed)
            return
        bottom = self.page.row - 1
        weights, measures, scores = (
            f"{address(top, left)}:{address(bottom, left)}"
            for left in (self.held.index(held) for held in ("max_score", "measure", "score"))
        )
        left_out = f'SUMIFS({weights},{measures},"?*",{scores},"")'
        total = plain(framework.total)
        scaled = f"ROUND(SUM({summed})*{total}/MAX(0.01,{total}-{left_out}),2)"
        formula = f'IF(COUNT({summed})=0,"",{scaled})'
        self._closing_row(label, {"max_score": framework.total}, formula)

    def last_row(self, label: str) -> None:
        self._closing_row(label, {}, "")

    def _closing_row(self, label: str, shown: Mapping[str, Decimal], formula: str) -> None:
        others = (left for left, held in enumerate(self.held) if held not in BESIDE)
        names = next(others) - 1
        if names < 0:  # a table that begins with its weights says it where the names are
            names = 0
        self.page.put(0, CellRole.RESULT, label, right=names, align="center", strong=True)
        for left, held in enumerate(self.held[names + 1 :], names + 1):
            summed = formula if held == "score" else ""
            self.page.put(
                left, CellRole.RESULT, shown.get(held, ""), formula=summed, align=alignment(held), strong=True
            )
        self.page.end_row(TOTAL_ROW)
