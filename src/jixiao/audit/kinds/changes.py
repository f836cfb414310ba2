"""Changes against an earlier figure: amount, rate and both figures fit together, and so do the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from jixiao.audit.context import AuditContext, Judged, WordingFault
from jixiao.audit.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.finding import AuditKind
from jixiao.audit.formulas import FigureFormula, GrowthFromCurrent, GrowthOfTwo, ShareOf, SignedSum
from jixiao.audit.kinds.compared import ComparedFigures, compared_in
from jixiao.audit.kinds.segments import segment_start
from jixiao.audit.labels import cleaned
from jixiao.audit.sentences import Sentence
from jixiao.audit.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome, Severity

_BOTH_SIDES = re.compile(r"收入?[、和]?支出?总计")  # 收、支总计 are two figures of one value
_ONE_SIDE = re.compile(r"(?:收入|支出|收支|收、支)总计(?:为|均为|是)*$")
_SHORTEST = 4  # letters of a name that means one thing
_BACK = 4  # sentences in which a figure of that very name may stand
_CURRENT = (FigureRole.RESULT, FigureRole.PLAIN)


def changes(context: AuditContext) -> Iterator[Judged]:
    """All changes that can be recomputed from what stands beside them."""
    for sentence in context.sentences:
        for compared in compared_in(sentence):
            contrary = list(_directions(compared))
            yield from contrary or _recomputed(compared, context)


def _directions(compared: ComparedFigures) -> Iterator[WordingFault]:
    """减少5万元，增长3%: the two words contradict each other."""
    amount, rate = compared.amount, compared.rate
    if amount is None or rate is None or not amount.value or not rate.value:
        return
    if _sign(amount) * _sign(rate) >= 0 or _sign(amount) == 0:
        return
    text = compared.sentence.passage.text
    said = text[amount.label_start : rate.end]
    one, other = ("减少", "增长") if amount.direction < 0 else ("增加", "下降")
    yield WordingFault(
        "CHANGE-DIRECTIONS",
        AuditKind.CHANGE,
        compared.sentence.passage,
        amount.label_start,
        rate.end,
        rate.written,
        "方向与增减额相同",
        f"“{said}”：金额说的是{one}，比率说的却是{other}，两者方向相反。",
        "请核对增减方向，把金额和比率的说法改成一致。",
        Severity.ERROR,
        (amount, rate),
        (amount.start, rate.end),
    )


def _sign(figure: StatedFigure) -> int:
    """The direction that a change has: its word, and the minus before its digits."""
    return figure.direction * (-1 if figure.value < 0 else 1)


def _recomputed(compared: ComparedFigures, context: AuditContext) -> Iterator[StatedRelation]:
    """Change, the figure it belongs to, the earlier one; where several would do, one that fits or none."""
    if not _is_plain(compared):
        return
    priors = list(_priors(compared, context))
    currents = list(_currents(compared, context))
    pairs = list(product(currents or (None,), priors or (None,)))
    choices = [_relations(compared, current, prior) for current, prior in pairs]
    for relations in choices:
        if relations and all(one.outcome() is not Outcome.INCONSISTENT for one in relations):
            yield from relations
            return
    if len(choices) == 1:
        yield from choices[0]


def _is_plain(compared: ComparedFigures) -> bool:
    """Without minus signs and noughts, of which nobody knows how they are meant."""
    return all(figure is None or figure.value > 0 for figure in (compared.amount, compared.rate))


def _priors(compared: ComparedFigures, context: AuditContext) -> Iterator[StatedFigure]:
    """The earlier figure, where the same sentence names it, or what the change is said to be against."""
    before = compared.sentence.before(compared.first.start)
    against = _against(compared, context)
    if against == "budget":
        yield from (f for f in reversed(before) if f.role is FigureRole.BASE and _measures(f, compared))
        return
    found = [f for f in before if f.role is FigureRole.PRIOR and _measures(f, compared)]
    if not found:
        last = compared.rate or compared.first
        behind = compared.sentence.passage.text[last.end : last.end + 2]
        if behind.startswith("（"):
            closing = compared.sentence.passage.text.find("）", last.end)
            inside = compared.sentence.between(last.end, closing)
            found = [f for f in inside if f.role is FigureRole.PRIOR and _measures(f, compared)]
    if not found and compared.amount is None:
        for sentence in context.before(compared.sentence):
            found = [f for f in sentence.figures if f.role is FigureRole.PRIOR and _measures(f, compared)]
    yield from found[-1:]


def _measures(figure: StatedFigure, compared: ComparedFigures) -> bool:
    if compared.amount is not None:
        return figure.fits(compared.amount) and figure.measure is compared.amount.measure
    return figure.measure in (Metric.MONEY, Metric.COUNT)


def _against(compared: ComparedFigures, context: AuditContext) -> str:
    """What the change is measured against: 上年, or a budget; "" if the sentence does not say."""
    text = compared.sentence.passage.text
    start = max(compared.sentence.start, compared.first.start - 60)
    clause = text[start : compared.first.start]
    marks = list(
        re.finditer(r"(?:比|较|与|同|相比|超出|低于|高于)([^，。；]*?)(?=相比|增|减|下降|上升|，|$)", clause)
    )
    said = marks[-1][1] if marks else ""
    if re.search(r"(?:19|20)\d\d|上年|去年|上一年|同期|以前年度", said):
        return "earlier"
    if re.search(r"预算|计划", said):
        return "budget"
    return "earlier" if re.search(r"同比|上年|去年|同期|(?:19|20)\d\d年", clause) else ""


def _currents(compared: ComparedFigures, context: AuditContext) -> Iterator[StatedFigure]:
    """The figure that has changed: in the same sentence, else one of that name in the sentence before."""
    sentence, first = compared.sentence, compared.first
    start = _own_start(sentence, first)
    own = [
        f
        for f in sentence.before(first.start)
        if f.start >= start and f.role in _CURRENT and _measures(f, compared)
    ]
    results = [f for f in own if f.role is FigureRole.RESULT] or own
    if results:
        yield results[-1]
        return
    if start > sentence.start or any(
        f.role in (FigureRole.CHANGE, FigureRole.RATE) for f in sentence.before(first.start)
    ):
        return
    subject = _subject(compared)
    for distance, before in enumerate(context.before(sentence, _BACK if len(subject) > 3 else 1)):
        candidates = [f for f in before.figures if f.role in _CURRENT and _measures(f, compared)]
        named = [f for f in candidates if subject and subject in f.words]
        if not named and not distance:
            named = [f for f in candidates if subject and _same_name(subject, f)]
        if named:
            yield named[-1]
            return
        if candidates and not subject and len({f.value for f in candidates}) == 1:
            yield candidates[0]


def _own_start(sentence: Sentence, first: StatedFigure) -> int:
    """Where the part of the sentence begins to which a change belongs; 比上年… goes on before it."""
    start = segment_start(sentence, first.start)
    clause = sentence.passage.text[start : first.start]
    if start > sentence.start and re.match(r"(?:比|较|与|同比|同)", clause) and not re.search("，", clause):
        return segment_start(sentence, start - 1)
    return start


def _subject(compared: ComparedFigures) -> str:
    """What is said to have changed, in the clause of the change."""
    text = re.sub(
        r"^.*?(?:比|较|与|同)(?:(?:19|20)\d\d年?度?|上年度?|去年|上一年度?|同期|上年同期|年初)+"
        r"(?:决算|预算|执行|支出|收入)*数?(?:相比|比较|对比)?[，,]?",
        "",
        compared.first.base,
    )
    return text.strip("，、：总额数各均共")


def _same_name(subject: str, figure: StatedFigure) -> bool:
    """Whether a figure bears the name of what has changed."""
    if _BOTH_SIDES.search(subject) and _ONE_SIDE.search(figure.words):
        return True
    name = cleaned(subject)
    if len(name) < _SHORTEST:
        return figure.label == name
    return name in figure.words or (len(figure.label) >= _SHORTEST and figure.label in subject)


def _relations(
    compared: ComparedFigures, current: StatedFigure | None, prior: StatedFigure | None
) -> list[StatedRelation]:
    amount, rate, sign = compared.amount, compared.rate, compared.direction
    found: list[StatedRelation] = []
    if amount is not None and current is not None and prior is not None:
        signs = (sign, -sign)
        found.append(
            _relation("CHANGE-AMOUNT", amount, (current, prior), SignedSum(signs), "本年数与上年数之差")
        )
    if rate is not None and amount is not None and prior is not None and prior.value:
        found.append(_relation("CHANGE-RATE", rate, (amount, prior), ShareOf(), "增减额除以上年数"))
    elif rate is not None and amount is not None and current is not None:
        if current.value - sign * amount.value > 0 and current.value:
            formula = GrowthFromCurrent(sign)
            found.append(
                _relation(
                    "CHANGE-RATE", rate, (amount, current), formula, "增减额除以上年数（本年数减去增减额）"
                )
            )
    elif rate is not None and current is not None and prior is not None and prior.value:
        formula_two = GrowthOfTwo(sign)
        found.append(
            _relation("CHANGE-RATE", rate, (current, prior), formula_two, "本年数与上年数之差除以上年数")
        )
    return found


def _relation(
    id: str, target: StatedFigure, operands: tuple[StatedFigure, ...], formula: FigureFormula, of: str
) -> StatedRelation:
    return StatedRelation(
        id, AuditKind.CHANGE, target, operands, formula, Directness.RATE, f"{target.written}应等于{of}", of
    )
