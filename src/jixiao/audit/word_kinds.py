"""The kinds of words that go wrong: reasons, purposes, names, years, numbers of items, left-overs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.kinds.annex_references import annex_references
from jixiao.audit.kinds.announced_items import announced_items
from jixiao.audit.kinds.announced_tables import announced_tables
from jixiao.audit.kinds.borrowed_purposes import borrowed_purposes
from jixiao.audit.kinds.coded_purposes import coded_purposes
from jixiao.audit.kinds.copied_cells import copied_cells
from jixiao.audit.kinds.copied_purposes import copied_purposes
from jixiao.audit.kinds.copied_reasons import copied_reasons
from jixiao.audit.kinds.deadlines import deadlines
from jixiao.audit.kinds.doubled_words import doubled_words
from jixiao.audit.kinds.empty_items import empty_items
from jixiao.audit.kinds.evaluated_years import evaluated_years
from jixiao.audit.kinds.expense_purposes import expense_purposes
from jixiao.audit.kinds.foreign_offices import foreign_offices
from jixiao.audit.kinds.foreign_places import foreign_places
from jixiao.audit.kinds.foreign_purposes import foreign_purposes
from jixiao.audit.kinds.heads_and_signatures import heads_and_signatures
from jixiao.audit.kinds.impossible_dates import impossible_dates
from jixiao.audit.kinds.inline_numbers import inline_numbers
from jixiao.audit.kinds.listed_accounts import listed_accounts
from jixiao.audit.kinds.listed_names import listed_names
from jixiao.audit.kinds.misnamed_accounts import misnamed_accounts
from jixiao.audit.kinds.missing_units import missing_units
from jixiao.audit.kinds.nothing_said import nothing_said
from jixiao.audit.kinds.numbering import numbering
from jixiao.audit.kinds.odd_units import odd_units
from jixiao.audit.kinds.odd_years import odd_years
from jixiao.audit.kinds.project_names import project_names
from jixiao.audit.kinds.purposes import purposes
from jixiao.audit.kinds.reasons import reasons
from jixiao.audit.kinds.repeated_purposes import repeated_purposes
from jixiao.audit.kinds.same_under_two_years import same_under_two_years
from jixiao.audit.kinds.self_words import self_words
from jixiao.audit.kinds.short_names import short_names
from jixiao.audit.kinds.stale_years import stale_years
from jixiao.audit.kinds.templates import templates
from jixiao.audit.kinds.titled_years import titled_years
from jixiao.audit.kinds.unit_names import unit_names
from jixiao.audit.kinds.years import years

WORD_KINDS: tuple[Callable[[AuditContext], Iterable[Judged]], ...] = (
    reasons,
    purposes,
    foreign_purposes,
    copied_purposes,
    coded_purposes,
    copied_reasons,
    expense_purposes,
    repeated_purposes,
    borrowed_purposes,
    listed_accounts,
    listed_names,
    announced_items,
    announced_tables,
    empty_items,
    nothing_said,
    templates,
    doubled_words,
    missing_units,
    odd_units,
    years,
    odd_years,
    evaluated_years,
    stale_years,
    titled_years,
    same_under_two_years,
    deadlines,
    impossible_dates,
    unit_names,
    foreign_offices,
    foreign_places,
    heads_and_signatures,
    self_words,
    numbering,
    inline_numbers,
    annex_references,
    project_names,
    copied_cells,
    misnamed_accounts,
    short_names,
)
