"""A framework of the unit's own for a new workbook: from its file, or from the table that was handed out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from jixiao.files import write_atomically
from jixiao.frameworks.framework_file import ENDING, framework_text
from jixiao.frameworks.read_framework import FrameworkRead, read_framework
from jixiao.identity import pack_of
from jixiao.model.errors import UnusableInput
from jixiao.pack.framework import Framework
from jixiao.pack.framework_files import ENDING as OWN_ENDING
from jixiao.pack.framework_files import framework_file_of, frameworks_beside
from jixiao.pack.frameworks import load_framework, parsed_framework, titles_of
from jixiao.pack.pack import Pack
from jixiao.pack.toml_file import text_of
from jixiao.workbook.file.source import saved_book, text_at


class OwnFramework(msgspec.Struct, frozen=True):
    """`read`: None for a framework's file, of which nothing has to be understood."""

    framework: Framework
    text: str
    read: FrameworkRead | None
    left: tuple[str, ...] = ()  # indicators with a rule that people score all the same


def own_framework(file: Path, pack: Pack) -> OwnFramework:
    """Raises UnusableInput, PackError for a framework's file that is not sound."""
    if file.suffix.lower() == ENDING:
        return OwnFramework(load_framework(file, pack.vocabulary), text_of(file), None)
    read = read_framework(file, pack)
    text, left = framework_text(read, pack)
    return OwnFramework(parsed_framework(text, file, pack.vocabulary), text, read, left)


def used_before(sources: Iterable[Path], pack: Pack) -> OwnFramework | None:
    """The unit's own framework that last year's workbook was built for; None if it was one of the pack's.

    Raises UnusableInput if its file is not there: a new workbook would silently get another framework.
    """
    for book in sources:
        title = _title(book, pack)
        if not title or title in pack.framework_titles:
            continue
        file = next((file for file in frameworks_beside(book) if title in titles_of((file,))), None)
        if file is None:
            raise UnusableInput(
                f"“{book.name}”用的评价指标体系“{title}”不认识。请把它的文件（名称以 {OWN_ENDING} 结尾）"
                "放在同一文件夹，或用 --framework 指定新工作簿的评价指标体系。"
            )
        return own_framework(file, pack)
    return None


def _title(book: Path, pack: Pack) -> str:
    """What a workbook of the same form says of its framework."""
    if book.suffix.lower() not in (".xlsm", ".xlsx"):
        return ""
    source = saved_book(book)
    same = pack_of(source).form.id == pack.form.id
    return text_at(source, pack.form.identity.get("framework", "")) if same else ""


def place_beside(own: OwnFramework, book: Path) -> Path:
    """Where the framework of a workbook is put. Raises UnusableInput if another one is there."""
    file = framework_file_of(book)
    if file.exists() and text_of(file) != own.text:
        raise UnusableInput(f"“{file}”已经存在，没有覆盖它。请先移走，或给工作簿换一个文件名。")
    return file


def keep_beside(own: OwnFramework, book: Path) -> Path:
    """Put the framework beside its workbook, where every run finds it. Raises UnusableInput."""
    file = place_beside(own, book)
    write_atomically(file, own.text.encode())
    return file
