"""Write a package again with some parts changed: all other members byte for byte, the file atomically."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import msgspec

from jixiao.archives import add_packed, packed, packed_member
from jixiao.files import write_atomically
from jixiao.workbook.file.package import Package

_CALC = re.compile(rb"<((?:\w+:)?)calcPr\b([^>]*?)(/?)>")
_FULL = re.compile(rb'\sfullCalcOnLoad="[^"]*"')


def recalculated_on_load(workbook: bytes) -> bytes:
    """xl/workbook.xml with the flag that makes Excel compute all formulas when it opens the file."""
    match = _CALC.search(workbook)
    if match is None:
        return workbook
    prefix, attributes, slash = match.groups()
    attributes = _FULL.sub(b"", attributes)
    tag = b"<" + prefix + b"calcPr" + attributes + b' fullCalcOnLoad="1"' + slash + b">"
    return workbook[: match.start()] + tag + workbook[match.end() :]


def with_parts(package: Package, parts: Mapping[str, bytes]) -> bytes:
    """The file with some parts replaced; members keep their order, and the others their raw bytes."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for member in package.archive.infolist():
            content = parts.get(member.filename)
            copy = zipfile.ZipInfo(member.filename, member.date_time)
            copy.external_attr = member.external_attr
            copy.create_system = member.create_system
            if content is None:
                copy.flag_bits = member.flag_bits & ~0x08
                add_packed(out, copy, packed_member(package.content, member))
            else:
                add_packed(out, copy, packed(content))
    return target.getvalue()


class Saved(msgspec.Struct, frozen=True):
    """Where the results are; `remark` says why, if that is not the workbook itself."""

    path: Path
    remark: str = ""


_RESULTS = re.compile(r"（结果\d?）$")  # how the name of a workbook ends that holds results for another
BESIDE = 3  # results beside a workbook may be open themselves, but not for ever


def save_results(package: Package, content: bytes, folder: Path) -> Saved:
    """Put the results into the workbook; if it is in use or read-only, beside it in `folder`.

    So too if it was saved again since it was read: what was typed meanwhile is not overwritten.
    The same bytes are not written again. Raises OSError if `folder` cannot be written to either.
    """
    path = package.path
    if content == package.content:
        return Saved(path)
    obstacle = _obstacle(path) or _newer(package)
    if not obstacle:
        try:
            write_atomically(path, content)
            return Saved(path)
        except PermissionError:
            obstacle = "没有写入权限或正被其他程序使用"
    beside = _save_beside(path, content, folder)
    return Saved(beside, f"“{path.name}”{obstacle}，没有改动它；结果另存为“{beside}”。")


def _save_beside(path: Path, content: bytes, folder: Path) -> Path:
    """Write the results under the first name that nobody has open. Raises OSError."""
    *names, last = (
        f"{path.stem}（结果{number or ''}）{path.suffix}" for number in (0, *range(2, BESIDE + 1))
    )
    for beside in (folder / name for name in names):
        try:
            if not (beside.exists() and _obstacle(beside)):
                write_atomically(beside, content)
                return beside
        except PermissionError:  # Windows refuses while another program has the file open
            continue
    write_atomically(folder / last, content)
    return folder / last


def holds_results(path: Path) -> bool:
    """True if the name says that the workbook holds the results of another one, which was in use."""
    return _RESULTS.search(path.stem) is not None


def lock_beside(path: Path) -> Path | None:
    """The file by which an office program says that it has the workbook open, if it lies there."""
    locks = (f"~${path.name}", f".~lock.{path.name}#")  # Excel and WPS; LibreOffice
    return next((lock for name in locks if (lock := path.with_name(name)).exists()), None)


def _obstacle(path: Path) -> str:
    """Why the file should not be replaced now, or an empty string."""
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        return "是只读文件"
    if lock := lock_beside(path):
        return f"正在被打开（旁边有“{lock.name}”；如果并没有打开，请删除它）"
    return ""


def _newer(package: Package) -> str:
    """What to say if the file is no longer the one that was read, or an empty string."""
    return "" if package.path.read_bytes() == package.content else "在校验时又被保存过"
