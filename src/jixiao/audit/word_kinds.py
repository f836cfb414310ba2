"""The kinds of words that go wrong: reasons, purposes, names, years, numbers of items, left-overs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.kinds.words.annex_references import annex_references
from jixiao.audit.kinds.words.announced_items import announced_items
from jixiao.audit.kinds.words.announced_tables import announced_tables
from jixiao.audit.kinds.words.borrowed_purposes import borrowed_purposes
from jixiao.audit.kinds.words.coded_purposes import coded_purposes
from jixiao.audit.kinds.words.copied_cells import copied_cells
from jixiao.audit.kinds.words.copied_purposes import copied_purposes
from jixiao.audit.kinds.words.copied_reasons import copied_reasons
from jixiao.audit.kinds.words.deadlines import deadlines
from jixiao.audit.kinds.words.doubled_words import doubled_words
from jixiao.audit.kinds.words.empty_items import empty_items
from jixiao.audit.kinds.words.evaluated_years import evaluated_years
from jixiao.audit.kinds.words.expense_purposes import expense_purposes
from jixiao.audit.kinds.words.extreme_rows import extreme_rows
from jixiao.audit.kinds.words.filled_in_offices import filled_in_offices
from jixiao.audit.kinds.words.foreign_offices import foreign_offices
from jixiao.audit.kinds.words.foreign_places import foreign_places
from jixiao.audit.kinds.words.foreign_purposes import foreign_purposes
from jixiao.audit.kinds.words.heads_and_signatures import heads_and_signatures
from jixiao.audit.kinds.words.impossible_dates import impossible_dates
from jixiao.audit.kinds.words.inline_numbers import inline_numbers
from jixiao.audit.kinds.words.listed_accounts import listed_accounts
from jixiao.audit.kinds.words.listed_names import listed_names
from jixiao.audit.kinds.words.misnamed_accounts import misnamed_accounts
from jixiao.audit.kinds.words.missing_units import missing_units
from jixiao.audit.kinds.words.nothing_said import nothing_said
from jixiao.audit.kinds.words.numbering import numbering
from jixiao.audit.kinds.words.odd_years import odd_years
from jixiao.audit.kinds.words.project_names import project_names
from jixiao.audit.kinds.words.purposes import purposes
from jixiao.audit.kinds.words.reasons import reasons
from jixiao.audit.kinds.words.repeated_purposes import repeated_purposes
from jixiao.audit.kinds.words.same_under_two_years import same_under_two_years
from jixiao.audit.kinds.words.self_words import self_words
from jixiao.audit.kinds.words.short_names import short_names
from jixiao.audit.kinds.words.stale_years import stale_years
from jixiao.audit.kinds.words.subjects_of_totals import subjects_of_totals
from jixiao.audit.kinds.words.supervising_offices import supervising_offices
from jixiao.audit.kinds.words.templates import templates
from jixiao.audit.kinds.words.titled_years import titled_years
from jixiao.audit.kinds.words.unit_names import unit_names
from jixiao.audit.kinds.words.years import years

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
    filled_in_offices,
    supervising_offices,
    subjects_of_totals,
    foreign_places,
    heads_and_signatures,
    self_words,
    numbering,
    inline_numbers,
    annex_references,
    project_names,
    copied_cells,
    extreme_rows,
    misnamed_accounts,
    short_names,
)
