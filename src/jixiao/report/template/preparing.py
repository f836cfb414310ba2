"""Template -> Prepared, once per template: docxtpl joins the tags that Word has split, Jinja compiles them.

The only module that imports docxtpl; a cached Prepared makes that unnecessary.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Mapping
from types import CodeType

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from jixiao.archives import packed
from jixiao.report.charts.originals import Original, UnusualParts, taken_out
from jixiao.report.language.environment import ROWS, ReportEnvironment
from jixiao.report.language.marks import NO_MARKS
from jixiao.report.template.allowed_syntax import refused
from jixiao.report.template.error_places import mark_lines, place, syntax_error
from jixiao.report.template.lost_tags import lost_tags, text_of_properties
from jixiao.report.template.opening import open_template
from jixiao.report.template.paragraphs import (
    make_alternative_texts_whole,
    make_whole,
    paragraphs_of,
    with_alternative_texts,
)
from jixiao.report.template.part_marks import (
    LineBreaks,
    has_tags,
    mark_charts,
    mark_headings,
    mark_spots,
    tidied,
    untouched_charts,
)
from jixiao.report.template.prepared import FILLED_LATER, Prepared
from jixiao.report.template.printed_terms import printed_names
from jixiao.report.template.structure import structure_of, untagged
from jixiao.report.template.tag_limits import TagCount
from jixiao.report.template.unfilled_parts import unfilled_tags
from jixiao.report.word.errors import TemplateError
from jixiao.report.word.made_document import with_made_part
from jixiao.report.word.parts import DOCUMENT, STYLES, TEXT_PART
from jixiao.report.word.properties import APP, CORE, with_custom_part, without_dates
from jixiao.report.word.wordml import heading_levels, parse

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# What Jinja and Python raise for nesting or numbers beyond what they can compile.
TOO_MUCH = (RecursionError, SyntaxError, MemoryError, OverflowError, ValueError)


def prepare(template: bytes, name: str, environment: ReportEnvironment) -> Prepared:
    """Make a Word template ready. `name` is how messages call it. Raises TemplateError."""
    opened = open_template(template, name)
    parts = _Parts(with_made_part(with_custom_part(opened.members)), name)
    sources = parts.sources()
    trees = {part: _tree(text, name, environment) for part, text in sources.items()}
    printed = (printed_names(tree) for part, tree in trees.items() if part not in (APP, CORE))
    members, charts = _taken_out(parts)
    return Prepared(
        members={part: FILLED_LATER if part in sources else packed(each) for part, each in members.items()},
        sources=sources,
        codes={part: _code(tree, sources[part], name, environment) for part, tree in trees.items()},
        breaks=tuple(parts.breaks.ways),
        charts=charts,
        printed=tuple(sorted(set().union(*printed))),
        cut=opened.cut,
    )


def _taken_out(parts: _Parts) -> tuple[Mapping[str, bytes], Mapping[str, Original]]:
    try:
        return taken_out(parts.members, parts.charts, parts.other_charts)
    except UnusualParts as error:
        raise TemplateError(
            f"报告模板“{parts.name}”的图表无法读取，请用 Word 打开，另存一份再试。"
        ) from error


class _Parts:
    """The parts of a template on their way to Jinja sources, and what comes to light there."""

    def __init__(self, members: Mapping[str, bytes], name: str) -> None:
        self.members = members
        self.name = name
        self.properties = text_of_properties(members)
        self.levels = heading_levels(members.get(STYLES))
        self.breaks = LineBreaks()
        self.charts: set[str] = set()  # ids of the relations to those that a tag gives data to
        self.other_charts: set[str] = set()  # to all others

    def sources(self) -> dict[str, str]:
        """The document, the other parts with tags and the properties, as Jinja templates."""
        for trouble in unfilled_tags(self.members):
            raise trouble.error(self.name)
        count = TagCount()
        every = {part: self._source(part, count) for part in filter(TEXT_PART.fullmatch, self.members)}
        sources = {part: source for part, source in every.items() if part == DOCUMENT or has_tags(source)}
        if not any(map(has_tags, sources.values())):
            raise untagged(self.name)
        return sources | self._properties()

    def _properties(self) -> dict[str, str]:
        found = {}
        try:
            if CORE in self.members:
                found[CORE] = without_dates(self.members[CORE])
            if APP in self.members:
                found[APP] = self.members[APP].decode("utf-8")
        except UnicodeDecodeError as error:
            raise TemplateError(
                f"报告模板“{self.name}”的文档属性无法读取，请用 Word 打开，另存一份再试。"
            ) from error
        return found

    def _source(self, part: str, count: TagCount) -> str:
        """The part as a template. Raises TemplateError for the first tag that does not stand as it must."""
        from docxtpl import DocxTemplate

        root = parse(self.members[part])
        structure = structure_of(list(with_alternative_texts(root, part)), count)
        for trouble in (*structure.troubles, *lost_tags(root, structure.tags, self.properties)):
            raise trouble.error(self.name)
        for paragraph in paragraphs_of(root, part):
            make_whole(paragraph)
            make_alternative_texts_whole(paragraph)
        root = tidied(parse(NO_MARKS.sub("", etree.tostring(root, encoding="unicode")).encode()))
        if part == DOCUMENT:
            mark_headings(root, self.levels)
            self.charts.update(mark_charts(root))
            self.other_charts = untouched_charts(root)
        mark_spots(root, self.levels if part == DOCUMENT else {}, self.breaks)
        joined: str = DocxTemplate(None).patch_xml(etree.tostring(root, encoding="unicode"))
        return mark_lines(_TAG.sub(lambda tag: tag[0].replace("&amp;", "&"), joined))


def _tree(source: str, name: str, environment: ReportEnvironment) -> nodes.Template:
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        raise syntax_error(error, source, name) from error
    except TOO_MUCH as error:
        raise _too_much(name) from error
    for _, line, reason in refused(tree, environment):
        raise TemplateError(f"{place(source, line, name)}{reason}")
    return tree


def _code(tree: nodes.Template, source: str, name: str, environment: ReportEnvironment) -> bytes:
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, ROWS, [], [], None, None, lineno=loop.lineno)
    try:
        code = environment.compile(tree)
    except TemplateSyntaxError as error:
        raise syntax_error(error, source, name) from error
    except TOO_MUCH as error:
        raise _too_much(name) from error
    assert isinstance(code, CodeType)
    return marshal.dumps(code)


def _too_much(name: str) -> TemplateError:
    return TemplateError(f"报告模板“{name}”里的标记太复杂（嵌套太深或数字太长），请拆开简化。")
