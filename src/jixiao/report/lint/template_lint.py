"""All troubles of a Word template at once, each with its place; `prepare` stops at the first it sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from jixiao.model.term import Vocabulary
from jixiao.pack.pack import Pack
from jixiao.report.language.environment import ReportEnvironment, make_environment
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.style import STYLE_FILE, ReportStyle
from jixiao.report.language.style_file import load_style
from jixiao.report.language.values import numerals_of
from jixiao.report.lint.example import example_context
from jixiao.report.lint.expressions import Expressions
from jixiao.report.lint.single_braces import single_braces
from jixiao.report.lint.unusable_charts import unusable_charts
from jixiao.report.proof.numbers import Figures
from jixiao.report.template.lost_tags import lost_tags, text_of_properties
from jixiao.report.template.opening import open_template
from jixiao.report.template.paragraphs import (
    LocatedTag,
    TemplateParagraph,
    doubled,
    properties_of,
    untagged_charts,
    with_alternative_texts,
)
from jixiao.report.template.printed_terms import printed_names
from jixiao.report.template.structure import structure_of
from jixiao.report.template.tag_limits import TagCount
from jixiao.report.template.tags import TAG
from jixiao.report.template.trouble import Trouble, trouble
from jixiao.report.template.unfilled_parts import unfilled_tags
from jixiao.report.word.errors import TemplateError
from jixiao.report.word.parts import DOCUMENT, TEXT_PART
from jixiao.report.word.properties import APP, CORE
from jixiao.report.word.reading import paragraphs_of as read_paragraphs
from jixiao.report.word.wordml import parse

PROPERTIES = (APP, CORE)
_SAFE = {"for": "{{% for {} in none %}}", "if": "{{% if true %}}", "elif": "{{% elif true %}}"}


@dataclass(frozen=True, slots=True)
class Lint:
    """What is wrong in a template, and which cells that somebody fills it never prints, by sheet."""

    troubles: tuple[Trouble, ...]
    unprinted: Mapping[str, tuple[str, ...]]
    cut: str = ""  # what of the file no report will have


def lint(template: bytes, name: str, pack: Pack) -> Lint:
    """Look through a template of the pack. Raises TemplateError if it is no Word document."""
    if not (pack.reports / STYLE_FILE).is_file():
        raise TemplateError(
            f"“{pack.form.title}”不生成报告，没有 Word 模板。请用 --pack 写明模板用于哪种表样。"
        )
    members, cut = open_template(template, name)
    style = load_style(pack.reports, pack.form.units.factors)
    environment = make_environment(Phrases(style, numerals_of(style, pack.form.units.factors)))
    context = example_context(pack, style)
    troubles = list(unfilled_tags(members))
    count, properties = TagCount(), text_of_properties(members)
    printed: set[str] = set()
    parts = [part for part in members if TEXT_PART.fullmatch(part) or part in PROPERTIES]
    for part in sorted(parts, key=lambda part: (part != DOCUMENT, part)):
        read = properties_of if part in PROPERTIES else with_alternative_texts
        root = parse(members[part])
        structure = structure_of(list(read(root, part)), count)
        structure.troubles += lost_tags(root, structure.tags, properties)
        structure.troubles += single_braces(list(read(root, part)), pack.vocabulary)
        structure.troubles += (
            unusable_charts(members, root, style.functions["chart"]) if part == DOCUMENT else ()
        )
        structure.troubles += map(_untagged, untagged_charts(root, part))
        if part not in PROPERTIES and not structure.troubles:  # a broken tag is no text
            structure.troubles += _typed_figures(root, part, style)
        lines = [_line(located, structure.troubles) for located in structure.tags]
        tree = _tree(lines, structure.tags, environment, structure.troubles)
        found = Expressions(environment, context, _targets(structure.lost)).look_at(tree)
        structure.troubles += [
            trouble(kind, structure.tags[line - 1], message) for kind, line, message in found
        ]
        troubles += sorted(_once(structure.troubles), key=lambda each: each.number)
        printed |= set() if part in PROPERTIES else printed_names(tree)
    return Lint(tuple(troubles), _unprinted(printed, pack.vocabulary), cut)


def _untagged(chart: TemplateParagraph) -> Trouble:
    message = (
        "这张图表没有取数的标记，里面的数不随工作簿变化，会被当作来历不明的数。"
        "请在它的替换文字里写上标记，或删去这张图表。"
    )
    return Trouble("untagged-chart", chart.part, chart.number, chart.text, chart.text, message)


def _typed_figures(root: etree._Element, part: str, style: ReportStyle) -> Iterator[Trouble]:
    """What reading a report back would say of each number that the author has typed."""
    figures = Figures(style.figures)
    for paragraph in read_paragraphs(root, part):
        for number in figures.figures_in(TAG.sub(lambda tag: "\0" * len(tag[0]), paragraph.legible)):
            if paragraph.computed(number.start) or doubled(paragraph.element):
                continue
            fixed = f'{{{{ "{number.text}"|{style.filters["fixed"]} }}}}'
            message = f"“{number.text}”是写死的数，不从工作簿取。请换成名称；每份报告都不变的，写成 {fixed}。"
            yield Trouble("typed-figure", part, paragraph.number + 1, paragraph.text, number.text, message)


def _targets(lost: list[LocatedTag]) -> frozenset[str]:
    """The names for rows in loops without end: what they stand for is nowhere to be seen."""
    words = [begin.tag.inner.split() for begin in lost]
    return frozenset(("loop", *(pieces[1] for pieces in words if len(pieces) > 1)) if lost else ())


def _line(located: LocatedTag, troubles: list[Trouble]) -> str:
    """The tag in a line of its own; one that cannot be understood is told and made harmless."""
    tag = located.tag
    text = tag.plain.replace("\n", " ")
    complaint = _complaint(_complete(tag.keyword, text))
    if not complaint:
        return text
    troubles.append(trouble("syntax", located, complaint))
    target = tag.inner.split()[1] if tag.keyword == "for" and len(tag.inner.split()) > 1 else "_"
    return _SAFE.get(tag.keyword, "").format(target if target.isidentifier() else "_")


@lru_cache(maxsize=4096)  # templates say the same time and again
def _complaint(text: str) -> str:
    """What nobody can understand in a tag; empty if all can be."""
    try:
        ReportEnvironment().parse(text)
    except TemplateSyntaxError as error:
        return _stumbled(error)
    except (RecursionError, ValueError):
        return "写法太复杂，请拆成几个标记。"
    return ""


def _complete(keyword: str, text: str) -> str:
    """The tag as a template that can be read alone."""
    match keyword:
        case "for" | "if":
            return f"{text}{{% end{keyword} %}}"
        case "elif":
            return f"{{% if true %}}{text}{{% endif %}}"
        case "else":
            return f"{{% if true %}}{text}{{% endif %}}"
        case "endfor":
            return f"{{% for _ in none %}}{text}"
        case "endif":
            return f"{{% if true %}}{text}"
    return text


def _tree(
    lines: list[str], tags: list[LocatedTag], environment: ReportEnvironment, troubles: list[Trouble]
) -> nodes.Template:
    try:
        return environment.parse("\n".join(lines))
    except TemplateSyntaxError as error:
        troubles.append(trouble("syntax", tags[min(error.lineno, len(tags)) - 1], _stumbled(error)))
    except RecursionError:
        troubles.append(trouble("too-deep", tags[0], "循环和条件套得太深，请减少层数。"))
    return nodes.Template([], lineno=1)


def _stumbled(error: TemplateSyntaxError) -> str:
    """Jinja's complaint in words for an accountant: which sign it stumbled over."""
    complaint = error.message or ""
    sign = (
        complaint.rpartition("got '")[2].partition("'")[0]
        if "got '" in complaint
        else complaint.partition("'")[2].partition("'")[0]
    )
    if "end of " in sign or "end of template" in complaint or not sign:
        return "写法有误：没有写完，请检查括号和引号是否成对。"
    return f"写法有误：到“{sign}”这里看不懂，请检查括号、引号、竖线和逗号。"


def _once(troubles: Iterable[Trouble]) -> list[Trouble]:
    return list(dict.fromkeys(troubles))


def _unprinted(printed: set[str], vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Terms of cells that somebody fills, by sheet."""
    hidden: dict[str, list[str]] = {}
    for name, term in vocabulary.items():
        if name not in printed and not term.formula and not term.given:
            hidden.setdefault(term.sheet, []).append(name)
    return {sheet: tuple(names) for sheet, names in hidden.items()}
