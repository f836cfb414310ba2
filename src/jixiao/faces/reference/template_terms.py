"""What a Word template can name: terms with a value of the pack's sample, tables, the scores, the phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jixiao.building import samples
from jixiao.faces.reference.glossary import glossary_of
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Kind
from jixiao.pack.pack import Pack
from jixiao.pipeline import inspect
from jixiao.report.language.context import context_of
from jixiao.report.language.environment import FILTERS, ROWS, TESTS, make_environment
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.scope import TemplateScope
from jixiao.report.language.style import STYLE_FILE, ReportStyle, load_style
from jixiao.report.language.values import numerals_of

# Method of Phrases, or name of Jinja's own, -> what it does, in the words of a template's author.
ABOUT = {
    "amount": "金额带单位",
    "percent": "比率写成百分数，最多两位小数",
    "listing": "把表的各行连成一句：写栏名，可再写金额栏和分隔符号",
    "digits": "只留编码为几位数的行：3 位是类，5 位是款，7 位是项",
    "clause": "去掉文字末尾的标点，用在句子中间",
    "ordinal": "编号，第 1 到 4 级",
    "fixed": "模板里写死的数字，每份报告都照印",
    "unnumbered": "去掉文字前面手工写的编号",
    "date": "日期；没有填的留出手写的位置",
    "merged": "表格里与上面内容相同的单元格合并",
    "count": "表有几行",
    "grouped": "表格里的金额，带千分位；没有填的打印横线",
    "fallback": "没有填的打印（无），或打印括号里写的文字",
    "change": "本年与上年相比：增减额、幅度和原因",
    "against_budget": "决算与预算相比：差额、完成的百分比和原因",
    "share": "占总数的百分比",
    "chart": "写在图表的替换文字里：标题、表、名称栏、一个或几个金额栏",
    "empty": "没有填，或者都是零",
    "unfilled": "没有填；填了零不算",
    "same": "与括号里的名称相同，全角半角、大小写、空格不算不同",
    "abs": "绝对值",
    "default": "名称不存在时用括号里的值",
    "first": "第一行",
    "last": "最后一行",
    "length": "表的行数，或文字的字数",
    "defined": "名称存在",
    "divisibleby": "能被括号里的数整除",
    "even": "是偶数",
    "odd": "是奇数",
    "eq": "等于",
    "ne": "不等于",
    "ge": "大于或等于",
    "gt": "大于",
    "le": "小于或等于",
    "lt": "小于",
    "in": "在括号里的各项之中",
    "undefined": "名称不存在",
}


@dataclass(frozen=True, slots=True)
class NamedTerm:
    """A name that a template can print. `example` is empty where the sample has nothing there."""

    name: str
    label: str
    sheet: str
    cells: str
    kind: str
    unit: str
    filled: str
    example: str


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table or a repeated block: what stands after the dot of a row's name."""

    name: str
    label: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything for the author of a template; `sample` names the workbook the examples are from."""

    pack: str
    sample: str
    terms: tuple[NamedTerm, ...] = ()
    tables: tuple[NamedTable, ...] = ()
    scores: tuple[Phrase, ...] = ()
    filters: tuple[Phrase, ...] = ()
    functions: tuple[Phrase, ...] = ()
    tests: tuple[Phrase, ...] = ()
    flags: tuple[str, ...] = ()


def reference_of(pack: Pack) -> Reference:
    """Raises UnusableInput for a pack that makes no report."""
    style = style_of(pack)
    context, sample = _context(pack, style)
    environment = make_environment(Phrases(style, numerals_of(style, pack.form.units.factors)))
    methods = _methods(style)
    return Reference(
        pack=pack.form.id,
        sample=sample,
        terms=tuple(_terms(pack, style, context)),
        tables=tuple(_tables(pack)),
        scores=tuple(_scores(pack, context)),
        filters=_phrases(environment.filters, methods, FILTERS),
        functions=_phrases(environment.globals, methods, ()),
        tests=_phrases(environment.tests, methods, TESTS),
        flags=tuple(getattr(style.flags, key) for key in style.flags.__struct_fields__),
    )


def style_of(pack: Pack) -> ReportStyle:
    """The words and names of the pack's reports. Raises UnusableInput if it makes none."""
    if not (pack.reports / STYLE_FILE).is_file():
        raise UnusableInput(f"表样“{pack.form.id}”不生成报告，没有 Word 模板。")
    return load_style(pack.reports)


def _context(pack: Pack, style: ReportStyle) -> tuple[TemplateScope, str]:
    """What the template would see of the pack's first sample."""
    for sample in samples():
        if sample.pack == pack.form.id and sample.workbook.exists():
            done = inspect(sample.workbook, pack)
            if done.scorecard is not None:
                return context_of(
                    done.record, done.scorecard, pack, style, draft=done.draft
                ), sample.workbook.name
    return TemplateScope(""), ""


def _terms(pack: Pack, style: ReportStyle, context: TemplateScope) -> Iterator[NamedTerm]:
    for entry in glossary_of(pack):
        amount = pack.vocabulary[entry.term].kind is Kind.AMOUNT
        yield NamedTerm(
            name=entry.term,
            label=entry.label,
            sheet=entry.sheet,
            cells=entry.cells,
            kind=entry.kind,
            unit=style.unit if amount else "",
            filled=entry.filled,
            example=_example(entry.term, context),
        )


def _example(term: str, context: TemplateScope) -> str:
    """The value in the sample; of a column the first that is there."""
    values: list[object] = [context]
    for part in term.split("."):
        values = [value.entries[part] for value in _rows(values) if part in value.entries]
    return next((text for value in values if (text := str(value).strip())), "")


def _rows(values: list[object]) -> Iterator[TemplateScope]:
    for value in values:
        if isinstance(value, TemplateScope):
            yield value
        elif isinstance(value, tuple):
            yield from _rows(list(value))


def _tables(pack: Pack) -> Iterator[NamedTable]:
    for group in pack.groups.values():
        inner = [other.name for other in pack.groups.values() if other.path[:-1] == group.path]
        names = (name.removeprefix(f"{group.name}.") for name in (*group.terms, *inner))
        kind = f"可重复 {group.repeat} 次的一组" if group.repeat else "表"
        yield NamedTable(group.name, kind, tuple(names))


def _scores(pack: Pack, context: TemplateScope) -> Iterator[Phrase]:
    """The names that no cell of the form has: those of the scorecard, with the sample's values."""
    heads = {name.partition(".")[0] for name in (*pack.vocabulary, *pack.groups)}
    for name, value in context.entries.items():
        if name not in heads and isinstance(value, TemplateScope):
            yield from _inside(value, name)


def _inside(scope: TemplateScope, prefix: str) -> Iterator[Phrase]:
    for key, value in scope.entries.items():
        name = f"{prefix}.{key}"
        if isinstance(value, tuple):
            yield Phrase(name, "表，每行有：" + "、".join(value[0].entries if value else ()))
            if value:
                yield from (each for each in _inside(value[0], name) if each.about.startswith("表"))
        else:
            yield Phrase(name, _yes(value) if isinstance(value, bool) else str(value))


def _yes(value: bool) -> str:
    return "是" if value else "否"


def _methods(style: ReportStyle) -> dict[str, str]:
    """Name in a template -> method of Phrases."""
    groups = (style.filters, style.functions, style.tests)
    return {getattr(names, key): key for names in groups for key in names.__struct_fields__}


def _phrases(known: Iterable[str], methods: dict[str, str], own: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Those of the pack first, then Jinja's own."""
    names = sorted((name for name in known if name != ROWS), key=lambda name: name in own)
    return tuple(Phrase(name, ABOUT.get(methods.get(name, name), "")) for name in names)
