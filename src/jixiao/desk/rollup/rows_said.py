"""What has to be said of the rows that people have named."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.named_rows import NamedRow, NamedRows
from jixiao.model.errors import UnusableInput

SHOWN = 10


def check_departments(named: NamedRows, level: SummedLevel) -> None:
    """Raises UnusableInput for a department that is not added up."""
    levels = list(level.walk())
    for row in named.rows:
        if not any(row.is_of(one.name, one.code) for one in levels):
            names = "、".join(one.name for one in levels[:SHOWN])
            raise UnusableInput(f"--row 里的部门“{row.department}”不认识，汇总的部门是：{names}。")


def about_rows(named: NamedRows, level: SummedLevel) -> Iterator[str]:
    """Rows that were named for nothing and of which nothing else is said."""
    for row in named.rows:
        if not any(_is_told(row, one) for one in level.walk()):
            yield f"{row} 没有用上：没有要从这一行抵销的内部往来。"


def _is_told(row: NamedRow, level: SummedLevel) -> bool:
    """Whether something was taken out of it there, or it is said why not."""
    return row.is_of(level.name, level.code) and any(
        row.code == one.rows.get(row.table) or row.table in dict(one.unfit) for one in level.eliminated
    )
