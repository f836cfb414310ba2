"""Execution rates: 完成…的…% is the result over the budget that the phrase names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.bracketed_formulas import formula_of
from jixiao.audit.kinds.rates.far_rates import done_relation, of_the_paragraph_before, of_the_project
from jixiao.audit.kinds.rates.rates_without import is_without
from jixiao.audit.kinds.rates.spent_rather import spent_rather
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.wording_fault import WordingFault
from jixiao.model.outcome import Outcome, Severity

_ALL = 100
_UNPLANNED = re.compile("年初(?:部门)?(?:预算)?(?:未|没有|无)[^，。；]{0,4}(?:预算|安排)?")
_SPENT = re.compile("(?:执行|支出|支付|使用|完成)(?:数|资金|金额)?(?:为|共|：)*$")
_EXECUTED = re.compile("执行率(?:为|达到|达|是|约|：)*$")
_OF_BUDGET = re.compile("预算(?:执行|完成)率(?:为|达到|达|是|约|：)*$")
_NEXT_BUDGET = re.compile("，(?:年初|全年)?预算(?:数)?(?:为)?")
_RESULTS = (FigureRole.RESULT, FigureRole.PLAIN)


def rates(context: AuditContext) -> Iterator[Judged]:
    """Each execution rate of which result and budget stand before it."""
    for sentence in context.sentences:
        for rate in sentence.of(FigureRole.DONE):
            if formula_of(rate, sentence) or is_without(rate):
                continue
            yield from _judged(rate, sentence, context)


def _judged(rate: StatedFigure, sentence: Sentence, context: AuditContext) -> Iterator[Judged]:
    result, bases = _result(rate, sentence, context), _bases(rate, sentence, context)
    said, result = result, spent_rather(result, rate, sentence)
    if said is not None and said is not result:
        came_in = fitting([done_relation(rate, said, base) for base in bases if base.value])
        if came_in:  # 本年收入100万元，本年支出98万元，完成预算的100%
            yield came_in[0]
            return
    if rate.over is not None:
        bases = [rate.over]
    if result is None:
        yield from of_the_paragraph_before(rate, sentence, bases, context)
        return
    if not bases:
        yield from of_the_project(rate, result, context)
        return
    named = [base for base in bases if _is_named(rate, base, context)]
    candidates = named or bases
    relations = [done_relation(rate, result, base) for base in candidates if base.value]
    if (full := _exceeded_only_early(rate, result, bases, context)) is not None:
        yield done_relation(rate, result, full)
        return
    if holding := fitting(relations):
        yield holding[0]
        if not named and _has_no_budget(rate, sentence, context):
            yield _wrong_base(rate, holding[0].operands[1], holding[0].operands[1])
        return
    others = [done_relation(rate, result, base) for base in bases if base not in candidates and base.value]
    meant = [one for one in others if one.outcome() in (Outcome.PASSED, Outcome.ROUNDING)]
    if named and meant:
        yield _wrong_base(rate, named[0], meant[0].operands[1])
    elif arrived := fitting([done_relation(rate, result, base) for base in _arrived(rate, sentence)]):
        yield arrived[0]
    elif whole := fitting(_of_those_before(rate, sentence)):
        yield whole[0]
    elif len(relations) == 1 and (rate.value or result.value):
        yield relations[0]
    elif not relations and len(others) == 1:
        yield others[0]


def _has_no_budget(rate: StatedFigure, sentence: Sentence, context: AuditContext) -> bool:
    """年初未安排预算，全年预算149.59万元，…完成年初预算的97.06%: of a budget that there is not."""
    said = sentence.passage.text[segment_start(sentence, rate.start) : rate.start]
    return any(word in rate.base for word in context.words.roles.initial) and bool(_UNPLANNED.search(said))


def _exceeded_only_early(
    rate: StatedFigure, result: StatedFigure, bases: Sequence[StatedFigure], context: AuditContext
) -> StatedFigure | None:
    """执行率102.64% beside a full year's budget that was not exceeded: it is one of that."""
    named = _EXECUTED.search(rate.words) if rate.value > _ALL else _OF_BUDGET.search(rate.words)
    if not named or "年初" in rate.words:
        return None
    full = [f for f in bases if any(word in f.words for word in context.words.roles.full)]
    return full[0] if len(full) == 1 and full[0] is bases[0] and result.value <= full[0].value else None


def _result(rate: StatedFigure, sentence: Sentence, context: AuditContext) -> StatedFigure | None:
    """The last amount spent before the rate, in its own part of the sentence, else in the sentence before."""
    start = segment_start(sentence, rate.start)
    place = rate.over.start if rate.over else rate.start
    wanted = rate.over.measure if rate.over else Metric.MONEY
    own = [f for f in sentence.before(place) if f.start >= start and f.measure is wanted]
    if rate.over is not None and wanted is Metric.COUNT:  # 新增参保4126人，完成目标任务4000人的103.15%
        own = [
            f for f in own if f.role is not FigureRole.SIDE or not context.words.mean_words.search(f.words)
        ]
        return next((f for f in reversed(own) if f.fits(rate.over)), None)
    for role in _RESULTS:
        found = [f for f in own if f.role is role and _is_spent(f, rate)]
        if len(found) > 1 and role is FigureRole.PLAIN:  # 追加486.30万元，全年执行3508.08万元
            found = [f for f in found if _SPENT.search(f.words)]
        if found:
            return found[-1] if role is FigureRole.RESULT or len(found) == 1 else None
    if start > sentence.start or any(f.role is not FigureRole.BASE for f in own):
        return None
    for before in context.before(sentence):
        if before.passage is sentence.passage:
            found = [f for f in before.figures if f.role is FigureRole.RESULT and f.measure is Metric.MONEY]
            return found[0] if len(found) == 1 else None
    return None


def _is_spent(figure: StatedFigure, rate: StatedFigure) -> bool:
    """实际到位 is no expenditure, 支付率 no rate of what has arrived."""
    return "到位" not in figure.words or "到位" in rate.words


def _bases(rate: StatedFigure, sentence: Sentence, context: AuditContext) -> list[StatedFigure]:
    """The budgets before the rate, the last of each name first."""
    start = segment_start(sentence, rate.start)
    found = [f for f in sentence.before(rate.start) if f.start >= start]
    if start == sentence.start and not any(f.role is FigureRole.BASE for f in found):
        for before in context.before(sentence):
            found = list(before.figures) if before.passage is sentence.passage else []
    bases = [f for f in reversed(found) if f.role is FigureRole.BASE and f.measure is Metric.MONEY]
    return bases or _behind(rate, sentence) or _only_one(rate, sentence)


def _of_those_before(rate: StatedFigure, sentence: Sentence) -> list[StatedRelation]:
    """完成2.14万亩，其中A、B、C，为目标2.60万亩的82.31%: of the whole of a list, not of its last part."""
    base = rate.over
    if base is None or rate.step >= 1:
        return []
    own = [f for f in sentence.before(base.start) if f.measure is base.measure and f.fits(base) and f.value]
    return [done_relation(rate, figure, base) for figure in own if figure.role in _RESULTS]


def _arrived(rate: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """预算4650万元，到位4350万元，支出4126.8万元，执行率94.87%: it may be of what has arrived."""
    return [
        f
        for f in sentence.before(rate.start)
        if f.measure is Metric.MONEY and f.value and re.search("到位|下达|拨付|收到|安排|合同", f.words)
    ]


def _only_one(rate: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """调整预算数…，1—6月支出…，执行进度…；1—9月支出…: the one budget of the sentence, for 进度 alone."""
    bases = [f for f in sentence.figures if f.role is FigureRole.BASE and f.measure is Metric.MONEY]
    return bases if len(bases) == 1 and bases[0].end <= rate.start and "进度" in rate.base else []


def _behind(rate: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """为预算的98.1%（预算数32100万元）; 完成预算的87.14%，预算14.00万元: the base directly behind."""
    text = sentence.passage.text
    next_one = [f for f in sentence.figures if f.start > rate.end][:1]
    if next_one and _NEXT_BUDGET.fullmatch(text, rate.end, next_one[0].start):
        return next_one if next_one[0].role is FigureRole.BASE else []
    if text[rate.end : rate.end + 1] != "（":
        return []
    inside = sentence.between(rate.end, text.find("）", rate.end))
    return [f for f in inside if f.role is FigureRole.BASE and f.measure is Metric.MONEY]


def _is_named(rate: StatedFigure, base: StatedFigure, context: AuditContext) -> bool:
    """Whether the phrase of the rate names that budget: 年初 or 全年."""
    roles, said = context.words.roles, rate.base
    label = base.passage.text[base.label_start : base.start]
    for words in (roles.initial, roles.full):
        if any(word in said for word in words):
            return any(word in label for word in words)
    return False


def _wrong_base(rate: StatedFigure, named: StatedFigure, meant: StatedFigure) -> WordingFault:
    passage = rate.passage
    why = f"{rate.base}为{named.written}" if named is not meant else f"前面说没有{rate.base}"
    right = _bare(passage.text[meant.label_start : meant.start])
    said = f"完成{rate.base}"
    return WordingFault(
        "RATE-BASE",
        AuditKind.NAMING,
        passage,
        (rate.label_start, rate.end),
        f"完成{right}",
        f"{rate.written}说是“{said}”，但{why}；按{right}{meant.written}计算才得{rate.written}，"
        "基数的说法写错了。",
        f"请把“{said}”改为“完成{right}”，或按{rate.base}重新计算比率。",
        stated=said,
        quoted=(named.label_start, rate.end),
        severity=Severity.ERROR,
        figures=(rate, named),
    )


def _bare(label: str) -> str:
    return label.rstrip("为是共计数：") or "另一预算数"


def fitting(relations: Sequence[StatedRelation]) -> list[StatedRelation]:
    """Those that hold."""
    return [one for one in relations if one.outcome() in (Outcome.PASSED, Outcome.ROUNDING)]
