"""Changes against an earlier figure: amount, rate and both figures fit together, and so do the words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.kinds.changes.compared import ComparedFigures, compared_in
from jixiao.audit.kinds.changes.compared_with import currents_of, priors_of, whole_of_paragraph
from jixiao.audit.kinds.changes.turned_words import turned
from jixiao.audit.relations.formulas import FigureFormula, GrowthFromCurrent, GrowthOfTwo, ShareOf, SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import is_slip_in_target, warned_if_alone
from jixiao.audit.wording_fault import WordingFault
from jixiao.model.outcome import Outcome, Severity

_FEW = 4  # readings of one change
_TELLING = 3  # digits of a rate that is no other one by chance


def changes(context: AuditContext) -> Iterator[Judged]:
    """All changes that can be recomputed from what stands beside them."""
    for sentence in context.sentences:
        for compared in compared_in(sentence):
            contrary = list(_directions(compared, context))
            for one in contrary or _recomputed(compared, context):
                yield turned(one, compared) or one


def _directions(compared: ComparedFigures, context: AuditContext) -> Iterator[WordingFault]:
    """减少5万元，增长3%: the two words contradict each other."""
    amount, rate = compared.amount, compared.rate
    if amount is None or rate is None or not amount.value or not rate.value:
        return
    if _sign(amount) * _sign(rate) >= 0 or _sign(amount) == 0:
        return
    if rate.value < 0 and rate.direction == amount.direction:
        return  # 减少5万元，下降-3%: the minus alone is wrong
    text = compared.sentence.passage.text
    said = text[amount.label_start : rate.end]
    one, other = ("减少", "增长") if amount.direction < 0 else ("增加", "下降")
    wrong = amount if _is_against(amount, compared, context) else rate
    right = {
        amount: "减少" if amount.direction > 0 else "增加",
        rate: "增长" if rate.direction < 0 else "下降",
    }
    yield WordingFault(
        "CHANGE-DIRECTIONS",
        AuditKind.CHANGE,
        compared.sentence.passage,
        (wrong.label_start, wrong.end),
        right[wrong],
        f"“{said}”：金额说的是{one}，比率说的却是{other}，两者方向相反。",
        "请核对增减方向，把金额和比率的说法改成一致。",
        stated=_word(wrong, context),
        quoted=(amount.label_start, rate.end),
        severity=Severity.ERROR,
        figures=(amount, rate),
    )


def _is_against(amount: StatedFigure, compared: ComparedFigures, context: AuditContext) -> bool:
    """Whether the figures before a change say that its direction is the other one."""
    for current in currents_of(compared, context):
        for prior in priors_of(compared, context):
            moved = current.value - prior.value
            return abs(moved) == amount.value and moved * amount.direction < 0
    return False


def _word(rate: StatedFigure, context: AuditContext) -> str:
    """The word that says its direction: 上升 of 上升16.97%."""
    match = context.words.changed.search(rate.words)
    return match[0] if match else rate.written


def _sign(figure: StatedFigure) -> int:
    """The direction that a change has: its word, and the minus before its digits."""
    return figure.direction * (-1 if figure.value < 0 else 1)


def _recomputed(compared: ComparedFigures, context: AuditContext) -> Iterator[StatedRelation]:
    """Change, the figure it belongs to, the earlier one; where several would do, one that fits or none."""
    if not _is_plain(compared):
        return
    priors = list(priors_of(compared, context))
    currents = list({figure.value: figure for figure in currents_of(compared, context)}.values())
    both = product(currents or (None,), priors or (None,))
    pairs = [(one, other) for one, other in both if not one or not other or one.fits(other)]
    choices = [_relations(compared, current, prior) for current, prior in pairs]
    for relations in choices:
        if relations and all(one.outcome() is not Outcome.INCONSISTENT for one in relations):
            yield from relations
            return
    if not currents and (whole := whole_of_paragraph(compared, context)) is not None:
        choices = [_relations(compared, whole, prior) for prior in (*priors, None)[:1]]
        holding = [one for one in choices if all(r.outcome() is not Outcome.INCONSISTENT for r in one)]
        yield from holding[0] if holding else _mistyped(choices)
        return
    meant = [relations for relations in choices if _amount_holds(relations)] or [
        relations for relations in choices if _is_turned(relations)
    ]
    if len(choices) == 1 or len(meant) == 1:
        yield from (meant or choices)[0]
    elif len(choices) <= _FEW:
        yield from _mistyped(choices)


def _amount_holds(relations: list[StatedRelation]) -> bool:
    """Whether both figures agree with the amount or the rate between them, so that the reading is right."""
    if any(one.id == "CHANGE-AMOUNT" and one.outcome() is Outcome.PASSED for one in relations):
        return True
    amounts = [one for one in relations if one.id == "CHANGE-AMOUNT"]
    rates = [one for one in relations if one.id == "CHANGE-RATE"]
    if not amounts or not rates or not amounts[0].operands[1].value:
        return False
    amount, rate = amounts[0].target, rates[0].target
    alone = _relation("", rate, amounts[0].operands, GrowthOfTwo(amount.direction), "")
    return alone.outcome() in (Outcome.PASSED, Outcome.ROUNDING)


def _is_turned(relations: list[StatedRelation]) -> bool:
    """Whether the amount is that between both figures, the other way round: 8126人，较7215人减少911人."""
    amounts = [(one.computed(), one.target) for one in relations if one.id == "CHANGE-AMOUNT"]
    return any(computed is not None and computed.value == -target.value for computed, target in amounts)


def _mistyped(choices: list[list[StatedRelation]]) -> list[StatedRelation]:
    """Of several readings the one that a slip in the change itself explains, if only one is so."""
    likely = [relations for relations in choices if relations and is_slip_in_target(relations)]
    likely = likely or [relations for relations in choices if _is_of_current(relations)]
    return warned_if_alone(likely)


def _is_of_current(relations: list[StatedRelation]) -> bool:
    """38.20万元，减少3.30万元，下降8.64%: the rate is that of the change over what it has become."""
    if len(relations) != 1 or not isinstance(relations[0].formula, GrowthFromCurrent):
        return False
    rate = relations[0].target
    said = _relation("", rate, relations[0].operands, ShareOf(), "")
    return rate.written_digits >= _TELLING and said.outcome() in (Outcome.PASSED, Outcome.ROUNDING)


def _is_plain(compared: ComparedFigures) -> bool:
    """Without minus signs and noughts, of which nobody knows how they are meant."""
    return all(figure is None or figure.value > 0 for figure in (compared.amount, compared.rate))


def _relations(
    compared: ComparedFigures, current: StatedFigure | None, prior: StatedFigure | None
) -> list[StatedRelation]:
    amount, rate, sign = compared.amount, compared.rate, compared.direction
    found: list[StatedRelation] = []
    if amount is not None and current is not None and prior is not None:
        signs = (sign, -sign)
        found.append(_relation("CHANGE-AMOUNT", amount, (current, prior), SignedSum(signs), _apart(prior)))
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


def _apart(prior: StatedFigure) -> str:
    return "本年数与预算数之差" if prior.role is FigureRole.BASE else "本年数与上年数之差"


def _relation(
    id: str, target: StatedFigure, operands: tuple[StatedFigure, ...], formula: FigureFormula, of: str
) -> StatedRelation:
    return StatedRelation(id, AuditKind.CHANGE, target, operands, formula, Directness.RATE, of)
