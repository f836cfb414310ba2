"""Prices and standards, which are part of no sum: 每座投资8.50万元, 每生每学期625元, 1.2万元/头."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figures import number
from jixiao.audit.figures.sentences import Sentence

_NUMBER = r"(?P<digits>(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?)(?P<money>万元|元)"
_THING = r"平方米|平方公里|公里|千米|公顷|立方米|台套|人次|批次|场次|[\u4e00-\u9fff]"
_PERIOD = r"每?(?P<period>学年|学期|季度|个月|年|月|天|日|次|期)"
_PRICE = re.compile(
    rf"(?P<each>(?:平均)?每名?(?P<thing>{_THING})(?:学生|职工|人员|农户)?(?:{_PERIOD})?(?P<said>[^\d，。；：（）]{{0,10}}?)"
    rf"|(?P<alone>单价|单位价格|单位造价|单位成本|(?:补助|补贴|资助|发放|救助|保障|收费|拨款)标准)(?:为|是|均为|约|：)?"
    rf"|(?P<mean>生|人|户|亩)均(?P<what>[^\d，。；：（）]{{0,10}}?))"
    rf"{_NUMBER}(?:[/每](?P<behind>{_THING})(?:[/·.]?{_PERIOD.replace('period', 'later')})?)?"
    rf"|(?P<digits2>(?:\d{{1,3}}(?:[,，]\d{{3}})+|\d+)(?:\.\d+)?)(?P<money2>万元|元)"
    rf"[/每](?P<thing2>{_THING})(?:[/·.]?{_PERIOD.replace('period', 'period2')})?"
)
_UNITS = {  # the thing of a price -> units in which it is counted
    "生": ("人", "人次"),
    "人": ("人", "人次"),
    "名": ("人", "人次"),
    "床": ("张", "床"),
    "车": ("辆", "台套"),
    "辆": ("辆", "台套"),
    "台": ("台套",),
    "套": ("套", "台套"),
    "次": ("次", "人次", "批次"),
    "场": ("场", "场次"),
    "村": ("村", "个"),
    "校": ("所",),
}
_LIMITS = re.compile(
    r"(?:不超过|不高于|不低于|最高|最低|至少|上限|封顶|控制在|高于|低于|限额|超过|以下|以上)"
)
_RANGE = re.compile(r"^(?:以上|以下|以内|左右|[-~～—至])")


class Price(msgspec.Struct, eq=False):
    """`units`: in which what it is the price of is counted, () for anything. `period`: 月 of 每人每月."""

    figure: StatedFigure
    units: tuple[str, ...]
    period: str
    sentence: Sentence
    mean: bool = False


def prices_in(sentence: Sentence) -> Iterator[Price]:
    """Those of a sentence, from left to right."""
    text = sentence.text
    if not re.search(r"每|单价|标准|均|元/|单位", text):
        return
    for match in _PRICE.finditer(text):
        before = text[max(match.start() - 8, 0) : match.end()]
        if _LIMITS.search(before) or _RANGE.match(text[match.end() : match.end() + 2]):
            continue
        second = match["digits2"] is not None
        digits, money = (match["digits2"], match["money2"]) if second else (match["digits"], match["money"])
        thing = match["thing2"] or match["thing"] or match["mean"] or match["behind"] or ""
        period = match["period"] or match["later"] or match["period2"] or ""
        start = sentence.start + match.start("digits2" if second else "digits")
        value, places = number(digits)
        scale = Decimal(10**4 if money == "万元" else 1)
        meant = match["mean"] or match.group().startswith("平均")  # a mean is rounded, a standard is not
        step = Decimal(1).scaleb(-places) * scale if places or meant else Decimal(0)
        end = start + len(digits) + len(money)
        figure = StatedFigure(
            value * scale,
            step,
            Metric.MONEY,
            money,
            scale,
            sentence.passage,
            start,
            end,
            role=FigureRole.SIDE,
        )
        figure.label_start = sentence.start + match.start()
        units = _UNITS.get(thing, (thing,)) if thing else ()
        yield Price(figure, units, period, sentence, bool(meant))
