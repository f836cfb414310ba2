"""What speaks against telling of a relation that does not hold: it is bound wrongly, not written wrongly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.judgement.culprits import mended_together
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.checks.diagnosis.slips import typing_slip
from jixiao.model.outcome import Outcome

_LIKE = Decimal(3) / 2  # how many times the other one what is stated or computed may be
_FEWEST = 3  # relations of a kind that do not hold
_SHARE = 4  # one of so many may be broken
_RATES = ("RATE-DONE", "RATE-NAMED")
_REST = re.compile("另有|其余|余下|剩余|还有")
_COMPARED = re.compile(
    r"(?:比|较|与|同)(?:(?:19|20)\d\d年度?|上年度?|去年|上一年度?)(?:决算数?|相比，?)?[增减]"
)
_MANY = 5  # digits that do not agree by chance
_LONG = 3  # digits of a printed figure that is a gap by no accident


def guarded(judged: Sequence[Judged], context: AuditContext) -> list[Judged]:
    """All but the broken relations that are bound wrongly by all appearances."""
    relations = [one for one in judged if isinstance(one, StatedRelation)]
    broken = [one for one in relations if one.outcome() is Outcome.INCONSISTENT]
    if not broken:
        return list(judged)
    together = {id(one) for one in mended_together(relations)}
    said = _printed(context)
    doubtful = [one for one in broken if id(one) not in together and not _is_explained(one)]
    doubtful = [one for one in doubtful if not _is_another_said(one, said)]
    products = {
        f.place for one in relations if one.id == "PRODUCT" and one not in broken for f in one.figures
    }
    means = [one for one in broken if one.id == "MEAN" and one.target.place in products]
    doubtful = [one for one in doubtful if one not in means]
    dropped = {id(one) for one in _of_failing_kinds(relations, broken, doubtful)}
    dropped |= {id(one) for one in means}  # 210人，人均1500元，计31.50万元 holds already
    printed = said
    for one in doubtful:
        free = not one.target.printed and one.directness is not Directness.DIRECTION and not one.sure
        free = free and not _is_of_what_others_are(one, relations, printed)
        if free and _is_unlike(one) and not _gap_is_printed(one, printed) and not _is_certain(one, context):
            dropped.add(id(one))
    dropped |= {id(one) for one in broken if any(_is_dash(figure) for figure in one.figures)}
    dropped |= {id(one) for one in broken if _rest_is_said(one, context)}
    return [one for one in judged if id(one) not in dropped]


def _rest_is_said(relation: StatedRelation, context: AuditContext) -> bool:
    """12个项目，“优”的9个，“良”的2个，另有1个未评价: what its list lacks stands right behind it."""
    computed, last = relation.computed(), max(relation.figures, key=lambda figure: figure.place)
    if relation.kind is not AuditKind.SUM or computed is None or last is relation.target:
        return False
    behind = [f for f in context.figures.get(last.passage.number, ()) if f.start > last.end][:1]
    gap = relation.target.value - computed.value
    return any(f.value == gap and f.unit == last.unit and _REST.search(f.words) for f in behind)


def _is_dash(figure: StatedFigure) -> bool:
    """Whether a cell only says that it has no figure."""
    return figure.printed and not figure.value and not any(sign.isdigit() for sign in figure.written)


def _is_explained(relation: StatedRelation) -> bool:
    """Whether one slip of the fingers in one figure makes it hold."""
    return any(slip_in(figure, relation) or _is_mistyped(figure, relation) for figure in relation.figures)


def _is_another_said(relation: StatedRelation, said: set[tuple[Metric, Decimal]]) -> bool:
    """收入1032.66万元 in a balance that asks for the 1041.66万元 said elsewhere: most digits agree."""
    for figure in relation.operands:
        needed = relation.needed(figure)
        if needed is None or (figure.measure, abs(needed)) not in said or figure.measure is not Metric.MONEY:
            continue
        one, other = (str(int(value / (figure.step or 1))) for value in (figure.value, abs(needed)))
        alike = sum(a == b for a, b in zip(one, other, strict=False))
        if len(one) == len(other) >= _MANY and alike * 3 >= len(one) * 2:
            return True
    return False


def _is_mistyped(figure: StatedFigure, relation: StatedRelation) -> bool:
    """Whether what the relation asks for has lost or doubled a digit: 18.00 written 8.00."""
    needed = relation.needed(figure)
    step = (figure.step / figure.scale) if figure.step else Decimal(1)
    return (
        needed is not None
        and typing_slip(needed / figure.scale, figure.value / figure.scale, step, step) is not None
    )


def _of_failing_kinds(
    relations: Sequence[StatedRelation], broken: Sequence[StatedRelation], doubtful: Sequence[StatedRelation]
) -> list[StatedRelation]:
    """Those of a kind of which more than a quarter does not hold, again and again."""
    told: dict[tuple[str, bool], int] = defaultdict(int)
    failed: dict[tuple[str, bool], int] = defaultdict(int)
    for one in relations:
        told[one.id, one.target.printed] += one.outcome() is not Outcome.NOT_CHECKED
    for one in broken:
        failed[one.id, one.target.printed] += 1
    return [
        one
        for one in doubtful
        if failed[key := (one.id, one.target.printed)] >= _FEWEST and failed[key] * _SHARE > told[key]
        if not one.sure
    ]


def _is_unlike(relation: StatedRelation) -> bool:
    """Whether what is stated has nothing to do with what is computed."""
    computed, stated = relation.computed(), relation.target.value
    if computed is None or not stated:
        return computed is not None and bool(computed.value)
    ratio = computed.value / stated
    return not 1 / _LIKE < ratio < _LIKE


def _is_certain(relation: StatedRelation, context: AuditContext) -> bool:
    """预算7.38万元，决算1.26万元，完成预算的84.11%: nothing else stands before the rate."""
    if relation.id == "CHANGE-RATE":
        return _is_all_said(relation, context)
    if relation.id not in _RATES:
        return False
    target = relation.target
    sentence = next((one for one in context.sentences if target in one.figures), None)
    before = sentence.before(target.start) if sentence else []
    amounts = [figure for figure in before if figure.measure in (Metric.MONEY, Metric.COUNT)]
    return len(amounts) == len(relation.operands) and set(amounts) == set(relation.operands)


def _is_all_said(relation: StatedRelation, context: AuditContext) -> bool:
    """收入2581.49万元，比上年增加57.90万元，增长4.81%: one behind the other, and nothing between."""
    if len(relation.operands) != len(("amount", "current")):
        return False
    amount, current = relation.operands
    text, rate = relation.target.passage.text, relation.target
    same = current.passage is amount.passage is rate.passage and current.end <= amount.start <= rate.start
    between = text[current.end : amount.label_start] if same else "。"
    compared = _COMPARED.match(amount.words) and amount.role is FigureRole.CHANGE
    return same and bool(compared) and between == "，" and text[amount.end : rate.label_start] == "，"


def _is_of_what_others_are(
    relation: StatedRelation, relations: Sequence[StatedRelation], printed: set[tuple[Metric, Decimal]]
) -> bool:
    """A，占96.20%；B，占1.16%；C，占9.70%: the others are shares of the sum, which is said somewhere."""
    parts = relation.operands[1:]
    if relation.id != "SHARE-SIBLINGS" or len(parts) < _FEWEST:
        return False
    beside = [
        one
        for one in relations
        if one is not relation and one.id == relation.id and one.operands[1:] == (*parts,)
    ]
    if len(beside) < len(parts) - 1 or any(one.outcome() is Outcome.INCONSISTENT for one in beside):
        return False
    return (parts[0].measure, sum((part.value for part in parts), Decimal(0))) in printed


def _printed(context: AuditContext) -> set[tuple[Metric, Decimal]]:
    """All amounts and counts of the report that are long enough."""
    figures = [f for own in context.figures.values() for f in own]
    return {(f.measure, abs(f.value)) for f in figures if f.significant_digits >= _LONG}


def _gap_is_printed(relation: StatedRelation, printed: set[tuple[Metric, Decimal]]) -> bool:
    """Whether a figure of the report is missing in it: a part that was forgotten."""
    computed = relation.computed()
    if computed is None or relation.target.measure is Metric.PERCENT:
        return False
    gap = abs(computed.value - relation.target.value)
    if relation.kind is AuditKind.SUM and computed.value < relation.target.value:
        return False  # 其中A、B: some of the parts
    if relation.kind is AuditKind.BALANCE and any(gap == figure.value for figure in relation.operands):
        return False  # one of them does not belong to it
    return (relation.target.measure, gap) in printed
