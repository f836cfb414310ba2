"""Parts and their whole: what is listed after 其中 comes to the amount before it, if the list is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.sums.complete_lists import (
    all_smaller,
    ended_earlier,
    falls_short_by_a_slip,
    is_all_counted,
    is_all_of,
    is_disjoint,
    is_gross,
    is_most,
    is_nearly_all,
    is_repeated,
    is_score,
    names_main_ones,
    says_twice,
)
from jixiao.audit.lists.bare_totals import as_meant
from jixiao.audit.lists.stated_list import StatedList
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import is_like_a_slip, slip_in
from jixiao.audit.relations.variants import variants
from jixiao.model.outcome import Outcome, Severity

_SPENT = (FigureRole.RESULT, FigureRole.PLAIN)
_MIXED = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE)
_OWN_ROLES = {
    FigureRole.PLAIN: (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE, FigureRole.PRIOR),
    FigureRole.RESULT: (FigureRole.RESULT, FigureRole.PLAIN),
    FigureRole.BASE: (FigureRole.BASE, FigureRole.PLAIN),
    FigureRole.PRIOR: (FigureRole.PRIOR,),
}


_FAR_MORE = 2  # times the whole: a figure of something else
_FEW = 2  # parts
_OF_ANOTHER = re.compile("基金|国有资本|预算|拨款|其中|另")  # 政府性基金用于城乡社区支出…


def sums(context: AuditContext) -> Iterator[StatedRelation]:
    """The sums that the lists of a report state."""
    for listed in context.lists:
        found = list(_sums_of(as_meant(listed), context))
        if listed.also is not None:
            found = _either(found, list(_sums_of(as_meant(listed.also), context)))
        yield from _without_other_roles(found)


def _without_other_roles(found: list[StatedRelation]) -> list[StatedRelation]:
    """支出27万元，其中：甲预算数10万元，决算数9万元；…: one of them comes to it, the other need not."""
    held = [one.target for one in found if one.outcome() is not Outcome.INCONSISTENT]
    return [one for one in found if one.target not in held or one.outcome() is not Outcome.INCONSISTENT]


def _either(found: list[StatedRelation], others: list[StatedRelation]) -> list[StatedRelation]:
    """Of two readings of a list the one that holds, for each of its wholes."""
    holding = [one for one in others if one.outcome() is not Outcome.INCONSISTENT]
    broken = [one for one in found if one.outcome() is Outcome.INCONSISTENT]
    mended = [one for one in holding if any(one.target is other.target for other in broken)]
    kept = [one for one in found if not any(one.target is other.target for other in mended)]
    return [*kept, *mended] or others[:1]


def _sums_of(listed: StatedList, context: AuditContext) -> Iterator[StatedRelation]:
    if mixed := _of_any_role(listed):
        wholes = [f for r, f in listed.wholes.items() if r in _MIXED and f.fits(mixed[0])]
        relations = [_relation(whole, mixed, listed) for whole in wholes[:1]]
        for one in relations:
            if one.outcome() is not Outcome.INCONSISTENT or _judged(one, listed, context):
                yield one
        return
    for role in _OWN_ROLES:
        parts = [figure for part in listed.parts if (figure := part.figure(role))]
        if len(parts) == 1 and len(listed.parts) == 1 and not listed.numbered:
            yield from _exceeds(parts[0], role, listed)
            continue
        if len(parts) < len(listed.parts) or (len(parts) < 2 and not listed.unsure):
            continue
        if any(FigureRole.SIDE in part.figures for part in listed.parts):
            continue
        own_roles = _OWN_ROLES[role] if parts[0].measure is not Metric.SCORE else (role,)
        wholes = [listed.wholes[own] for own in own_roles if own in listed.wholes]
        wholes = [whole for whole in wholes if whole.fits(parts[0])]
        relations = [_relation(whole, parts, listed) for whole in _nearest_first(wholes)]
        fitting = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
        if fitting:
            yield fitting[0]
        elif relations and (
            other := _of_another(parts, relations[0], listed, context)
            or _slip_of_another(parts, relations[0], listed, context)
        ):
            yield other
        elif relations and (judged := _judged(relations[0], listed, context)):
            yield judged
        elif relations:
            yield from _one_exceeds(relations[0], role, listed)


def _nearest_first(wholes: list[StatedFigure]) -> list[StatedFigure]:
    """预算4.80万元，实际支出3.68万元，其中…: what was spent, where it is the last before the list."""
    first_two = [whole.role for whole in wholes[:2]]
    nearer = first_two == [FigureRole.PLAIN, FigureRole.RESULT] and wholes[1].place > wholes[0].place
    return [wholes[1], wholes[0], *wholes[2:]] if nearer else wholes


def _said_before(relation: StatedRelation, listed: StatedList, context: AuditContext) -> list[StatedFigure]:
    """What it may be one of, too: 职工918人，其中卫生人员776人。按职称分…: all said with its whole."""
    before = listed.sentence.before(listed.start)
    if relation.target in before or not listed.word.startswith(("按", "分")):
        return before
    return [
        *before,
        *(f for f in context.sentence_of(relation.target).figures if f not in listed.sentence.figures),
    ]


def _of_another(
    parts: Sequence[StatedFigure], relation: StatedRelation, listed: StatedList, context: AuditContext
) -> StatedRelation | None:
    """受理21846件，办结21798件；其中：…: the list may be one of what was said before the last figure."""
    for figure in _said_before(relation, listed, context):
        own = any(part.figure(figure.role) not in (None, *parts) for part in listed.parts)  # budgets of each
        if figure is relation.target or own:
            continue
        if figure.role in _MIXED and figure.measure is parts[0].measure:
            other = _relation(figure, parts, listed)
            if figure.fits(parts[0]) and other.outcome() is not Outcome.INCONSISTENT:
                return other
    return None


def _slip_of_another(
    parts: Sequence[StatedFigure], relation: StatedRelation, listed: StatedList, context: AuditContext
) -> StatedRelation | None:
    """立案286件，结案272件；其中A164件、B122件: of 立案, where a slip explains that and nothing the other."""
    if not listed.tight or relation.target.measure is not Metric.COUNT or slip_in(relation.target, relation):
        return None
    before = _said_before(relation, listed, context)
    before = [f for f in before if f.role in _SPENT and f.fits(parts[0])]
    others = [_relation(f, parts, listed) for f in before if f is not relation.target]
    split = listed.word.startswith(("按", "分"))
    likely = [one for one in others if is_all_counted(one, listed)]
    likely = [
        one for one in likely if any(slip_in(f, one) for f in (one.figures if split else (one.target,)))
    ]
    if len(likely) != 1:
        return None
    likely[0].severity = Severity.WARNING
    return likely[0]


def _of_any_role(listed: StatedList) -> list[StatedFigure]:
    """One figure for each part, where 县级预算 looks like a budget and 省级资金 does not."""
    singles = [[f for r, f in part.figures.items() if r in _MIXED] for part in listed.parts]
    if len(singles) < 2 or any(len(own) != 1 for own in singles):
        return []
    figures = [own[0] for own in singles]
    if figures[0].measure is Metric.SCORE:  # what could be got and what was are never one list
        return []
    return figures if len({figure.role for figure in figures}) > 1 else []


def _exceeds(part: StatedFigure, role: FigureRole, listed: StatedList) -> Iterator[StatedRelation]:
    """A single part after 其中 may be less than its whole, not more."""
    whole = listed.wholes.get(role) or (listed.wholes.get(FigureRole.PLAIN) if role in _SPENT else None)
    if listed.word != "其中" or whole is None or whole.measure is not Metric.MONEY or not whole.fits(part):
        return
    relation = _relation(whole, [part], listed)
    relation.upper = True
    relation.id, relation.of, relation.note = "SUM-PART", "其中一项", "其中的一项不能大于总额。"
    near = part.value < 2 * whole.value or whole.value in variants(part)
    if relation.outcome() is not Outcome.INCONSISTENT or near:
        yield relation


def _one_exceeds(relation: StatedRelation, role: FigureRole, listed: StatedList) -> Iterator[StatedRelation]:
    """公用经费183.86万元。公用经费中，办公费38.65万元、印刷费214.60万元: more than all."""
    over = [part for part in relation.operands if part.value > relation.target.value]
    own = relation.target.role is role and relation.target.measure is Metric.MONEY
    if own and len(over) == 1 and listed.word in ("其中", "中") and relation.target.value > 0:
        part = over[0]
        if part.value < _FAR_MORE * relation.target.value and len(relation.operands) > _FEW:
            one = _relation(relation.target, [part], listed)
            one.upper, one.severity = True, Severity.WARNING
            one.id, one.of, one.note = "SUM-PART", "其中一项", "其中的一项不能大于总额。"
            yield one


def _relation(whole: StatedFigure, parts: Sequence[StatedFigure], listed: StatedList) -> StatedRelation:
    kind = AuditKind.SCORE if whole.measure is Metric.SCORE else AuditKind.SUM
    return StatedRelation(
        "SUM-LIST",
        kind,
        whole,
        tuple(parts),
        SignedSum(),
        Directness.ITEMS if listed.numbered else Directness.LIST,
        f"所列{len(parts)}项之和",
    )


def _name(figure: StatedFigure) -> str:
    return figure.label[-24:] or "合计"


def _judged(relation: StatedRelation, listed: StatedList, context: AuditContext) -> StatedRelation | None:
    """The sum that does not come out, if the list is sure to be complete."""
    accounts = any("（项）" in label or "（款）" in label for label in listed.labels)
    closed = None if accounts else context.words.closed_set(listed.labels)
    if closed and closed.mostly and not (is_most(relation) and _is_more_than_main_ones(relation)):
        closed = None
    counted = closed and relation.target.measure is not Metric.MONEY
    if (
        listed.unsure
        or (
            not counted
            and ended_earlier(relation)
            and not (closed and (is_all_of(relation, closed) or _is_said(relation, context)))
        )
        or is_repeated(listed)
        or says_twice(listed)
        or is_gross(relation)
    ):
        return None
    computed = relation.computed()
    assert computed is not None
    over = computed.low > relation.target.quantity.high
    if listed.sure or is_score(relation, listed):
        return relation
    if not over and names_main_ones(listed) and not is_like_a_slip(relation):
        return None
    if listed.numbered and not (closed and not closed.classes):
        return relation if _numbered_is_complete(relation, listed) else None
    whole = over or not closed or not closed.partial or re.search("自筹|配套|其他|其它", listed.labels[-1])
    if closed and (counted or over or not listed.open) and whole:
        relation.sure = len(listed.parts) == len(closed.members) or bool(listed.tight)
        return relation
    if listed.word == "合计" and not is_like_a_slip(relation):
        return None
    if listed.open:
        return None
    if len(listed.parts) > 2 and re.match("其他|其它|其余", listed.labels[-1]):
        return relation  # nothing is left but what is named
    if over and all_smaller(relation) and is_disjoint(relation, listed):
        return relation
    if listed.tight and is_all_counted(relation, listed):
        relation.severity = Severity.WARNING
        return relation
    if is_like_a_slip(relation, over=over) or (listed.word == "其中" and is_nearly_all(relation, listed)):
        relation.severity = Severity.WARNING
        return relation
    if listed.tight and falls_short_by_a_slip(relation, listed):
        relation.severity = Severity.WARNING
        return relation
    if listed.word != "合计" and falls_short_by_a_slip(relation, listed):
        relation.severity = Severity.WARNING
        return relation
    return None


def _is_more_than_main_ones(relation: StatedRelation) -> bool:
    """固定资产3218.47万元，其中房屋1406.22万元、设备1128.51万元: two of many, but for a slip."""
    computed = relation.computed()
    if len(relation.operands) > _FEW or computed is None or computed.value >= relation.target.value:
        return True
    return any(slip_in(figure, relation) for figure in relation.figures)


def _is_said(relation: StatedRelation, context: AuditContext) -> bool:
    """拨款支出4339.17万元：教育…、住房保障268.74万元: all come to what is said elsewhere."""
    computed = relation.computed()
    if any(_OF_ANOTHER.search(part.words) for part in relation.operands):
        return False
    return computed is not None and any(
        f.value == computed.value and f.measure is Metric.MONEY and f.step < f.scale
        for own in context.figures.values()
        for f in own
        if f not in relation.figures
    )


def _numbered_is_complete(relation: StatedRelation, listed: StatedList) -> bool:
    return len(listed.parts) > 2 and is_like_a_slip(relation)
