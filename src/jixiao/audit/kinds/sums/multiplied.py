"""Products that are written out: 巡查456座次（38座×12次）, 690元×1200人=82.80万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import prod

from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figures import number
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import GivenValue
from jixiao.audit.relations.stated import Directness, StatedRelation

_DIGITS = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?"
_UNIT = r"[\u4e00-\u9fff/]{0,6}?"
_FACTORS = rf"{_DIGITS}{_UNIT}(?:[×xX*✕]{_DIGITS}%?{_UNIT})+"
_BRACKETED = re.compile(rf"(?P<stated>{_DIGITS})(?P<unit>[\u4e00-\u9fff]{{0,6}})（(?P<factors>{_FACTORS})）")
_EQUAL = re.compile(rf"(?P<factors>{_FACTORS})[=＝](?P<stated>{_DIGITS})(?P<unit>[\u4e00-\u9fff]{{0,6}})")
_FACTOR = re.compile(rf"({_DIGITS})(%?)({_UNIT})(?=[×xX*✕）=＝]|$)")
_SCALES = (("亿", Decimal(10**8)), ("万", Decimal(10**4)))


def written_products(sentence: Sentence) -> Iterator[StatedRelation]:
    """Each of a sentence."""
    text = sentence.text
    if not re.search("[×xX*✕]", text):
        return
    for pattern in (_BRACKETED, _EQUAL):
        for match in pattern.finditer(text):
            factors = [
                (number(digits)[0] * _scale(unit)) / (100 if percent else 1)
                for digits, percent, unit in _FACTOR.findall(match["factors"])
            ]
            value, places = number(match["stated"])
            scale = _scale(match["unit"])
            target = _figure(sentence, match, value * scale, Decimal(1).scaleb(-places) * scale, scale)
            of = match["factors"]
            yield StatedRelation(
                "PRODUCT", AuditKind.RATIO, target, (), GivenValue(prod(factors, start=Decimal(1))),
                Directness.RATE, of,
            )  # fmt: skip


def _scale(unit: str) -> Decimal:
    return next((scale for sign, scale in _SCALES if unit.startswith(sign)), Decimal(1))


def _figure(
    sentence: Sentence, match: re.Match[str], value: Decimal, step: Decimal, scale: Decimal
) -> StatedFigure:
    """The stated one."""
    start = sentence.start + match.start("stated")
    end = start + len(match["stated"]) + len(match["unit"])
    return StatedFigure(
        value, step, Metric.COUNT, match["unit"], scale, sentence.passage, start, end,
        role=FigureRole.SIDE, label_start=min(start, sentence.start + match.start()),
    )  # fmt: skip
