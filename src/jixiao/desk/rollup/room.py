"""More rows than the form has room for: the largest stay, the others become one for each kind of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from jixiao.desk.rollup.total import Total, add_to
from jixiao.model.term import Term
from jixiao.pack.rollup_file import AddedTable

ZERO = Decimal(0)
_Kind = tuple[str, ...]
_Described = tuple[bool, Decimal, _Kind]  # whether it is what was put together below, its size, its kind


class RowsInRoom:
    """Rows as they come, of which no more are held than there is room for; `again` gives them once more."""

    def __init__(self, table: AddedTable, room: int, again: Callable[[], Iterable[Total]]) -> None:
        self._table, self._room, self._again = table, room, again
        self._held: list[Total] = []
        self._described: list[_Described] = []
        self._kinds: dict[_Kind, _Kind] = {}

    @property
    def number(self) -> int:
        return len(self._described)

    def add(self, rows: Iterable[Total]) -> None:
        """Some more."""
        for row in rows:
            kind = tuple(row.texts.get(term, "") for term in self._table.alike)
            rest = row.texts.get(self._table.by, "").startswith(self._table.rest)
            self._described.append((rest, _size(row), self._kinds.setdefault(kind, kind)))
            if self.number <= self._room:
                self._held.append(row)

    def fitted(self, terms: Mapping[str, Term], said: list[str]) -> tuple[Total, ...]:
        """The rows, or as many as there is room for; every column still adds up to the same.

        `said`: see Adding. Nothing where rows cannot be put together.
        """
        if self.number <= self._room:
            return tuple(self._held)
        kept = self._largest() if self._table.alike else frozenset[int]()
        rows, others = list[Total](), dict[_Kind, dict[str, Decimal]]()
        for at, row in enumerate(self._again()):
            if at in kept:
                rows.append(row)
            else:
                add_to(others.setdefault(self._described[at][2], {}), row)
        sums = _sums(others.values(), terms)
        if not self._table.alike:
            said.append(
                f"“{self._table.name}”合起来有 {self.number} 行，表里只有 {self._room} 行，"
                f"没有带入（{sums}），请在汇总后的工作簿里自己处理；全部各行见汇总说明。"
            )
            return ()
        said.append(
            f"“{self._table.name}”合起来有 {self.number} 行，表里只有 {self._room} 行："
            f"数额最大的 {len(rows)} 行逐个列出，其余 {self.number - len(rows)} 行合成 {len(others)} 行"
            f"“{self._table.rest}”（{sums}），各栏合计不变；全部各行见汇总说明。"
        )
        return (*rows, *(_one(kind, figures, self._table) for kind, figures in others.items()))

    def _largest(self) -> frozenset[int]:
        """Rows that a department below has put together already are no row of their own."""
        size = self._described
        order = sorted(range(self.number), key=lambda at: (size[at][0], -size[at][1], at))
        kinds = {self._described[at][2] for at in order[self._room :]}
        number = self._room
        while number and number + len(kinds) > self._room:
            number -= 1
            kinds.add(self._described[order[number]][2])
        return frozenset(order[:number])


def _size(row: Total) -> Decimal:
    return sum((abs(value) for value in row.figures.values()), ZERO)


def _one(kind: _Kind, figures: dict[str, Decimal], table: AddedTable) -> Total:
    words = {term: word for term, word in zip(table.alike, kind, strict=True) if word}
    of = f"（{'、'.join(words.values())}）" if words else ""
    return Total(figures, {table.by: f"{table.rest}{of}", **words})


def _sums(several: Iterable[Mapping[str, Decimal]], terms: Mapping[str, Term]) -> str:
    """What the rows come to, column by column."""
    whole: dict[str, Decimal] = {}
    for figures in several:
        add_to(whole, Total(figures))
    sums = ((terms[term].label, value) for term, value in whole.items() if value)
    return "，".join(f"{label} {value:,.2f} 元" for label, value in sums) or "没有金额"
