"""Findings and scores -> the cells of the two result sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

import msgspec

from jixiao.model.figures import plain
from jixiao.model.finding import CheckResult, Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Scorecard
from jixiao.model.written_explanation import WrittenExplanation
from jixiao.pack.pack import Pack
from jixiao.pack.sections import FindingsSection, Held, ScorecardSection
from jixiao.workbook.file.patching import SheetPatch
from jixiao.workbook.file.row_height import text_height
from jixiao.workbook.file.source import CellSource
from jixiao.workbook.file.structure import Area, BookStructure
from jixiao.workbook.file.written_value import CellValue
from jixiao.workbook.results.explanations import kept_figures
from jixiao.workbook.results.result_areas import (
    areas_of,
    others_names,
    score_rows,
    section_of,
    sharing,
)

_SAME_CAUSE = "└ 同一原因："  # before what comes of the slip that the finding above tells of
SAID: tuple[Held, ...] = ("evidence", "reason")  # where nobody has written, what the table itself says
NOTHING_FOUND = "没有发现问题。"
_INCOMPLETE = "未定"  # in the narrow cell of a grade
_COUNTED = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_OUTCOMES = {Outcome.PASSED: "passed", Outcome.NOT_CHECKED: "not_checked"}


class Results(msgspec.Struct, frozen=True):
    """What a run found, ready to be written."""

    findings: tuple[Finding, ...]
    others: tuple[CheckResult, ...]
    counts: Mapping[str, int]
    scorecard: Scorecard | None  # None where nothing is scored
    explanations: Mapping[str, WrittenExplanation]  # all that were typed, also those whose finding is gone


def result_patches(source: CellSource, pack: Pack, results: Results) -> dict[str, SheetPatch]:
    """What is to be written into the sheets for 校验结果 and 评分表, by the sheets' present names.

    A sheet that is gone or was changed has no patch: finding RESULT-01 says so.
    """
    patches = [_findings_patch(source.structure, pack, results)]
    if results.scorecard is not None:
        patches.append(_scores_patch(source, pack, results.scorecard))
    return {sheet: patch for sheet, patch in patches if sheet}


def last_run(source: CellSource, pack: Pack, results: Results) -> dict[str, SheetPatch]:
    """What the first sheet's line about the last run comes to, for programs that do not reckon."""
    section, card, structure = section_of(pack.form, FindingsSection), results.scorecard, source.structure
    area = structure.area(f"{section.name}.{section.last_run}")
    if area is None or not _is_line_of_ours(section, area, source, pack):
        return {}
    said = {label: str(results.counts[name]) for name, label in section.counts.items()}
    if card is not None:
        scores = section_of(pack.form, ScorecardSection)
        said |= {scores.total: plain(card.total), scores.grade: _grade(card)}
    return {area.sheet: SheetPatch({area.cell: "，".join(f"{label} {text}" for label, text in said.items())})}


def _grade(card: Scorecard) -> str:
    return card.grade if card.complete else _INCOMPLETE


def _is_line_of_ours(section: FindingsSection, area: Area, source: CellSource, pack: Pack) -> bool:
    """Its formula still stands there, and nothing that people fill in."""
    structure = source.structure
    taken = sharing(area.sheet, structure) or others_names(section, area.sheet, structure, pack, area.cell)
    return not taken and source.formula_rows(area) == [area.first]


def _findings_patch(structure: BookStructure, pack: Pack, results: Results) -> tuple[str, SheetPatch]:
    section = section_of(pack.form, FindingsSection)
    areas = areas_of(section, structure, pack)
    if not areas:
        return "", SheetPatch()
    first = next(iter(areas.values())).first
    held = tuple(areas)
    rows = list(_rows(section, results, held))
    folded = range(first + len(rows) - len(results.others), first + len(rows))
    places = {
        f"{areas['place'].column}{first + index}": _location(finding)
        for index, finding in enumerate(results.findings)
        if "place" in areas and finding.place
    }
    counts = {
        area.cell: Decimal(results.counts[name])
        for name, label in section.counts.items()
        if (area := structure.area(f"{section.name}.{label}"))
    }
    sheet = next(iter(areas.values())).sheet
    columns = tuple(area.column for area in areas.values())
    widths = {column.holds: column.width for column in section.columns if not column.hidden}
    heights = tuple(_height(row, held, widths) for row in rows)
    return sheet, SheetPatch(counts, columns, first, tuple(rows), heights, places, folded)


def _height(row: tuple[CellValue, ...], held: tuple[Held, ...], widths: Mapping[Held, float]) -> float:
    cells = zip(held, row, strict=True)
    return max(text_height(str(value or ""), widths[name]) for name, value in cells if name in widths)


def _location(finding: Finding) -> str:
    assert finding.place
    sheet = finding.place.sheet.replace("'", "''")
    return f"'{sheet}'!{finding.place.cell}"


def _rows(
    section: FindingsSection, results: Results, held: tuple[Held, ...]
) -> Iterator[tuple[CellValue, ...]]:
    for finding in results.findings:
        yield _row(held, _finding_cells(section, finding))
    if not results.findings:
        yield _row(held, {"message": NOTHING_FOUND})
    kept = _kept(results)
    if kept:
        yield _row(held, {"message": section.kept_title})
        for key, written in kept.items():
            yield _row(held, {"key": key, "explanation": written.text, "figures": kept_figures(written)})
    yield _row(held, {"message": section.passed_title})
    for result in results.others:
        yield _row(held, _result_cells(section, result))


def _row(held: tuple[Held, ...], cells: Mapping[Held, CellValue]) -> tuple[CellValue, ...]:
    return tuple(cells.get(name) for name in held)


def _kept(results: Results) -> dict[str, WrittenExplanation]:
    present = {finding.key for finding in results.findings}
    return {key: written for key, written in sorted(results.explanations.items()) if key not in present}


def _finding_cells(section: FindingsSection, finding: Finding) -> dict[Held, CellValue]:
    counted = "explained" if finding.outcome is Outcome.EXPLAINED else _COUNTED[finding.severity]
    return {
        "severity": section.counts[counted],  # type: ignore[index]
        "place": str(finding.place) if finding.place else "",
        "message": f"{_SAME_CAUSE if finding.follows else ''}{finding.message}",
        "stated": _figure(finding, finding.stated),
        "expected": _figure(finding, finding.expected),
        "difference": _figure(finding, finding.difference),
        "mend": finding.mend,
        "explanation": finding.explanation,
        "figures": kept_figures(WrittenExplanation(finding.explanation, finding.figures)),
        "key": finding.key,
    }


def _figure(finding: Finding, text: str) -> CellValue:
    """An amount is a number, to be added up and shown with its thousands apart; of several, their text."""
    try:
        return Decimal(text) if finding.amounts else text
    except InvalidOperation:
        return text


def _result_cells(section: FindingsSection, result: CheckResult) -> dict[Held, CellValue]:
    times = f"（{result.times}处）" if result.times > 1 else ""
    reason = f"：{result.reason}" if result.reason else ""
    return {
        "severity": section.counts[_OUTCOMES[result.outcome]],  # type: ignore[index]
        "message": f"{result.title}{times}{reason}",
        "key": result.id,
    }


def _scores_patch(source: CellSource, pack: Pack, card: Scorecard) -> tuple[str, SheetPatch]:
    section = section_of(pack.form, ScorecardSection)
    areas, rows = areas_of(section, source.structure, pack), score_rows(source, pack, card)
    if rows is None:
        return "", SheetPatch()  # somebody changed the table; finding RESULT-01 says so
    scores, (single, summed) = areas["score"], rows
    cells: dict[str, CellValue] = {}
    for row, score in zip(single, card.scores, strict=True):
        written: dict[Held, CellValue] = {
            "measure": score.measure,
            "score": score.score,
            "reason": score.reason,
            "evidence": score.evidence,
        }
        said = dict(zip((held for _, held in card.columns), score.printed, strict=False))
        cells |= {
            f"{area.column}{row}": written[held] or said.get(held, "") if held in SAID else written[held]
            for held, area in areas.items()
            if held in written
        }
    for row, subtotal in zip(summed, card.level1, strict=True):
        cells[f"{scores.column}{row}"] = subtotal.score
    for label, value in ((section.total, card.total), (section.grade, _grade(card))):
        area = source.structure.area(f"{section.name}.{label}")
        if area:
            cells[area.cell] = value
    return scores.sheet, SheetPatch(cells)
