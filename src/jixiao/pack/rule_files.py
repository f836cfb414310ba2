"""Which files of an accountant's own checks count for a workbook: those named, and those lying beside it.

Apart from own_rules.py, which nobody has to load who has no such file.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

SHARED = "校验规则.toml"  # for all workbooks of the folder
ENDING = ".rules.toml"  # behind the stem of the one workbook it is for
_MADE = re.compile(r"(?:（(?:新指标体系|带入|结果)\d*）)+$")  # behind the stem of what was made of it
_COUNTED = re.compile(r"\(\d\)(?=\.)")  # what a browser adds to the name of a second download


def lies_beside(file: Path) -> bool:
    """Whether a file is taken by its name, whoever put it there."""
    return file.name == SHARED or file.name.endswith(ENDING)


def rule_files(book: Path, given: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The files named by the user, then those that lie beside the workbook; each once.

    What is for one workbook goes on for those that were made of it.
    """
    stems = dict.fromkeys((book.stem, _MADE.sub("", book.stem)))
    beside = (book.with_name(SHARED), *(book.with_name(f"{stem}{ENDING}") for stem in stems if stem))
    files = (*given, *(file for file in beside if _is_file(file)))
    return tuple({os.path.realpath(file): file for file in files}.values())  # also of links in a circle


def near_misses(book: Path, used: Iterable[Path] = ()) -> tuple[tuple[Path, str], ...]:
    """Unused files beside the workbook with nearly such a name, and the name if nothing has it."""
    wanted = (SHARED, *(f"{stem}{ENDING}" for stem in dict.fromkeys((book.stem, _MADE.sub("", book.stem)))))
    free = {_plain(name): name for name in reversed(wanted) if not _is_file(book.with_name(name))}
    try:
        with os.scandir(book.parent) as files:  # there may be thousands
            there = [file.name for file in files if "toml" in file.name.lower()]
    except OSError:
        return ()
    names = sorted({*there} - {file.name for file in used})
    return tuple((book.with_name(name), free[plain]) for name in names if (plain := _plain(name)) in free)


def _plain(name: str) -> str:
    """A name without what a slip or a program that hides endings adds to it: 校验规则 .TOML.txt"""
    plain = "".join(unicodedata.normalize("NFKC", name).casefold().split())
    return _COUNTED.sub("", plain.removesuffix(".txt"))


def _is_file(path: Path) -> bool:
    """None can be where no file system takes the name, longer as it is than the workbook's."""
    try:
        return path.is_file()
    except OSError:
        return False
