"""How the file of a report is called: by the form's pattern, and a draft says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from jixiao.model.fact import Fact

DRAFT = "（草稿）"
TRACED = "（溯源）"  # the copy with comments
FIGURES = "（取数表）"  # the table of figures
LONGEST_NAME = 180  # bytes; a file name has at most 255, and （草稿）（取数表）.xlsx must go in, too
_TERM = re.compile(r"\{([^{}|]+)\|?([^{}|]*)\}")  # behind | what stands for a blank cell
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def report_name(pattern: str, fields: Mapping[str, Fact], *, draft: bool) -> str:
    """The name without ending; what no file system takes is left out."""
    name = _TERM.sub(lambda match: fields[match[1]].text.strip() or match[2], pattern)
    name = _NOT_IN_FILE_NAMES.sub("", name).strip(". ").encode()[:LONGEST_NAME].decode(errors="ignore")
    return f"{name}{DRAFT if draft else ''}"


def made_with(report: Path) -> tuple[Path, ...]:
    """The files that may lie beside a report because it was asked for them: copy, table of figures, PDF."""
    copy, table = report.with_stem(f"{report.stem}{TRACED}"), report.with_name(f"{report.stem}{FIGURES}.xlsx")
    return copy, table, report.with_suffix(".pdf")
