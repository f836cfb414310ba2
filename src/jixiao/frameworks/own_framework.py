"""A framework of the unit's own for a new workbook: from its file, or from the table that was handed out."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jixiao.files import write_atomically
from jixiao.frameworks.framework_file import ENDING, framework_text
from jixiao.frameworks.read_framework import FrameworkRead, read_framework
from jixiao.model.errors import UnusableInput
from jixiao.pack.framework import Framework
from jixiao.pack.framework_files import framework_file_of
from jixiao.pack.frameworks import load_framework, parsed_framework
from jixiao.pack.pack import Pack
from jixiao.pack.toml_file import text_of


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


def keep_beside(own: OwnFramework, book: Path) -> Path:
    """Put the framework beside its workbook, where every run finds it. Raises UnusableInput."""
    file = framework_file_of(book)
    if file.exists() and file.read_text(encoding="utf-8") != own.text:
        raise UnusableInput(f"“{file}”已经存在，没有覆盖它。请先移走，或给工作簿换一个文件名。")
    write_atomically(file, own.text.encode())
    return file
