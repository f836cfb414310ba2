"""What a chart shows: its categories and series, as the template's tag hands them to the last pass."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.report.errors import BadExpression
from jixiao.report.language.marks import CHART, unmarked
from jixiao.report.language.scope import Scope
from jixiao.report.language.values import Figure

_DATA = re.compile(f"{CHART}([^{CHART}]*){CHART}")


@dataclass(frozen=True, slots=True)
class Series:
    """One line, ring or row of bars; `values` are the digits as the report prints them."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartData:
    """A title, the names of the categories, and for each series one value per category."""

    title: str
    names: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def empty(self) -> bool:
        """True if there is nothing to look at: no row, or only zeros."""
        return not any(Decimal(value) for series in self.series for value in series.values)

    def encoded(self) -> str:
        """The title, and behind it the data between marks, as text that an attribute can hold."""
        values = [[series.name, *series.values] for series in self.series]
        data = json.dumps([self.title, self.names, values], ensure_ascii=False)
        return f"{self.title}{CHART}{data}{CHART}"


def chart_data(title: str, rows: Sequence[Scope], name: str, columns: Sequence[str]) -> ChartData:
    """The rows of a table as categories, some of its columns as series. Raises BadExpression."""
    return ChartData(
        title,
        tuple(str(row.get(name)) for row in rows),
        tuple(Series(column, tuple(_digits(row, column) for row in rows)) for column in columns),
    )


def decoded(text: str) -> ChartData | None:
    """The data in an alternative text; None if it holds none."""
    found = _DATA.search(unmarked(text))
    if found is None:
        return None
    title, names, series = json.loads(found[1])
    return ChartData(title, tuple(names), tuple(Series(name, tuple(values)) for name, *values in series))


def _digits(row: Scope, column: str) -> str:
    value = row.get(column)
    if not isinstance(value, Figure):
        raise BadExpression(f"“{column}”不是数，不能画成图")
    return "0" if value.instead else str(value)


def without_data(text: str) -> str:
    """What a chart's tag says where no chart is: its title."""
    return _DATA.sub("", text)
