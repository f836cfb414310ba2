"""Where the report of a workbook goes when another workbook's report has its name: never over that one.

Two workbooks of one unit and year make reports of one name. A report bears a mark of its workbook's name.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path

import msgspec

from jixiao.files import content_beside, resolved
from jixiao.report.output.naming import DRAFT, LONGEST_NAME, in_file_names
from jixiao.report.word.properties import BOOK, properties_of

_DIGITS, _LONGEST = 16, 30  # of the mark; signs of a workbook's name in that of a report
_BOOKS = (".xlsx", ".xlsm")


class OwnPlace(msgspec.Struct, frozen=True):
    """`remark`: whose report has the usual name, if it is another workbook's."""

    path: Path
    remark: str = ""


def mark_of(book: Path, folder: Path) -> str:
    """What a report in the folder says of its workbook: the same wherever both are moved together."""
    try:
        path = os.path.relpath(book, folder)
    except ValueError:  # on another drive of Windows
        path = str(resolved(book))
    folded = unicodedata.normalize("NFC", Path(path).as_posix()).casefold()
    return sha256(folded.encode("utf-8", "backslashreplace")).hexdigest()[:_DIGITS]


def own_place(path: Path, book: Path) -> OwnPlace:
    """The usual place of a report, draft or not, or one beside it where that is another workbook's."""
    other = _whose(path, book)
    places = list(_up_to_a_free_one(_places(path, book)))
    ours = (place for place in places if mark_of(book, path.parent) in _marks(place))
    free = (place for place in places if not _whose(place, book))
    chosen = next(ours, None) or next(free)
    if not other:
        return OwnPlace(chosen)
    return OwnPlace(
        chosen,
        f"“{path.name}”是{other}的报告（单位和年度与这一本相同），没有覆盖；这一本的另存为“{chosen.name}”。"
        "两本里只用一本的，请移走另一本。",
    )


def is_anothers(report: Path, book: Path) -> bool:
    """Whether a report is of another workbook that is there."""
    return bool(_named(properties_of(content_beside(report)).get(BOOK, ""), report.parent, book))


def _places(path: Path, book: Path) -> Iterator[Path]:
    yield path
    final, draft = path.stem.removesuffix(DRAFT), DRAFT if path.stem.endswith(DRAFT) else ""
    for number in count(1):
        named = f"（{in_file_names(book.stem)[:_LONGEST]}{number if number > 1 else ''}）"
        room = LONGEST_NAME - len(named.encode("utf-8", "replace"))
        yield path.with_stem(f"{final.encode()[:room].decode(errors='ignore')}{named}{draft}")


def _up_to_a_free_one(places: Iterator[Path]) -> Iterator[Path]:
    for place in places:
        yield place
        if not _marks(place):
            return


def _marks(path: Path) -> list[str]:
    """Those of a report and of its draft."""
    final = path.stem.removesuffix(DRAFT)
    files = [path.with_stem(final), path.with_stem(f"{final}{DRAFT}")]
    return [properties_of(content_beside(file)).get(BOOK, "") for file in files if file.is_file()]


def _whose(path: Path, book: Path) -> str:
    """The workbook whose report or draft has the name, if it is another one; else empty."""
    return next(filter(None, (_named(mark, path.parent, book) for mark in _marks(path))), "")


def _named(mark: str, folder: Path, book: Path) -> str:
    """What of another workbook is known by its mark. One that is gone from beside the report was renamed."""
    if mark in ("", mark_of(book, folder)):
        return ""
    beside = (file for file in book.parent.iterdir() if file.suffix.lower() in _BOOKS)
    found = next((file.name for file in beside if mark_of(file, folder) == mark), "")
    if found:
        return f"“{found}”"
    return "" if resolved(folder) == resolved(book.parent) else "另一本工作簿"
