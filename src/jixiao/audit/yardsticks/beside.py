"""Figures of last year that stand beside the one of this year: 收入20万元（上年18万元）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.yardsticks.known import Moment, QuantityName
from jixiao.audit.yardsticks.quantity_names import QuantityWords
from jixiao.audit.yardsticks.said_quantity import SaidQuantity

_YEAR = r"(?:上年度?|去年|上一年度?|(?:19|20)\d\d年度?)(?:同期)?"
_CLOSE = re.compile(
    rf"（(?:其中)?{_YEAR}(?:决算|支出|收入|执行|实际)?(?:数|额)?(?:为|是|：)?"  # （上年18万元）
    rf"|[，、；]?(?:比|较|与|同){_YEAR}的?"  # 比上年18万元增加2万元
)
_NEXT = re.compile(rf"，(?:而)?{_YEAR}(?:同期)?(?:决算|支出|收入|执行|实际)?(?:数|额)?(?:为|是)")
_TOTAL = re.compile(
    r"(?:上年度?|去年|上一年度?)(?:本年)?(?P<what>(?:收入|支出)(?:合计|总计|总额))(?:为|是|共|：)*"
)
_AGAINST = re.compile(r"^(?:与|比|较|同)")


def told_beside(
    figure: StatedFigure, earlier: Sequence[StatedFigure], said: Sequence[SaidQuantity], words: QuantityWords
) -> SaidQuantity | None:
    """Of what a figure of last year is that says no name. `earlier`: those before it in its sentence."""
    if figure.role is not FigureRole.PRIOR or not earlier or not said or said[-1].figure is not earlier[-1]:
        return None
    one = said[-1]
    like = figure.measure is one.figure.measure and (figure.unit == one.figure.unit or figure.scale > 1)
    if one.moment is not Moment.CURRENT or not like:
        return None
    between = figure.passage.text[one.figure.end : figure.start]
    own = re.search(words.firm, one.of.name) is not None
    part = one.part and not own
    if not _CLOSE.fullmatch(between) and (one.part or not _NEXT.fullmatch(between)):
        return None
    return SaidQuantity(
        figure,
        one.of,
        Moment.PRIOR,
        one.whole if part else None,
        part,
        one.firm,
        one.sentence,
        one.limited,
        beside=one.figure,
    )


def told_again(figure: StatedFigure, sentence: Sentence, said: Sequence[SaidQuantity]) -> SaidQuantity | None:
    """本年收入合计20万元，其中…。上年收入合计18万元。: of what its paragraph has one of."""
    total = _TOTAL.fullmatch(figure.words)
    if figure.role is not FigureRole.PRIOR or total is None or figure.label_start != sentence.start:
        return None
    named = re.compile(rf"{total['what']}(?:为|是|共|：)*$")
    ones = [one for one in said if one.figure.passage is figure.passage and named.search(one.figure.words)]
    if len(ones) != 1 or ones[0].moment is not Moment.CURRENT or ones[0].part:
        return None
    one = ones[0]
    return SaidQuantity(
        figure, one.of, Moment.PRIOR, firm=one.firm, sentence=sentence.number, limited=one.limited
    )


def with_antecedent(
    found: SaidQuantity, said: Sequence[SaidQuantity], words: QuantityWords
) -> SaidQuantity | None:
    """与上年支出18万元相比: 支出 alone is the last one before it in its paragraph, if that is no other."""
    name = _AGAINST.sub("", found.of.name)
    if found.moment is not Moment.PRIOR or not re.fullmatch(words.bare, name):
        found.of = QuantityName(name or found.of.name, found.of.scope) if found.beside is None else found.of
        return found
    if re.search(r"(?:19|20)\d\d年", found.figure.words) and name == found.of.name:
        return found
    one = last_named(name, found.figure, said)
    if one is None or one.of != QuantityName(name, found.of.scope):
        return None
    found.of, found.firm, found.beside = one.of, one.firm, one.figure
    return found


def last_named(name: str, figure: StatedFigure, said: Sequence[SaidQuantity]) -> SaidQuantity | None:
    """The last quantity of this year before a figure, in its paragraph, whose name says `name`."""
    before = (
        one
        for one in reversed(said)
        if one.figure.passage is figure.passage and one.figure.end <= figure.start
    )
    whole = (one for one in before if one.moment is Moment.CURRENT and not one.part)
    return next((one for one in whole if name in one.of.name), None)
