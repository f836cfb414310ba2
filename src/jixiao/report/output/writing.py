"""Write a report where the user wants it, whole or not at all, and never over somebody's own work."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import msgspec

from jixiao.files import content_beside, holds, is_there, resolved, write_atomically
from jixiao.model.errors import UnusableInput
from jixiao.report.output.naming import DRAFT, made_with
from jixiao.report.word.parts import DOCUMENT
from jixiao.report.word.properties import edited, untouched


class ReportFile(msgspec.Struct, frozen=True):
    """Where a report is, and what has to be said about other files."""

    path: Path
    remarks: tuple[str, ...] = ()


def write_report(path: Path, content: bytes, ours: Callable[[bytes], bool] = untouched) -> ReportFile:
    """Write a report, or what goes with it, and say where it is.

    A file there that was edited by hand, or is none of ours, is kept under another name. A file that
    is open in Word is left alone and the report goes beside it. The same bytes are not written again.
    Raises OSError if the folder cannot be written to, UnusableInput if something else has the name.
    """
    refuse_taken(path)
    if holds(path, content):
        return ReportFile(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if _is_open(path):
        return _written_beside(path, content, ours)
    try:
        remarks = keep_own_work(path, ours)
        write_atomically(path, content)
    except PermissionError:  # Windows refuses while another program has the file open
        return _written_beside(path, content, ours)
    return ReportFile(path, remarks)


def refuse_taken(path: Path) -> None:
    """Raises UnusableInput if a folder, a pipe, a link that leads nowhere or the like has the name."""
    if path.exists():
        kind = "" if path.is_file() else "文件夹" if path.is_dir() else "东西，不是普通文件"
    else:
        kind = f"链接，指向的“{path.readlink()}”没有地方放文件" if _leads_nowhere(path) else ""
    if kind:
        raise UnusableInput(
            f"要存为“{path.name}”，那里已经有一个同名的{kind}，没有写。"
            "请把它移走或改名，或用 --out 另选文件夹。"
        )


def _leads_nowhere(path: Path) -> bool:
    """Whether it is a link at whose other end no file can be made: no folder there, or a circle."""
    end = resolved(path)
    return path.is_symlink() and (end.is_symlink() or not end.parent.is_dir())


def edited_report(reports: Iterable[Path]) -> Path | None:
    """Which of the reports somebody has worked on since it was made; the one written last, if several."""
    found = [path for path in dict.fromkeys(reports) if path.is_file() and edited(content_beside(path))]
    return max(found, key=lambda path: path.stat().st_mtime_ns, default=None)


def _is_open(path: Path) -> bool:
    """True while an office program has its mark beside the file; Word leaves out the first two signs."""
    marks = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return path.exists() and any(is_there(path.with_name(mark)) for mark in marks)


def _written_beside(path: Path, content: bytes, ours: Callable[[bytes], bool]) -> ReportFile:
    beside = next(other for other in _beside(path) if not other.exists() or _is_ours(other, ours))
    write_atomically(beside, content)
    return ReportFile(beside, (f"“{path.name}”正开着，没有动它；新的另存为“{beside.name}”。",))


def _beside(path: Path) -> Iterator[Path]:
    return (path.with_stem(f"{path.stem}（新{number if number > 1 else ''}）") for number in count(1))


def keep_own_work(path: Path, ours: Callable[[bytes], bool]) -> tuple[str, ...]:
    """Give a file another name unless it is one of ours; what has to be said of it. Raises OSError."""
    if not path.exists() or _is_ours(path, ours):
        return ()
    is_report = path.suffix == ".docx"
    why, what = (
        ("改动过", "原来的报告") if is_report else ("改动过，或不是由本程序生成", f"原来的“{path.name}”")
    )
    called = "手工修改" if is_report else "原有"
    names = (path.with_stem(f"{path.stem}（{called}{number}）") for number in count(1))
    kept = next(name for name in names if not name.exists())
    path.rename(kept)
    return (f"{what}{why}，没有覆盖，已改名为“{kept.name}”。",)


def _is_ours(path: Path, ours: Callable[[bytes], bool] = untouched) -> bool:
    """A file that nobody has worked on; what is no file at all is none."""
    return path.is_file() and ours(content_beside(path))


def without_draft(report: Path) -> str:
    """Take the earlier draft of a finished report away; one that somebody has worked on is told of."""
    draft = report.with_stem(f"{report.stem}{DRAFT}")
    if report.stem.endswith(DRAFT) or not draft.is_file():
        return ""
    if _is_ours(draft) and not _is_open(draft):
        with suppress(PermissionError):  # Windows refuses while another program has the file open
            draft.unlink()
            return ""
    return f"旁边的“{draft.name}”是以前的草稿，改动过或正开着，没有删去；报告已经定稿，请不要报送草稿。"


def outdated_beside(report: Path) -> str:
    """Which files made with an earlier state of this report lie beside it, in one sentence; empty if none."""
    written = report.stat().st_mtime_ns
    old = [
        f"“{file.name}”" for file in made_with(report) if file.exists() and file.stat().st_mtime_ns < written
    ]
    return f"旁边的{'、'.join(old)}是上一次的报告的，与现在的不一致；要用的请重新生成。" if old else ""


def has_contents(report: Path) -> bool:
    """True if the report has a table of contents, whose page numbers an office program fills in."""
    with zipfile.ZipFile(report) as archive:
        return b" PAGEREF " in archive.read(DOCUMENT)
