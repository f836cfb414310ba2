"""The kinds of relations that tables state by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.kinds.tables.blank_rows import blank_rows
from jixiao.audit.kinds.tables.column_means import column_means
from jixiao.audit.kinds.tables.column_totals import column_totals
from jixiao.audit.kinds.tables.group_weights import group_weights
from jixiao.audit.kinds.tables.hierarchies import hierarchies
from jixiao.audit.kinds.tables.numbered_rows import numbered_rows
from jixiao.audit.kinds.tables.row_deductions import row_deductions
from jixiao.audit.kinds.tables.row_formulas import row_formulas
from jixiao.audit.kinds.tables.row_ratios import row_ratios
from jixiao.audit.kinds.tables.row_totals import row_totals
from jixiao.audit.kinds.tables.score_tables import score_tables
from jixiao.audit.kinds.tables.summary_tables import summary_tables
from jixiao.audit.kinds.tables.three_public import three_public
from jixiao.audit.kinds.words.empty_tables import empty_tables

TABLE_KINDS: tuple[Callable[[AuditContext], Iterable[Judged]], ...] = (
    hierarchies,
    row_formulas,
    row_totals,
    blank_rows,
    row_ratios,
    column_means,
    column_totals,
    numbered_rows,
    summary_tables,
    three_public,
    score_tables,
    group_weights,
    row_deductions,
    empty_tables,
)
