"""Phrases for tables: figures of one style in a column, and some of the rows. Part of `Phrases`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jixiao.model.fact import Kind
from jixiao.relation.texts import same_text
from jixiao.report.language.phrase import PhraseUse, phrase
from jixiao.report.language.scope import TemplateScope
from jixiao.report.language.style import ReportStyle
from jixiao.report.language.texts import ComposedText
from jixiao.report.language.values import Figure


class Tabular:
    """What stands below each other is written alike."""

    style: ReportStyle

    @phrase(PhraseUse.FILTER, "表格里的金额：小数位数一致；没有填的打印横线")
    def grouped(self, value: Figure) -> str:
        """An amount as it stands in a table: with the decimals of the others, a dash if it is blank."""
        if value.blanks:
            return self.style.no_value
        return ComposedText(replace(value, numerals=value.numerals.in_tables))

    @phrase(PhraseUse.FILTER, "表格里的比率：百分数，都是两位小数；没有填的打印横线")
    def rate(self, value: Figure) -> str:
        """A rate as it stands in a table: in per cent with two decimals, a dash if it is blank."""
        if value.blanks:
            return self.style.no_value
        even = replace(value.numerals, even_rates=value.numerals.style != "strip")
        return ComposedText(replace(value, kind=Kind.PERCENT, numerals=even))

    @phrase(PhraseUse.FILTER, "填的值接计量单位；值里已经写了单位的不重复，没有填的打印横线")
    def measured(self, value: str, unit: str) -> str:
        """What somebody typed, with the unit of its row behind it: not twice, and none behind a blank."""
        typed = same_text(value)
        if not typed:
            return self.style.no_value
        return value if typed.endswith(same_text(unit)) else ComposedText(value, unit)

    @phrase(PhraseUse.FILTER, '只留某一栏写着这些词之一的行：写栏名，再在方括号里写词；空着的是 ""')
    def only(self, rows: Sequence[TemplateScope], column: str, words: Sequence[str]) -> list[TemplateScope]:
        """The rows with one of the words in a column; "" is for those where nothing stands."""
        wanted = {same_text(word) for word in words}
        return [row for row in rows if same_text(str(row.get(column))) in wanted]
