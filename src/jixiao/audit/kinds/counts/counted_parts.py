"""Things that are counted in parts: 车辆3辆，其中应急保障用车1辆、执法执勤用车2辆、其他用车1辆 are four."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import StatedRelation, sum_of
from jixiao.audit.wording.named_terms import CountedTerms
from jixiao.model.outcome import Outcome, Severity

_ROLES = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE)
_NAME = re.compile(r"[、，；]?(?:和|及|以及)?(?P<name>[^。；，、：（）]{2,24}?)(?:共|有|各|为)?$")
_ENDS = re.compile(r"[。；）]|$|，(?!其中)[^，。；]{2,}")
_NOTE = re.compile(r"（[^（）]*）")
_FEWEST, _MOST = 2, 12
_CLOSE = Decimal("0.1")  # of the whole: a gap of a slip
_NEAR = 2  # things: the same for small wholes
_ALL_NAMED = "辆"  # the template names every use of vehicles, those without any, too
_MANY = 3
_OVERLAPPING = ("人", "人次", "户", "个", "项", "件", "次", "份", "篇", "万人", "万人次")
_SUFFIX = 2  # letters that names of one kind have at their end
_STEM = Decimal("0.85")  # of the whole that parts come to that are all of it


def counted_parts(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each whole that nothing else has told of, with its parts directly behind it in its sentence."""
    terms = context.words.counted
    for sentence in context.sentences:
        figures = [f for f in sentence.figures if f.measure is Metric.COUNT]
        for number, whole in enumerate(figures[:-_FEWEST]):
            if whole.role not in _ROLES or whole.value < _FEWEST:
                continue
            parts = _parts(whole, figures[number + 1 :], sentence, terms)
            closed = bool(parts) and context.words.closed_set(name for name, _ in parts) is not None
            if parts and (whole not in told or (closed and whole.unit == _ALL_NAMED)):
                yield from _judged(whole, parts, terms, closed)


@lru_cache(maxsize=2)
def _patterns(terms: CountedTerms) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(terms.opens), re.compile(terms.crossed)


def _parts(
    whole: StatedFigure, behind: list[StatedFigure], sentence: Sentence, terms: CountedTerms
) -> list[tuple[str, StatedFigure]]:
    """Names and figures of a list that begins behind the whole and ends before anything else of its unit."""
    text, found = sentence.passage.text, list[tuple[str, StatedFigure]]()
    opened = _patterns(terms)[0].match(text, whole.end)
    if opened is None or not behind:
        return []
    bracket = opened[0].startswith("（")
    end = text.find("）", whole.end) if bracket else sentence.end
    place = opened.end()
    for figure in behind:
        if figure.start >= end:
            break
        between = _NOTE.sub("", text[place : figure.start])
        name = _NAME.fullmatch(between)
        if figure.unit != whole.unit or figure.role not in _ROLES or name is None:
            if figure.unit != whole.unit and not found:
                return []
            if re.search(r"（[^）]*$", text[place : figure.start]):
                continue  # within the bracket behind a part
            aside = figure.role not in _ROLES and between.startswith("，")  # ，上年为1042人次
            if figure.unit == whole.unit and not aside and not _is_another(between):
                return []
            break
        found.append((name["name"], figure))
        place = figure.end
    rest = text[place:end] if bracket else text[place : place + 60]
    ended = (bracket and not rest.strip("等")) or (not bracket and _ENDS.match(rest) is not None)
    return found if ended and _FEWEST <= len(found) <= _MOST else []


def _is_another(between: str) -> bool:
    """Whether a list has ended before these words."""
    return re.match("[。；）]|，[^，。；]*[，；]", between) is not None


def _judged(
    whole: StatedFigure, parts: list[tuple[str, StatedFigure]], terms: CountedTerms, closed: bool
) -> Iterator[StatedRelation]:
    figures = tuple(figure for _, figure in parts)
    relation = _relation(whole, figures)
    all_named = closed and whole.unit == _ALL_NAMED and len(parts) > _MANY
    sure = all_named or _is_whole([name for name, _ in parts], figures, whole, terms)
    if sure or relation.outcome() is not Outcome.INCONSISTENT:
        yield relation


def _is_whole(
    names: list[str], figures: tuple[StatedFigure, ...], whole: StatedFigure, terms: CountedTerms
) -> bool:
    """Whether the parts are kinds of one thing, none beside another, and all or too many of it."""
    crossed = _patterns(terms)[1]
    overlaps = whole.unit in _OVERLAPPING and any(crossed.search(name) for name in names)
    if overlaps or len(set(names)) < len(names):
        return False
    if any(figure.value >= whole.value for figure in figures):
        return False
    if _runs_to(figures, whole.value):
        return False
    total = sum((figure.value for figure in figures), Decimal(0))
    gap = abs(total - whole.value)
    near = gap <= max(Decimal(_NEAR), whole.value * _CLOSE)
    alike = len({name[-_SUFFIX:] for name in names}) == 1 or len({name[-1] for name in names}) == 1
    if total > whole.value:
        return near or (alike and total < 2 * whole.value)
    least = len(names) > _FEWEST or alike
    return near and least and total >= whole.value * _STEM


def _runs_to(figures: tuple[StatedFigure, ...], whole: Decimal) -> bool:
    """Whether fewer of the parts come to the whole: the others are something else."""
    total = Decimal(0)
    for figure in figures[:-1]:
        total += figure.value
        if total == whole and figure is not figures[0]:
            return True
    return sum((figure.value for figure in figures[1:]), Decimal(0)) == whole


def _relation(whole: StatedFigure, parts: tuple[StatedFigure, ...]) -> StatedRelation:
    of = f"所列{len(parts)}项之和"
    return sum_of("COUNT-PARTS", whole, parts, of, severity=Severity.WARNING)
