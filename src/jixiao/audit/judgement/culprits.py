"""Which one figure, mended, would satisfy the broken relations around it and break none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.judgement.witnesses import Witnesses
from jixiao.audit.relations.likely_values import oddness
from jixiao.audit.relations.mistyping import is_impossible, mistyped
from jixiao.audit.relations.reach import mended_by_a_slip
from jixiao.audit.relations.stated import StatedRelation
from jixiao.checks.diagnosis.slips import SlipKind
from jixiao.model.outcome import Outcome

_HOLDS = (Outcome.PASSED, Outcome.ROUNDING, Outcome.NOT_CHECKED)
_GUESS = 40  # decibans of a figure that no slip of the fingers explains
_PRINTED = 3  # decibans: cells of a table come from a program, figures of a text from the keyboard
_FACTOR = 12
_FEW = 4  # broken relations around a figure for which slips are tried one by one
_MOST = 400  # relations of a figure that are tried
_MOST_BROKEN = 200  # relations that hang together; of more no figure is the one to blame


class Culprit(msgspec.Struct, frozen=True, eq=False):
    """A figure that is probably wrong: `needed` satisfies the relations `mended`.

    `slip`: how it was mistyped. `rivals`: other figures that would explain the same as well, one of each.
    """

    figure: StatedFigure
    needed: Decimal
    mended: tuple[StatedRelation, ...]
    slip: SlipKind | None
    surprise: int
    rivals: tuple[Culprit, ...] = ()


def culprits(
    relations: Iterable[StatedRelation], witnesses: Witnesses | None = None
) -> tuple[list[Culprit], list[StatedRelation]]:
    """One culprit after the other, and the broken relations that have none."""
    known = witnesses or Witnesses()
    judged = [(relation, relation.outcome()) for relation in relations]
    around: dict[StatedFigure, list[StatedRelation]] = defaultdict(list)
    for relation, outcome in judged:
        if outcome is not Outcome.NOT_CHECKED:
            for figure in dict.fromkeys(relation.figures):
                around[figure].append(relation)
    broken = [relation for relation, outcome in judged if outcome is Outcome.INCONSISTENT]
    found: list[Culprit] = []
    alone: list[StatedRelation] = []
    for some in _connected(broken):
        while len(some) <= _MOST_BROKEN and (best := _best(some, around, known)):
            found.append(best)
            some = [relation for relation in some if relation not in best.mended]
        alone += some
    return found, alone


def mended_together(relations: Sequence[StatedRelation]) -> list[StatedRelation]:
    """The broken relations that one figure explains together: they are hardly bound wrongly."""
    broken = [one for one in relations if one.outcome() is Outcome.INCONSISTENT]
    several = {id(one) for some in _connected(broken) if len(some) > 1 for one in some}
    near = {figure for one in broken if id(one) in several for figure in one.figures}
    usable = [
        one
        for one in relations
        if id(one) in several
        or (one.outcome() is not Outcome.INCONSISTENT and not near.isdisjoint(one.figures))
    ]
    found, _ = culprits(usable) if several else ([], [])
    return [one for culprit in found if len(culprit.mended) > 1 for one in culprit.mended]


def _connected(broken: Sequence[StatedRelation]) -> list[list[StatedRelation]]:
    """The broken relations in groups that share no figure: none explains anything in another."""
    group_of: dict[StatedFigure, int] = {}
    groups: dict[int, list[StatedRelation]] = {}
    for number, relation in enumerate(broken):
        joined = [relation]
        for other in {group_of[figure] for figure in relation.figures if figure in group_of}:
            joined = [*groups.pop(other), *joined]
        groups[number] = joined
        group_of |= {figure: number for one in joined for figure in one.figures}
    return list(groups.values())


def _best(
    broken: Sequence[StatedRelation],
    around: dict[StatedFigure, list[StatedRelation]],
    witnesses: Witnesses,
) -> Culprit | None:
    candidates = [
        culprit
        for figure in dict.fromkeys(figure for relation in broken for figure in relation.figures)
        for culprit in _explanations(
            figure, [r for r in broken if figure in r.figures], around[figure], witnesses
        )
    ]
    if not candidates:
        return None
    best = min(candidates, key=lambda one: (-len(one.mended), one.surprise, one.figure.place))
    rivals = {
        one.figure: one
        for one in reversed(candidates)
        if one.figure is not best.figure
        and len(one.mended) == len(best.mended)
        and one.surprise <= best.surprise
        and set(one.mended) & set(best.mended)
    }
    return msgspec.structs.replace(best, rivals=tuple(sorted(rivals.values(), key=_place)))


def _place(culprit: Culprit) -> tuple[int, int]:
    return culprit.figure.place


def _explanations(
    figure: StatedFigure,
    broken: Sequence[StatedRelation],
    around: Sequence[StatedRelation],
    witnesses: Witnesses,
) -> Iterable[Culprit]:
    """What the figure could be instead: a value that one broken relation asks for and all others bear."""
    tried = set[Decimal]()
    for needed in _values(figure, broken):
        if needed in tried or needed == figure.value or len(around) > _MOST:
            continue
        tried.add(needed)
        changed = {figure: needed}
        after = {other: other.outcome(changed) for other in around}
        mended = tuple(other for other in broken if after[other] in _HOLDS)
        worse = [other for other, outcome in after.items() if outcome not in _HOLDS and other not in broken]
        if mended and not worse and _is_possible(figure, needed):
            slip, surprise = _slip(figure, needed)
            surprise += witnesses.surprise(figure, needed) + oddness(figure, needed)
            surprise += _PRINTED if figure.printed else 0
            yield Culprit(figure, needed, mended, slip, surprise)


def _is_possible(figure: StatedFigure, needed: Decimal) -> bool:
    """Points and counts are not mistyped by a factor of a hundred."""
    if is_impossible(figure, needed):
        return False
    if figure.measure not in (Metric.SCORE, Metric.COUNT) or not figure.value:
        return True
    near = Decimal(1) / _FACTOR < abs(needed / figure.value) < _FACTOR
    return near or mistyped(figure, needed) is not None  # 97 written 7


def _values(figure: StatedFigure, broken: Sequence[StatedRelation]) -> Iterable[Decimal]:
    """What the broken relations ask for: what is one slip away first, as rounding leaves room for it."""
    for relation in broken:
        if len(broken) <= _FEW:
            yield from mended_by_a_slip(relation, figure)
        needed = relation.needed(figure)
        if needed is not None:
            yield needed


def _slip(figure: StatedFigure, needed: Decimal) -> tuple[SlipKind | None, int]:
    slip = mistyped(figure, needed)
    return (slip.kind, slip.surprise) if slip else (None, _GUESS)
