"""The finished report read back: each figure in it must be one that a tag has printed, unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, partial

import msgspec

from jixiao.model.fact import Fact, Kind, Record
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.report.language.derived import PRODUCT, QUOTIENT
from jixiao.report.language.style import ReportStyle
from jixiao.report.language.texts import HAS_DIGIT, SourcedText
from jixiao.report.language.values import Figure, Numerals
from jixiao.report.proof.numbers import Figures, TextNumber, numbers_of
from jixiao.report.proof.occurrences import Occurrence
from jixiao.report.proof.origins import origin_of
from jixiao.report.word.reading import Paragraph, read_document

FROM_NOWHERE = "REPORT-01"  # a figure that no tag has printed
CHANGED = "REPORT-02"  # a figure that reads otherwise than its cell
NOT_ARRIVED = "REPORT-03"  # something printed that does not stand in the file as it was printed
MOST_FROM_NOWHERE = 30  # findings; a template with more is no template of this tool
_YEAR_BEHIND = 2  # characters by which a number is known for a year
AROUND = 14  # characters of the sentence on each side of a figure


class ReadBack(msgspec.Struct, frozen=True, dict=True):
    """What a report is compared with."""

    style: ReportStyle
    numerals: Numerals
    record: Record
    figures: Figures

    @classmethod
    def of(cls, style: ReportStyle, numerals: Numerals, record: Record) -> ReadBack:
        return cls(style, numerals, record, Figures(style.figures))

    def findings(self, content: bytes, printed: Iterable[Occurrence]) -> tuple[Finding, ...]:
        """Read the file and compare it with what was put in; nothing to say if all agrees."""
        places: dict[tuple[str, int], list[Occurrence]] = {}
        for occurrence in printed:
            places.setdefault((occurrence.part, occurrence.paragraph), []).append(occurrence)
        found: list[Finding] = []
        for paragraph in read_document(content, "报告").paragraphs:
            here = places.pop((paragraph.part, paragraph.number), [])
            if not here and (paragraph.title or not HAS_DIGIT.search(paragraph.text)):
                continue
            found += self._arrived(paragraph, here)
            found += self._numbers(paragraph, here)
        found += [_not_arrived(lost) for rest in places.values() for lost in rest]
        return tuple(_bounded(found))

    def _arrived(self, paragraph: Paragraph, here: list[Occurrence]) -> Iterator[Finding]:
        for occurrence in here:
            if paragraph.text[occurrence.start : occurrence.end] != occurrence.text:
                yield _not_arrived(occurrence)

    def _numbers(self, paragraph: Paragraph, here: list[Occurrence]) -> Iterator[Finding]:
        others: list[tuple[int, int]] | None = None
        for number in map(partial(_behind_a_name, self.figures, paragraph.text, here), numbers_of(paragraph)):
            around = [each for each in here if number.touches(each.start, each.end)]
            if paragraph.computed(number.start):
                continue
            if around:
                yield from self._printed(number, around, paragraph.text)
                continue
            others = self.figures.others(paragraph.text) if others is None else others
            if not any(number.touches(*other) for other in others):
                yield self._from_nowhere(number, paragraph)

    def _printed(self, number: TextNumber, around: list[Occurrence], text: str) -> Iterator[Finding]:
        """A number in which a tag has had a part: does it say what the tag has printed, and no more?"""
        first = around[0]
        figure = _figure(first.value)
        whole = len(around) == 1 and first.start <= number.start and number.end <= first.end
        if not whole and not (number.rate and _with_sign_behind(number, first, figure)):
            yield _changed(number, first, text)
        elif figure is not None and whole:
            yield from self._worth(number, figure, first, text)

    def _worth(self, number: TextNumber, figure: Figure, printed: Occurrence, text: str) -> Iterator[Finding]:
        unit = self.figures.unit_at(text, number.end) if figure.kind is Kind.AMOUNT else ""
        wrong_unit = unit not in ("", self.numerals.unit) and not _converted(figure)
        if wrong_unit or not self._same(number, figure):
            yield _changed(number, printed, text, unit if wrong_unit else "", self.numerals.unit)
        elif figure.altered:
            yield _typed(number, printed, text)

    def _same(self, number: TextNumber, figure: Figure) -> bool:
        """True if the digits are those of the value, rounded to as many as are shown."""
        value = figure.number / self.numerals.factor if figure.kind is Kind.AMOUNT else figure.number
        step = Decimal(1).scaleb(min(0, int(number.value.as_tuple().exponent)))
        return abs(number.value - value) <= step / 2

    def _from_nowhere(self, number: TextNumber, paragraph: Paragraph) -> Finding:
        fact = None if paragraph.chart else self.facts.get(number.value)
        hint = f"工作簿里“{fact.label}”{_at(fact)}正好是这个数。" if fact else ""
        place = "报告的图表" if paragraph.chart else "报告"
        message = f"{place}中“{_around(paragraph.text, number)}”里的“{number.text}”不是从工作簿取的数。{hint}"
        advice = self._advice_on_chart() if paragraph.chart else self._advice(number, fact)
        return _finding(FROM_NOWHERE, number.text, message, advice)

    def _advice(self, number: TextNumber, fact: Fact | None) -> str:
        tag = f"，例如 {{{{ {fact.term} }}}}" if fact and fact.term in self.record.fields else ""
        fixed = f'{{{{ "{number.text}"|{self.style.filters["fixed"]} }}}}'
        return f"请在报告模板里把它换成名称{tag}；每份报告都不变的数，写成 {fixed}。"

    def _advice_on_chart(self) -> str:
        tag = f'{{{{ {self.style.functions["chart"]}("标题", 表名, "类别列", "数列") }}}}'
        return f"请在报告模板里这张图表的替换文字里写上取数的标记，例如 {tag}，或删去这张图表。"

    @cached_property
    def facts(self) -> Mapping[Decimal, Fact]:
        """By what a report says of them; the first of equal ones."""
        return _by_value(self.record, self.numerals)


def _by_value(record: Record, numerals: Numerals) -> dict[Decimal, Fact]:
    facts: dict[Decimal, Fact] = {}
    for fact in record.walk():
        if fact.filled and fact.kind.numeric and fact.kind is not Kind.YEAR:
            facts.setdefault(fact.number / numerals.factor if fact.kind is Kind.AMOUNT else fact.number, fact)
    return facts


def _bounded(found: list[Finding]) -> Iterator[Finding]:
    """The findings; of figures from nowhere the first ones, and a last one that says how many there are."""
    number = 0
    for finding in found:
        number += finding.id == FROM_NOWHERE
        if finding.id != FROM_NOWHERE or number <= MOST_FROM_NOWHERE:
            yield finding
    if number > MOST_FROM_NOWHERE:
        message = f"不是从工作簿取的数共 {number} 处，这里只列出前 {MOST_FROM_NOWHERE} 处。"
        yield _finding(FROM_NOWHERE, f"……等 {number} 处", message, "请先改正列出的各处，再生成一次报告。")


def _behind_a_name(figures: Figures, text: str, here: Sequence[Occurrence], number: TextNumber) -> TextNumber:
    """The year alone where a name that ends in digits is printed before it: 某急救中心120 and 2022年.

    Any other number that the digits of a name run into reads otherwise than it was printed.
    """
    ends = [each.end for each in here if _figure(each.value) is None and each.start < number.start < each.end]
    if not ends or ends[-1] >= number.end or len(number.text) != number.end - number.start:
        return number
    rest = TextNumber(ends[-1], number.end, number.text[ends[-1] - number.start :])
    years = figures.others(text[rest.start : rest.end + _YEAR_BEHIND])
    return rest if any(start == 0 and len(rest.text) < end for start, end in years) else number


def _figure(value: object) -> Figure | None:
    source = value.source if isinstance(value, SourcedText) else value
    return source if isinstance(source, Figure) else None


def _with_sign_behind(number: TextNumber, printed: Occurrence, figure: Figure | None) -> bool:
    """True for a score, or for what people typed as text, with a per cent sign of the template or of the
    cell that holds the unit behind it.
    """
    typed = figure is None or figure.kind is Kind.NUMBER
    return typed and printed.text.endswith(number.text[:-1].strip()) and printed.start <= number.start


def _converted(figure: Figure) -> bool:
    """True if the template has divided or multiplied it: its unit is the author's business."""
    derived = figure.derived
    return derived is not None and derived.working in (PRODUCT, QUOTIENT)


def _changed(number: TextNumber, printed: Occurrence, text: str, unit: str = "", own: str = "") -> Finding:
    stated, expected = f"{number.text}{unit}", f"{printed.text}{own if unit else ''}"
    message = (
        f"报告中“{_around(text, number)}”里的“{stated}”与工作簿不符：{_whence(printed)}应印成“{expected}”。"
    )
    mend = "请检查报告模板的这一处：标签前后不要再写数字、正负号、百分号或别的单位。"
    return _finding(CHANGED, stated, message, mend, expected)


def _typed(number: TextNumber, printed: Occurrence, text: str) -> Finding:
    working = origin_of(printed.value).working
    message = (
        f"报告中“{_around(text, number)}”里的“{number.text}”是模板用“{working}”算出来的，"
        "掺进了模板里写死的数。"
    )
    return _finding(CHANGED, number.text, message, "请在报告模板里去掉写死的数，只用工作簿里的名称计算。")


def _not_arrived(printed: Occurrence) -> Finding:
    message = f"{_whence(printed)}的“{printed.text}”没有原样印进报告。"
    return _finding(NOT_ARRIVED, printed.text, message, "请检查报告模板的这一处，或换用表样自带的模板再试。")


def _finding(rule: str, stated: str, message: str, mend: str, expected: str = "") -> Finding:
    return Finding(
        id=rule,
        severity=Severity.ERROR,
        outcome=Outcome.INCONSISTENT,
        label="报告",
        message=message,
        stated=stated,
        expected=expected,
        mend=mend,
        key=f"{rule}@{stated}",
    )


def _whence(printed: Occurrence) -> str:
    origin = origin_of(printed.value)
    cells = f"（{origin.cells}）" if origin.cells else ""
    return f"“{origin.term}”{cells}" if origin.term else ""


def _at(fact: Fact) -> str:
    return f"（{fact.place}）" if fact.place else ""


def _around(text: str, number: TextNumber) -> str:
    """The figure with some of its sentence."""
    start, end = max(0, number.start - AROUND), number.end + AROUND
    stretch = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{stretch}{'…' if end < len(text) else ''}"
