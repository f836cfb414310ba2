"""甲与乙两项合计460.95万元: the two that the total names, wherever they are said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.stated import StatedRelation, sum_of
from jixiao.model.outcome import Outcome, Severity

_PAIR = re.compile(
    r"(?P<names>[^，。；：\d]{2,24}?(?:[与和及、][^，。；：\d与和及、]{2,20})+?)"
    r"(?:[两二三四2-4]项|[两二三四]类|[两二三四]者)?(?:支出|资金|费用|经费|人数)?(?:合计|共计|总计|共)(?:支出|为|有|约)?$"
)
_COUNT = re.compile("[两二三四2-4][项类者]$")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_MOST = 3  # words that join names
_MOST_PLACES = 8  # where they may stand
_FAR = 200  # letters in front of the total
_SHORTEST = 2  # letters of a name


def named_pairs(context: AuditContext) -> Iterator[StatedRelation]:
    """Each total whose names are each that of one amount only."""
    for sentence in context.sentences:
        for total in sentence.figures:
            match = (
                _PAIR.search(total.words, max(len(total.words) - _FAR, 0)) if total.role in _ROLES else None
            )
            if match is None or total.measure not in (Metric.MONEY, Metric.COUNT):
                continue
            if found := _parts(_COUNT.sub("", match["names"]), total, context):
                relation = _relation(total, found)
                computed = relation.computed()
                near = computed is not None and abs(computed.value - total.value) * 3 < total.value
                if near or relation.outcome() is not Outcome.INCONSISTENT:
                    yield relation


def _parts(names: str, total: StatedFigure, context: AuditContext) -> list[StatedFigure]:
    """The amounts of names joined by 与 and 、, which may stand within a name; [] if one is not said."""
    places = [place for place, sign in enumerate(names) if sign in "与和及、"]
    if len(places) > _MOST_PLACES:
        return []
    for count in range(1, min(len(places), _MOST) + 1):
        for chosen in combinations(places, count):
            borders = pairwise((-1, *chosen, len(names)))
            pieces = [names[left + 1 : right] for left, right in borders]
            if any(len(piece) < _SHORTEST for piece in pieces):
                continue
            found = [one for piece in pieces if (one := _called(piece, total, context)) is not None]
            if len(set(found)) == len(pieces):
                return found
    return []


def _called(name: str, total: StatedFigure, context: AuditContext) -> StatedFigure | None:
    """The one figure whose name is this one, or has all its letters in their order."""
    near = [f for one in context.sentences for f in one.figures if f.role in _ROLES and f is not total]
    near = [f for f in near if f.fits(total) and f.measure is total.measure and f.value < total.value]
    for test in (_is_same, _is_shortened):
        found = [f for f in near if test(name, f.label)]
        if len({f.value for f in found}) == 1:
            return min(found, key=lambda f: abs(f.passage.number - total.passage.number))
        if found:
            return None
    return None


def _is_same(name: str, label: str) -> bool:
    bare = re.sub(r"^\d[.、．]|(?:支出|资金|经费|费用)$", "", label)
    return bare == re.sub(r"(?:支出|资金|经费|费用)$", "", name)


def _is_shortened(name: str, label: str) -> bool:
    letters = iter(label)
    return (
        len(name) > _SHORTEST + 1 and len(label) < 2 * len(name) + 4 and all(one in letters for one in name)
    )


def _relation(total: StatedFigure, parts: list[StatedFigure]) -> StatedRelation:
    of = "＋".join(part.written for part in parts)
    return sum_of("SUM-NAMED", total, parts, of, severity=Severity.WARNING)
