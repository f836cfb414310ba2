"""The row of which a rate is the highest or lowest: 执行率最高的是桐溪区（98.56%）, the rate of 松岭县."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.figure import Metric
from jixiao.audit.tables.entries import EntryTable
from jixiao.audit.wording_fault import WordingFault

_SAID = re.compile(
    r"最(?P<end>[高低])的(?:地区|项目|单位|县|区|市)?(?:是|为)“?(?P<name>[\u4e00-\u9fff]{2,16})”?"
    r"[（，](?:为|达到?|仅)?(?P<rate>\d{1,3}(?:\.\d+)?)%"
)
_TOTAL = re.compile("合计|小计|总计|平均|全市|全县|全省|全区")
_FEWEST = 3  # rows among which one is the highest
_AROUND = 10


def extreme_rows(context: AuditContext) -> Iterator[WordingFault]:
    """Each name whose row has another rate, where the one said is the extreme of its column, of one row."""
    tables = [table for table in context.tables if table.whole]
    for passage in context.text.prose if tables else ():
        for match in _SAID.finditer(passage.text):
            rates = [rates for table in tables for rates in _columns(table) if match["name"] in rates]
            said = Decimal(match["rate"])
            if any(column[match["name"]] == said for column in rates):
                continue
            right = {name for column in rates if (name := _extreme(column, said, match["end"]))}
            if len(right) == 1:
                yield _fault(passage, match, right.pop())


def _columns(table: EntryTable) -> Iterator[dict[str, Decimal]]:
    """Of each column of rates name -> rate; of a table in which a name has two rows nothing."""
    rows = [entry for entry in table.entries if entry.name and not _TOTAL.search(entry.name)]
    if len({entry.name for entry in rows}) < len(rows):
        return
    for column in table.columns:
        cells = [(entry.name, entry.figures[column]) for entry in rows if column in entry.figures]
        if len(cells) >= _FEWEST and all(cell.measure is Metric.PERCENT for _, cell in cells):
            yield {name: cell.value for name, cell in cells}


def _extreme(column: dict[str, Decimal], said: Decimal, end: str) -> str:
    """The only row with this rate, if it is the highest or lowest of all."""
    named = [name for name, rate in column.items() if rate == said]
    extreme = (max if end == "高" else min)(column.values())
    return named[0] if len(named) == 1 and extreme == said else ""


def _fault(passage: Passage, match: re.Match[str], right: str) -> WordingFault:
    span, name, rate = match.span("name"), match["name"], match["rate"]
    return WordingFault(
        "ROW-NAME",
        AuditKind.NAMING,
        passage,
        span,
        right,
        f"“{match[0]}”：表中{rate}%是“{right}”的，“{name}”的不是这个数，名称像是写错了。",
        f"请核对，似应为“{right}”。",
        stated=name,
        quoted=passage.around(match.span(), _AROUND),
    )
