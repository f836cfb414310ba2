"""A report that somebody has worked on and that bears another name than the one made next: it is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jixiao.files import content_beside
from jixiao.report.output.naming import DRAFT, TRACED
from jixiao.report.output.own_place import is_anothers
from jixiao.report.word.properties import edited

_KEPT = "（手工修改"  # how `writing` calls files
_YEAR = re.compile(r".*?\d{4}")
MOST = 20  # files looked into; a folder with the reports of many units is nobody's desk


def worked_on_elsewhere(path: Path, book: Path | None = None) -> str:
    """What is to be said, before a report is written to `path`, of one under another name; mostly nothing.

    Its name begins with the same unit and year, or no other workbook lies there. It is newer than the report
    at `path`, if there is one: so it is said once. `book`: the workbook; those of others do not count.
    """
    final = path.stem.removesuffix(DRAFT)
    ours = {f"{final}.docx", f"{final}{DRAFT}.docx"}
    since = max((_written(path.with_name(name)) for name in ours), default=0)
    begin = _YEAR.match(final)
    alone = sum(1 for _ in _workbooks(path.parent)) <= 1
    found = [
        file
        for file in path.parent.glob("*.docx")
        if file.name not in ours
        and not file.name.startswith(("~$", "."))
        and not any(mark in file.stem for mark in (_KEPT, TRACED))
        and (alone or (begin and file.name.startswith(begin[0])))
        and _written(file) > since
    ]
    if len(found) > MOST:
        return ""
    named = "、".join(
        f"“{file.name}”"
        for file in sorted(found)
        if _is_edited(file) and not (book and is_anothers(file, book))
    )
    return (
        f"旁边的{named}是改过的报告，与这次的名称不同（报告改过名，或工作簿里改了单位、年度或报告名称），"
        f"里面的改动没有带过来。要带过来：删去刚生成的这份，把那份改名为“{path.name}”，再生成一次。"
        if named
        else ""
    )


def _workbooks(folder: Path) -> Iterator[Path]:
    return (file for file in folder.glob("*.xls[mx]") if not file.name.startswith(("~$", ".")))


def _written(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def _is_edited(file: Path) -> bool:
    try:
        return edited(content_beside(file))
    except OSError:
        return False
