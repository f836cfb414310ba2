"""Changes against last year: of which quantity each is, and what it should be by both years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.yardsticks.beside import last_named
from jixiao.audit.yardsticks.candidates import KnownCandidates, single
from jixiao.audit.yardsticks.known import Moment, QuantityName
from jixiao.audit.yardsticks.quantity_names import quantity_words
from jixiao.relation.quantity import Quantity

_COMPARED = re.compile(
    r"(?:比|较|与|同)(?:(?:上年|去年|上一年)(?:度|同期)*|(?P<year>(?:19|20)\d\d)年度?)(?!预算|年?末|结转|结余)|同比"
)
_BEFORE_ALL = re.compile(_COMPARED.pattern + r"(?:相比|比较|对比)，")
_CHANGES = (FigureRole.CHANGE, FigureRole.RATE)
_PLAIN = (FigureRole.PLAIN, FigureRole.RESULT)
_AGAIN = re.compile(r"，(?:同比)?(?:增长|下降|增幅|降幅|减少|增加|提高|降低)(?:率|了|为|约)*")
_BEHIND_PRIOR = re.compile(r"(?:相比|比较|对比)?，?[^，。；\d]{2,4}")
_SOME = re.compile(
    "财政拨款|一般公共预算"
)  # a paragraph about it means by 基本支出 only what is paid from it
_OF_YEAR = re.compile(r"本年|当年|(?:19|20)\d\d年")


class ChangeSince(msgspec.Struct, eq=False):
    """`expected`: what it should be, a decline below nought. `whence`: where last year's figure stands."""

    figure: StatedFigure
    expected: Quantity
    whence: str


def changes_since(context: AuditContext, bound: KnownCandidates, year: int) -> Iterator[ChangeSince]:
    """Each change that is sure to be one against last year, of a quantity that is known then."""
    for sentence in context.sentences:
        subject: QuantityName | None = None
        before: StatedFigure | None = None
        written = context.figures.get(sentence.passage.number, [])
        for figure in sentence.figures:
            if figure.role in _CHANGES:
                subject = _subject(figure, before, subject, (bound, sentence, year))
                if subject and (change := _judged(figure, before, subject, bound, written)):
                    yield change
            elif figure.role in (*_PLAIN, FigureRole.PRIOR):
                subject = None
            before = figure


def _judged(
    figure: StatedFigure,
    before: StatedFigure | None,
    subject: QuantityName,
    bound: KnownCandidates,
    written: list[StatedFigure],
) -> ChangeSince | None:
    """`written`: the figures of the paragraph, by whose finest its amounts are taken to be rounded."""
    now = _now(subject, bound, before)
    last = single([one for one in bound.of(subject, Moment.PRIOR) if not one.loose])
    if now is None or last is None or figure.measure not in (last.measure, Metric.PERCENT):
        return None
    if last.measure is Metric.COUNT and figure.measure is Metric.COUNT and figure.unit not in last.units:
        return None
    steps = [one.step for one in written if one.measure is last.measure]
    step = min(steps, default=Decimal(0))
    expected = _change(figure, _as_written(now, step), _as_written(last.quantity, step))
    return ChangeSince(figure, expected, last.whence) if expected else None


def _as_written(known: Quantity, step: Decimal) -> Quantity:
    """What is known to the last 元, with the precision of a report whose rates follow from what it prints."""
    return Quantity(
        known.value, min(known.low, known.value - step / 2), max(known.high, known.value + step / 2)
    )


def _change(figure: StatedFigure, now: Quantity, last: Quantity) -> Quantity | None:
    """By how much, or by how many per cent; nothing grows from nought."""
    if figure.measure is not Metric.PERCENT:
        return now - last
    try:
        return (now / last - Quantity.exact(Decimal(1))) * Quantity.exact(Decimal(100))
    except ZeroDivisionError:
        return None


def _subject(
    figure: StatedFigure,
    before: StatedFigure | None,
    of_before: QuantityName | None,
    about: tuple[KnownCandidates, Sentence, int],
) -> QuantityName | None:
    """What has changed: what is named, or else what stands directly before it, a change or an amount."""
    bound, sentence, year = about
    text = figure.passage.text
    compared = _COMPARED.search(figure.words)
    if compared is None:
        between = text[before.end : figure.start] if before is not None else ""
        if before is not None and before.role is FigureRole.CHANGE:
            if figure.role is FigureRole.RATE and _AGAIN.fullmatch(between):
                return of_before
        elif before is not None and before.role is FigureRole.PRIOR:
            one = bound.said.get(before)
            same = one is not None and one.beside is not None and _BEHIND_PRIOR.fullmatch(between)
            return one.of if one is not None and same else None
        opened = list(_BEFORE_ALL.finditer(text, sentence.start, figure.start))
        if not opened or not _is_last_year(opened[-1], year):
            return None
        if any(one.role in _PLAIN for one in sentence.between(opened[-1].end(), figure.start)):
            return None
        return _named(figure, figure.base, bound)
    if not _is_last_year(compared, year):
        return None
    if named := figure.words[: compared.start()]:
        return _named(figure, named, bound)
    while before is not None and before.role not in (*_PLAIN, FigureRole.PRIOR):
        before = next(iter(reversed(sentence.before(before.start))), None)
    said = bound.said.get(before) if before is not None else None
    if said is None or not bound.candidates(replace(said, moment=Moment.PRIOR), said.figure):
        return None
    return said.of


def _is_last_year(compared: re.Match[str], year: int) -> bool:
    return not compared["year"] or int(compared["year"]) == year - 1


def _named(figure: StatedFigure, named: str, bound: KnownCandidates) -> QuantityName | None:
    """By the words before it; 收入 alone is that of the last one before it, if that is no other."""
    words = quantity_words()
    text = figure.passage.text[: figure.start]
    name = words.name_of(named, bound.yardstick.unit)
    if words.scopes_in(text) or re.search(r"其中|包括", text) or not name:
        return None
    if _SOME.search(text) and not _SOME.search(named):
        return None
    if re.fullmatch(words.bare, name) and not _OF_YEAR.search(named):
        one = last_named(name, figure, list(bound.said.values()))
        return one.of if one is not None and one.of == QuantityName(name) else None
    return QuantityName(name)


def _now(subject: QuantityName, bound: KnownCandidates, before: StatedFigure | None) -> Quantity | None:
    """What it is this year: as it is known, or else as the report says it in one way."""
    known = bound.of(subject, Moment.CURRENT)
    if known:
        one = single(known)
        return one.quantity if one else None
    said = [one.figure for one in bound.said.values() if one.of == subject and one.moment is Moment.CURRENT]
    if not said or any(not one.quantity.meets(said[0].quantity) for one in said):
        return None
    return before.quantity if before in said else said[0].quantity
