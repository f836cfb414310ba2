"""Sheets of answers that came back under a name of the unit's own: known by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.desk.folder import REPLY, WORKBOOKS, is_reply
from jixiao.identity import is_ours
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.package import Package, folded
from jixiao.workbook.file.source import open_package

_LARGEST = 150_000  # bytes; even an empty workbook of any form has more, and is not opened here
_WORD = REPLY.removesuffix(".xlsx")
_WRITTEN = (_WORD.encode(), _WORD.encode("ascii", "xmlcharrefreplace"))  # some programs write no others
_TEXTS = ("xl/sharedstrings", "xl/worksheets/sheet")  # the parts in which it may stand


def unnamed_replies(files: Iterable[Path]) -> Iterator[Path]:
    """Those of the files; never a workbook of a form, whatever somebody has laid into it."""
    from jixiao.desk.letters.came_back import read_reply  # few folders ask for it

    for file in files:
        if not is_reply(file) and _may_be(file) and read_reply(file) and not is_ours(file):
            yield file


def _may_be(file: Path) -> bool:
    try:
        small = file.suffix.lower() in WORKBOOKS and file.stat().st_size <= _LARGEST
        return small and _says(open_package(file))
    except (OSError, UnusableInput):
        return False


def _says(package: Package) -> bool:
    """Whether the word stands in it at all: to read all of its cells takes a hundred times as long."""
    parts = (name for name in package.names if folded(name).startswith(_TEXTS))
    return any(word in content for name in parts for content in [package.part(name)] for word in _WRITTEN)
