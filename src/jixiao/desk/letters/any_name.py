"""Sheets of answers that came back under a name of the unit's own: known by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.desk.folder import WORKBOOKS, is_reply
from jixiao.identity import is_ours

_LARGEST = 150_000  # bytes; even an empty workbook of any form has more, and is not opened here


def unnamed_replies(files: Iterable[Path]) -> Iterator[Path]:
    """Those of the files; never a workbook of a form, whatever somebody has laid into it."""
    from jixiao.desk.letters.came_back import read_reply  # few folders ask for it

    for file in files:
        if not is_reply(file) and _may_be(file) and read_reply(file) and not is_ours(file):
            yield file


def _may_be(file: Path) -> bool:
    try:
        return file.suffix.lower() in WORKBOOKS and file.stat().st_size <= _LARGEST
    except OSError:
        return False
