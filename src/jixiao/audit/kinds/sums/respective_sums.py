"""6个标段中标价分别为A、B、C: together they are the 中标价合计 that is said elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import StatedRelation, sum_of
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_EACH = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,6})分别为[：:]?")
_TOTAL = re.compile("合计|总|共")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE)
_FEWEST = 3
_AROUND = 8  # sentences before and behind in which the total may stand


def respective_sums(context: AuditContext) -> Iterator[StatedRelation]:
    """Each such list of amounts with the one total that bears their name."""
    for sentence in context.sentences:
        match = _EACH.search(sentence.passage.text, sentence.start, sentence.end)
        if match is None:
            continue
        parts = _parts(sentence, match.end())
        totals = _totals(match["name"], parts, sentence, context) if len(parts) >= _FEWEST else []
        relations = [_relation(total, parts) for total in totals]
        holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
        likely = [one for one in relations if any(slip_in(figure, one) for figure in one.figures)]
        if holding:
            yield holding[0]
        elif len(relations) == len(likely) == 1:
            yield likely[0]


def _parts(sentence: Sentence, start: int) -> list[StatedFigure]:
    found: list[StatedFigure] = []
    text = sentence.passage.text
    for figure in sentence.between(start, sentence.end):
        between = text[found[-1].end if found else start : figure.label_start]
        if figure.measure is not Metric.MONEY or figure.role not in _ROLES or len(between) > 1:
            break
        if re.search("合计|共", figure.words):
            break
        found.append(figure)
    return found


def _totals(
    name: str, parts: list[StatedFigure], sentence: Sentence, context: AuditContext
) -> list[StatedFigure]:
    """What is called so and 合计, in the sentences around it."""
    first = max(sentence.number - _AROUND, 0)
    found: dict[object, StatedFigure] = {}
    for one in context.sentences[first : sentence.number + 2]:
        for figure in one.figures:
            words = figure.words
            named = _TOTAL.search(words) and any(name[at:] in words for at in range(max(len(name) - 2, 1)))
            behind = one is sentence and figure.start > parts[-1].start and _TOTAL.search(words)
            if (named or behind) and figure not in parts and figure.fits(parts[0]) and figure.role in _ROLES:
                found[figure.value] = figure
    return list(found.values())


def _relation(total: StatedFigure, parts: list[StatedFigure]) -> StatedRelation:
    of = f"所列{len(parts)}项之和"
    return sum_of("SUM-EACH", total, parts, of, severity=Severity.WARNING)
