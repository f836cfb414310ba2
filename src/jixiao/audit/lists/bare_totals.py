"""总分97分，其中：投入15分得15分、…: a bare 总分 is what was got, if the full marks do not come to it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from jixiao.audit.figures.figure import FigureRole, Metric
from jixiao.audit.lists.stated_list import StatedList

_BARE = re.compile(r"(?<!满)(?<!标准)总分(?:为|是|共|：)*$")
_ALL = 100


def as_meant(listed: StatedList) -> StatedList:
    """The list with its total as points got, where every part has full marks and points of its own."""
    total = listed.wholes.get(FigureRole.BASE)
    if total is None or len(listed.wholes) > 1 or total.measure is not Metric.SCORE:
        return listed
    full = [part.figure(FigureRole.BASE) for part in listed.parts]
    got = [part.figure(FigureRole.PLAIN) for part in listed.parts]
    if not _BARE.search(total.words) or None in full or None in got:
        return listed
    whole = sum(figure.value for figure in full if figure)
    reached = sum(figure.value for figure in got if figure)
    if whole != total.value and _ALL in (whole, 100 * reached / total.value if total.value else 0):
        return replace(listed, wholes={FigureRole.PLAIN: total})
    return listed
