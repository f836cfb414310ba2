"""Phrases for template authors: filters, functions and tests, under the names that report.toml gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from jixiao.model.fact import Fact, Kind
from jixiao.model.figures import percent
from jixiao.relation.texts import same_text
from jixiao.report.language.chart_data import chart_data
from jixiao.report.language.derived import Derived
from jixiao.report.language.marks import MERGE
from jixiao.report.language.parts import Parts
from jixiao.report.language.phrase import PhraseUse, phrase
from jixiao.report.language.scope import TemplateScope, leaves
from jixiao.report.language.style import ReportStyle
from jixiao.report.language.tables import Tabular
from jixiao.report.language.texts import (
    ComposedText,
    Counted,
    FixedText,
    SourcedText,
    in_quotes,
    trimmed,
    without,
)
from jixiao.report.language.values import Day, Figure, Numerals, Numeric, added_up, number_of
from jixiao.report.word.errors import BadExpression

Rows = Sequence[TemplateScope]

ROWS = "填了几行"


class Phrases(Parts, Tabular):
    """Everything a template can do with a value; each method's docstring is for the template's author."""

    def __init__(self, style: ReportStyle, numerals: Numerals) -> None:
        self.style = style
        self.numerals = numerals

    # filters

    @phrase(PhraseUse.FILTER, "金额带单位")
    def amount(self, value: Figure) -> str:
        """An amount with its unit: 346.08万元."""
        return ComposedText(value, self.numerals.unit)

    @phrase(PhraseUse.FILTER, "比率写成百分数，最多两位小数")
    def percent(self, value: Numeric) -> str:
        """A ratio in per cent, at most two decimals: 106.96%."""
        if isinstance(value, Figure):
            return ComposedText(replace(value, kind=Kind.PERCENT))
        return percent(number_of(value))

    @phrase(PhraseUse.FILTER, "把表的各行连成一句：写栏名，可再写金额栏和分隔符号；金额为零的行不写")
    def listing(self, rows: Rows, name: str, figure: str = "", separator: str = "") -> str:
        """The rows one after the other: each name with its figure, zeros left out, or the names alone."""
        if not figure:
            return _joined(separator or self.style.listing.names, [(row.get(name),) for row in rows])
        told = [row for row in rows if not _zero(row.get(figure))]
        if rows and not told:
            return self.style.listing.zero
        items = [(row.get(name), self._with_unit(row.get(figure))) for row in told]
        return _joined(separator or self.style.listing.figures, items)

    @phrase(PhraseUse.FILTER, "加引号；文字里面已有的双引号改成单引号")
    def quoted(self, text: str) -> str:
        """In quotation marks; those inside become single ones: “‘三公经费’控制率”."""
        return in_quotes(text)

    @phrase(PhraseUse.FILTER, "只留编码为几位数的行：3 位是类，5 位是款，7 位是项")
    def digits(self, rows: Rows, column: str, count: int) -> list[TemplateScope]:
        """The rows whose code has that many digits: 3 is 类, 5 is 款, 7 is 项."""
        return [row for row in rows if len(str(row.get(column))) == count]

    @phrase(PhraseUse.FILTER, "金额最大的几行，其余的合成一行：写名称栏、金额栏和行数")
    def leading(self, rows: Rows, name: str, figure: str, count: int) -> list[TemplateScope]:
        """The rows with the greatest figures, in their order, and one that adds up the others, if several."""
        by_size = sorted(range(len(rows)), key=lambda nth: _figure(rows[nth], figure).number, reverse=True)
        others = sorted(by_size[count:])
        if len(others) < 2:
            return list(rows)
        total = added_up([_figure(rows[nth], figure) for nth in others])
        rest = TemplateScope(rows[0].name, {name: self.style.listing.others, figure: total})
        return [*(rows[nth] for nth in sorted(by_size[:count])), rest]

    @phrase(PhraseUse.FILTER, "只留这个总数的科目，各行加起来正好是总数时；不然一行也不留")
    def portion(self, rows: Rows, column: str, figure: str, whole: Figure) -> list[TemplateScope]:
        """The rows with the codes that the style lists for a figure, if they come to it; else none.

        A code tells which budget a row belongs to only where nothing is missing and nothing too much.
        """
        term = whole.fact.term if whole.fact else ""
        if term not in self.style.codes_of:
            raise BadExpression("report.toml 的 codes_of 里没有写这个总数由哪些科目组成")
        found = [row for row in rows if str(row.get(column)) in self.style.codes_of[term] and row.get(figure)]
        return found if not whole.instead and self.total(found, figure) == whole else []

    @phrase(PhraseUse.FILTER, "一栏金额各行相加；有一行没有填，就没有合计")
    def total(self, rows: Rows, column: str) -> Figure:
        """A column of figures added up; it is blank where one of them is."""
        figures = [_figure(row, column) for row in rows]
        return added_up(figures) if figures else Figure(Decimal(0), Kind.AMOUNT, self.numerals)

    @phrase(PhraseUse.FILTER, "去掉文字开头的“用于”和末尾的标点，用在句子中间")
    def clause(self, text: str) -> str:
        """Text without the 用于 that the sentence itself says, and without the punctuation at its end."""
        return without(self.style.typed_purpose, trimmed(text, self.style.sentence_ends))

    @phrase(PhraseUse.FILTER, "编号，第 1 到 4 级")
    def ordinal(self, number: int, level: int = 3) -> str:
        """The number of an item: 一、 （一） 1. （1） by level 1 to 4."""
        if not 1 <= level <= len(self.style.headings):
            raise BadExpression(f"编号只有第1到第{len(self.style.headings)}级")
        numeral = chinese_numeral(number, self.style.numerals)
        return FixedText(self.style.headings[level - 1].format(numeral=numeral, number=number))

    @phrase(PhraseUse.FILTER, "去掉文字前面手工写的编号")
    def unnumbered(self, text: str) -> str:
        """Text without a number that somebody typed in front of it."""
        return without(self.style.typed_number, text)

    @phrase(PhraseUse.FILTER, "模板里写死的数字，每份报告都照印")
    def fixed(self, text: object) -> str:
        """Digits that the template's author means to stand there in every report: {{ "12345"|固定 }}."""
        return FixedText(text)

    @phrase(PhraseUse.FILTER, "日期；没有填的留出手写的位置")
    def date(self, value: Day | str) -> Day | str:
        """A date, or the space to write one by hand if none is given."""
        return value if str(value) else self.style.blank_date

    @phrase(PhraseUse.FILTER, "表格里与上面内容相同的单元格合并")
    def merged(self, value: object) -> str:
        """For a table cell: merge it with the cell above if both say the same."""
        return ComposedText(MERGE, value)

    @phrase(PhraseUse.FILTER, "表有几行")
    def count(self, rows: Rows) -> int:
        """How many rows there are."""
        facts = tuple(fact for row in rows if (fact := _first_fact(row)) is not None)
        return Counted(len(rows), Derived(ROWS, facts=facts, term=rows[0].name if rows else ""))

    @phrase(PhraseUse.FILTER, "没有填的打印（无），或打印括号里写的文字")
    def fallback(self, value: object, instead: str = "") -> object:
        """The value, or （无） (or what is given instead) if nobody has filled it in."""
        return (instead or self.style.nothing) if self.unfilled(value) else value

    @phrase(PhraseUse.FILTER, "没有可写的内容时：填了零、选了“无”的打印（无），空着的打印（未填）")
    def lacking(self, value: object) -> str:
        """What a section says that has nothing to tell: a blank is not the same as none."""
        return self.style.unfilled if self.unfilled(value) else self.style.nothing

    # functions; those that compare two figures are in `comparisons`

    @phrase(PhraseUse.FUNCTION, "写在图表的替换文字里：标题、表、名称栏、一个或几个金额栏")
    def chart(self, title: str, rows: Rows, name: str, *figures: str) -> str:
        """In a chart's alternative text: the rows are its categories, each column of figures a series."""
        wanted = self.style.charts and title not in self.style.charts_off
        return chart_data(title, rows if wanted else (), name, figures)

    # tests

    @phrase(PhraseUse.TEST, "没有填，或者都是零")
    def empty(self, value: object) -> bool:
        """True if there is nothing to tell: nothing filled in, or only zeros."""
        return not any(leaf or _unreadable(leaf) for leaf in leaves(value))

    @phrase(PhraseUse.TEST, "没有填；填了零不算")
    def unfilled(self, value: object) -> bool:
        """True if nobody has typed anything; a zero is something."""
        return all(_blank(leaf) for leaf in leaves(value))

    @phrase(PhraseUse.TEST, "只写了“无”“没有”这样的字")
    def none_typed(self, value: object) -> bool:
        """True of a text that says only that there is nothing to tell."""
        return re.fullmatch(self.style.typed_none, str(value)) is not None

    @phrase(PhraseUse.TEST, "与括号里的名称相同，全角半角、大小写、空格不算不同")
    def same(self, value: str, other: str) -> bool:
        """True if both say the same, as the checks compare: width, case and blanks make no difference."""
        return same_text(value) == same_text(other)

    def _with_unit(self, value: object) -> str:
        is_amount = isinstance(value, Figure) and value.kind is Kind.AMOUNT
        return self.amount(value) if is_amount else ComposedText(value)  # type: ignore[arg-type]


def chinese_numeral(number: int, numerals: str) -> str:
    """1 to 99 in Chinese, by the eleven characters from zero to ten; digits beyond."""
    if not 0 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if tens == 0:
        return numerals[ones]
    return (numerals[tens] if tens > 1 else "") + numerals[10] + (numerals[ones] if ones else "")


def _zero(value: object) -> bool:
    return isinstance(value, Figure) and not value and not value.instead


def _joined(separator: str, items: Sequence[tuple[object, ...]]) -> str:
    """The items one after the other, with the separator between."""
    pieces = [piece for item in items for piece in (separator, *item)]
    return ComposedText(*pieces[1:])


def _figure(row: TemplateScope, column: str) -> Figure:
    value = row.get(column)
    if not isinstance(value, Figure):
        raise BadExpression(f"“{column}”不是数，不能比大小，也不能相加")
    return value


def _first_fact(row: TemplateScope) -> Fact | None:
    """The first cell of a row in which something stands."""
    for value in leaves(row):
        fact = value.source if isinstance(value, SourcedText) else getattr(value, "fact", None)
        if isinstance(fact, Fact) and fact.filled:
            return fact
    return None


def _unreadable(value: object) -> bool:
    return isinstance(value, Figure) and value.fact is not None and not value.fact.state.readable


def _blank(value: object) -> bool:
    if isinstance(value, Figure):
        return bool(value.blanks)
    return not value
