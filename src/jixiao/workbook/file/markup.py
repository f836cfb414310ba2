"""The XML of an Office file's parts, parsed safely; what is said of a file whose parts make no sense."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from lxml import etree

from jixiao.model.errors import UnusableInput

REFUSED = "未作任何改动。"
# How parts are parsed: nothing is expanded or fetched, and no depth that only an attack has.
PARSING: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "huge_tree": False,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}


class FileKind(msgspec.Struct, frozen=True):
    """How sentences call a kind of file, and what they advise."""

    name: str
    endings: str
    program: str
    expected: str  # what the file should have been


WORKBOOK = FileKind("工作簿", ".xlsx 或 .xlsm", "Excel", "填好的工作簿")


def parse_xml(content: bytes, path: Path, kind: FileKind = WORKBOOK) -> etree._Element:
    """The root element, without comments. Raises UnusableInput for broken XML and for a DOCTYPE."""
    try:
        root = etree.fromstring(content, etree.XMLParser(**PARSING))
    except etree.XMLSyntaxError as error:
        raise damaged(path, kind) from error
    return without_doctype(root, path, kind)


def without_doctype(root: etree._Element, path: Path, kind: FileKind = WORKBOOK) -> etree._Element:
    """The same root. Raises UnusableInput for a DOCTYPE, which no Office program writes."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnusableInput(
            f"“{path.name}”含有{kind.name}里不该有的内容（DOCTYPE），为安全起见不予读取。{REFUSED}"
            f"请用 {kind.program} 打开后另存一份再试。"
        )
    return root


def too_much(path: Path, kind: FileKind = WORKBOOK) -> UnusableInput:
    """What to raise for more rows, names or texts than anybody has typed."""
    return UnusableInput(
        f"“{path.name}”里的内容太多（行、单元格、名称或文字），不像是{kind.expected}，未予读取。{REFUSED}"
        "请检查是否选错了文件，或删去用不到的工作表再试。"
    )


def damaged(path: Path, kind: FileKind = WORKBOOK) -> UnusableInput:
    """What to raise for a file whose bytes make no sense."""
    return UnusableInput(
        f"“{path.name}”已损坏或没有保存完整，无法读取。"
        f"请用 {kind.program} 或 WPS 打开、另存一份再试，或找回备份。"
    )
