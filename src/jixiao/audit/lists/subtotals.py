"""Parts that only add others of their list up: 满意986份、基本满意142份、不满意36份，满意和基本满意1128份."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.lists.stated_list import ListPart, StatedList

_AND = re.compile("以及|[和与及加＋、]")
_TOTAL = re.compile("(?:合计|共计|小计|总计|两项|两者|之和|共)+$")
_CLASSES = re.compile("^优良(?:等次?|级)?$|前[两二三四]项(?:合计|共计|共)*$")
_ABOVE = re.compile("以上(?:的|学历|职称|等次)*$")  # 中级以上, but 本科以上 may be a part itself
_FEWEST = 2  # parts before a sub-total


def without_subtotals(listed: StatedList) -> Iterator[StatedList]:
    """The list without them, and each that names its parts as a list of its own."""
    inner: list[StatedList] = []
    if listed.also is not None:
        listed.also, *more = without_subtotals(listed.also)
        inner += more if listed.tight else ()
    if len(listed.parts) <= _FEWEST or listed.numbered:
        yield listed
        yield from inner
        return
    kept: list[ListPart] = []
    for part in listed.parts:
        if kept and part.label.startswith("另"):
            break  # 另有退休人员83人
        filled = sum(any(f.value for f in one.figures.values()) for one in kept)  # all 0辆 but the last
        if filled >= _FEWEST and _is_the_whole(part, listed):
            break  # A、B、C，计划资金910.80万元: said of the whole again
        named = _named(part.label, kept)
        if named:
            inner += _own_list(part, named, listed)
        elif not (
            len(kept) >= _FEWEST and (_CLASSES.search(part.label) or _is_said_already(part, kept, listed))
        ):
            kept.append(part)
    if len(kept) < len(listed.parts):
        listed.parts = kept
    yield listed
    yield from inner


def _named(label: str, before: Sequence[ListPart]) -> list[ListPart]:
    """The parts before it of which a label is made up."""
    if len(before) < _FEWEST or not _AND.search(label):
        return []
    names = [name for name in _AND.split(_TOTAL.sub("", label)) if name]
    parts = [next((part for part in before if part.label == name), None) for name in names]
    found = [part for part in parts if part is not None]
    return found if len(found) == len(names) >= _FEWEST else []


def _own_list(total: ListPart, named: list[ListPart], listed: StatedList) -> Iterator[StatedList]:
    """What it names makes it up; one with 合计 is read as a total anyhow."""
    if not _TOTAL.search(total.label):
        start = min(figure.label_start for figure in total.figures.values())
        yield StatedList("合计", total.figures, named, listed.sentence, start, sure=True)


def _is_the_whole(part: ListPart, listed: StatedList) -> bool:
    """Whether a part is as much as the whole and called a total of it."""
    figures = list(part.figures.values())
    same = len(figures) == 1 and any(figures[0].value == whole.value for whole in listed.wholes.values())
    return same and bool(figures[0].value) and not re.match("其他|其它|其余", part.label)


def _is_said_already(part: ListPart, before: Sequence[ListPart], listed: StatedList) -> bool:
    """Whether the parts before it are the whole, and it is the sum of a run of them."""
    figure, *others = part.figures.values()
    values = [next(iter(one.figures.values())).value for one in before]
    if others or not figure.value or re.match("其他|其它|其余", part.label):
        return False
    summed = _is_sum_of_a_run(figure.value, values)
    whole = any(_meets(sum(values, Decimal(0)), one) for one in listed.wholes.values())
    return (summed or whole) if _ABOVE.search(part.label) else (summed and whole)


def _is_sum_of_a_run(wanted: Decimal, values: Sequence[Decimal]) -> bool:
    """Whether values that follow each other come to it; 0辆 and 1辆 are not added up."""
    totals = [Decimal(0), *accumulate(values)]
    filled = [0, *accumulate(map(bool, values))]
    first: dict[Decimal, int] = {}  # of each total so far: where it was reached
    for last, total in enumerate(totals):
        begin = first.get(total - wanted)
        if begin is not None and filled[last] - filled[begin] >= _FEWEST:
            return True
        first.setdefault(total, last)
    return False


def _meets(total: Decimal, whole: StatedFigure) -> bool:
    return bool(whole.value) and total == whole.value
