"""What can be proven of a form before any workbook is opened: units, sheets, buttons, score columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

import msgspec

from jixiao.model.term import Group, Vocabulary
from jixiao.pack.errors import PackError
from jixiao.pack.form import Assessment, Form, Sheet, Units
from jixiao.pack.sections import (
    ButtonsSection,
    FindingsSection,
    FrameworkSection,
    RelationsSection,
    RowRelationsSection,
    ScorecardSection,
)
from jixiao.strict import Keys

FILE = "form.toml"
LONGEST_NAME = 31  # characters of a sheet's name in Excel
TOOL_SHEETS = ("代码表", "核对底稿", "核对着色")  # what the build adds
_DIGITS = 12  # before or behind the point: more has no unit of money
_NOT_IN_SHEET_NAMES = re.compile(r"[\\/?*\[\]:\x00-\x1f]|^'|'$")
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_TERM = re.compile(r"\{([^{}|]+)(\|[^{}|]*)?\}")
# Sheets of these have the widths of their columns from the tool or from the columns themselves
_OWN_WIDTHS = (RelationsSection, RowRelationsSection, FindingsSection, ScorecardSection, FrameworkSection)


def prove_units(units: Units) -> None:
    """Raises PackError for a factor or a last digit by which nothing can be counted."""
    if not units.factors:
        raise PackError(FILE, "", "a form needs at least one unit", ("units", "factors"))
    given: dict[Keys, Decimal] = {("factors", name): factor for name, factor in units.factors.items()}
    given["quantum",] = units.quantum
    for at, value in given.items():
        if not value.is_finite() or value <= 0 or abs(value.adjusted()) > _DIGITS:
            raise PackError(FILE, str(at[-1]), f"“{value}” is no sensible positive number", ("units", *at))


def prove_report_name(pattern: str, vocabulary: Vocabulary) -> None:
    """Raises PackError for a pattern of which no file can be named."""
    at = ("report_name",)
    for term, _ in _TERM.findall(pattern):
        if term not in vocabulary or vocabulary[term].path:
            raise PackError(FILE, term, "it is no single cell of the form", at)
    literal = _TERM.sub(lambda match: (match[2] or "").removeprefix("|"), pattern)
    if "{" in literal or "}" in literal:
        raise PackError(FILE, "", "a brace of the pattern is not closed or has no term in it", at)
    if sign := _NOT_IN_FILE_NAMES.search(literal):
        raise PackError(FILE, "", f"a file name cannot have “{sign[0]}”", at)


def prove_assessment(assessment: Assessment, groups: Mapping[str, Group]) -> None:
    """Raises PackError for a table that is not there, and for what is none of its columns."""
    group = groups.get(assessment.table)
    if group is None:
        raise PackError(FILE, assessment.table, "unknown table or block", ("assessment", "table"))
    for key, named in msgspec.structs.asdict(assessment).items():
        for term in (named,) if isinstance(named, str) else named:
            if key not in ("table", "not_applicable", "veto") and term not in group.terms:
                reason = f"it is no column of the table “{group.name}”"
                raise PackError(FILE, term, reason, ("assessment", key))


def prove_sheets(form: Form, shared: Iterable[str]) -> None:
    """Raises PackError for a sheet that Excel would refuse. `shared`: sheets that all workbooks have."""
    known = {name.casefold(): "all workbooks have a sheet of this name" for name in (*shared, *TOOL_SHEETS)}
    known["history"] = "Excel keeps this name for itself"
    for number, sheet in enumerate(form.sheets):
        for key, reason in _faults(sheet, known):
            raise PackError(FILE, sheet.name, reason, ("sheets", number, key))
        known[sheet.name.casefold()] = "two sheets share this name"


def prove_buttons(form: Form, known: tuple[str, ...]) -> None:
    """Raises PackError for a button that buttons.toml does not have."""
    for number, sheet in enumerate(form.sheets):
        for place, section in enumerate(sheet.sections):
            for name in section.buttons if isinstance(section, ButtonsSection) else ():
                if name not in known:
                    at = ("sheets", number, "sections", place, "buttons")
                    raise PackError(FILE, name, f"there is no such button, known: {'、'.join(known)}", at)


def _faults(sheet: Sheet, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Key of what is wrong, and the reason."""
    name = sheet.name
    if not name.strip() or len(name) > LONGEST_NAME:
        yield "name", f"a sheet's name has 1 to {LONGEST_NAME} characters"
    if sign := _NOT_IN_SHEET_NAMES.search(name):
        yield "name", f"a sheet's name cannot have “{sign[0]}”"
    if name.casefold() in known:
        yield "name", known[name.casefold()]
    if not sheet.widths and not any(isinstance(section, _OWN_WIDTHS) for section in sheet.sections):
        yield "widths", "a sheet needs the widths of its columns"
    if any(not 0 < width <= 255 for width in sheet.widths):
        yield "widths", "a width is more than 0 and at most 255 characters"
