"""A Word template as parts, opened safely: of bearable size, no DOCTYPE, nothing that leads out of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from lxml import etree

from jixiao.report.word.errors import TemplateError
from jixiao.report.word.parts import DOCUMENT, TYPES
from jixiao.report.word.wordml import DAMAGED, parse, w

# Limits that a template stays far below, pictures included.
MAX_FILE = 30 * 2**20
MAX_TOTAL = 60 * 2**20
MAX_TEXT = 16 * 2**20  # all XML together; a hundred pages have two
MAX_MEMBERS = 1000

_NEEDED = (TYPES, "_rels/.rels", DOCUMENT)
_HARMLESS = ("http", "https", "mailto")
_FIELD = re.compile(
    r"\s*\\?\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|INCLUDE|RD)\b", re.IGNORECASE
)


def read_template(path: Path) -> bytes:
    """The bytes of a template's file. Raises TemplateError if there is none of bearable size."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise _too_big(path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise TemplateError(f"找不到报告模板“{path}”，请检查路径和文件名。") from None
    except IsADirectoryError:
        raise TemplateError(f"“{path}”是文件夹，请指定里面的 Word 模板（.docx）。") from None
    except (OSError, ValueError):
        raise TemplateError(f"无法读取报告模板“{path}”，请检查权限，或关闭正在打开它的程序。") from None


def open_template(template: bytes, name: str) -> dict[str, bytes]:
    """The parts of a Word template in their order. Raises TemplateError; `name` is how it calls the file."""
    if len(template) > MAX_FILE:
        raise _too_big(name)
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            _check_needed(archive.namelist(), name)
            _check_size(archive, name)
            members = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
        for part, content in members.items():
            if part.endswith((".xml", ".rels")):
                _check_part(part, parse(content), name)
    except DAMAGED as error:
        raise TemplateError(f"报告模板“{name}”不是 Word 文档（.docx），或文件已损坏。") from error
    _check_kind(members, name)
    return _without_attached(members)


def _too_big(name: str) -> TemplateError:
    return TemplateError(f"报告模板“{name}”超过 {MAX_FILE // 2**20} MB，不予读取。请压缩里面的图片再试。")


def _check_needed(names: Collection[str], name: str) -> None:
    if missing := [part for part in _NEEDED if part not in names]:
        raise TemplateError(
            f"报告模板“{name}”不是 Word 文档（.docx），缺少 {missing[0]}。请用 Word 打开，另存为 .docx 再试。"
        )


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    texts = sum(info.file_size for info in members if info.filename.endswith((".xml", ".rels")))
    if texts > MAX_TEXT or len(members) > MAX_MEMBERS or sum(info.file_size for info in members) > MAX_TOTAL:
        raise TemplateError(f"报告模板“{name}”解压后过大，不像是报告模板，为安全起见不予读取。")
    names = [info.filename for info in members]
    strange = any(entry.startswith("/") or ".." in PurePosixPath(entry).parts for entry in names)
    if strange or len(set(names)) < len(names):
        raise TemplateError(
            f"报告模板“{name}”的内部路径不正常，为安全起见不予读取。请用 Word 打开，另存一份再试。"
        )


def _check_kind(members: Mapping[str, bytes], name: str) -> None:
    if any(part.lower().endswith("vbaproject.bin") for part in members):
        raise TemplateError(f"报告模板“{name}”带有宏，不能使用。请在 Word 里另存为不带宏的 .docx 再试。")
    if parse(members[DOCUMENT]).tag != w("document"):
        raise TemplateError(
            f"报告模板“{name}”的格式不对。请在 Word 里另存为“Word 文档（.docx）”（不是 Strict）。"
        )


def _check_part(part: str, root: etree._Element, name: str) -> None:
    """Refuse what would make the finished report fetch something from elsewhere when it is opened."""
    if part.endswith(".rels"):
        for relation in root.iterfind("{*}Relationship[@TargetMode='External']"):
            kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
            if kind == "hyperlink" and urlsplit(target).scheme.lower() in _HARMLESS:
                continue
            if kind != "attachedTemplate":
                raise TemplateError(
                    f"报告模板“{name}”链接了外部文件“{target[:80]}”，不能使用。"
                    "请在 Word 里改为嵌入，或删去链接。"
                )
        return
    fields = [element.get(w("instr"), "") for element in root.iter(w("fldSimple"))]
    fields += _instructions(root)
    if wrong := next((match[1] for field in fields if (match := _FIELD.match(field))), ""):
        raise TemplateError(f"报告模板“{name}”里有从外部取内容的域（{wrong}），不能使用。请在 Word 里删去。")


def _instructions(root: etree._Element) -> list[str]:
    """What fields are told to do; Word may split an instruction over runs, a sign of the field ends it."""
    found = [""]
    for element in root.iter(w("fldChar"), w("instrText")):
        if element.tag == w("fldChar"):
            found.append("")
        else:
            found[-1] += element.text or ""
    return found


_SETTINGS = "word/settings.xml"
_ATTACHED = re.compile(rb"<w:attachedTemplate\b[^>]*/>")
_ATTACHED_RELATION = re.compile(rb"<Relationship\b[^>]*/attachedTemplate\"[^>]*/>")


def _without_attached(members: dict[str, bytes]) -> dict[str, bytes]:
    """Word notes on which .dotx a document was based; nobody who gets the report has that file."""
    cuts = {_SETTINGS: _ATTACHED, "word/_rels/settings.xml.rels": _ATTACHED_RELATION}
    return {
        part: cuts[part].sub(b"", content) if part in cuts else content for part, content in members.items()
    }
