"""Tables that this program has made, for whomever: among the units' files they are no unit's workbook."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.archives import UndatedZip
from jixiao.desk.folder import REPLY, about_reply_of_another_kind, is_called_reply
from jixiao.made_marks import AUTHOR
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import data_folder
from jixiao.pack.reviewer_file import load_reviewer_file
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.source import open_package
from jixiao.workbook.file.structure import read_structure

if TYPE_CHECKING:
    from openpyxl import Workbook

_CORE = "docProps/core.xml"


def saved_product(book: Workbook) -> bytes:
    """A table as it is known again."""
    from openpyxl.writer.excel import ExcelWriter

    book.properties.creator = AUTHOR
    content = BytesIO()
    ExcelWriter(book, UndatedZip(content)).save()
    return content.getvalue()


def about_product(package: Package) -> str:
    """What is said of such a workbook; empty for any other.

    It is known by what stands in it, whatever it is called and whichever program has saved it since.
    """
    name = package.path.name
    if _names_us(package) or _has_settings(package):
        return f"“{name}”是本工具做的表，不是报送的工作簿，没有列入。可以移到别处。"
    from jixiao.desk.letters.came_back import read_reply  # few files ask for it

    if read_reply(package.path) is None:
        return ""
    if is_called_reply(package.path):
        return about_reply_of_another_kind(package.path)
    return (
        f"“{name}”是单位填的审核回执，可是文件名里没有“{REPLY.removesuffix('.xlsx')}”，里面的说明没有采用。"
        f"请把它改名为“…-{REPLY}”，再办理一次。"
    )


def about_product_file(path: Path) -> str:
    """The same of a file, which may be anything."""
    try:
        return about_product(open_package(path))
    except UnusableInput:
        return ""


def _names_us(package: Package) -> bool:
    if not package.has(_CORE):
        return False
    try:
        return package.xml(_CORE).findtext("{http://purl.org/dc/elements/1.1/}creator") == AUTHOR
    except UnusableInput:
        return False


def _has_settings(package: Package) -> bool:
    """The workbook with the button: its cells have their names, in copies of any age."""
    file, _ = load_reviewer_file(data_folder("workbook_templates"))
    try:
        names = read_structure(package).names
    except UnusableInput:
        return False
    return any(field.term in names for field in file.fields)
