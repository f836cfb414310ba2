"""Which files of a folder are workbooks to be looked at."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from jixiao.files import resolved
from jixiao.model.errors import UnusableInput
from jixiao.system_words import reason_of

WORKBOOKS = (".xlsx", ".xlsm")
_PACKED = (".zip", ".rar", ".7z")
OTHERS = (".xls", ".et", ".ett", ".xlsb", ".ods", ".csv", *_PACKED)  # what units send instead
_FILES = (*WORKBOOKS, *OTHERS, ".docx", ".pdf", ".html", ".txt")  # units' and ours
REPLY = "审核回执.xlsx"  # how the name of a sheet ends on which a unit answers
RECORD = "审核记录.sqlite"  # lies in a folder of results
REVIEWED = "审核结果"  # that folder, below the units' files unless another is named
RESULTS = "结果"  # below that the folders of each workbook's own
# Also the one that was saved as a copy
_REPLY = re.compile(r".*审核回执[^/]*\.xlsx", re.DOTALL | re.IGNORECASE)
_ESCAPED = re.compile(r"\\u(005c|d[89a-f][0-9a-f]{2})")
_LOOKS_ESCAPED = re.compile(r"\\(?=u(?:005c|d[89a-f][0-9a-f]{2}))")  # in a name as it is typed
_NOT_DOCUMENTS = ("~$", ".")  # what an office program lays beside an open file; hidden files


def files_below(folder: Path, without: Path | None = None) -> list[Path]:
    """The workbooks below a folder and what units send instead of one, in the order of their names.

    `without` is a folder below it whose files are none of theirs, as are those of any folder of results.
    Links to folders are not followed, pipes and devices are no files.
    Raises UnusableInput if the folder is missing, no folder, or may not be read.
    """
    if not folder.is_dir():
        what = "不是文件夹" if folder.exists() else "不存在"
        raise UnusableInput(f"“{folder}”{what}。请给出存放各单位工作簿的文件夹。")
    left_out = resolved(without) if without else None
    return sorted(_walked(folder, left_out), key=lambda path: path.relative_to(folder).parts)


def is_reply(path: Path) -> bool:
    """Whether a file is such a sheet, by its name; what it answers to stands in it."""
    return bool(_REPLY.fullmatch(path.name))


def is_book(path: Path) -> bool:
    """Whether a file is to be looked at as a workbook: all but those sheets, of whatever kind they are.

    What is called so may be a workbook by mistake, and what is packed may hold both.
    """
    kind = path.suffix.lower()
    return not is_reply(path) and (kind in (*WORKBOOKS, *_PACKED) or not is_called_reply(path))


def is_called_reply(path: Path) -> bool:
    """Whether it is called like such a sheet, of whatever kind the file is."""
    return Path(REPLY).stem in path.stem


def about_reply_of_another_kind(path: Path) -> str:
    """What is said of a file that is called like such a sheet, but is no .xlsx file."""
    return (
        f"“{path.name}”看名称是单位填的审核回执，可是文件类型是“{path.suffix}”，不是 .xlsx，"
        f"里面的说明没有采用。请用 Excel 或 WPS 另存为“…-{REPLY}”，再办理一次。"
    )


def _walked(folder: Path, left_out: Path | None) -> Iterator[Path]:
    for top, folders, names in os.walk(folder, onerror=_unreadable):
        here = Path(top)
        folders[:] = [name for name in folders if not _holds_results(here / name, left_out)]
        for name in names:
            wanted = not name.startswith(_NOT_DOCUMENTS) and name.lower().endswith((*WORKBOOKS, *OTHERS))
            if wanted and not _is_device(here / name):
                yield here / name


def _holds_results(folder: Path, left_out: Path | None) -> bool:
    return (left_out is not None and resolved(folder) == left_out) or (folder / RECORD).is_file()


def _is_device(path: Path) -> bool:
    """Nobody may wait for what such a thing has to say. A link that leads nowhere is told of like a file."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def book_name(path: Path, folder: Path) -> str:
    """How a file is called: its path below the folder, printable whatever bytes it is made of."""
    name = _LOOKS_ESCAPED.sub(r"\\u005c", path.relative_to(folder).as_posix())
    return name.encode("utf-8", "backslashreplace").decode()


def book_path(folder: Path, name: str) -> Path:
    """The file that is called so."""
    return folder / _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)


def results_folder(out: str, book: str) -> Path:
    """Where the results of a workbook go: a folder of its own, so that no two units meet.

    某局.xlsm has 某局, which leaves 某局.xlsx its whole name; what would then look like a file's name stays
    whole, too, for there may be such a file.
    """
    path = Path(out) / RESULTS / book
    short = path.with_suffix("")
    return short if path.suffix == WORKBOOKS[-1] and short.suffix.lower() not in _FILES else path


def _unreadable(error: OSError) -> None:
    raise UnusableInput(
        f"文件夹“{error.filename}”不能读（{reason_of(error)}）。请检查权限后再办理。"
    ) from error


def workbooks_in(path: Path) -> list[Path]:
    """The workbooks below a folder; anything else is the one file that it names. Raises UnusableInput."""
    if not path.is_dir():
        return [path]
    found = [
        file for file in files_below(path) if file.name.lower().endswith(WORKBOOKS) and not is_reply(file)
    ]
    if not found:
        raise UnusableInput(
            f"文件夹“{path}”里没有工作簿（{'、'.join(WORKBOOKS)}），请给出存放工作簿的文件夹。"
        )
    return found
