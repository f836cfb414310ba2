"""What is done with a workbook that was saved in a watched folder, and the line that says so."""

from __future__ import annotations

from pathlib import Path

from jixiao.faces.words.command_line import file_trouble
from jixiao.faces.words.results import sheets_written
from jixiao.inspection import Inspection
from jixiao.model.errors import UnusableInput
from jixiao.pipeline import Run, inspect, run
from jixiao.report.output.writing import outdated_beside
from jixiao.watching.watching import Examined
from jixiao.workbook.file.saving import lock_beside
from jixiao.write_back import workbook_with_results


def checked(path: Path) -> Examined:
    """Check only: nothing is written."""
    try:
        inspection = inspect(path)
    except UnusableInput as problem:
        return Examined(str(problem), None)
    return Examined(f"{_outcome(inspection)}（只校验，没有写入）", inspection.package.content)


def made(path: Path, template: str | None) -> Examined:
    """Check, score, write back and make the report; into the workbook later, if it is open now."""
    open_before = lock_beside(path)
    try:
        done = run(path, template=template)
    except UnusableInput as problem:
        return Examined(str(problem), None)
    except OSError as error:  # a full disk, a folder without permission: the next save may go well
        return Examined(file_trouble(error), None)
    try:
        anew = _anew(done, path)
    except (UnusableInput, OSError) as problem:
        anew = (str(problem) if isinstance(problem, UnusableInput) else file_trouble(problem),)
    if done.workbook == path:
        return Examined(
            _line(done, f"{sheets_written(done)}已写入工作簿", *anew), workbook_with_results(done.inspection)
        )
    read = done.inspection.package.content
    if open_before or lock_beside(path):
        later = f"工作簿正开着，结果先放在“{done.workbook.name}”，关闭工作簿后再写进去"
        return Examined(_line(done, later, *anew), read, postponed=True)
    return Examined(_line(done, *done.remarks, *anew), read)


def _anew(done: Run, path: Path) -> tuple[str, ...]:
    """What is said of a workbook that was made anew, if one was."""
    if done.inspection.wanted is None:
        return ()
    from jixiao.faces.words.takeover import remade_in_a_sentence
    from jixiao.frameworks.made.remaking import remade

    found = remade(done.inspection, path)
    return (remade_in_a_sentence(found),) if found else ()


def _outcome(inspection: Inspection) -> str:
    counts = inspection.counts
    if inspection.consistent:
        return f"全部相符（已说明 {counts['explained']} 个）" if counts["explained"] else "全部相符"
    return f"错误 {counts['error']} 个，警告 {counts['warning']} 个"


def _line(done: Run, *where: str) -> str:
    report = f"报告{'（草稿）' if done.inspection.draft else ''}：{done.report.name}" if done.report else ""
    parts: tuple[str, ...] = (_outcome(done.inspection), *(part.rstrip("。") for part in where), report)
    if done.report and (old := outdated_beside(done.report)):
        parts = (*parts, old.rstrip("。"))
    return "；".join(part for part in parts if part) + "。"
