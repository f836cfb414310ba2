"""The little of WordprocessingML that we touch: names, safe parsing, levels of heading styles."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from jixiao.report.word.errors import TemplateError

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWN = f"{{{DRAWING}}}docPr"  # the name, number and alternative text of a picture or chart
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART_SHOWN = f"{{{CHART}}}chart"  # in a drawing: the chart that stands there …
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART_ID = f"{{{OFFICE}}}id"  # … by its relation
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What opening, unpacking and parsing a file may raise if it is no sound Word document.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)  # Word's own name in every language


def w(name: str) -> str:
    """A name in WordprocessingML's namespace, as lxml wants it."""
    return f"{{{MAIN}}}{name}"


_PROPERTIES, _STYLE, _VALUE = w("pPr"), w("pStyle"), w("val")
# What is only put around paragraphs, tables, rows or cells, and is none of them itself.
AROUND = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")))


def parse(xml: bytes) -> etree._Element:
    """Parse a part; no entities, no network. Raises TemplateError for a DOCTYPE, which no Word part has.

    Without huge_tree lxml stops at depths and entities that only an attack has.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise TemplateError(
            "文档里有 DOCTYPE 声明，不是 Word 保存的文件，不能使用。请用 Word 打开，另存为 .docx 再试。"
        )
    return root


def heading_levels(styles: bytes | None) -> dict[str, int]:
    """Id of each heading style of a part -> its level."""
    return headings(parse(styles)) if styles else {}


def headings(styles: etree._Element) -> dict[str, int]:
    """Id of each heading style -> its level."""
    levels = {}
    for style in styles.iter(w("style")):
        name = style.find(w("name"))
        match = HEADING.fullmatch(name.get(w("val"), "")) if name is not None else None
        if match:
            levels[style.get(w("styleId"), "")] = int(match[1])
    return levels


def style_ids(styles: bytes | None) -> dict[str, str]:
    """Name of each style, in lower case -> its id."""
    ids = {}
    for style in parse(styles).iter(w("style")) if styles else ():
        name = style.find(w("name"))
        if name is not None:
            ids[name.get(w("val"), "").lower()] = style.get(w("styleId"), "")
    return ids


def inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also within what is only put around them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in AROUND:
            yield from inside(child, tag)


def paragraph_style(paragraph: etree._Element) -> str:
    """The id of its style; empty for the default."""
    for properties in paragraph.iterchildren(_PROPERTIES):  # `find` takes several times as long
        for style in properties.iterchildren(_STYLE):
            return style.get(_VALUE, "")
    return ""


def xml_inside(element: etree._Element, root: etree._Element) -> str:
    """The element as it stands in its part, without the declarations of namespaces that the root makes."""
    head, _, rest = etree.tostring(element, encoding="unicode", with_tail=False).partition(">")
    for prefix, space in root.nsmap.items():
        declared = f" xmlns:{prefix}" if prefix else " xmlns"
        head = head.replace(f'{declared}="{space}"', "", 1)
    return f"{head}>{rest}"
