"""Rows of which the unit chooses one: they share a cell of weights, or the table says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.wording.names import choice_in
from jixiao.model.figures import plain

Groups = tuple[tuple[PrintedRow, ...], ...]


def choices_of(rows: Sequence[PrintedRow]) -> Groups:
    """Groups of neighbouring rows with one weight, each row in at most one."""
    groups: list[list[PrintedRow]] = []
    for place, row in enumerate(rows):
        if place and _together(rows, place):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(tuple(group) for group in groups if len(group) > 1)


def _together(rows: Sequence[PrintedRow], place: int) -> bool:
    """Whether a row and the one above are a choice: of one cell, or both say so, or one that has no other."""
    one, other = rows[place - 1], rows[place]
    if _one_cell(one, other):
        return True
    if not _alike(one, other):
        return False
    said = bool(says_to_choose(one)), bool(says_to_choose(other))
    if said == (True, False):
        return place < 2 or not _chosen_without(rows[place - 2], one)
    if said == (False, True):
        return place + 1 == len(rows) or not _chosen_without(rows[place + 1], other)
    return all(said)


def _chosen_without(row: PrintedRow, said: PrintedRow) -> bool:
    """Whether a row that says to choose has its partner on the other side."""
    return _one_cell(row, said) or (_alike(row, said) and bool(says_to_choose(row)))


def _one_cell(one: PrintedRow, other: PrintedRow) -> bool:
    return one.weight is not None and other.weight is not None and one.weight_cell == other.weight_cell


def _alike(one: PrintedRow, other: PrintedRow) -> bool:
    return one.weight is not None and one.weight == other.weight and one.levels == other.levels


def says_to_choose(row: PrintedRow) -> str:
    """The words with which a row says that it is one of several."""
    return choice_in(row.name + row.standard + row.explanation) or row.choice


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
