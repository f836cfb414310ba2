"""What came of a workbook, as one JSON document: for scripts, and for the desk of the reviewer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jixiao.inspection import Inspection
from jixiao.model.figures import plain
from jixiao.model.finding import Finding, Suggestion
from jixiao.model.scorecard import Scorecard


def result_document(
    inspection: Inspection, workbook: Path | None = None, report: Path | None = None
) -> dict[str, Any]:
    """The contract with scripts: amounts are decimal strings in the workbook's unit.

    `workbook` is the file into which the results were written, `report` the report that was made.
    """
    return {
        "workbook": str(inspection.source.path),
        "written": str(workbook) if workbook else None,
        **identity_of(inspection),
        "unit": inspection.reading.unit.name,
        "rules": [str(file) for file in inspection.pack.own_rules],
        "counts": inspection.counts,
        "findings": [_finding(finding) for finding in inspection.findings],
        "score": None if inspection.scorecard is None else _score(inspection.scorecard),
        "report": str(report) if report else None,
    }


def identity_of(inspection: Inspection) -> dict[str, Any]:
    """Which form it is, of which unit and which year; None where the cell is blank or unreadable."""
    form, fields = inspection.pack.form, inspection.record.fields
    names = {"form": None, "unit_name": form.unit_name, "unit_code": form.unit_code, "year": form.year}
    said = {name: fields[term].text or None for name, term in names.items() if term and term in fields}
    return {**dict.fromkeys(names), **said, "form": form.id}


def _score(card: Scorecard) -> dict[str, Any]:
    return {
        "framework": card.framework,
        "total": plain(card.total),
        "max": plain(card.max_total),
        "grade": card.grade,
        "levels": [
            {"name": part.name, "score": plain(part.score), "max": plain(part.max_score)}
            for part in card.level1
        ],
        "parts": [
            {"level": level, "name": part.name, "score": plain(part.score), "max": plain(part.max_score)}
            for level, part in card.level2
        ],
        "indicators": [
            {
                "id": score.id,
                "name": score.name,
                "measure": score.measure,
                "score": None if score.score is None else plain(score.score),
                "max": plain(score.max_score),
                "reason": score.reason,
            }
            for score in card.scores
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "severity": str(finding.severity),
        "outcome": str(finding.outcome),
        "sheet": finding.place.sheet if finding.place else None,
        "cell": finding.place.cell if finding.place else None,
        "label": finding.label,
        "stated": finding.stated,
        "expected": finding.expected,
        "difference": finding.difference,
        "amounts": finding.amounts,
        "message": finding.message,
        "mend": finding.mend,
        "cells": [str(place) for place in finding.cells],
        "key": finding.key,
        "explanation": finding.explanation,
        "follows": finding.follows,
        "suggestions": [_suggestion(suggestion) for suggestion in finding.suggestions],
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    cells = [
        {
            "sheet": correction.place.sheet if correction.place else None,
            "cell": correction.place.cell if correction.place else None,
            "label": correction.label,
            "stated": correction.stated,
            "needed": correction.needed,
        }
        for correction in suggestion.corrections
    ]
    return {"message": suggestion.message, "reason": suggestion.reason, "cells": cells}
