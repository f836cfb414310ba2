"""A PDF file, opened and read page by page; what cannot be read is said in a sentence."""

from __future__ import annotations

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from jixiao.documents.bounds import (
    A_CHARACTER,
    MOST_CHARACTERS,
    MOST_IDLE,
    MOST_PAGES,
    MOST_SECONDS,
    too_much,
)
from jixiao.documents.document import Block
from jixiao.documents.pdf.following import blocks_of
from jixiao.documents.pdf.pages import PdfPage, read_page
from jixiao.documents.pdf.rules import OverdrawnError
from jixiao.documents.pdf.streams import is_swollen
from jixiao.documents.pdf.turning import sizeless_text, turn
from jixiao.model.errors import UnusableInput

MARK = b"%PDF-"
_ENCRYPTED = b"/Encrypt"


def read_pdf(path: Path, content: bytes) -> tuple[Iterator[Block], tuple[str, ...]]:
    """The blocks of all pages, and a sentence about pages that are pictures. Raises UnusableInput."""
    if is_swollen(content):
        raise too_much(path.name)
    pages = list(_pages(path, content))
    pictured = [number for number, page in enumerate(pages, 1) if page.pictured]
    if pictured and not any(page.items for page in pages):
        raise UnusableInput(
            f"“{path.name}”是扫描件（页面是图片，没有文字），读不出数字。"
            "请用从 Word、Excel 或财务软件直接导出的 PDF，或原来的 Word、Excel 文件。"
        )
    if not any(page.items for page in pages):
        raise UnusableInput(f"“{path.name}”里没有文字，请检查是否选错了文件。")
    lost = [number for number, page in enumerate(pages, 1) if page.lost]
    return blocks_of(pages), tuple(_about(path, pictured, lost))


def _about(path: Path, pictured: list[int], lost: list[int]) -> Iterator[str]:
    if pictured:
        yield f"“{path.name}”第 {_listed(pictured)} 页是图片，没有文字，没有读；请对照原件补填。"
    if lost:
        yield (
            f"“{path.name}”第 {_listed(lost)} 页有横排也有竖排的字，字体不在文件里，竖排的没有读出来；"
            "请对照原件补填，或用 Word、Excel 文件。"
        )


def _listed(pages: list[int]) -> str:
    return "、".join(map(str, pages[:10])) + ("等" if len(pages) > 10 else "")


def _pages(path: Path, content: bytes) -> Iterator[PdfPage]:
    document = _opened(path, content)
    until = time.monotonic() + MOST_SECONDS
    begun, characters = time.process_time(), 0
    try:
        if len(document) > MOST_PAGES or (_ENCRYPTED in content and is_swollen(_decrypted(document))):
            raise too_much(path.name)
        for number in range(len(document)):
            page = _page(path, document, number)
            characters += page.characters
            spent = time.process_time() - begun
            if characters > MOST_CHARACTERS or spent > MOST_IDLE + characters * A_CHARACTER:
                raise too_much(path.name)
            if time.monotonic() > until:
                raise UnusableInput(
                    f"“{path.name}”读了 {MOST_SECONDS} 秒还没有读完，未予读取。"
                    "请拆成几份，或用 Word、Excel 文件。"
                )
            yield page
    finally:
        document.close()


def _opened(path: Path, content: bytes) -> Any:
    try:
        from pypdfium2 import PdfDocument, PdfiumError
        from pypdfium2.raw import FPDF_ERR_PASSWORD
    except ImportError:
        raise UnusableInput(
            f"“{path.name}”是 PDF，读它要另装一个组件：在本工具的文件夹里运行 py -m pip install .[pdf]。"
            "也可以把它另存为 Word 或 Excel 文件再试。"
        ) from None
    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            raise UnusableInput(f"“{path.name}”设了打开密码。请取消密码后再试。") from error
        raise _broken(path) from error


def _decrypted(document: Any) -> bytes:
    """The file as anybody can read it who knows no password; many are locked against changes alone."""
    from pypdfium2.raw import FPDF_REMOVE_SECURITY

    target = BytesIO()
    document.save(target, flags=FPDF_REMOVE_SECURITY)
    return target.getvalue()


def _page(path: Path, document: Any, number: int) -> PdfPage:
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        sizeless = sizeless_text(page)
        page = turn(document, number, page) if sizeless.turns else page
        text = page.get_textpage()
    except PdfiumError as error:
        raise _broken(path) from error
    try:
        return read_page(page, text)._replace(lost=sizeless.lost)
    except OverdrawnError:
        raise too_much(path.name) from None
    finally:
        text.close()
        page.close()


def _broken(path: Path) -> UnusableInput:
    return UnusableInput(
        f"“{path.name}”已损坏或没有保存完整，无法读取。请重新导出一份 PDF，或用原来的 Word、Excel 文件。"
    )
