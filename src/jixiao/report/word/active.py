"""What would make a Word file fetch or run something when it is opened: told by relations, types and fields.

Names of parts say nothing: a header may be called header1.bin, and a macro image1.png.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from lxml import etree

from jixiao.report.word.parts import DOCUMENT, TEXT_PART, TYPES
from jixiao.report.word.wordml import parse, w

ATTACHED = "attachedtemplate"  # is cut by who opens the template
_HARMLESS = ("http", "https", "mailto")
_LINK = "hyperlink"
# Kinds of relations, by the last word of their type.
_RUN = {
    "vbaproject": "宏",
    "wordvbadata": "宏",
    "oleobject": "嵌入的对象（OLE）",
    "control": "控件（ActiveX）",
    "activexcontrolbinary": "控件（ActiveX）",
    "afchunk": "整段引入的外部内容（altChunk）",
    "subdocument": "子文档",
    "extensibility": "自定义的功能区",
    "webextension": "网页加载项",
    "webextensiontaskpanes": "网页加载项",
}
_EMBEDDED = "package"  # the figures of a chart, and nothing else
_TEXTS = ("header", "footer", "footnotes", "endnotes")
_MAIN = "officedocument"
_MACROS = re.compile(r"vba|macroenabled|activex|oleobject|afchunk", re.IGNORECASE)
_FIELD = re.compile(
    r"[\s\\]*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|RD|DATABASE|EMBED|CONTROL|HTMLCONTROL"
    r"|MACROBUTTON|PRINT)\b",
    re.IGNORECASE,
)
_TARGET = re.compile(r"[\s\\]*HYPERLINK\s+(?!\\)[\"“”]?\s*([^\"“”]*)", re.IGNORECASE)
_SCHEME = re.compile(r"(?:https?|mailto):|#", re.IGNORECASE)


def active_content(members: Mapping[str, bytes]) -> Iterator[str]:
    """What is wrong with a file, each as a sentence that goes on after its name.

    Raises XMLSyntaxError, TemplateError.
    """
    types = parse(members[TYPES])
    yield from _types(types)
    pictures = _pictures(types)
    for part, content in members.items():
        if f"/{part}".lower() in pictures or part.lower().rpartition(".")[2] in pictures:
            continue  # an .svg is markup, too
        if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
            continue  # a picture or a font
        root = parse(content)
        if etree.QName(root).localname == "Relationships":
            yield from _relations(part, root)
        else:
            yield from fields_told(root)


def fields_told(root: etree._Element) -> Iterator[str]:
    """Fields whose instruction fetches or runs something."""
    for instruction in instructions(root):
        if match := _FIELD.match(instruction):
            yield f"里有从外部取内容的域（{match[1]}），不能使用。请在 Word 里删去。"
        elif (match := _TARGET.match(instruction)) and not _SCHEME.match(match[1]):
            yield f"链接了外部文件“{match[1][:80]}”，不能使用。请在 Word 里改为嵌入，或删去链接。"


def instructions(root: etree._Element) -> Iterator[str]:
    """What fields are told to do: each as a whole, however it is spread over runs and fields within it."""
    around: list[str] = [""]
    shown: list[bool] = [False]
    for element in root.iter(w("fldChar"), w("instrText"), w("fldSimple"), w("t")):
        kind = element.get(w("fldCharType"))
        if element.tag == w("fldSimple"):
            yield element.get(w("instr"), "")
        elif element.tag == w("instrText") or (element.tag == w("t") and not shown[-1] and len(around) > 1):
            around[-1] += element.text or ""
        elif kind == "begin":
            around.append("")
            shown.append(False)
        elif kind == "separate":
            shown[-1] = len(around) > 1
            yield around[-1]
        elif kind == "end" and len(around) > 1:
            shown.pop()
            yield (done := around.pop())
            around[-1] += done if not shown[-1] and len(around) > 1 else ""
    yield from around


def _pictures(types: etree._Element) -> set[str]:
    """Endings and paths of the parts that are pictures, whatever stands in them."""
    kinds = {
        (entry.get("PartName") or entry.get("Extension") or "").lower(): entry.get("ContentType", "").lower()
        for entry in types.iter("{*}Default", "{*}Override")
    }
    return {name for name, kind in kinds.items() if kind.startswith("image/")}


def _types(types: etree._Element) -> Iterator[str]:
    for entry in types.iter("{*}Default", "{*}Override"):
        if match := _MACROS.search(entry.get("ContentType", "")):
            yield f"带有宏、控件或嵌入的对象（{match[0]}），不能使用。请在 Word 里另存为不带宏的 .docx 再试。"


def _relations(part: str, root: etree._Element) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(part))
    for relation in root.iterfind("{*}Relationship"):
        kind = relation.get("Type", "").replace("\\", "/").rpartition("/")[2].lower()
        target = relation.get("Target", "").strip()
        if relation.get("TargetMode", "").strip().lower() == "external":
            if kind != ATTACHED and not (kind == _LINK and urlsplit(target).scheme.lower() in _HARMLESS):
                yield f"链接了外部文件“{target[:80]}”，不能使用。请在 Word 里改为嵌入，或删去链接。"
            continue
        if kind in _RUN or (kind == _EMBEDDED and not folder.endswith("charts")):
            what = _RUN.get(kind, "嵌入的文件")
            yield f"带有{what}，不能使用。请在 Word 里删去，或另存为不带宏的 .docx 再试。"
        yield from _misnamed(kind, posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/"))


def _misnamed(kind: str, target: str) -> Iterator[str]:
    """Texts that Word would show and that nobody here fills or looks through."""
    if (kind == _MAIN and target != DOCUMENT) or (kind in _TEXTS and not TEXT_PART.fullmatch(target)):
        yield f"的内部文件“{target[:80]}”名称不合常规，不能使用。请用 Word 打开，另存一份再试。"
