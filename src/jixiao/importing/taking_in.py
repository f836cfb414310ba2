"""A workbook that was begun and files to take from -> a workbook beside it, filled from them.

The workbook itself is not touched: what is typed in it goes on in the new one, and counts before the files.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from jixiao.building.new_workbook import continued_workbook
from jixiao.carryover.moving import begun
from jixiao.carryover.taking import TakenOver, read_source
from jixiao.files import named_after
from jixiao.importing.importing import Imported
from jixiao.importing.source_files import source_files
from jixiao.model.errors import UnusableInput
from jixiao.pack.pack import Pack
from jixiao.workbook.reading.facts import LAST_YEAR

SAID = "（带入{}）"  # behind the name of the workbook; a number if there is one already


class TakenIn(msgspec.Struct, frozen=True):
    """`left`: cells of the workbook that cannot be read. `refused`: why files were not."""

    path: Path
    pack: Pack
    over: TakenOver
    published: tuple[Imported, ...]
    left: int
    refused: tuple[str, ...] = ()


def take_in(book: Path, files: Iterable[Path], original: Path | None = None) -> TakenIn:
    """Read a workbook, or a copy of `original`, and the files; write the new workbook beside the original.

    Raises UnusableInput, and writes nothing then.
    """
    original = original or book
    typed = begun(book, original)
    read = source_files(files)
    out = _free(original)
    sources = tuple(source for source, _ in read.published)
    over = continued_workbook(typed, original.name, out, read.books, sources)
    tables = tuple(done for _, done in read.published)
    return TakenIn(out, typed.pack, over, tables, typed.left, read.refused)


def _free(original: Path) -> Path:
    """The first name beside the workbook that is not taken."""
    number, place = 1, named_after(original, SAID.format(""))
    while place.exists():
        number += 1
        place = named_after(original, SAID.format(number))
    return place


def latest(books: Iterable[Path]) -> Path:
    """The workbook to be filled: the one that does not say its year, else that of the latest year."""

    def year(path: Path) -> int:
        try:
            return read_source(path).year
        except UnusableInput:
            return LAST_YEAR

    return max(books, key=year)
