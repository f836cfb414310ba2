"""The rule catalogue as a Markdown page of the documentation, in Chinese; `jixiao build` writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from jixiao.faces.reference.glossary import Entry, glossary_of
from jixiao.faces.reference.rules import Catalogue, Rule, catalogue_of, reach
from jixiao.model.figures import plain
from jixiao.pack.check import Example
from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.pack import Pack
from jixiao.pack.reasons import OUTCOMES

_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\|*_<>`~[]"})

HOW_TO_READ = (
    "- **名称**：像 `{term}` 这样用点连起来的词，既是工作簿里单元格的名称，也是关系里的变量"
    "和 Word 模板里的标记。每个名称的单元格见[名称表](#名称表)。",
    "- **级别**：错误（逻辑性）必须相符；警告（核实性）应相符，不符的要写审核说明；提示只作提醒。",
    "- **尾差**：每个数代表它前后各半个末位的区间，区间碰得到一起就不算不平，只列为尾差。"
    "下面的“允许尾差”以工作簿的金额单位计，按每个数都不为零算；为零的数不带误差。"
    "位数填得更多的数更精确，允许的尾差也更小。",
    "- **未检查**：一条关系的单元格全都空着，或者“适用条件”不成立，就不检查，也不算通过。"
    "空着的单元格在其他情况下按零核对；报告和评分不把它当作零。",
    "- 例子里的金额单位是{unit}，没有列出的单元格空着；一格里用顿号隔开的是表格的各行。",
)


def page_name(pack: str) -> str:
    """The file name of a pack's page under docs/."""
    return f"rules-{pack}.zh-CN.md"


def page_of(pack: Pack) -> str:
    """The whole page: how to read it, the checks, the indicator frameworks, the terms."""
    catalogue = catalogue_of(pack)
    example = {"term": pack.checks[0].relation.terms[0], "unit": catalogue.unit}
    lines = [
        *_head(catalogue),
        *("", "## 怎样读", ""),
        *(line.format(**example) for line in HOW_TO_READ),
        *("", *_rules(catalogue)),
        *_frameworks(catalogue),
        *_codes(catalogue),
        *_glossary(glossary_of(pack)),
    ]
    return "\n".join(lines) + "\n"


def _head(catalogue: Catalogue) -> Iterator[str]:
    yield f"# 规则目录：{catalogue.title}"
    yield ""
    yield (
        f"表样 `{catalogue.pack}`（第 {catalogue.version} 版）的核对规则、评价指标和名称。"
        "本页由 `jixiao build` 从表样的数据生成，请改数据，不要改本页。"
    )
    yield ""
    yield f"- [核对规则](#核对规则)（{len(catalogue.rules)} 条）"
    for section in catalogue.sections:
        yield f"  - [{section.title}](#{_slug(section.title)})（{len(section.rules)} 条）"
    if catalogue.frameworks:
        yield "- [评价指标体系](#评价指标体系)"
    if catalogue.codes:
        yield "- [代码表](#代码表)"
    yield "- [名称表](#名称表)"


def _rules(catalogue: Catalogue) -> Iterator[str]:
    yield "## 核对规则"
    for section in catalogue.sections:
        yield from ("", f"### {section.title}")
        if section.note:
            yield from ("", section.note)
        for rule in section.rules:
            yield from ("", *_rule(rule))


def _rule(rule: Rule) -> Iterator[str]:
    yield f"#### {rule.id} {_text(rule.title)}"
    yield ""
    yield f"- 关系：`{rule.relation}`"
    yield f"- 即：{_text(rule.reading)}"
    if rule.applies:
        conditions = "，并且 ".join(f"`{condition}`" for condition in rule.applies)
        yield f"- 适用条件：{conditions}，即 {_text(rule.applies_reading)}"
    where = "、".join(rule.sheets)
    yield f"- 所在的表：{_text(where)}{f'；逐一核对：{_text(rule.each)}' if rule.each else ''}"
    yield f"- 级别：{rule.weight}；允许尾差：{rule.tolerance}"
    yield f"- 依据：{_text(rule.document)}：{_text(rule.clause)}"
    if rule.mend:
        yield f"- 怎样办：{_text(rule.mend)}"
    if rule.examples:
        yield ""
        yield from _examples(rule)


def _examples(rule: Rule) -> Iterator[str]:
    terms = list(dict.fromkeys(term for example in rule.examples for term in example.given))
    yield from _table(
        ["例", *(f"`{term}`" for term in terms), "结果"],
        (
            [str(number), *(_given(example, term) for term in terms), OUTCOMES[example.outcome]]
            for number, example in enumerate(rule.examples, 1)
        ),
    )


def _given(example: Example, term: str) -> str:
    value = example.given.get(term, "")
    return _text("、".join(value) if isinstance(value, list) else value)


def _frameworks(catalogue: Catalogue) -> Iterator[str]:
    if not catalogue.frameworks:
        return
    yield from ("", "## 评价指标体系")
    printed: dict[str, str] = {}
    for framework in catalogue.frameworks:
        yield from _framework(framework, printed)
        printed |= {indicator.id: framework.name for indicator in framework.indicators}


def _framework(framework: Framework, printed: dict[str, str]) -> Iterator[str]:
    """Indicators that another framework on the page has too are not printed twice."""
    yield from ("", f"### {framework.name}", "")
    yield f"- 满分：{plain(framework.total)} 分；等级：{_grades(framework)}"
    yield f"- 依据：{_text(framework.basis.document)}：{_text(framework.basis.clause)}"
    own = [indicator for indicator in framework.indicators if indicator.id not in printed]
    shared = [indicator.id for indicator in framework.indicators if indicator.id in printed]
    if shared:
        yield f"- 与上面的体系相同、不再重复的指标：{'、'.join(shared)}"
    for (level1, level2), group in groupby(own, lambda each: (each.level1, each.level2)):
        weight = next(level.parts[level2] for level in framework.levels if level.name == level1)
        yield from ("", f"**{level1} / {level2}**（{plain(weight)} 分）", "")
        yield from _table(["编号", "指标", "分值", "评分标准", "指标值", "依据"], map(_indicator, group))


def _grades(framework: Framework) -> str:
    return "，".join(f"{grade.name} {plain(grade.lowest)} 分以上" for grade in framework.grades)


def _indicator(indicator: Indicator) -> list[str]:
    measure = [_text(indicator.formula)] if indicator.formula else []
    measure += [f"`{indicator.measure}`"] if indicator.measure else []
    measure += [f"`{special.when}` 时按“{_text(special.says)}”" for special in indicator.special]
    return [
        indicator.id,
        _text(indicator.name),
        plain(indicator.max_score),
        _text(indicator.guidance),
        "<br>".join(measure),
        f"{_text(indicator.basis.document)}：{_text(indicator.basis.clause)}",
    ]


def _codes(catalogue: Catalogue) -> Iterator[str]:
    if not catalogue.codes:
        return
    yield from ("", "## 代码表", "")
    yield (
        "科目编码和名称对照下面的代码表核对。每个科目有起止日期：在这期间名称不同是错误，在其他年度只作警告；"
        "凭业务知识录入、待核对的科目，名称不同只作提示；只差“支出”二字的也是。"
        "代码表没有的编码，只在收全了这一级的地方算查出问题，其他合成一条提示；请以当年《政府收支分类科目》为准，"
        "并可登记在“自有科目”表。"
    )
    yield ""
    yield from (
        f"- {_text(codes.title)}（{reach(codes)}）：{_text(codes.source)}" for codes in catalogue.codes
    )


def _glossary(entries: Iterable[Entry]) -> Iterator[str]:
    yield from ("", "## 名称表", "")
    yield "单元格按新建的工作簿（默认的指标体系）列出；一列的名称指该列的全部行。"
    for sheet, group in groupby(entries, lambda entry: entry.sheet):
        yield from ("", f"### {sheet}（名称）", "")
        yield from _table(["名称", "标签", "单元格", "类型", "怎样填"], map(_row, group))


def _row(entry: Entry) -> list[str]:
    filled = f"计算：`{entry.formula}`" if entry.formula else entry.filled
    if entry.otherwise:
        filled += f"；空着时依次取 {'、'.join(f'`{text}`' for text in entry.otherwise)}"
    return [f"`{entry.term}`", _text(entry.label), _text(entry.cells), entry.kind, filled]


def _table(header: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{' --- |' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _text(text: str) -> str:
    """Text that Markdown must take as it is."""
    return text.translate(_ESCAPED).replace("\n", " ")


def _slug(title: str) -> str:
    """The anchor that GitHub gives a heading."""
    return "".join(sign for sign in title.lower().replace(" ", "-") if sign.isalnum() or sign in "-_")
