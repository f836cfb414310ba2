"""What the text says of a thing that a row of a table is named for, whichever table it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.model.outcome import Outcome, Severity

_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)
_DRESS = re.compile(
    r"^其中：|[“”\"]|（[类款项]）|科目|^(?:[一二三四五六七八九十]+[、.]|\d+[.、]|（[^）]{1,3}）)"
)
_TAIL = re.compile(r"(?:项目)?(?:实际|全年|累计|共)*(?:支出|列支)*(?:决算|预算)?(?:数|金额|总额)?(?:安排)?$")
_TOTAL = re.compile("拨款|预算|资金|合计|总计|收入")  # of which there is more than one kind of total
_HEAD = re.compile(
    r"(?:\d{1,2}[.、．]|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]是)?(?P<name>[^，。；：\d]{4,30}?)[。：，]"
)
_SPENT = re.compile(
    r"(?:该项目|项目|全年|实际|共|累计|已)*(?:支出|列支|执行|支付|使用|投入|完成支出|支出资金|使用资金)(?:数|资金|金额)?(?:为|共|了|：)*"
)
_HANDED_OUT = re.compile(
    "(?:共|累计|实际)*(?:支出|列支|发放|支付|兑付)[\u4e00-\u9fff]{0,6}(?:金|款|补助|补贴|经费|费)(?:共)?"
)
_PAID = re.compile("支出|列支|执行|支付|使用")
_PLANNED = re.compile("预算|计划|安排|下达|批复|指标|年初|上年|调整")
_DONE = re.compile("(?:实际|全年|累计)*(?:执行|支出|决算|支付|使用|列支|到位)(?:数|金额|额|资金)?")
_SOURCE = re.compile(
    "(?:中央|省级|市级|县级|区级|本级|上级)(?:财政|资金|拨款)"
)  # in the column behind the name
_SOURCE_BEHIND = re.compile(rf"(?<=..){_SOURCE.pattern}$")
_WITH_RATE = 3  # figures of a row: planned, paid, the rate
_OF_ALL = ("基本支出", "项目支出")
_SCOPE = re.compile("财政拨款|一般公共|基金|国有资本")
_SHORTEST = 4  # letters of a name that means one thing
_TELLING = 4  # digits


def named_in_tables(context: AuditContext) -> Iterator[StatedRelation]:
    """Each amount of a name that has rows; it is told if one of their cells is it with one slip."""
    rows: dict[str, list[tuple[str, StatedFigure]]] = defaultdict(list)
    for table in context.tables:
        if table.table.scale:
            for entry in table.entries:
                key = _key(_SOURCE_BEHIND.sub("", entry.name))
                if len(key) >= _SHORTEST and not _TOTAL.search(key):
                    rows[key] += [(table.title, cell) for cell in entry.figures.values() if cell.value]
    heads = _totals_by_heads(context)
    for sentence in context.sentences if rows or heads else ():
        for figure in sentence.figures:
            known = figure.measure is Metric.MONEY and figure.role in _ROLES and figure.value
            cells = rows.get(_key(figure.label)) or heads.get(figure.label) or rows.get(_headed(figure), [])
            if known and (slip := _planned_for_paid(figure, context)):
                yield slip
            elif known and figure.year in (0, context.year) and cells:
                yield from _judged(figure, cells)


def _totals_by_heads(context: AuditContext) -> dict[str, list[tuple[str, StatedFigure]]]:
    """基本支出 and 项目支出 of all: what stands under these heads in the rows of totals."""
    found: dict[str, list[tuple[str, StatedFigure]]] = defaultdict(list)
    for table in context.tables:
        total = table.total() if table.table.scale and table.whole else None
        for column, cell in total.figures.items() if total else ():
            head = table.heads.get(column, "")
            if head in _OF_ALL and cell.value:
                found[head].append((table.title, cell))
    return found


def _key(name: str) -> str:
    return _TAIL.sub("", _DRESS.sub("", name))


def _headed(figure: StatedFigure) -> str:
    """2.园舍维修改造。支出62.15万元: the name of the item that a paragraph begins with and is about."""
    match = _HEAD.match(figure.passage.text)
    if match is None or not (
        _SPENT.fullmatch(figure.passage.text[match.end() : figure.start]) or _is_handed_out(figure)
    ):
        return ""
    return _key(match["name"])


def _is_handed_out(figure: StatedFigure) -> bool:
    """…走访优抚对象852户，支出慰问金192.64万元: behind what was done, the only amount."""
    money = re.findall("[\\d.]万?元", figure.passage.text)
    return len(money) == 1 and _HANDED_OUT.fullmatch(figure.words) is not None


def _planned_for_paid(figure: StatedFigure, context: AuditContext) -> StatedRelation | None:
    """课后服务经费。支出96.00万元, where its row has a budget of 96.00 and 94.87 that was spent."""
    key = _headed(figure)
    head = _HEAD.match(figure.passage.text)
    if not key or head is None or not _PAID.search(figure.passage.text[head.end() : figure.start]):
        return None
    rows = [
        (table, entry)
        for table in context.tables
        if table.table.scale
        for entry in table.entries
        if _SOURCE.fullmatch(_DRESS.sub("", entry.name).removeprefix(key)) or _key(entry.name) == key
    ]
    if len(rows) != 1:
        return None
    table, entry = rows[0]
    planned, paid = _planned_and_paid(table, entry, figure)
    if len(paid) != 1 or len(planned) != 1 or not planned[0].quantity.meets(figure.quantity):
        return None
    relation = _relation(figure, table.title, paid[0])
    return relation if relation.outcome() not in _HOLDS else None


def _planned_and_paid(
    table: EntryTable, entry: TableEntry, figure: StatedFigure
) -> tuple[list[StatedFigure], list[StatedFigure]]:
    """By the heads; of a row without heads by its rate: 185.00 176.43 95.37%."""
    if not table.heads and len(entry.figures) == _WITH_RATE:
        plan, paid, rate = (entry.figures[column] for column in sorted(entry.figures))
        told = rate.measure is Metric.PERCENT and plan.value
        holds = told and abs(paid.value * 100 / plan.value - rate.value) < rate.step
        return ([plan], [paid]) if holds and plan.fits(figure) and paid.fits(figure) else ([], [])
    cells = [(table.heads.get(column, ""), cell) for column, cell in entry.figures.items()]
    cells = [(said, cell) for said, cell in cells if cell.fits(figure)]
    planned = [cell for said, cell in cells if _PLANNED.search(said)]
    return planned, [cell for said, cell in cells if _DONE.fullmatch(said)]


def _judged(figure: StatedFigure, cells: list[tuple[str, StatedFigure]]) -> Iterator[StatedRelation]:
    relations = [_relation(figure, title, cell) for title, cell in cells]
    holding = [one for one in relations if one.outcome() in _HOLDS]
    if holding:
        yield holding[0]
        return
    digits = figure.significant_digits
    if digits < _TELLING:
        return
    if "基本支出" not in figure.passage.text:  # a table of those alone has a part of it
        relations = [one for one in relations if "基本支出" not in one.of]
    likely = [one for one in relations if slip_in(figure, one) and _is_in_scope(figure, one.of)]
    if likely and len({one.operands[0].value for one in likely}) == 1:
        likely[0].severity = Severity.WARNING
        yield likely[0]


def _is_in_scope(figure: StatedFigure, table: str) -> bool:
    """Whether a table of 财政拨款 alone says anything of the 项目支出 of which the text speaks."""
    scope = _SCOPE.search(table) if figure.label in _OF_ALL else None
    return scope is None or scope[0] in figure.passage.text


def _relation(figure: StatedFigure, title: str, cell: StatedFigure) -> StatedRelation:
    of = f"《{title or '表'}》中的数"
    return same_figure("NAMED-TABLE", figure, cell, of)
