"""Texts of one row of a sum that units have written in different ways: the sum can only bear one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from jixiao.desk.rollup.total import Total
from jixiao.desk.roster import same_name

SHOWN = 5  # ways of writing a text
ROWS = 20  # of a table that are told


class RowTexts:
    """The texts of a row as its units come; the first of each counts."""

    def __init__(self) -> None:
        self.first: dict[str, str] = {}
        self._ways: dict[str, dict[str, str]] = {}  # by their terms, each way as it was first written

    def add(self, row: Total) -> None:
        """Of one unit more."""
        for term, text in row.texts.items():
            self.first.setdefault(term, text)
            self._ways.setdefault(term, {}).setdefault(same_name(text), text)

    def differing(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Terms, and what units have written there, where that is not the same."""
        return ((term, tuple(ways.values())) for term, ways in self._ways.items() if len(ways) > 1)


class OneOfSeveral(msgspec.Struct, frozen=True):
    """The row, what it says, and the ways in which units have written that, of which the first stands."""

    row: str
    label: str
    ways: tuple[str, ...]


def about_texts(table: str, found: Iterable[OneOfSeveral]) -> Iterator[str]:
    """What has to be said of a table of the sum; of many rows the first ones, and how many there are."""
    several = list(found)
    for one in several[:ROWS]:
        many = f"等 {len(one.ways)} 种" if len(one.ways) > SHOWN else ""
        yield (
            f"“{table}”里“{one.row}”的{one.label}，各单位写的不一样：“{'”“'.join(one.ways[:SHOWN])}”{many}，"
            f"汇总里写的是“{one.ways[0]}”。是同一事项的，请在汇总工作簿里核对改写；"
            "不是同一事项的，请单位改用不同的编码或名称，再汇总一次。"
        )
    if len(several) > ROWS:
        yield f"“{table}”里各单位写的不一样的，另有 {len(several) - ROWS} 处。"
