"""Template -> Prepared, once per template: docxtpl mends the tags that Word has split, Jinja compiles them.

The only module that imports docxtpl; a cached Prepared makes that unnecessary.
"""

from __future__ import annotations

import io
import marshal
import re
import zipfile
from types import CodeType

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from jixiao.model.term import nearest
from jixiao.report.environment import ReportEnvironment
from jixiao.report.errors import TemplateError
from jixiao.report.places import mark_lines, place, syntax_error
from jixiao.report.prepared import DOCUMENT, Prepared
from jixiao.report.printed import printed_names
from jixiao.report.properties import CORE, with_custom_part, without_dates
from jixiao.report.wordml import STYLES, heading_levels, parse

FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
DAMAGED = (zipfile.BadZipFile, etree.XMLSyntaxError, EOFError, NotImplementedError, RuntimeError)


def prepare(template: bytes, name: str, environment: ReportEnvironment) -> Prepared:
    """Make a Word template ready. `name` is how messages call it. Raises TemplateError."""
    members = _members(template, name)
    sources = {part: _source(content) for part, content in members.items() if FILLED.fullmatch(part)}
    sources = {part: text for part, text in sources.items() if part == DOCUMENT or _has_tags(text)}
    if CORE in members:
        sources[CORE] = without_dates(members[CORE])
    trees = {part: _tree(text, name, environment) for part, text in sources.items()}
    printed = (printed_names(tree) for part, tree in trees.items() if part != CORE)
    return Prepared(
        members={part: b"" if part in sources else content for part, content in members.items()},
        sources=sources,
        codes={part: _code(tree, sources[part], name, environment) for part, tree in trees.items()},
        levels=heading_levels(members.get(STYLES)),
        printed=tuple(sorted(set().union(*printed))),
    )


def _members(template: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
        for part, content in members.items():
            if part.endswith((".xml", ".rels")):
                parse(content)
    except DAMAGED as error:
        raise TemplateError(f"报告模板“{name}”不是 Word 文档（.docx），或文件已损坏。") from error
    if DOCUMENT not in members:
        raise TemplateError(f"报告模板“{name}”不是 Word 文档（.docx）。请用 Word 打开，另存为 .docx 再试。")
    return with_custom_part(members)


def _source(content: bytes) -> str:
    from docxtpl import DocxTemplate

    text = etree.tostring(parse(content), encoding="unicode")
    mended: str = DocxTemplate(None).patch_xml(text)
    return mark_lines(mended)


def _has_tags(text: str) -> bool:
    return "{{" in text or "{%" in text


def _tree(source: str, name: str, environment: ReportEnvironment) -> nodes.Template:
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        raise syntax_error(error, source, name) from error
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known = environment.filters if isinstance(node, nodes.Filter) else environment.tests
        if node.name not in known:
            guess = nearest(node.name, known)
            hint = f"，是不是“{guess}”？" if guess else "。"
            raise TemplateError(f"{place(source, node.lineno, name)}没有“{node.name}”这个写法{hint}")
    return tree


def _code(tree: nodes.Template, source: str, name: str, environment: ReportEnvironment) -> bytes:
    try:
        code = environment.compile(tree)
    except TemplateSyntaxError as error:
        raise syntax_error(error, source, name) from error
    assert isinstance(code, CodeType)
    return marshal.dumps(code)
