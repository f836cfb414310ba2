"""More rows than the form has room for: the largest stay, the others become one for each kind of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from jixiao.desk.rollup.total import Total, added
from jixiao.model.term import Term
from jixiao.pack.rollup_file import AddedTable

ZERO = Decimal(0)


def fitted(
    rows: Sequence[Total], table: AddedTable, room: int, terms: Mapping[str, Term], said: list[str]
) -> tuple[Total, ...]:
    """The rows, or as many as there is room for; every column still adds up to the same. `said`: see Adding.

    Nothing where rows cannot be put together.
    """
    if len(rows) <= room:
        return tuple(rows)
    if not table.alike:
        said.append(
            f"“{table.name}”合起来有 {len(rows)} 行，表里只有 {room} 行，没有带入（{_sums(rows, terms)}），"
            "请在汇总后的工作簿里自己处理；全部各行见汇总说明。"
        )
        return ()
    order = sorted(range(len(rows)), key=lambda at: (_is_rest(rows[at], table), -_size(rows[at]), at))
    number = next(number for number in range(room, -1, -1) if _needed(rows, order, number, table) <= room)
    kept, others = sorted(order[:number]), [rows[at] for at in sorted(order[number:])]
    together = _together(others, table)
    said.append(
        f"“{table.name}”合起来有 {len(rows)} 行，表里只有 {room} 行：数额最大的 {number} 行逐个列出，"
        f"其余 {len(others)} 行合成 {len(together)} 行“{table.rest}”（{_sums(others, terms)}），"
        "各栏合计不变；全部各行见汇总说明。"
    )
    return (*(rows[at] for at in kept), *together)


def _needed(rows: Sequence[Total], order: Sequence[int], number: int, table: AddedTable) -> int:
    return number + len({_kind(rows[at], table) for at in order[number:]})


def _kind(row: Total, table: AddedTable) -> tuple[str, ...]:
    return tuple(row.texts.get(term, "") for term in table.alike)


def _is_rest(row: Total, table: AddedTable) -> bool:
    """Rows that a department below has put together already are no row of their own."""
    return row.texts.get(table.by, "").startswith(table.rest)


def _size(row: Total) -> Decimal:
    return sum((abs(value) for value in row.figures.values()), ZERO)


def _together(rows: Sequence[Total], table: AddedTable) -> list[Total]:
    kinds: dict[tuple[str, ...], list[Total]] = {}
    for row in rows:
        kinds.setdefault(_kind(row, table), []).append(row)
    return [_one(kind, several, table) for kind, several in kinds.items()]


def _one(kind: tuple[str, ...], rows: Sequence[Total], table: AddedTable) -> Total:
    words = {term: word for term, word in zip(table.alike, kind, strict=True) if word}
    of = f"（{'、'.join(words.values())}）" if words else ""
    return Total(added(rows), {table.by: f"{table.rest}{of}", **words})


def _sums(rows: Sequence[Total], terms: Mapping[str, Term]) -> str:
    """What the rows come to, column by column."""
    sums = ((terms[term].label, value) for term, value in added(rows).items() if value)
    return "，".join(f"{label} {value:,.2f} 元" for label, value in sums) or "没有金额"
