"""年初预算, 年中追加 without a name: whether they are those of the whole unit, by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.yardsticks.known import Moment
from jixiao.audit.yardsticks.quantity_names import QuantityWords
from jixiao.audit.yardsticks.said_quantity import SaidQuantity

_CHANGED = re.compile(r"增长|下降|增加|减少|占|率|比")
_ADDED = re.compile("追加|调增|增加预算|调整增加")  # more than once: the first is not all of it


def is_of_all(
    one: SaidQuantity,
    said: Iterable[SaidQuantity],
    agrees: Callable[[StatedFigure], bool],
    words: QuantityWords,
) -> bool:
    """Whether its paragraph speaks of the unit's money until then, and says some of it as it is known."""
    passage, start = one.figure.passage, one.figure.start
    own = [other for other in said if other.figure.passage is passage and other.figure is not one.figure]
    wholes = [other for other in own if not other.part]
    of_all = [other for other in wholes if re.fullmatch(words.whole_budgets.wholes, other.of.name)]
    before = [other for other in wholes if other.figure.start < start and other.moment is not Moment.PRIOR]
    if one.part or one.of.scope or any(other not in of_all for other in before):
        return False
    sentence = re.split("[。；]", passage.text[:start])[-1]
    if re.search(words.whole_budgets.silent, sentence + passage.text[one.figure.end :].split("。")[0]):
        return False
    if _ADDED.search(one.of.name) and len(_ADDED.findall(passage.text)) > 1:
        return False
    if not _is_all_named(one.figure, [other.figure for other in before]):
        return False
    return any(other.figure.value and agrees(other.figure) for other in of_all)


def _is_all_named(figure: StatedFigure, known: list[StatedFigure]) -> bool:
    """Whether each clause before it in its sentence is about one of the figures, or a change."""
    text = figure.passage.text
    start = max(text.rfind(sign, 0, figure.start) for sign in "。；") + 1
    for clause in re.finditer("[^，：]+", text[start : figure.label_start]):
        span = range(start + clause.start(), start + clause.end())
        is_year = not re.sub(r"(?:19|20)\d\d年度?|本年度?", "", clause[0])
        if not is_year and not _CHANGED.search(clause[0]) and not any(one.start in span for one in known):
            return False
    return True
