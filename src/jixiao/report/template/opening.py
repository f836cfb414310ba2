"""A Word template as parts, opened safely: of bearable size, no DOCTYPE, nothing that leads out of it."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from jixiao.encoded_parts import as_utf8, is_markup
from jixiao.report.word.active import ATTACHED, active_content
from jixiao.report.word.errors import TemplateError
from jixiao.report.word.parts import DOCUMENT, TYPES
from jixiao.report.word.wordml import DAMAGED, parse, w

# Limits that a template stays far below, pictures included.
MAX_FILE = 30 * 2**20
MAX_TOTAL = 60 * 2**20
MAX_TEXT = 16 * 2**20  # all XML together; a hundred pages have two
MAX_MEMBERS = 1000
MAX_ELEMENTS = 600_000  # of all parts together; a hundred pages have some 60,000
MAX_PARAGRAPHS = 50_000  # cells of tables counted

# Leads out of the file where it is unpacked
_STRANGE = re.compile(r"^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f:]|^.{200}")
_PARAGRAPH = re.compile(rb"<(?:[\w.-]+:)?p[\s/>]")
_RELATIONS = ".rels"
_MARKUP = (".xml", _RELATIONS)
_NEEDED = (TYPES, "_rels/.rels", DOCUMENT)
REPORT = "报告模板"  # what a template is for, as sentences say it


class _Called(NamedTuple):
    """How sentences call the file."""

    name: str
    role: str

    def __str__(self) -> str:
        return f"{self.role}“{self.name}”"


def read_template(path: Path, role: str = REPORT) -> bytes:
    """The bytes of a template's file. Raises TemplateError if there is none of bearable size."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):  # Windows would say that access is denied
            raise TemplateError(f"“{path}”是文件夹，请指定里面的 Word 模板（.docx）。")
        if status.st_size > MAX_FILE:
            raise _too_big(_Called(path.name, role))
        if not stat.S_ISREG(status.st_mode):
            raise TemplateError(f"“{path}”不是普通文件，请指定 Word 模板（.docx）。")  # a pipe never ends
        return path.read_bytes()
    except FileNotFoundError:
        raise TemplateError(f"找不到{role}“{path}”，请检查路径和文件名。") from None
    except (OSError, ValueError):
        raise TemplateError(f"无法读取{role}“{path}”，请检查权限，或关闭正在打开它的程序。") from None


class Opened(NamedTuple):
    """The parts of a Word template in their order. `cut`: what was left out, as a sentence, or empty."""

    members: dict[str, bytes]
    cut: str


def open_template(template: bytes, name: str, role: str = REPORT) -> Opened:
    """A Word template as far as it is safe. Raises TemplateError; it calls the file by `role` and `name`."""
    called = _Called(name, role)
    if len(template) > MAX_FILE:
        raise _too_big(called)
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            _check_needed(archive.namelist(), called, template)
            _check_size(archive, called)
            members = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
        for part, content in members.items():
            if is_markup(part, content):
                members[part] = as_utf8(content)
        _check_elements(members, called)
        _check_markup(members)
        if wrong := next(active_content(members), ""):
            raise TemplateError(f"{called}{wrong}")
    except DAMAGED as error:
        raise TemplateError(_no_document(called, template)) from error
    _check_kind(members, called)
    return _without_attached(members, name)


def _no_document(called: _Called, template: bytes) -> str:
    from jixiao.file_kinds import not_a_word_file

    return not_a_word_file(called.name, template, called.role)


def _too_big(called: _Called) -> TemplateError:
    return TemplateError(f"{called}超过 {MAX_FILE // 2**20} MB，不予读取。请压缩里面的图片再试。")


def _check_needed(names: Collection[str], called: _Called, template: bytes) -> None:
    if missing := [part for part in _NEEDED if part not in names]:
        if DOCUMENT in missing:
            raise TemplateError(_no_document(called, template))
        raise TemplateError(
            f"{called}不是 Word 文档（.docx），缺少 {missing[0]}。请用 Word 打开，另存为 .docx 再试。"
        )


def _check_size(archive: zipfile.ZipFile, called: _Called) -> None:
    members = archive.infolist()
    texts = sum(info.file_size for info in members if info.filename.lower().endswith(_MARKUP))
    if texts > MAX_TEXT or len(members) > MAX_MEMBERS or sum(info.file_size for info in members) > MAX_TOTAL:
        raise TemplateError(f"{called}解压后过大，不像是{called.role}，为安全起见不予读取。")
    names = [info.filename for info in members]
    strange = any(_STRANGE.search(entry) for entry in names)
    if strange or len(set(names)) < len(names):
        raise TemplateError(f"{called}的内部路径不正常，为安全起见不予读取。请用 Word 打开，另存一份再试。")


def _check_elements(members: Mapping[str, bytes], called: _Called) -> None:
    """Counted in the bytes, before anything is made of them."""
    texts = [content for part, content in members.items() if is_markup(part, content)]
    elements = sum(content.count(b"<") - content.count(b"</") for content in texts)
    paragraphs = sum(len(_PARAGRAPH.findall(content)) for content in texts)
    if elements > MAX_ELEMENTS or paragraphs > MAX_PARAGRAPHS:
        raise TemplateError(
            f"{called}里的段落或标记太多，不像是{called.role}，不予读取。请检查是否选错了文件。"
        )


def _check_markup(members: Mapping[str, bytes]) -> None:
    """Raise XMLSyntaxError for a part that is none of what its name says."""
    for part, content in members.items():
        if part.lower().endswith(_MARKUP):
            parse(content)


def _check_kind(members: Mapping[str, bytes], called: _Called) -> None:
    if any(part.lower().endswith("vbaproject.bin") for part in members):
        raise TemplateError(f"{called}带有宏，不能使用。请在 Word 里另存为不带宏的 .docx 再试。")
    if parse(members[DOCUMENT]).tag != w("document"):
        raise TemplateError(f"{called}的格式不对。请在 Word 里另存为“Word 文档（.docx）”（不是 Strict）。")


def _without_attached(members: dict[str, bytes], name: str) -> Opened:
    """Word notes on which .dotx a document was based; nobody who gets the report has that file."""
    kept = dict(members)
    targets: list[str] = []
    for part, content in members.items():
        related = part.lower().endswith(_RELATIONS)  # a sign of its type may be written by its number
        if related or (ATTACHED.encode() in content.lower() and is_markup(part, content)):
            root = parse(content)
            found = [one for one in root.iter("{*}attachedTemplate", "{*}Relationship") if _is_attached(one)]
            for element in found:
                element.getparent().remove(element)  # type: ignore[union-attr]
                targets.append(element.get("Target", ""))
            if found:
                kept[part] = etree.tostring(root, encoding="UTF-8", standalone=True)
    files = "、".join(
        dict.fromkeys(re.split(r"[/\\]", unquote(target))[-1][:80] for target in targets if target)
    )
    return Opened(kept, f"模板“{name}”依据的另一个模板“{files}”没有带走，内容不受影响。" if files else "")


def _is_attached(element: etree._Element) -> bool:
    return element.getparent() is not None and element.get("Type", ATTACHED).lower().endswith(ATTACHED)
