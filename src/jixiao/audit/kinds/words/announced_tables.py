"""A table that a sentence announces: one that is not there, and one with another number of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.lines import is_title
from jixiao.audit.document.passage import Passage
from jixiao.audit.document.report_table import ReportTable
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.wording_fault import WordingFault

_BELOW = re.compile(r"(?:见下表|如下表|下表所示|见下表所示|情况如下表)(?:所示)?[：:。]?$")
_NAMED = re.compile(r"下表|如下表|见表|附表|如下：$")
_ROWS = re.compile("项目|单位|专项|工程")
_SOME = re.compile("其中|公开|选取|选择|抽取|抽查|部分|另有|其余|其他|上年")  # not all that there are
_SCOPED = re.compile(
    "(?:本级|机关|主要|重点|部分|典型|下属)[^，。；]{0,12}(?:详?见|如)?(?:下表|如下表|见表|附表)"
)
_FAR = 8  # passages within which a table begins
_NEAR = 4
_APART = 2  # rows


def announced_tables(context: AuditContext) -> Iterator[WordingFault]:
    """Both kinds."""
    passages = context.text.passages
    starts = {line.passage.number: table.table for table in context.tables for line in table.table.lines[:1]}
    for sentence in context.sentences:
        if _BELOW.search(sentence.text) and sentence.end == len(sentence.passage.text):
            behind = passages[sentence.passage.number + 1 :][:_FAR]
            if len(behind) == _FAR and not any(map(_may_be_table, behind)):
                yield _missing(sentence)
        if _NAMED.search(sentence.text) and not _SCOPED.search(sentence.text):
            first = sentence.passage.number + 1
            near = [starts[number] for number in range(first, first + _NEAR) if number in starts]
            yield from _rows(sentence, near)


def _may_be_table(passage: Passage) -> bool:
    """Whether a line may be of a table, or its title: anything that is no sentence and no heading."""
    if passage.row or is_title(passage.text):
        return True
    return not passage.heading and not re.search("[，。；：]", passage.text)


def _rows(sentence: Sentence, near: Sequence[ReportTable]) -> Iterator[WordingFault]:
    """涉及项目4个，见下表 above a table whose last number is 3."""
    counted = [f for f in sentence.figures if f.measure is Metric.COUNT and f.unit in ("个", "项")]
    named = [f for f in counted if _ROWS.search(_around(f)) and not _SOME.search(f.words)]
    last = _last_number(near[0]) if near else 0
    if not named or not last or any(f.value == last for f in counted):
        return
    if len(named) == 1 and abs(named[0].value - last) <= _APART:
        yield _other(named[0], last)


def _around(figure: StatedFigure) -> str:
    text = figure.passage.text
    return text[max(figure.start - 8, 0) : figure.end + 4]


def _last_number(table: ReportTable) -> int:
    """The last of 1, 2, 3 … below 序号; 0 if they are in disorder."""
    if not any(cell.text == "序号" for line in table.lines[:3] for cell in line.cells):
        return 0
    first = [line.cells[0].text for line in table.lines if line.cells]
    numbers = [int(text) for text in first if re.fullmatch(r"\d{1,2}", text)]
    return len(numbers) if numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 1 else 0


def _missing(sentence: Sentence) -> WordingFault:
    return WordingFault(
        "TABLE-MISSING",
        AuditKind.NAMING,
        sentence.passage,
        (sentence.start, sentence.end),
        "表",
        "这里说见下表，后面却没有表。",
        "请补上表，或改写这句话。",
        stated=sentence.text[-20:],
    )


def _other(figure: StatedFigure, rows: int) -> WordingFault:
    return WordingFault(
        "TABLE-ROWS",
        AuditKind.EQUALITY,
        figure.passage,
        (figure.start, figure.end),
        f"{rows}{figure.unit}",
        f"这里说{figure.written}，下面的表列了{rows}{figure.unit}。",
        "请核对个数和表中所列的各行。",
        stated=figure.written,
        quoted=(max(figure.label_start, 0), figure.end),
    )
