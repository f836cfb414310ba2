"""Where the result sheets have their columns and rows, and whether they are still there."""

from __future__ import annotations

from typing import TypeVar

from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Scorecard
from jixiao.pack.form import Form
from jixiao.pack.sections import WRITTEN, FindingsSection, Held, ScorecardSection
from jixiao.workbook.file.source import CellSource
from jixiao.workbook.file.structure import Area, BookStructure

T = TypeVar("T", FindingsSection, ScorecardSection)


def section_of(form: Form, kind: type[T]) -> T:
    """The one section of this kind; a result sheet has no second."""
    return next(section for sheet in form.sheets for section in sheet.sections if isinstance(section, kind))


def areas_of(section: FindingsSection | ScorecardSection, structure: BookStructure) -> dict[Held, Area]:
    """The columns that are still there: what a column holds -> its area."""
    further = section.further if isinstance(section, ScorecardSection) else ()
    columns = (*section.columns, *further)
    found = {column.holds: structure.area(f"{section.name}.{column.label}") for column in columns}
    return {held: area for held, area in found.items() if area is not None}


def score_rows(
    section: ScorecardSection, source: CellSource, card: Scorecard
) -> tuple[list[int], list[int]] | None:
    """The rows of the indicators and of the subtotals; None if they do not fit the scorecard."""
    areas = areas_of(section, source.structure)
    if any(held not in areas for held in WRITTEN):
        return None
    scores = areas["score"]
    summed = source.formula_rows(scores)
    single = [row for row in range(scores.first, scores.last + 1) if row not in summed]
    fits = len(single) == len(card.scores) and len(summed) == len(card.level1)
    return (single, summed) if fits else None


def unwritable(source: CellSource, form: Form, card: Scorecard | None) -> tuple[Finding, ...]:
    """A warning for each result sheet that is gone or was changed, so that its results have no place."""
    findings = section_of(form, FindingsSection)
    present = areas_of(findings, source.structure)
    sound = {findings.name: all(column.holds in present for column in findings.columns if not column.hidden)}
    if card is not None:
        scores = section_of(form, ScorecardSection)
        sound[scores.name] = score_rows(scores, source, card) is not None
    return tuple(_no_place(name) for name, whole in sound.items() if not whole)


def _no_place(name: str) -> Finding:
    return Finding(
        id="RESULT-01",
        severity=Severity.WARNING,
        outcome=Outcome.NOT_CHECKED,
        label=name,
        message=f"工作表“{name}”不见了或被改动过，结果不能完整写回。",
        mend="请从备份中找回这张表，或用 jixiao new 新建工作簿，把数据填进去。",
        key=f"RESULT-01@{name}",
    )
