"""Reports that an earlier state of a workbook gave another name, of another year: they are not to be used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.folder import results_folder
from jixiao.desk.letters.sender import OPINION
from jixiao.files import content_beside
from jixiao.report.output.naming import DRAFT
from jixiao.report.word.properties import untouched

SHOWN = 5
_BESIDE = re.compile(r"（新\d*）$")  # how it is called while the one before is open in Word


def with_stale_reports(one: ExaminedBook, out: str) -> ExaminedBook:
    """The same; of reports under other names beside its own it says that they are old.

    Those that somebody has worked on are told where the report is written.
    """
    report = (one.document or {}).get("report") or ""
    old = sorted(_others(results_folder(out, one.book), Path(report))) if report and out else []
    if not old:
        return one
    named, more = "”“".join(old[:SHOWN]), f"等 {len(old)} 份" if len(old) > SHOWN else ""
    said = (
        f"旁边的“{named}”{more}是工作簿改正以前生成的报告（年度、单位名称或报告名称改过），"
        f"现在的是“{Path(report).name}”；旧的请不要用，可以删去。"
    )
    return replace(one, remarks=(*one.remarks, said))


def _others(folder: Path, report: Path) -> Iterator[str]:
    name = _BESIDE.sub("", report.stem).removesuffix(DRAFT)
    for file in folder.glob("*.docx"):
        ours = file.stem in OPINION or file.stem.startswith(name)
        if not ours and not file.name.startswith(("~$", ".")) and _is_as_made(file):
            yield file.name


def _is_as_made(file: Path) -> bool:
    try:
        return untouched(content_beside(file))
    except OSError:
        return False
