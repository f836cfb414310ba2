"""A framework of the unit's own for a new workbook: from its file, from the table that was handed out, or
from the workbook that carries it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec.structs import replace

from jixiao.frameworks.framework_file import ENDING, framework_text
from jixiao.frameworks.read_framework import FrameworkRead, read_framework
from jixiao.identity import framework_of, pack_of
from jixiao.pack.framework import Framework
from jixiao.pack.frameworks import load_framework, parsed_framework
from jixiao.pack.pack import Pack
from jixiao.workbook.file.source import saved_book
from jixiao.workbook.reading.filled_workbook import read_facts
from jixiao.workbook.reading.framework_sheet import read_framework_sheet


class OwnFramework(msgspec.Struct, frozen=True):
    """`read`: None for a framework of which nothing had to be understood."""

    framework: Framework
    read: FrameworkRead | None = None
    left: tuple[str, ...] = ()  # indicators with a rule that people score all the same


def own_framework(file: Path, pack: Pack) -> OwnFramework:
    """Raises UnusableInput, PackError for a framework's file that is not sound."""
    if file.suffix.lower() == ENDING:
        return OwnFramework(replace(load_framework(file, pack.vocabulary), own=True))
    read = read_framework(file, pack)
    text, left = framework_text(read, pack)
    return OwnFramework(replace(parsed_framework(text, file, pack.vocabulary), own=True), read, left)


def used_before(sources: Iterable[Path], pack: Pack) -> OwnFramework | None:
    """The unit's own framework that last year's workbook carries; None if it was one of the pack's.

    Raises UnusableInput if the workbook was taken apart: a new one would silently get another framework.
    """
    for file in sources:
        if pack.form.assessment is None or file.suffix.lower() not in (".xlsm", ".xlsx"):
            continue
        book = saved_book(file)
        sheet = read_framework_sheet(book, pack.form) if pack_of(book).form.id == pack.form.id else None
        if sheet and sheet.head:
            return OwnFramework(framework_of(read_facts(book, pack), pack, sheet))
    return None
