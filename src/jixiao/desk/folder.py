"""Which files of a folder are workbooks to be looked at."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from jixiao.model.errors import UnusableInput

WORKBOOKS = (".xlsx", ".xlsm")
OTHERS = (".xls", ".et", ".ett", ".xlsb", ".ods", ".csv", ".zip", ".rar", ".7z")  # what units send instead
REPLY = "审核回执.xlsx"  # how the name of a sheet ends on which a unit answers
_NOT_DOCUMENTS = ("~$", ".")  # what an office program lays beside an open file; hidden files


def files_below(folder: Path, without: Path | None = None) -> list[Path]:
    """The workbooks below a folder and what units send instead of one, in the order of their names.

    `without` is a folder below it whose files are none of theirs. Links to folders are not followed.
    Raises UnusableInput if the folder is missing, no folder, or may not be read.
    """
    if not folder.is_dir():
        what = "不是文件夹" if folder.exists() else "不存在"
        raise UnusableInput(f"“{folder}”{what}。请给出存放各单位工作簿的文件夹。")
    left_out = without.resolve() if without else None
    return sorted(_walked(folder, left_out), key=lambda path: path.relative_to(folder).parts)


def is_reply(path: Path) -> bool:
    """Whether a file is such a sheet, by its name; what it answers to stands in it."""
    return path.name.endswith(REPLY)


def _walked(folder: Path, left_out: Path | None) -> Iterator[Path]:
    for top, folders, names in os.walk(folder, onerror=_unreadable):
        here = Path(top)
        folders[:] = [name for name in folders if left_out is None or (here / name).resolve() != left_out]
        for name in names:
            if not name.startswith(_NOT_DOCUMENTS) and name.lower().endswith((*WORKBOOKS, *OTHERS)):
                yield here / name


def _unreadable(error: OSError) -> None:
    raise UnusableInput(
        f"文件夹“{error.filename}”不能读（{error.strerror}）。请检查权限后再办理。"
    ) from error


def workbooks_in(path: Path) -> list[Path]:
    """The workbooks below a folder; anything else is the one file that it names. Raises UnusableInput."""
    if not path.is_dir():
        return [path]
    found = [file for file in files_below(path) if file.name.lower().endswith(WORKBOOKS)]
    if not found:
        raise UnusableInput(f"文件夹“{path}”里没有工作簿（{'、'.join(WORKBOOKS)}）。")
    return found
