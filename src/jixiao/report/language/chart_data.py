"""What a chart shows: its title, categories and series, as the template's tag hands them to the last pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from jixiao.model.fact import Kind
from jixiao.report.language.marks import marked
from jixiao.report.language.scope import TemplateScope
from jixiao.report.language.values import Figure
from jixiao.report.word.errors import BadExpression


class Series(msgspec.Struct, frozen=True):
    """One line, ring or row of bars: a figure for each category."""

    name: str
    figures: tuple[Figure, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The digits as the report prints them, without separators; empty for what cannot be read."""
        return tuple("" if figure.unknown else str(figure).replace(",", "") for figure in self.figures)


class ChartData(str):
    """To the template it is a title; behind that are the names of the categories and the series."""

    __slots__ = ("names", "series")
    names: tuple[object, ...]
    series: tuple[Series, ...]

    def __new__(cls, title: str, names: Sequence[object], series: Sequence[Series]) -> ChartData:
        self = super().__new__(cls, title)
        self.names, self.series = tuple(names), tuple(series)
        return self

    @property
    def empty(self) -> bool:
        """True if there is nothing to look at: no row, or only zeros."""
        return not any(value and Decimal(value) for series in self.series for value in series.values)

    @property
    def points(self) -> Iterator[tuple[object, Series, Figure, str]]:
        """Each figure that is drawn, with its category before it and its digits behind, series by series."""
        for series in self.series:
            for name, figure, digits in zip(self.names, series.figures, series.values, strict=True):
                if digits:
                    yield name, series, figure, digits

    def __html__(self) -> str:
        return marked(self, str(self))


def chart_data(title: str, rows: Sequence[TemplateScope], name: str, columns: Sequence[str]) -> ChartData:
    """The rows of a table as categories, some of its columns as series. Raises BadExpression.

    A category of which there is nothing but zeros is left out, as |列举 leaves it out of a sentence.
    """
    drawn = [(row.get(name), figures) for row in rows if any(map(_counts, figures := _figures(row, columns)))]
    series = (Series(column, tuple(found[nth] for _, found in drawn)) for nth, column in enumerate(columns))
    return ChartData(title, [category for category, _ in drawn], tuple(series))


def _figures(row: TemplateScope, columns: Sequence[str]) -> list[Figure]:
    return [_figure(row, column) for column in columns]


def _counts(figure: Figure) -> bool:
    return bool(figure) or bool(figure.instead)


def _figure(row: TemplateScope, column: str) -> Figure:
    value = row.get(column)
    if not isinstance(value, Figure):
        raise BadExpression(f"“{column}”不是数，不能画成图")
    if value.kind is Kind.PERCENT:
        raise BadExpression(f"“{column}”是百分数，不能画成图，请用金额、个数或得分")
    return value
