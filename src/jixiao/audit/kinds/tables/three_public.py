"""The table of 三公 expenditure: one row of figures, whose items are told by their headers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.relations.formulas import ShareOf
from jixiao.audit.relations.stated import Directness, StatedRelation, sum_of
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.audit.tables.three_public_rows import alternates, running_costs, upright_columns

# by the words of their headers, the innermost last; of a printed table by their order, which two forms share
_ITEMS = (
    ("购置", r"公务用车购置费|购置费$"),
    ("运行", r"运行(?:维护)?费$"),
    ("用车", r"小计|公务用车购置及运行(?:维护)?费"),
    ("出国", r"因公出国"),
    ("接待", r"公务接待"),
    ("合计", r"合计"),
)
_ORDERS = {
    12: ("合计", "出国", "用车", "购置", "运行", "接待"),
    6: ("合计", "出国", "用车", "购置", "运行", "接待"),
}
_PARTS = {"合计": ("出国", "用车", "接待"), "用车": ("购置", "运行")}
_NAMES = {
    "合计": "“三公”经费",
    "出国": "因公出国（境）费",
    "用车": "公务用车购置及运行维护费",
    "购置": "公务用车购置费",
    "运行": "公务用车运行维护费",
    "接待": "公务接待费",
}
_TOTAL = re.compile("“?三公”?经费(?:合计)?$")
_BUDGET = re.compile(r"预算数?$")

Items = Mapping[tuple[str, bool], StatedFigure]  # (item, whether of the budget) -> its cell


def three_public(context: AuditContext) -> Iterator[StatedRelation]:
    """合计 = 出国 + 用车 + 接待, 用车 = 购置 + 运行, for budget and result."""
    yield from three_public_rates(context)
    for table in _tables(context):
        items = _items(table)
        for budget in (True, False):
            for whole, parts in _PARTS.items():
                keys = [(part, budget) for part in (whole, *parts)]
                if all(key in items for key in keys):
                    yield _sum([items[key] for key in keys], whole, table)
    for table in context.tables:
        for _, cells in upright_columns(table) if _is_theirs(table) else ():
            for whole, parts in _PARTS.items():
                if all(key in cells for key in (whole, *parts)):
                    yield _sum([cells[key] for key in (whole, *parts)], whole, table)


def _is_theirs(table: EntryTable) -> bool:
    """By its title; of a wider table by the row of their total."""
    return "三公" in table.title or any(_TOTAL.match(entry.name) for entry in table.entries)


def three_public_rates(context: AuditContext) -> Iterator[StatedRelation]:
    """公务接待费支出决算为…，完成预算的…%: the budget stands in the table alone."""
    cells = three_public_cells(context)
    for sentence in context.sentences if cells else ():
        for rate in sentence.of(FigureRole.DONE):
            start = segment_start(sentence, rate.start)
            before = [f for f in sentence.before(rate.start) if f.start >= start]
            results = [f for f in before if f.role in (FigureRole.RESULT, FigureRole.PLAIN)]
            if len(results) != 1 or any(f.role is FigureRole.BASE for f in before):
                continue
            name = next((one for one in _NAMES.values() if one in results[0].words), "")
            base = cells.get(f"{name}预算")
            if base is not None and base.value:
                of = f"{results[0].written}÷表中预算数{base.written}"
                yield StatedRelation(
                    "RATE-DONE",
                    AuditKind.RATIO,
                    rate,
                    (results[0], base),
                    ShareOf(),
                    Directness.RATE,
                    of,
                )


def _tables(context: AuditContext) -> list[EntryTable]:
    found = [table for table in context.tables if "三公" in table.title]
    return [table for table in found if any(len(entry.figures) > 4 for entry in table.entries)]


def _items(table: EntryTable) -> Items:
    """The cells of the only row with figures."""
    rows = [entry for entry in table.entries if len(entry.figures) > 4]
    if len(rows) == 2:
        return _of_two_rows(rows)
    if len(rows) != 1:
        return {}
    figures = rows[0].figures
    if table.table.aligned:
        return _by_headers(figures, table)
    cells = list(figures.values())
    if len(cells) == len(_NAMES) + 1 and "机关运行" in table.table.title:
        cells = cells[:-1]  # the last one is of the running costs
    order = _ORDERS.get(len(cells))
    if order is None:
        return {}
    heads = "".join(cell.text for line in table.table.lines for cell in line.cells)
    if 0 < heads.find("接待") < heads.find("购置及运行"):
        order = ("合计", "出国", "接待", "用车", "购置", "运行")
    if len(cells) == 2 * len(order) and not alternates(heads, cells):
        return {
            (item, number == 0): cells[position + number * len(order)]
            for position, item in enumerate(order)
            for number in (0, 1)
        }
    if len(cells) == len(order):
        return {(item, False): cell for item, cell in zip(order, cells, strict=True)}
    return {
        (item, number == 0): cells[2 * position + number]
        for position, item in enumerate(order)
        for number in (0, 1)
    }


def _of_two_rows(rows: Sequence[TableEntry]) -> Items:
    """A row of budgets and one of results."""
    found: dict[tuple[str, bool], StatedFigure] = {}
    for row in rows:
        budget, result = "预算" in row.name, "决算" in row.name
        order = _ORDERS.get(len(row.figures))
        if budget == result or order is None or len(row.figures) != len(_NAMES):
            return {}
        found |= {(item, budget): cell for item, cell in zip(order, row.figures.values(), strict=True)}
    return found


def _by_headers(figures: Mapping[int, StatedFigure], table: EntryTable) -> Items:
    found: dict[tuple[str, bool], StatedFigure] = {}
    titled = "预算" in table.title and "决算" not in table.title
    before = ""
    for column, figure in sorted(figures.items()):
        head = table.heads.get(column, "")
        budget = bool(_BUDGET.search(head)) and not titled
        if "机关运行经费" in head:
            continue
        bare = re.sub(r"(?:预算数?|决算数?|支出|20\d\d年)+$", "", head.replace("“三公”经费", ""))
        item = next((name for name, words in _ITEMS if re.search(words, bare)), "")
        before = item = item or ("" if bare else before)  # a name over two columns may stand over the first
        if not item or (item, budget) in found:
            return {}
        found[(item, budget)] = figure
    return found


def _sum(figures: list[StatedFigure], whole: str, table: EntryTable) -> StatedRelation:
    of = "各项之和"
    return sum_of("TABLE-THREE-PUBLIC", figures[0], figures[1:], of, Directness.EQUAL, note=table.note)


def three_public_cells(context: AuditContext) -> dict[str, StatedFigure]:
    """Quantity -> its cell, as the names of quantities have it: 公务接待费决算, 公务接待费预算."""
    tables = _tables(context)
    if not tables:
        return _upright_cells(context)
    if len(tables) != 1 or not tables[0].table.scale:
        return {}
    found = {
        f"{_NAMES[item]}{'预算' if budget else '决算'}": cell
        for (item, budget), cell in _items(tables[0]).items()
    }
    if found and (cell := running_costs(tables[0], len(_NAMES))):
        found["机关运行经费预算"] = cell
    return found


def _upright_cells(context: AuditContext) -> dict[str, StatedFigure]:
    """Those of the one upright table, whose columns say 预算 and 决算."""
    tables = [one for one in context.tables if "三公" in one.title and one.table.scale]
    found: dict[str, StatedFigure] = {}
    for head, cells in upright_columns(tables[0]) if len(tables) == 1 else ():
        kind = "决算" if "决算" in head else "预算" if "预算" in head else ""
        if not kind or re.search(r"20\d\d", head):
            continue
        for item, cell in cells.items():
            found.setdefault(f"{_NAMES[item]}{kind}", cell)
    return found
