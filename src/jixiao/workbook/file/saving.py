"""Results put into their workbook, or beside it: atomically, and never over what was typed meanwhile."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import msgspec

from jixiao.files import content_beside, holds, is_there, named_after, write_atomically
from jixiao.replacing import OvertakenError
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.relations import is_signed, missing_part


class Saved(msgspec.Struct, frozen=True):
    """Where the results are; `remark` says why, if that is not the workbook itself, or what else matters."""

    path: Path
    remark: str = ""

    @property
    def remarks(self) -> tuple[str, ...]:
        return (self.remark,) if self.remark else ()


_RESULTS = re.compile(r"（结果\d?）$")  # how the name of a workbook ends that holds results for another
BESIDE, _LAST = 3, 9  # results beside a workbook may be open themselves, but not for ever; highest number


def save_results(package: Package, content: bytes, folder: Path) -> Saved:
    """Put the results into the workbook; if it is in use, read-only or no whole file, beside it in `folder`.

    So too if it was saved again since it was read: what was typed meanwhile is not overwritten.
    The same bytes are not written again. Raises OSError if `folder` cannot be written to either.
    """
    path = package.path
    if content == package.content:
        return Saved(path)
    obstacle = _obstacle(path) or _incomplete(package) or _signed(package)
    if not obstacle:
        linked = _about_links(path)
        try:
            write_atomically(path, content, before=package.content)
            return Saved(path, linked)
        except PermissionError:
            obstacle = "没有写入权限或正被其他程序使用"
        except OvertakenError:
            if holds(path, content):  # another run was quicker, with the same results
                return Saved(path, linked)
            obstacle = "在校验时又被保存过" if is_there(path) else "在校验时被移走或改名了"
    from jixiao.made_marks import marked

    names = [
        folder / named_after(path, f"（结果{number or ''}）").name for number in (0, *range(2, _LAST + 1))
    ]
    worked_on = [name for name in names if _is_worked_on(name)]
    beside = _save_beside([name for name in names if name not in worked_on][:BESIDE], marked(content))
    told = f"“{path.name}”{obstacle}，没有改动它；结果另存为“{beside}”。"
    return Saved(beside, f"{told}{_about_kept(worked_on, path)}")


def save_copy(package: Package, content: bytes, folder: Path) -> Saved:
    """Write a copy of the workbook with the results into `folder`. Raises OSError."""
    copy = folder / package.path.name
    write_atomically(copy, content)
    obstacle = _incomplete(package)
    return Saved(copy, f"“{copy.name}”{obstacle}，原来的文件没有改动。" if obstacle else "")


def _is_worked_on(beside: Path) -> bool:
    """Whether there is something that we have not written, or that was saved by somebody since."""
    from jixiao.made_marks import bears_mark

    return is_there(beside) and beside.is_file() and not bears_mark(content_beside(beside))


def _about_kept(worked_on: list[Path], path: Path) -> str:
    named = "、".join(f"“{name.name}”" for name in worked_on)
    return (
        f"旁边的{named}改动过，或不是由本程序生成，没有覆盖；在那里填的请填进“{path.name}”，再移走那一份。"
        if named
        else ""
    )


def _save_beside(names: list[Path], content: bytes) -> Path:
    """Write the results under the first name that nobody has open. Raises OSError."""
    if not names:
        raise PermissionError
    *others, last = names
    for beside in others:
        try:
            if not (is_there(beside) and _obstacle(beside)):
                write_atomically(beside, content)
                return beside
        except (PermissionError, IsADirectoryError):  # Windows refuses while a program has it open
            continue
    write_atomically(last, content)
    return last


def holds_results(path: Path) -> bool:
    """True if the name says that the workbook holds the results of another one, which was in use."""
    return _RESULTS.search(path.stem) is not None


def lock_beside(path: Path) -> Path | None:
    """The file by which an office program says that it has the workbook open, if it lies there."""
    locks = (f"~${path.name}", f".~lock.{path.name}#")  # Excel and WPS; LibreOffice
    return next((lock for name in locks if is_there(lock := path.with_name(name))), None)


def _obstacle(path: Path) -> str:
    """Why the file should not be replaced now, or an empty string."""
    if not is_there(path):
        return "在校验时被移走或改名了"
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        return "不是普通文件"
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        return "是只读文件"
    if lock := lock_beside(path):
        return f"正在被打开（旁边有“{lock.name}”；如果并没有打开，请删除它）"
    return ""


def _incomplete(package: Package) -> str:
    """What is written into a broken file is lost if its owner finds a whole one."""
    missing = missing_part(package)
    return f"不完整（缺少里面的 {missing}，请找回备份，或用 Excel 打开修复后另存）" if missing else ""


def _signed(package: Package) -> str:
    """Who has signed a file has to know before his signature is gone."""
    if not is_signed(package):
        return ""
    return "带有数字签名，写入结果会使签名失效（另存的一份没有签名；要写进它本身，请先在 Excel 里删除签名）"


def _about_links(path: Path) -> str:
    """Replacing a file leaves its other names with the old content."""
    if path.stat().st_nlink < 2:
        return ""
    return f"“{path.name}”这个文件还有别的名称（硬链接），结果只写进了这一个；别的名称下仍是写入前的内容。"
