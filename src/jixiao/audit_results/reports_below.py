"""Which files are to be audited: those that are named, and the reports in folders that are named."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from jixiao.audit_results.audited_file import MARKED, OURS
from jixiao.files import named_after, resolved
from jixiao.identity import is_ours
from jixiao.model.errors import UnusableInput
from jixiao.system_words import reason_of

KINDS = (".docx", ".pdf", ".html", ".htm", ".txt", ".xlsx", ".xls")
LIST = "审核清单"
_NO_REPORTS = ("~$", ".")  # what an office program lays beside an open file; hidden files
# What audits write, also where it gave way to a later one
_OURS = re.compile(rf"({MARKED}|{LIST}）?)(（(手工修改|原有|新)\d*）)?\.(docx|html|xlsx)$")
_SHOWN = 5


class Reports(msgspec.Struct, frozen=True):
    """`remarks`: what of the folders is left out. `without`: about folders that have no report."""

    files: tuple[Path, ...]
    remarks: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def reports_of(given: Sequence[Path], out: Path | None = None) -> Reports:
    """The files that are named, once each, and all reports below folders, in the order of their names.

    What earlier audits wrote, and all below `out`, is left out. A folder without a report is told. Raises
    UnusableInput for one that may not be read, and where there is no report at all.
    """
    files: dict[Path, None] = {}
    remarks: list[str] = []
    without: list[str] = []
    for path in given:
        if not path.is_dir():
            files.setdefault(path)
            continue
        reports, others, ours = _sorted_out(path, out)
        books = [file for file in reports if file.suffix.lower() == ".xlsx" and is_ours(file)]
        reports = [file for file in reports if file not in books]
        remarks += [OURS.format(book.name) for book in books]
        if not reports:
            kinds = "、".join(KINDS)
            without.append(f"文件夹“{path}”里没有可以审核的报告（{kinds}）。请检查是否选错了文件夹。")
        files.update(dict.fromkeys(reports))
        if others:
            said = "、".join(file.name for file in others[:_SHOWN])
            more = f"等{len(others)}个文件" if len(others) > _SHOWN else ""
            advice = "不是能审核的种类，没有审核；.doc、.wps 请另存为 .docx。"
            remarks.append(f"文件夹“{resolved(path).name}”里的{said}{more}{advice}")
        if ours:
            remarks.append(f"文件夹“{resolved(path).name}”里以前的审核结果（{len(ours)}个文件）没有再审核。")
    if not files:
        raise UnusableInput("".join(without))
    return Reports(tuple(files), tuple(remarks), tuple(without))


def _sorted_out(folder: Path, out: Path | None) -> tuple[list[Path], list[Path], list[Path]]:
    """The reports below a folder, other files, and what an earlier audit has written."""
    every = sorted(_walked(folder, out), key=lambda path: path.relative_to(folder).parts)
    ours = [path for path in every if _OURS.search(path.name)]
    theirs = [path for path in every if not _OURS.search(path.name)]
    reports = [path for path in theirs if path.suffix.lower() in KINDS]
    return reports, [path for path in theirs if path.suffix.lower() not in KINDS], ours


def _walked(folder: Path, out: Path | None) -> Iterator[Path]:
    left_out = resolved(out) if out and resolved(out) != resolved(folder) else None
    for top, folders, names in os.walk(folder, onerror=_unreadable):
        here = Path(top)
        folders[:] = [name for name in folders if left_out is None or resolved(here / name) != left_out]
        yield from (here / name for name in names if not name.startswith(_NO_REPORTS))


def _unreadable(error: OSError) -> None:
    raise UnusableInput(
        f"文件夹“{error.filename}”不能读（{reason_of(error)}）。请检查权限后再审核。"
    ) from error


def labels(files: Sequence[Path]) -> list[str]:
    """A name for what is written about each file: as short as it can be without meaning two of them."""
    ways: tuple[Callable[[Path], str], ...] = (
        lambda file: file.stem,
        lambda file: file.name,
        lambda file: f"{resolved(file).parent.name}-{file.name}",
    )
    counts = [Counter(way(file).casefold() for file in files) for way in ways]
    taken: set[str] = set()
    found = []
    for number, file in enumerate(files, 1):
        said = (
            way(file) for way, count in zip(ways, counts, strict=True) if count[way(file).casefold()] == 1
        )
        label = next((one for one in said if one.casefold() not in taken), f"{number}-{file.name}")
        taken.add(label.casefold())
        found.append(label)
    return found


def list_file(out: Path, label: str) -> Path:
    """The list of the report of that name, or of all reports of a call."""
    return named_after(out / f"{label}.x", f"（{LIST}）", ".xlsx") if label else out / f"{LIST}.xlsx"
