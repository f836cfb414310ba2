"""A workbook made anew for another score table, beside the old one, with everything that was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from jixiao.building.new_workbook import write_moved
from jixiao.building.workbook import for_ending
from jixiao.carryover.counterparts import by_id
from jixiao.carryover.moving import Moved, move, move_read
from jixiao.files import named_after
from jixiao.inspection import Inspection
from jixiao.model.errors import UnusableInput
from jixiao.pack.carried_framework import is_head_of, of_stored
from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.framework_rows import is_edited
from jixiao.pack.pack import Pack
from jixiao.workbook.file.source import saved_book
from jixiao.workbook.reading.filled_workbook import read_facts
from jixiao.workbook.reading.framework_sheet import read_framework_sheet

_MADE = re.compile(r"（新指标体系\d*）$")


class Remade(msgspec.Struct, frozen=True):
    """`moved`: None if the same workbook had been made before, or the one at hand `serves` as it is."""

    path: Path
    moved: Moved | None
    serves: bool = False


def remade(inspection: Inspection, book: Path) -> Remade | None:
    """For what was changed on the sheet of the framework; None where nothing was.

    `book` is where the workbook lies, of which the inspection may know a copy. Raises UnusableInput, OSError.
    """
    wanted, pack = inspection.wanted, inspection.pack
    if wanted is None:
        return None
    path = _free_path(book, wanted, pack)
    if path.exists():
        return Remade(path, None)
    moved = move_read(inspection.source, inspection.reading, pack, wanted, by_id)
    return Remade(path, write_moved(moved, for_ending(pack, path), path))


def remade_for(book: Path, framework: Framework, pack: Pack, beside: Path | None = None) -> Remade:
    """For a score table that was handed in with the workbook, of which `book` may be a copy.

    A workbook that scores by this very table is left as it is. Raises UnusableInput, OSError.
    """
    if _carries(book, framework, pack, as_made=True):
        return Remade(beside or book, None, serves=True)
    path = _free_path(beside or book, framework, pack)
    if path.exists():
        return Remade(path, None)
    return Remade(path, write_moved(move(book, pack, framework), for_ending(pack, path), path))


def year_of(book: Path, pack: Pack) -> int | None:
    """The year that is filled in. Raises UnusableInput for a workbook of another form."""
    return read_facts(saved_book(book), pack).year(pack)


def _free_path(book: Path, framework: Framework, pack: Pack) -> Path:
    """Beside the workbook: the first name that is free, or belongs to a workbook of this very framework."""
    return next(path for path in _paths(book) if not path.exists() or _carries(path, framework, pack))


def _paths(book: Path) -> Iterator[Path]:
    stem, number = _MADE.sub("", book.stem), 1
    while True:
        path = named_after(book.with_stem(stem), f"（新指标体系{number if number > 1 else ''}）")
        if path != book:
            yield path
        number += 1


def _carries(path: Path, framework: Framework, pack: Pack, *, as_made: bool = False) -> bool:
    """Whether a workbook was made for this framework; `as_made`: and nothing on its sheet was changed."""
    try:
        sheet = read_framework_sheet(saved_book(path), pack.form)
    except UnusableInput:
        return False
    if sheet is None or not is_head_of(sheet.head, replace(framework, own=True)):
        return False
    try:
        kept = [of_stored(row.stored) for row in sheet.rows if row.stored]
    except ValueError:
        return False  # taken apart
    same = list(map(_alone, kept)) == list(map(_alone, framework.indicators))
    return same and not (as_made and is_edited(sheet, framework))


def _alone(indicator: Indicator) -> Indicator:
    """Without what a workbook does not carry, or an older one did not."""
    return replace(indicator, examples=(), assumed="")
