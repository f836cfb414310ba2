"""The files that a new workbook is filled from, sorted: workbooks of ours, published tables, unreadable."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from jixiao.carryover.taking import SourceFile
from jixiao.importing.importing import Imported
from jixiao.importing.published_sources import is_published, read_each, sets_of_tables
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.source import saved_book


class SourceFiles(msgspec.Struct, frozen=True):
    """`refused`: a sentence for each file that cannot be read: encrypted, scanned, broken."""

    books: tuple[Path, ...] = ()
    published: tuple[tuple[SourceFile, Imported], ...] = ()
    refused: tuple[str, ...] = ()


def source_files(paths: Iterable[Path]) -> SourceFiles:
    """What can be read of the files. Raises UnusableInput if that is nothing, or tables contradict."""
    paths = tuple(dict.fromkeys(paths))
    tables = [path for path in paths if is_published(path)]
    parts, refused = read_each(tables)
    books = []
    for path in (path for path in paths if path not in tables):
        try:
            saved_book(path)
            books.append(path)
        except UnusableInput as problem:
            refused.append(str(problem))
    if refused and not (parts or books):
        raise UnusableInput("".join(refused))
    return SourceFiles(tuple(books), tuple(sets_of_tables(parts)), tuple(refused))
