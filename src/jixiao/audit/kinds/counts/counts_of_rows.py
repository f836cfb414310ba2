"""实施项目8个 above a table that lists seven of them and comes to the very total that is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.document.report_table import TableLine
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.formulas import GivenValue
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.tables.entries import TOTALS, EntryTable
from jixiao.model.outcome import Severity

_THING = re.compile(
    r"^(?P<thing>项目|乡镇|镇街|街道|区县|县区|县市区|单位|学校|社区|村|行政村|标段|小区|工程|医院|企业|课题|科室)(?:名称)?$"
)
_SOME = re.compile("主要|重点|部分|抽查|抽取|典型|前[十五三]|排名|较大|以上|续")
_OTHER = re.compile("其他|其它|等$|…|小计|其中|其余|合并")
_REFERS = re.compile(r"(?P<what>[^，。；：]{0,16})(?:[见如]下表|见附?表|如下表|下表)")
_SCOPE = re.compile("本级|机关|主要|重点|部分|典型|下属")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_NOT_ALL = re.compile("其中|新增|另|抽|重点|上年|去年|计划|拟|完工|完成|已|未")
_UNITS = ("个", "项", "家", "所", "处")
_FEWEST = 3  # rows
_ABOVE = 2  # paragraphs above a table that may speak of it
_APART = 4  # the gap is no more than such a part of the rows


def counts_of_rows(context: AuditContext) -> Iterator[StatedRelation]:
    """Each count of what a table lists row by row, if the paragraph above it says that these are all."""
    for table in context.tables:
        thing, names = _listed(table)
        if len(names) < _FEWEST or _SOME.search(table.title) or any(map(_OTHER.search, names)):
            continue
        for passage in islice(_above(table, context), _ABOVE):
            figures = context.figures.get(passage.number, [])
            counts = [f for f in figures if f.measure is Metric.COUNT and f.unit in _UNITS]
            said = [f for f in counts if _is_of(f, thing)]
            if not said:
                continue
            if len(said) == 1 and _are_all(passage, figures, table) and not _is_announced(said[0], table):
                yield from _judged(said[0], counts, len(names), table)
            break


def _is_announced(figure: StatedFigure, table: EntryTable) -> bool:
    """项目共6个，见下表 above numbered rows is told by announced_tables."""
    text = figure.passage.text
    end = text.find("。", figure.end)
    sentence = text[text.rfind("。", 0, figure.start) + 1 : end if end > 0 else len(text)]
    return "序号" in table.heads.values() and _REFERS.search(sentence) is not None


def _judged(
    said: StatedFigure, counts: list[StatedFigure], rows: int, table: EntryTable
) -> Iterator[StatedRelation]:
    if any(f.value == rows for f in counts if f is not said) or abs(said.value - rows) * _APART > rows:
        return
    of = f"《{table.title}》所列的行数" if table.title else "下表所列的行数"
    yield StatedRelation(
        "COUNT-ROWS", AuditKind.EQUALITY, said, (), GivenValue(Decimal(rows)), Directness.EQUAL, of,
        Severity.WARNING,
    )  # fmt: skip


def _listed(table: EntryTable) -> tuple[str, list[str]]:
    """What the rows are, and their names; none where they are numbered otherwise than from 1 on."""
    heads = {column: head for column, head in table.heads.items() if _THING.match(head)}
    if len(heads) != 1 or not table.table.aligned:
        return "", []
    (column, head), first = next(iter(heads.items())), min(table.heads)
    rows = [{cell.column: cell.text for cell in line.cells} for line in _body(table, head)]
    names = [row.get(column, "") for row in rows]
    numbered = table.heads[first] in ("序号", "编号") and first != column
    wanted = [str(number) for number in range(1, len(rows) + 1)]
    whole = all(names) and (not numbered or [row.get(first, "") for row in rows] == wanted)
    match = _THING.match(head)
    return (match["thing"], names) if whole and match and len(set(names)) == len(names) else ("", [])


def _body(table: EntryTable, head: str) -> list[TableLine]:
    """The lines between the header and the row of totals."""
    lines = table.table.lines
    start = next((n for n, line in enumerate(lines) if any(cell.text == head for cell in line.cells)), -1)
    body: list[TableLine] = []
    for line in lines[start + 1 :]:
        if any(cell.text in TOTALS for cell in line.cells[:2]):
            break
        body.append(line)
    return body


def _above(table: EntryTable, context: AuditContext) -> Iterator[Passage]:
    """The paragraphs above a table, nearest first, as far as another table or a heading."""
    number = table.table.lines[0].passage.number
    for passage in reversed(context.text.passages[:number]):
        if passage.row or passage.heading:
            return
        if "。" in passage.text or context.figures.get(passage.number):
            yield passage


def _is_of(figure: StatedFigure, thing: str) -> bool:
    """项目共8个, 8个项目: and of no part of them."""
    if figure.role not in _ROLES or _NOT_ALL.search(figure.words):
        return False
    before = re.search(rf"{thing}(?:数量?|总数)?(?:共计|共有|合计|共|有|为|：)*$", figure.words)
    text = figure.passage.text[figure.end : figure.end + len(thing) + 4]
    return bool(before) or re.match(rf"[\u4e00-\u9fff]{{0,4}}{thing}", text) is not None


def _are_all(passage: Passage, figures: list[StatedFigure], table: EntryTable) -> bool:
    """Whether the total of the table is said in the paragraph, or it refers to the table."""
    total = table.total()
    cells = [cell for cell in total.figures.values() if cell.measure is Metric.MONEY] if total else []
    money = [f for f in figures if f.measure is Metric.MONEY and f.value]
    refers = _REFERS.search(passage.text)
    if refers is not None and _SCOPE.search(refers["what"]):
        return False
    agree = any(cell.value and f.quantity.meets(cell.quantity) for cell in cells for f in money)
    return agree or refers is not None
