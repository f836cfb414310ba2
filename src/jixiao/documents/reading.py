"""A foreign file -> its paragraphs and tables, whatever its kind. Each kind has a reader of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jixiao.documents.bounds import bounded
from jixiao.documents.document import Block, SourceDocument, SourceParagraph
from jixiao.documents.old_workbooks import OLE, read_old_workbook
from jixiao.documents.pdf.pdf_document import MARK, read_pdf
from jixiao.documents.texts import TEXT, is_text, read_text
from jixiao.documents.web_pages import is_web_page, read_web_page
from jixiao.documents.word_documents import DOCUMENT, read_word_document
from jixiao.documents.workbooks import read_workbook
from jixiao.file_kinds import called, kind_of, mark_of_an_open_file
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.package import FileKind, Package, opened_archive, read_bytes

BEGINNING = 2048  # bytes that show what a file is
BEFORE_PDF = 1024  # bytes that may stand before the mark of a PDF
_ZIP = b"PK"
_PICTURES = "/media/"  # folder of a Word document's or workbook's parts
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".xlsb")
_PDF = FileKind("PDF", ".pdf", "PDF 阅读器", "一份报告或报表")
_WORD = FileKind("文档", ".docx", "Word", "一份报告或报表")


def read_document(path: Path) -> SourceDocument:
    """Read a file. Raises UnusableInput: what is wrong with it, and what to do."""
    if path.is_dir():
        raise UnusableInput(f"“{path}”是文件夹，请指定里面的文件。")
    if said := mark_of_an_open_file(path.name):
        raise UnusableInput(said)
    beginning = _beginning(path)
    if MARK in beginning[:BEFORE_PDF]:
        blocks, unread = read_pdf(path, read_bytes(path, _PDF))
        return SourceDocument(path.name, "pdf", tuple(bounded(blocks, path)), unread)
    kind, blocks = _opened(path, beginning)
    found = tuple(bounded(blocks, path))
    if not any(map(says_something, found)) and beginning.startswith(_ZIP) and _has_pictures(path):
        raise UnusableInput(
            f"“{path.name}”里只有图片（可能是扫描件），没有文字，读不出数字。"
            "请用没有扫描过的原来的 Word、Excel 文件，或从它们直接导出的 PDF。"
        )
    return SourceDocument(path.name, kind, found)


def read_word_package(path: Path) -> Package:
    """A Word document as the file that it is. Raises UnusableInput."""
    return opened_archive(path, read_bytes(path, _WORD), _WORD)


def _opened(path: Path, beginning: bytes) -> tuple[str, Iterator[Block]]:
    """What the file is, by what stands in it, and its blocks as they are read."""
    if beginning.startswith(OLE):
        return "xls", read_old_workbook(path)
    if beginning.startswith(_ZIP) and DOCUMENT.encode() in (content := read_bytes(path, _WORD)):
        return "docx", read_word_document(opened_archive(path, content, _WORD))
    if beginning.startswith(_ZIP) and path.suffix.lower() == ".docx":
        opened_archive(path, content, _WORD)  # which says what is wrong with a Word document cut short
    if is_web_page(path, beginning):
        return "html", read_web_page(path)
    if is_text(path, beginning):
        return "txt", read_text(path)
    if path.suffix.lower() not in _WORKBOOKS and not beginning.startswith(_ZIP) and path.is_file():
        raise UnusableInput(_unknown(path.name, beginning))
    return "xlsx", read_workbook(path)  # which says what is wrong with a file that is nothing of all this


def says_something(block: Block) -> bool:
    """Whether a block holds any text."""
    return bool(block.text if isinstance(block, SourceParagraph) else block.rows)


def _has_pictures(path: Path) -> bool:
    package = opened_archive(path, read_bytes(path, _WORD), _WORD)
    return any(_PICTURES in name for name in package.names)


def _unknown(name: str, beginning: bytes) -> str:
    if not beginning:
        return f"“{name}”是空文件。请检查是否选错了文件，或找回备份。"
    kind = kind_of(beginning)
    if kind:
        return f"“{name}”{called(kind)}，不能读。请换成 .docx、.pdf、网页（.html）、.txt、.xlsx 或 .xls。"
    if name.lower().endswith(TEXT):
        return (
            f"看不出“{name}”里的文字是用什么编码存的，或者里面不是文字。"
            "请用记事本打开；看得到文字的，另存为 UTF-8 编码的 .txt 再试。"
        )
    return (
        f"“{name}”已损坏，或者不是能读的文件。能读的是 .docx、.pdf、网页（.html）、.txt、.xlsx、.xls。"
        "请重新导出一份再试；.doc、.wps 请先用 Word 或 WPS 另存为 .docx，.csv 用 Excel 另存为 .xlsx。"
    )


def _beginning(path: Path) -> bytes:
    try:
        if not path.is_file():  # whoever opens a pipe waits for ever
            return b""
        with path.open("rb") as file:
            return file.read(BEGINNING)
    except (OSError, ValueError):
        return b""  # the reader of workbooks says what is wrong
