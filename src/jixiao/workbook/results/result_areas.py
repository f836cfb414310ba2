"""Where the result sheets have their columns and rows, and whether they are still there.

Names can be moved, by hand or by a program. A run writes over whatever stands where they point, so it writes
only where all names of a result section lie on one sheet, which is nobody's else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeVar

from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Scorecard
from jixiao.pack.form import Form
from jixiao.pack.pack import Pack
from jixiao.pack.sections import (
    WRITTEN,
    FindingsSection,
    FrameworkSection,
    Held,
    RelationsSection,
    ScorecardSection,
)
from jixiao.workbook.file.source import CellSource
from jixiao.workbook.file.structure import Area, BookStructure, defined_name

Section = FindingsSection | ScorecardSection
T = TypeVar("T", bound=Section)


def section_of(form: Form, kind: type[T]) -> T:
    """The one section of this kind; a result sheet has no second."""
    return next(form.sections(kind))


def areas_of(section: Section, structure: BookStructure, pack: Pack) -> dict[Held, Area]:
    """The columns that are still there: what a column holds -> its area; none where a name was moved away."""
    return {} if misplaced(section, structure, pack) else _columns(section, structure)


def misplaced(section: Section, structure: BookStructure, pack: Pack) -> str:
    """Why nothing may be written where the names of the section point; empty if all is in order."""
    return _misplaced(type(section), structure, pack)


@lru_cache(maxsize=16)  # of the one section of its kind; thousands of workbooks have one structure
def _misplaced(kind: type[Section], structure: BookStructure, pack: Pack) -> str:
    section = section_of(pack.form, kind)
    columns = list(_columns(section, structure).values())
    areas = [*columns, *_single(section, structure)]
    sheets = list(dict.fromkeys(area.sheet for area in areas))
    if not sheets:
        return ""
    if len(sheets) > 1:
        return f"它的名称分散在“{'”“'.join(sheets)}”几张表里"
    if others := sharing(sheets[0], structure):
        return f"它与“{'”“'.join(others)}”在文件里共用一张表"
    if entered := others_names(section, sheets[0], structure, pack):
        return f"它的名称指到了“{sheets[0]}”表，那里是“{entered[0]}”等别的内容"
    if len({area.first for area in columns}) > 1 or len({area.column for area in columns}) < len(columns):
        return "它的名称指到了别的列或别的行"
    return ""


def _columns(section: Section, structure: BookStructure) -> dict[Held, Area]:
    further = section.further if isinstance(section, ScorecardSection) else ()
    columns = (*section.columns, *further)
    found = {column.holds: structure.area(f"{section.name}.{column.label}") for column in columns}
    return {held: area for held, area in found.items() if area is not None}


def _single(section: Section, structure: BookStructure) -> Iterator[Area]:
    """The cells of the section that stand alone: counts, total, grade."""
    if isinstance(section, ScorecardSection):
        labels: tuple[str, ...] = (section.total, section.grade)
    else:
        labels = tuple(section.counts.values())
    found = (structure.area(f"{section.name}.{label}") for label in labels)
    return (area for area in found if area is not None)


def sharing(sheet: str, structure: BookStructure) -> list[str]:
    """The other sheets that lie in the same part of the file; a workbook open in Excel has no parts."""
    part = structure.parts[sheet]
    return [name for name, other in structure.parts.items() if part and other == part and name != sheet]


def others_names(
    section: Section, sheet: str, structure: BookStructure, pack: Pack, cell: str = ""
) -> list[str]:
    """The names on a sheet that are the form's and not the section's; of one cell, those that take it in."""
    known, sections = _names_of_the_form(pack)
    prefixes = tuple(f"{name}." for name in sections if name != section.name)
    return [
        name
        for name, area in structure.names.items()
        if area.sheet == sheet
        and (not cell or cell in area.cells)
        and (name in known or name.startswith(prefixes))
    ]


@lru_cache(maxsize=4)
def _names_of_the_form(pack: Pack) -> tuple[frozenset[str], tuple[str, ...]]:
    """Of its cells, and of the sections that give names to theirs."""
    named = (FindingsSection, ScorecardSection, FrameworkSection, RelationsSection)
    sections = [section for sheet in pack.form.sheets for section in sheet.sections]
    names = (
        defined_name(term, number)
        for term in pack.vocabulary.values()
        for number in range(max(1, pack.groups[term.path[0]].repeat) if term.path else 1)
    )
    return frozenset(names), tuple(section.name for section in sections if isinstance(section, named))


def score_rows(source: CellSource, pack: Pack, card: Scorecard) -> tuple[list[int], list[int]] | None:
    """The rows of the indicators and of the subtotals; None if they do not fit the scorecard."""
    areas = areas_of(section_of(pack.form, ScorecardSection), source.structure, pack)
    if any(held not in areas for held in WRITTEN):
        return None
    scores = areas["score"]
    summed = source.formula_rows(scores)
    single = [row for row in range(scores.first, scores.last + 1) if row not in summed]
    fits = len(single) == len(card.scores) and len(summed) == len(card.level1)
    return (single, summed) if fits else None


def unwritable(source: CellSource, pack: Pack, card: Scorecard | None) -> tuple[Finding, ...]:
    """A warning for each result sheet that is gone or was changed, so that its results have no place."""
    findings, structure = section_of(pack.form, FindingsSection), source.structure
    present = areas_of(findings, structure, pack)
    sound = {findings.name: all(column.holds in present for column in findings.columns if not column.hidden)}
    reasons = {findings.name: misplaced(findings, structure, pack)}
    if card is not None:
        scores = section_of(pack.form, ScorecardSection)
        sound[scores.name] = score_rows(source, pack, card) is not None
        reasons[scores.name] = misplaced(scores, structure, pack)
    return tuple(_no_place(name, reasons[name]) for name, whole in sound.items() if not whole)


def _no_place(name: str, reason: str) -> Finding:
    said = (
        f"被改动过：{reason}。为免覆盖填报的内容，没有往里写结果"
        if reason
        else "不见了或被改动过，结果不能完整写回"
    )
    return Finding(
        id="RESULT-01",
        severity=Severity.WARNING,
        outcome=Outcome.NOT_CHECKED,
        label=name,
        message=f"工作表“{name}”{said}。",
        mend="请从备份中找回这张表，或用 jixiao new 新建工作簿，把数据填进去。",
        key=f"RESULT-01@{name}",
    )
