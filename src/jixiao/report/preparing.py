"""Template -> Prepared, once per template: docxtpl mends the tags that Word has split, we note what it prints.

The only module that imports docxtpl; a cached Prepared makes that unnecessary.
"""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from jixiao.report.errors import TemplateError
from jixiao.report.places import mark_lines, syntax_error
from jixiao.report.prepared import DOCUMENT, Prepared
from jixiao.report.printed import printed_names
from jixiao.report.properties import CORE, with_custom_part, without_dates
from jixiao.report.wordml import STYLES, heading_levels, parse

FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


def prepare(template: bytes, name: str) -> Prepared:
    """Make a Word template ready. `name` is how messages call it. Raises TemplateError."""
    members = _members(template, name)
    sources = {part: _source(content) for part, content in members.items() if FILLED.fullmatch(part)}
    sources = {part: text for part, text in sources.items() if part == DOCUMENT or _has_tags(text)}
    if CORE in members:
        sources[CORE] = without_dates(members[CORE])
    return Prepared(
        members={part: b"" if part in sources else content for part, content in members.items()},
        sources=sources,
        levels=heading_levels(members.get(STYLES)),
        printed=_printed(sources, name),
    )


def _members(template: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
        if DOCUMENT not in members:
            raise TemplateError(f"报告模板“{name}”不是 Word 文档（.docx）。请用 Word 打开它，另存为 .docx 再试。")
        for part, content in members.items():
            if part.endswith((".xml", ".rels")):
                parse(content)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, RuntimeError) as error:
        raise TemplateError(f"报告模板“{name}”不是 Word 文档（.docx），或文件已损坏。") from error
    return with_custom_part(members)


def _source(content: bytes) -> str:
    from docxtpl import DocxTemplate

    text = etree.tostring(parse(content), encoding="unicode")
    mended: str = DocxTemplate(None).patch_xml(text)
    return mark_lines(mended)


def _has_tags(text: str) -> bool:
    return "{{" in text or "{%" in text


def _printed(sources: dict[str, str], name: str) -> tuple[str, ...]:
    from jinja2 import Environment, TemplateSyntaxError

    names: set[str] = set()
    for part, text in sources.items():
        try:
            names |= printed_names(Environment().parse(text)) if part != CORE else set()  # noqa: S701 - only parsed
        except TemplateSyntaxError as error:
            raise syntax_error(error, text, name) from error
    return tuple(sorted(names))
