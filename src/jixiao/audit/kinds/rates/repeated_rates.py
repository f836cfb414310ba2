"""The same rate, score or head count in two places: 项目支出执行率93.34% here, 92.33% there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.label_names import cleaned
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.variants import variants
from jixiao.model.outcome import Severity

_RATES = (FigureRole.DONE, FigureRole.SIDE, FigureRole.PLAIN, FigureRole.RESULT)
_RATE = re.compile(r"[\u4e00-\u9fff“”]{2,16}(?:率|满意度|进度)$")
_GENERAL = re.compile(
    "预算|资金|支出|执行|完成|支付|使用|到位|项目|部门|整体|综合|总体|群众|服务对象|满意|全年|本年|年度|绩效|目标|率|度|进度|实际|平均"
)
_SCORE = re.compile(r"(?:自评|综合|评价)[^，。；]{0,12}(?:得分|总分|评分)$")
_HEADS = re.compile(
    r"(?:编制|在职|在编|实有|离退休|退休|在校|在册|保有量|床位)(?:人员|职工|人数|学生|总?数|教职工|数量)*$"
)
_OTHERS = re.compile(
    r"上年|去年|上一年|同期|目标|计划|不低于|不少于|高于|低于|达到|以上|平均|行业|全[国省市县区]|标准|月|季度"
)
_EARLIER = re.compile("上年|去年|上一年|同期")
_GRADES = 4  # digits of a rate with a general name
_FEWEST = 3
_MOST = 4  # mentions of one name


def repeated_rates(context: AuditContext) -> Iterator[StatedRelation]:
    """Of each name that has two values the rarer or later one, if it is the other with one slip."""
    groups: dict[tuple[str, Metric, str], list[StatedFigure]] = defaultdict(list)
    for sentence in context.sentences:
        for figure in sentence.figures:
            if name := _name(figure, sentence, context):
                groups[name, figure.measure, figure.unit].append(figure)
    for (name, _, _), figures in groups.items():
        yield from _judged(name, figures)


def _name(figure: StatedFigure, sentence: Sentence, context: AuditContext) -> str:
    """What a figure is called, "" if it may be of anything."""
    if figure.year not in (0, context.year) or not figure.value:
        return ""
    text = sentence.passage.text
    clause = text[max(text.rfind(sign, 0, figure.start) for sign in "，。；：") + 1 : figure.end + 4]
    if _OTHERS.search(clause.replace("达到", "")) or "其中" in text[sentence.start : figure.start]:
        return ""
    part = text[max(text.rfind(sign, 0, figure.start) for sign in "。；") + 1 : figure.start]
    if _EARLIER.match(part):
        return ""  # 上年接收500人，就业450人，就业率90.00%；本年…
    name = cleaned(figure.words)
    if figure.measure is Metric.PERCENT and figure.role in _RATES:
        return name if _RATE.fullmatch(name) else ""
    if figure.measure is Metric.SCORE and figure.role is FigureRole.PLAIN:
        return "得分" if _SCORE.search(name) else ""
    if figure.measure is Metric.COUNT and figure.role in (FigureRole.PLAIN, FigureRole.RESULT):
        return name if _HEADS.search(name) else ""
    return ""


def _judged(name: str, figures: Sequence[StatedFigure]) -> Iterator[StatedRelation]:
    counts = Counter[Decimal](figure.value for figure in figures)
    if len(counts) != 2 or len(figures) > _MOST:
        return
    usual = counts.most_common(1)[0][0]
    first = next(figure for figure in figures if figure.value == usual)
    general = len(_GENERAL.sub("", name)) < 2
    for figure in figures:
        if figure.value != usual and _is_slip(figure, first, _GRADES if general else _FEWEST):
            yield same_figure("SAID-TWICE", figure, first, f"别处所写的“{name}”", Severity.WARNING)


def _is_slip(one: StatedFigure, other: StatedFigure, fewest: int) -> bool:
    if one.measure is Metric.COUNT:
        fewest = 2
    digits = min(len(str(int(f.value / (f.step or 1)))) for f in (one, other))
    return digits >= fewest and (other.value in set(variants(one)) or one.value in set(variants(other)))
