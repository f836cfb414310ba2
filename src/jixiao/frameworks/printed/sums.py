"""Weights in points, and whether they add up: levels, sub-totals, the whole. What does not is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from jixiao.frameworks.printed.printed_rows import LevelTotal, LevelWeight, PrintedRow, SumRow
from jixiao.frameworks.wording.names import Weight
from jixiao.model.figures import plain

_HUNDRED, _QUARTER = Decimal(100), Decimal("0.25")
ZERO = Decimal(0)
NOT_EQUAL = "不一致"  # how remarks about sums end


class Points(msgspec.Struct, frozen=True):
    """How the figures of a table become points: as they are, in percent, or shares of one."""

    percent: bool
    shares: bool

    def of(self, weight: Weight | None) -> Decimal | None:
        if weight is None:
            return None
        shared = self.shares and not weight.percent and weight.value <= 1
        return weight.value * _HUNDRED if shared else weight.value


def _differing(said: Decimal, weights: Sequence[Decimal]) -> str:
    """How a remark about a sum ends: weights such as 33.33 need not come to the whole."""
    parts = [weight for weight in weights if weight % 1]
    thirds = bool(parts) and all(weight % _QUARTER for weight in parts)  # and no halves, which are meant so
    places = max((-int(weight.normalize().as_tuple().exponent) for weight in parts), default=0)
    off = abs(said - sum(weights, ZERO))
    rounded = thirds and off <= len(parts) * Decimal(5).scaleb(-places - 1)
    return f"相差{plain(off)}分，看来是四舍五入造成的，请核对" if rounded else NOT_EQUAL


def points_of(weights: Sequence[Weight], headed: bool = False) -> Points:
    """How a table gives its weights. `headed`: the header says %."""
    percent = headed or (bool(weights) and all(weight.percent for weight in weights))
    plain_ones = [weight.value for weight in weights if not weight.percent]
    shares = (
        bool(plain_ones)
        and all(value <= 1 for value in plain_ones)
        and len(weights) > 1
        and Decimal("0.5") <= sum(plain_ones) <= Decimal("1.5")
    )
    return Points(percent or shares, shares)


def counted(
    rows: Sequence[PrintedRow], points: Points, groups: Sequence[Sequence[PrintedRow]]
) -> list[Decimal]:
    """The weights of rows as they add up: of each group only the first row, of which the unit chooses one."""
    repeats = [row for group in groups for row in group[1:]]
    found = []
    for row in rows:
        repeated = any(row is each for each in repeats)
        found.append(ZERO if repeated else points.of(row.weight) or ZERO)
    return found


def double_remarks(rows: Sequence[PrintedRow], points: Points) -> Iterator[str]:
    """Indicators of one name: one of them may have been left over."""
    named: dict[str, list[PrintedRow]] = {}
    for row in (each for each in rows if not each.free):
        named.setdefault(row.name, []).append(row)
    for name, found in named.items():
        if len(found) > 1:
            shown = "、".join(f"{plain(points.of(row.weight) or ZERO)}分" for row in found)
            below = list(dict.fromkeys(f"“{row.level2 or row.level1}”" for row in found))
            where = "同一级" if len(below) < len(found) else "、".join(below)
            yield f"“{name}”在{where}下面有{len(found)}行（{shown}），同名重复，请核对"


def sum_remarks(
    rows: Sequence[PrintedRow], weights: Sequence[Decimal], levels: Sequence[LevelWeight], points: Points
) -> Iterator[str]:
    """The weights that levels say, against their rows; and level 1 against its second levels."""
    free = {row.levels for row in rows if row.free}
    free_above = {level1 for level1, _ in free}
    for level in levels:
        depth = len(level.levels)
        inside = [
            weight
            for row, weight in zip(rows, weights, strict=True)
            if (row.level1, row.level2)[:depth] == level.levels
        ]
        said, found = points.of(level.weight) or ZERO, sum(inside, ZERO)
        open_level = level.levels[0] in free_above if depth == 1 else level.levels in free
        if inside and found != said:
            rest = "其余由单位填写" if open_level and found < said else _differing(said, inside)
            yield f"“{level.levels[-1]}”写的是{plain(said)}分，下面各行合计{plain(found)}分，{rest}"
    yield from _levels_remarks(levels, points)


def _levels_remarks(levels: Sequence[LevelWeight], points: Points) -> Iterator[str]:
    for level in levels:
        below = [
            points.of(each.weight) or ZERO
            for each in levels
            if len(each.levels) == 2 and each.levels[:1] == level.levels
        ]
        said = points.of(level.weight) or ZERO
        if len(level.levels) == 1 and below and sum(below) != said:
            found = plain(sum(below, ZERO))
            yield f"“{level.levels[0]}”写的是{plain(said)}分，下面二级指标的分值合计{found}分，不一致"


def open_levels(
    rows: Sequence[PrintedRow], weights: Sequence[Decimal], levels: Sequence[LevelWeight], points: Points
) -> Iterator[tuple[str, Decimal]]:
    """First levels with slots, and what their weight leaves for the indicators that units enter there."""
    with_slots = {row.level1 for row in rows if row.free}
    for level in levels:
        if len(level.levels) == 1 and level.levels[0] in with_slots:
            inside = (w for row, w in zip(rows, weights, strict=True) if row.level1 == level.levels[0])
            left = (points.of(level.weight) or ZERO) - sum(inside, ZERO)
            if left > 0:
                yield level.levels[0], left


def level_total_remarks(
    totals: Sequence[LevelTotal], levels: Sequence[LevelWeight], points: Points
) -> Iterator[str]:
    """What the row of the whole says below the weights of a level, against these weights."""
    for total in totals:
        weights = [points.of(each.weight) or ZERO for each in levels if len(each.levels) == total.depth]
        said, found = points.of(total.weight) or ZERO, sum(weights, ZERO)
        if weights and said != found:
            rank = "一二"[total.depth - 1] if total.depth < 3 else "各"
            yield f"合计行里{rank}级指标的分值写的是{plain(said)}分，合计{plain(found)}分，不一致"


def subtotal_remarks(
    rows: Sequence[PrintedRow], weights: Sequence[Decimal], sums: Sequence[SumRow], points: Points
) -> Iterator[str]:
    """小计: of the rows since the one before, or of the level it stands in."""
    yield from _part_remarks(rows, weights, sums, points)
    begun: dict[int, int] = {}
    for each in (one for one in sums if not one.whole and one.since is None):
        said, name = points.of(each.weight) or ZERO, ""
        choices = []
        since = weights[begun.get(each.depth, 0) : each.after]
        choices.append(sum(since, ZERO))
        last_one = weights[max(begun.values(), default=0) : each.after]  # 小计 now here, now there
        if each.after:
            last = rows[each.after - 1]
            for depth in (1, 2):
                level = last.levels[:depth]
                inside = [
                    w for r, w in zip(rows[: each.after], weights, strict=False) if r.levels[:depth] == level
                ]
                choices.append(sum(inside, ZERO))
            name = last.level2 if each.depth > 1 and last.level2 else last.level1
        begun[each.depth] = each.after
        if said not in (*choices, sum(last_one, ZERO)):
            found = plain(choices[min(each.depth, len(choices) - 1)])
            yield f"“{name}”的{each.label}写的是{plain(said)}分，各行合计{found}分，不一致"


def _part_remarks(
    rows: Sequence[PrintedRow], weights: Sequence[Decimal], sums: Sequence[SumRow], points: Points
) -> Iterator[str]:
    """“表一 共性指标（40分）”, against the rows of this table; slots of the unit may still take points."""
    for each in (one for one in sums if one.since is not None):
        said, found = points.of(each.weight) or ZERO, sum(weights[each.since : each.after], ZERO)
        if said != found and not any(row.free for row in rows[each.since : each.after]):
            yield f"“{each.label}”写的是{plain(said)}分，下面各行合计{plain(found)}分，不一致"


def total_of(
    weights: Sequence[Decimal],
    sums: Sequence[SumRow],
    levels: Sequence[LevelWeight],
    points: Points,
    block: Decimal = ZERO,
) -> Decimal:
    """What the table says of the whole, else what its levels or rows come to.

    A form may sum up its indicators only; `block` is the weight of the execution above them.
    """
    said = [points.of(each.weight) for each in sums if each.whole]
    if said and said[-1]:
        return _HUNDRED if said[-1] + block == _HUNDRED == sum(weights, ZERO) else said[-1]
    highest = [points.of(level.weight) or ZERO for level in levels if len(level.levels) == 1]
    rows = sum(weights, ZERO)
    return rows if rows == _HUNDRED or sum(highest, ZERO) != _HUNDRED else _HUNDRED


def total_remarks(
    weights: Sequence[Decimal], total: Decimal, levels: Sequence[LevelWeight], points: Points, slots: bool
) -> Iterator[str]:
    """The total that the table says, against its rows; slots of the unit may still take points."""
    found = sum(weights, ZERO)
    if found != total and not (slots and found < total):
        yield f"总分写的是{plain(total)}分，各行分值合计{plain(found)}分，{_differing(total, weights)}"
    elif found != total:
        yield f"总分写的是{plain(total)}分，已有分值合计{plain(found)}分，其余由单位填写"
    elif total != _HUNDRED:
        ending = _differing(_HUNDRED, weights)
        ending = "不是100分" if ending == NOT_EQUAL else f"与100分{ending}"
        yield f"各行分值合计{plain(found)}分，{ending}"
    highest = [points.of(level.weight) or ZERO for level in levels if len(level.levels) == 1]
    if highest and sum(highest) not in (total, found) and len(highest) > 1 and sum(highest) < total:
        return
    if highest and sum(highest) > total:
        yield f"一级指标的分值合计{plain(sum(highest, ZERO))}分，总分写的是{plain(total)}分，不一致"
