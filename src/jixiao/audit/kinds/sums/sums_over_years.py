"""What was spent in several years, and in each: 2022—2023年共安排130万元，其中：2022年60万元…."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.lists.year_series import year_series
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation


def sums_over_years(context: AuditContext) -> Iterator[StatedRelation]:
    """The sum of each series: every year of the span is named, so that nothing is left out."""
    for series in year_series(context.sentences):
        of = f"所列{len(series.years)}个年度之和"
        yield StatedRelation(
            "SUM-YEARS", AuditKind.SUM, series.whole, tuple(series.years), SignedSum(), Directness.LIST, of
        )
