"""A finance bureau's score table among the dropped files: the workbook is made anew for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jixiao.documents.reading import read_document
from jixiao.faces.words.frameworks import in_short
from jixiao.faces.words.takeover import remade_as_text
from jixiao.frameworks.made.framework_file import ENDING
from jixiao.frameworks.made.own_framework import as_settled, own_framework
from jixiao.frameworks.made.remaking import remade_for, year_of
from jixiao.frameworks.printed.printed_table import printed_table
from jixiao.identity import is_ours, pack_of
from jixiao.importing.published_sources import is_published
from jixiao.model.errors import UnusableInput
from jixiao.pack.rule_files import lies_beside
from jixiao.watching.watching import workbooks_in
from jixiao.workbook.file.source import saved_book


def is_score_table(file: Path) -> bool:
    """Whether it is a document of somebody else with a score table in it: published accounts have none.

    So is a framework's file that `jixiao framework read` has written.
    """
    if file.suffix.lower() == ENDING:
        return file.is_file() and not lies_beside(file)
    if not file.is_file() or not is_published(file):
        return False
    try:
        return printed_table(read_document(file)) is not None
    except UnusableInput:
        return False  # whoever takes it says what is wrong with it


def books_beside(table: Path) -> list[Path]:
    """The workbook in the same folder, if there is only one."""
    books = [book for book in workbooks_in(table.parent) if is_ours(book)]
    return books if len(books) == 1 else []


def made_anew(book: Path, table: Path) -> Iterator[str]:
    """What was understood of the table, and what became of the workbook. Raises UnusableInput, OSError."""
    pack = pack_of(saved_book(book))
    own = as_settled(own_framework(table, pack), (book,), pack)
    remade = remade_for(book, own.framework, pack)
    yield from remade_as_text(remade, book)
    if own.read:
        yield from in_short(own.read, own.by, own.unsure, own.guessed, table.name)
    yield from filter(None, [own.about_kept(), own.about_year(year_of(book, pack))])
