"""Prices and counts: 420座，每座8.50万元，共3570万元 is price times count, times months if monthly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.prices import Price, prices_in
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.sums.multiplied import written_products
from jixiao.audit.relations.formulas import ProductOf
from jixiao.audit.relations.reckoning import mistake_in
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_ROLES = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE)
_TOTAL = re.compile(
    r"(?:共|共计|合计|总计|计|总价|总额|所需|需|应发|实发|发放|拨付|支付|支出|投入|资金|金额|经费|费用|下达|落实|补助|补贴|安排)"
    r"[^，。；]{0,4}$"
)
_PAID = re.compile(r"(?:发放|拨付|支付|兑付|需|共|计)[^，。；\d]{0,8}$")
_LIMIT = re.compile("低于|高于|超过|不超|以内|标准")
_POSTS = re.compile("岗位|名额|人员|工位")
_MONTHS = re.compile(r"(\d{1,2})个?月(?!份|\d|底|末|初|至)")
_TIMES = {"月": 12, "个月": 12, "季度": 4, "学期": 2, "天": 365, "日": 365}
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)
_MOST = 4  # counts and amounts of one price that are tried


def products(context: AuditContext) -> Iterator[StatedRelation]:
    """Each price with the counts and amounts of its part of the sentence; what is written as a product."""
    for sentence in context.sentences:
        yield from written_products(sentence)
        for price in prices_in(sentence) if len(sentence.figures) > 1 else ():
            yield from _judged(price, sentence)


def _judged(price: Price, sentence: Sentence) -> Iterator[StatedRelation]:
    own = _own_part(price, sentence)
    counts = [f for f in own if _is_counted(f, price)][:_MOST]
    if price.mean and not counts:  # 推广面积12.86万亩，…；亩均增收46.5元，新增效益597.99万元
        before = [f for f in sentence.before(price.figure.start) if _is_counted(f, price)]
        counts = before if len(before) == 1 else []
    amounts = [f for f in own if f.measure is Metric.MONEY and f.start != price.figure.start]
    amounts = [f for f in amounts if f.role in _ROLES or _is_what_comes_out(f)]
    amounts = [f for f in amounts if not _LIMIT.search(f.words) or re.search("标准[^，]*?发放", f.words)]
    amounts = [f for f in amounts if f.value > price.figure.value][:_MOST]
    if price.mean:  # behind its amount it is the mean that follows
        amounts = [f for f in amounts if f.start > price.figure.start]
    known = _times(price, sentence)
    readings = [
        _relation(amount, price, count, times) for amount in amounts for count in counts for times in known
    ]
    holding = [one for one in readings if one.outcome() in _HOLDS]
    if not holding and price.mean:
        holding = _of_all_before(price, sentence, amounts)
    if holding:
        yield holding[0]
        return
    single = len(counts) == len(amounts) == 1
    near = [one for one in readings if _is_near(one)]
    if single and near and (len(known) == 1 or "学" in price.period) and _TOTAL.search(amounts[0].words):
        near[0].severity = Severity.WARNING
        yield near[0]
        return
    likely = [one for one in readings if any(slip_in(figure, one) for figure in one.figures)]
    likely = list({tuple(figure.value for figure in one.figures): one for one in likely}.values())
    if len(likely) == 1 or (likely and single):
        likely[0].severity = Severity.WARNING
        yield likely[0]


def _of_all_before(price: Price, sentence: Sentence, amounts: list[StatedFigure]) -> list[StatedRelation]:
    """岗位620个，其中A465个，人均7200元，共发放4464000元: of any count before it, also in a wrong unit."""
    counts = [f for f in sentence.before(price.figure.start) if f.measure is Metric.COUNT and f.value]
    counts = [f for f in counts if _is_counted(f, price) or (f.unit == "个" and _POSTS.search(f.words))]
    readings = [_relation(amount, price, count, 1) for amount in amounts for count in counts]
    found = [one for one in readings if one.outcome() in _HOLDS or mistake_in(one)]
    return found if len(found) == 1 else []


def _is_what_comes_out(figure: StatedFigure) -> bool:
    """新增…, 亩均增收156.80元，4.20万亩可增收…; 按每人8500元标准发放补助…: said in the words of a price."""
    if figure.words.startswith("新增") or figure.role is FigureRole.CHANGE:
        return re.search("新增|增收|增效|节支", figure.words) is not None
    return figure.role is FigureRole.SIDE and _PAID.search(figure.words) is not None


def _own_part(price: Price, sentence: Sentence) -> list[StatedFigure]:
    """The figures between the borders of its part of the sentence."""
    start = segment_start(sentence, price.figure.start)
    text = sentence.passage.text
    end = text.find("；", price.figure.end, sentence.end)
    return sentence.between(start, end if end > 0 else sentence.end)


def _is_counted(figure: StatedFigure, price: Price) -> bool:
    if (
        figure.measure is not Metric.COUNT
        or not figure.value
        or figure.role not in (*_ROLES, FigureRole.SIDE)
    ):
        return False
    return not price.units or figure.unit.removeprefix("万") in price.units


def _times(price: Price, sentence: Sentence) -> tuple[int, ...]:
    """By what price and count may be multiplied besides; the first is the one that is meant."""
    said = tuple(int(months) for months in _MONTHS.findall(sentence.text)) if "月" in price.period else ()
    if said:
        return said
    if price.period in _TIMES:
        return (_TIMES[price.period], 1)
    return (1,)


def _is_near(relation: StatedRelation) -> bool:
    """Whether the amount can be that of all of them: neither is more than twice the other."""
    computed = relation.computed()
    return computed is not None and computed.value < 2 * relation.target.value < 4 * computed.value


def _relation(amount: StatedFigure, price: Price, count: StatedFigure, times: int) -> StatedRelation:
    if price.figure.start > amount.start and not price.figure.step:
        price.figure.step = price.figure.scale  # 投入118.90万元，每平方米造价545元: it is rounded
    scale = Decimal(10**4 if count.unit.startswith("万") else 1)
    of = f"{price.figure.written}×{count.written}" + (f"×{times}" if times != 1 else "")
    return StatedRelation(
        "PRODUCT",
        AuditKind.RATIO,
        amount,
        (price.figure, count),
        ProductOf(times * scale),
        Directness.RATE,
        of,
    )
