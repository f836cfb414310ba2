"""What a row of a table says it is for, and is the name of another row: 人居环境整治 for 小学教学楼维修."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.report_table import ReportTable, TableCell
from jixiao.audit.wording_fault import WordingFault

_NAME = re.compile("(?:项目|工程|专项|任务)?名称|项目|实施内容名称")
_USED = re.compile("(?:主要|资金)?用途|(?:主要|项目|建设|实施|工作|支出)内容|主要用于")
_HEADS = 3  # lines in which the header stands
_SHORTEST = 4  # letters of a name that means one thing


def copied_cells(context: AuditContext) -> Iterator[WordingFault]:
    """Each cell that is word for word the name of another row, and of nothing else in its own."""
    for table in context.text.tables:
        rows = list(_rows(table))
        names = [name.text for name, _ in rows]
        for name, used in rows:
            same = [other for other in names if other == used.text]
            foreign = len(same) == 1 and len(used.text) >= _SHORTEST and not _share(name.text, used.text)
            if foreign:
                yield _fault(name, used)


def _rows(table: ReportTable) -> Iterator[tuple[TableCell, TableCell]]:
    """The cells of name and purpose of each row below the header."""
    for position, line in enumerate(table.lines[:_HEADS]):
        named = [cell for cell in line.cells if _NAME.fullmatch(cell.text)]
        used = [cell for cell in line.cells if _USED.fullmatch(cell.text)]
        if table.aligned and len(named) == len(used) == 1:
            for row in table.lines[position + 1 :]:
                cells = {cell.column: cell for cell in row.cells}
                if named[0].column in cells and used[0].column in cells:
                    yield cells[named[0].column], cells[used[0].column]
            return


def _share(one: str, other: str) -> bool:
    """Whether two letters of a name stand in the other one."""
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def _fault(name: TableCell, used: TableCell) -> WordingFault:
    return WordingFault(
        "PURPOSE-COPIED",
        AuditKind.NAMING,
        used.passage,
        (used.start, used.end),
        name.text,
        f"“{name.text}”一行的用途写的是“{used.text}”，是另一行的名称，像是照抄了别的一行。",
        f"请改写“{name.text}”的用途。",
        stated=used.text,
        quoted=(name.start, used.end),
    )
