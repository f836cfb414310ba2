"""Is a .docx sound? What Word checks before it offers to repair a file: XML, ids, relationships, types."""

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from jixiao.report.word.wordml import DRAWING, MAIN, w

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# (element, attribute) whose values may occur only once in a part
UNIQUE = (
    (f"{{{DRAWING}}}docPr", "id"),
    (w("bookmarkStart"), w("id")),
    (w("bookmarkStart"), w("name")),
    (w("bookmarkEnd"), w("id")),
    (w("comment"), w("id")),
    (w("commentRangeStart"), w("id")),
    (w("footnote"), w("id")),
)
PAIRS = (("bookmarkStart", "bookmarkEnd"), ("commentRangeStart", "commentRangeEnd"))


def faults(content: bytes) -> list[str]:
    """Everything about a document that Word would complain of; empty if it is sound."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
        doubled = [name for name, count in Counter(archive.namelist()).items() if count > 1]
    trees = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    return [
        *(f"{name}: twice in the zip" for name in doubled),
        *_types(trees["[Content_Types].xml"], parts),
        *(fault for name in trees if name.endswith(".rels") for fault in _relations(name, trees, parts)),
        *(
            f"{name}: {fault}"
            for name, root in trees.items()
            if not name.endswith(".rels")
            for fault in _part(root)
        ),
    ]


def _types(types: etree._Element, parts: dict[str, bytes]) -> Iterator[str]:
    defaults = {element.get("Extension", "").lower() for element in types.iterfind("{*}Default")}
    overrides = [element.get("PartName", "").lstrip("/") for element in types.iterfind("{*}Override")]
    yield from (f"{name}: type given for a part that is not there" for name in overrides if name not in parts)
    for name in parts:
        if (
            name not in overrides
            and name.rpartition(".")[2].lower() not in defaults
            and name != "[Content_Types].xml"
        ):
            yield f"{name}: no content type"


def _relations(name: str, trees: dict[str, etree._Element], parts: dict[str, bytes]) -> Iterator[str]:
    """Every target is there, every id is used once, every id that the part names exists."""
    folder, _, file = name.rpartition("_rels/")
    source = folder + file.removesuffix(".rels")
    ids = [relation.get("Id") for relation in trees[name]]
    yield from (f"{name}: {id} twice" for id, count in Counter(ids).items() if count > 1)
    for relation in trees[name]:
        target = unquote(relation.get("Target", ""))
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(folder + target)
        if relation.get("TargetMode") != "External" and path not in parts:
            yield f"{name}: {target} is not there"
    if source in trees:
        named = {
            v for e in trees[source].iter() for k, v in e.attrib.items() if k.startswith(f"{{{RELATIONS}}}")
        }
        yield from (f"{source}: {id} leads nowhere" for id in named - set(ids))


def _part(root: etree._Element) -> Iterator[str]:
    for tag, attribute in UNIQUE:
        values = Counter(element.get(attribute) for element in root.iter(tag))
        yield from (f"{attribute} {value} on {count} {tag}" for value, count in values.items() if count > 1)
    for start, end in PAIRS:
        begun, ended = ({each.get(w("id")) for each in root.iter(w(name))} for name in (start, end))
        yield from (f"{start} {id} without its other half" for id in begun ^ ended)
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            yield "a cell that does not end in a paragraph"
    for element in root.iter(w("p"), w("tbl"), w("r"), w("t")):
        parent = element.getparent()
        if (
            parent is not None
            and element.tag in (w("p"), w("tbl"))
            and parent.tag in (w("p"), w("r"), w("t"))
        ):
            yield f"{element.tag} inside {parent.tag}"
    if any(
        element.text and element.text.strip() for element in root.iter(w("body"), w("tbl"), w("tr"), w("p"))
    ):
        yield f"loose text in {MAIN}"
