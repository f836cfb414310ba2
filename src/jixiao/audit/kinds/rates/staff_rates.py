"""在职人员控制率: those in post over the posts, which stand somewhere before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.rates.stem_rates import named_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_NAMED = re.compile(
    "(?:(?:在职|在编|供养|编制)(?:人员)?(?:编制)?控制率|在编率|满编率)(?:为|达到|达|是|约|：)*$"
)
_POSTS = re.compile("编制(?:总?人?数|总数|人员|名额)?(?:为|共|共有|有|：)*$")
_IN_POST = re.compile("(?:在职|在编|实有|在岗)[^，。；\\d]{0,8}$")
_ALL = re.compile("(?:合计|总计|共计?)(?:编制)?(?:为|：)*$")
_PEOPLE = ("人", "名", "个")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)


def staff_rates(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each that nothing else has told, with the posts and the people said before it, totals first."""
    posts: list[StatedFigure] = []
    people: list[StatedFigure] = []
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is Metric.PERCENT and _NAMED.search(figure.words) and figure not in told:
                yield from _judged(figure, _totals(people, context), _totals(posts, context))
            if figure.measure is not Metric.COUNT or figure.unit not in _PEOPLE or figure.role not in _ROLES:
                continue
            if _POSTS.search(figure.words) or (posts and _ALL.search(figure.words)):
                posts.append(figure)
            elif _IN_POST.search(figure.words):
                people.append(figure)


def _totals(figures: list[StatedFigure], context: AuditContext) -> list[StatedFigure]:
    """Those that are no parts of others, if there are any."""
    return [f for f in figures if f not in context.members] or figures


def _judged(
    rate: StatedFigure, people: list[StatedFigure], posts: list[StatedFigure]
) -> Iterator[StatedRelation]:
    readings = [named_relation(rate, one, other) for one in people for other in posts if other.value]
    holding = [one for one in readings if one.outcome() is not Outcome.INCONSISTENT]
    likely = [one for one in readings if slip_in(rate, one)]
    alone = len({f.value for f in people}) == len({f.value for f in posts}) == 1
    if holding:
        yield holding[0]
    elif likely or (alone and people[0].passage is posts[0].passage is rate.passage):
        told = (likely or readings)[0]
        told.severity = Severity.WARNING
        yield told
