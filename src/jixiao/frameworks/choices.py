"""Rows of which the unit chooses one: they share a cell of weights, or the table says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.frameworks.printed_rows import PrintedRow
from jixiao.frameworks.texts import tidy
from jixiao.frameworks.words import score_table_words
from jixiao.model.figures import plain

Groups = tuple[tuple[PrintedRow, ...], ...]


def choices_of(rows: Sequence[PrintedRow]) -> Groups:
    """Groups of neighbouring rows with one weight, each row in at most one."""
    groups: list[list[PrintedRow]] = []
    for row in rows:
        last = groups[-1][-1] if groups else None
        if last is not None and _together(last, row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(tuple(group) for group in groups if len(group) > 1)


def _together(one: PrintedRow, other: PrintedRow) -> bool:
    if one.weight is None or other.weight is None:
        return False
    if one.weight_cell == other.weight_cell:
        return True
    alike = one.weight == other.weight and one.levels == other.levels
    return alike and bool(says_to_choose(one) or says_to_choose(other))


def says_to_choose(row: PrintedRow) -> str:
    """The words with which a row says that it is one of several."""
    text = tidy(row.name + row.standard + row.explanation)
    return next((word for word in score_table_words().rows["either"] if word in text), "")


def choice_remarks(rows: Sequence[PrintedRow], groups: Groups) -> Iterator[str]:
    """What is told of rows of which one is chosen."""
    chosen = [row for group in groups for row in group]
    for group in groups:
        names = "、".join(f"“{row.name}”" for row in group)
        word = next((word for row in group if (word := says_to_choose(row))), "")
        value = plain(group[0].weight.value) if group[0].weight else ""
        said = f"，表上说{word}" if word else "，二者择其一"
        yield f"{names}共用一个分值（{value}分）{said}，合计时只算一次，暂由人评分"
    for row in rows:
        if (word := says_to_choose(row)) and not any(row is each for each in chosen):
            yield f"“{row.name}”写着{word}，看不出与哪一行择一，暂由人评分"
