"""The sheets that no form needs to lay out: live relations, findings, and the framework."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jixiao.pack.form import Form, Sheet
from jixiao.pack.sections import (
    FindingsSection,
    FrameworkSection,
    RelationsSection,
    RowRelationsSection,
    ScorecardSection,
)
from jixiao.pack.toml_file import read_toml
from jixiao.strict import Strict

FILE = "shared-sheets.toml"  # beside the packs


class SharedSheets(Strict, kw_only=True):
    sheets: tuple[Sheet, ...]


def with_shared_sheets(form: Form, templates: Path, *, row_by_row: bool) -> Form:
    """The form with those of the shared sheets that it does not lay out itself. Raises PackError.

    They stand behind the entry sheets, before a score table; the framework's only where something is scored.
    `row_by_row` says whether any check runs over the rows of a table: these have a sheet of their own.
    """
    shared = read_toml(templates / FILE, SharedSheets).sheets
    wanted = []
    if form.live and not _has(form, RelationsSection, RowRelationsSection):
        kinds = (RelationsSection, RowRelationsSection) if row_by_row else (RelationsSection,)
        wanted += [sheet for sheet in shared if _holds(sheet, *kinds)]
    if not _has(form, FindingsSection):
        wanted += [sheet for sheet in shared if _holds(sheet, FindingsSection)]
    if form.framework and not _has(form, FrameworkSection):
        wanted += [sheet for sheet in shared if _holds(sheet, FrameworkSection)]
    results = (FindingsSection, ScorecardSection)
    behind = (number for number, sheet in enumerate(form.sheets) if _holds(sheet, *results))
    place = next(behind, len(form.sheets))
    return msgspec.structs.replace(form, sheets=(*form.sheets[:place], *wanted, *form.sheets[place:]))


def _has(form: Form, *kinds: type) -> bool:
    return any(_holds(sheet, *kinds) for sheet in form.sheets)


def _holds(sheet: Sheet, *kinds: type) -> bool:
    return any(isinstance(section, kinds) for section in sheet.sections)
