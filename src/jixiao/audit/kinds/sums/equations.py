"""Equations between the named figures of a sentence: balances, net values, adjusted budgets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.sums.balance_chain import has_other_uses
from jixiao.audit.kinds.sums.balances_in_one import balance_in
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import is_like_a_slip, slip_in
from jixiao.audit.wording.named_terms import NamedEquation
from jixiao.model.outcome import Outcome, Severity

_NEVER = (FigureRole.RATE, FigureRole.SHARE, FigureRole.DONE)
_SCOPE = re.compile("财政拨款|一般公共|基金|国有资本|项目|专户|账户|账面|食堂|工会|下属")
_NET = re.compile("净(?:调|增|减|追)")
_STEP = re.compile("追加|调增|调减|新增")
_CHAIN = 2  # operands of an opening balance with what came or what went
_OPENING = re.compile(r"(?:年初|期初|上年末|上年度末|上年|去年末)")
_BACK = 2  # sentences in which a figure may stand that the equation needs


def equations(context: AuditContext) -> Iterator[StatedRelation]:
    """Each equation whose total is named in a sentence, and its other figures there or just before."""
    members = context.members
    for sentence in context.sentences:
        if not sentence.figures:
            continue
        named = [(figure, _name(figure)) for figure in sentence.figures if figure.role not in _NEVER]
        told = [one.target for one in balance_in(sentence)]
        named = [(figure, name) for figure, name in named if figure not in told]
        for equation in context.words.equation:
            for figure, name in named:
                opening = figure.role is FigureRole.PRIOR and (equation.back > _BACK or _OPENING.search(name))
                if _may_stand(figure, equation.counted) and equation.of_total.search(name) and not opening:
                    yield from _judged(equation, figure, sentence, context, members)
                    break


def _may_stand(figure: StatedFigure, counted: bool = False) -> bool:
    wanted = Metric.COUNT if counted else Metric.MONEY
    return figure.measure is wanted and figure.role not in _NEVER


def _name(figure: StatedFigure) -> str:
    """What stands before it in its clause, without the words at its end."""
    return re.sub(r"(?:分别)?(?:为|是|约|达|：)*$", "", figure.words)


def _judged(
    equation: NamedEquation,
    total: StatedFigure,
    sentence: Sentence,
    context: AuditContext,
    members: frozenset[StatedFigure],
) -> Iterator[StatedRelation]:
    near = [
        f
        for f in _near(total, sentence, context, equation.back)
        if f in sentence.figures or _is_free(f, members)
    ]
    plus = [_named(words, near, total) for words in equation.plus]
    minus = [_named(words, near, total) for words in equation.minus]
    if any(figure is None for figure in (*plus, *minus)):
        return
    own = sentence.figures
    if all(figure is not None and figure.place < total.place for figure in (*plus, *minus)):
        own = tuple(
            sentence.before(total.start)
        )  # 年末原值2580万元，累计折旧1032.60万元: said of it afterwards
    more = [_named(words, own, total) for words in equation.optional]
    less = [_named(words, own, total) for words in equation.minus_optional]
    terms = [(f, 1) for f in (*plus, *dict.fromkeys(more)) if f is not None] + [
        (f, -1) for f in (*minus, *dict.fromkeys(less)) if f is not None
    ]
    if len({figure for figure, _ in terms}) < max(len(terms), equation.least):
        return
    apart = not any(figure in sentence.figures for figure, _ in terms)
    if apart and total is not sentence.figures[0]:
        return
    relation = StatedRelation(
        "EQUATION",
        AuditKind.BALANCE,
        total,
        tuple(figure for figure, _ in terms),
        SignedSum(tuple(sign for _, sign in terms)),
        Directness.LIST,
        _said(terms),
    )
    computed = relation.computed()
    if relation.outcome() is Outcome.INCONSISTENT and (
        others := _others_of_a_step(equation, own, terms, total)
    ):
        yield from _with_all_steps(relation, terms, others)
        return
    if total.value and computed is not None and not computed.value:
        return  # 收入总计 and 支出总计 that are balanced say nothing about a balance
    if "年末" in equation.name and has_other_uses(context):
        return
    if apart and relation.outcome() is Outcome.INCONSISTENT:
        scope = _SCOPE.search(total.words)
        if scope and not any(scope[0] in figure.passage.text for figure, _ in terms):
            return  # 财政拨款年末结转 behind the balance of all
        if is_like_a_slip(relation, over=True) and slip_in(total, relation):
            relation.severity = Severity.WARNING
            yield relation
        return
    if relation.outcome() is Outcome.INCONSISTENT and _is_of_a_longer_list(relation, context):
        return
    if equation.slips_only and relation.outcome() is Outcome.INCONSISTENT:
        if is_like_a_slip(relation, over=True) or _is_whole_chain(relation, sentence, members):
            relation.severity = Severity.WARNING
            yield relation
    elif relation.outcome() is not Outcome.INCONSISTENT or _is_sure(relation, sentence, members):
        yield relation
    elif equation.counted and slip_in(total, relation):
        relation.severity = Severity.WARNING
        yield relation


def _is_of_a_longer_list(relation: StatedRelation, context: AuditContext) -> bool:
    """全年预算数，其中：年初预算、上年结转、年中追加: its list names more, and is told itself."""
    operands = set(relation.operands)
    for listed in context.lists:
        parts = {f for part in listed.parts for f in part.figures.values()}
        if relation.target in listed.wholes.values() and operands < parts:
            return True
    return False


def _others_of_a_step(
    equation: NamedEquation,
    figures: Sequence[StatedFigure],
    terms: Sequence[tuple[StatedFigure, int]],
    total: StatedFigure,
) -> list[tuple[StatedFigure, int]]:
    """上级追加2860.40万元、县级追加436.80万元: the steps on the way to the total that are not in it yet."""
    used = {figure for figure, _ in terms}
    steps = [(words, 1) for words in (*equation.plus, *equation.optional) if _STEP.search(words)]
    steps += [(words, -1) for words in equation.minus_optional if _STEP.search(words)]
    others = [f for f in figures if f not in used and f is not total and _may_stand(f, equation.counted)]
    found = {
        f: sign
        for words, sign in steps
        for f in others
        if re.search(words, _name(f)) and not _NET.search(_name(f))
    }
    return list(found.items())


def _with_all_steps(
    relation: StatedRelation,
    terms: Sequence[tuple[StatedFigure, int]],
    others: Sequence[tuple[StatedFigure, int]],
) -> Iterator[StatedRelation]:
    """The same with all of them, if it comes out so or a slip explains why not."""
    every = [*terms, *others]
    relation.operands = tuple(figure for figure, _ in every)
    relation.formula, relation.of = SignedSum(tuple(sign for _, sign in every)), _said(every)
    if relation.outcome() is not Outcome.INCONSISTENT:
        yield relation
    elif is_like_a_slip(relation, over=True):
        relation.severity = Severity.WARNING
        yield relation


def _is_whole_chain(relation: StatedRelation, sentence: Sentence, members: frozenset[StatedFigure]) -> bool:
    """年初会员1230人，新发展74人，转出18人，年末会员1296人: opening, in, out and closing, one digit amiss."""
    counted = relation.target.measure is Metric.COUNT and len(relation.operands) > _CHAIN
    inside = all(figure in sentence.figures for figure in relation.figures)
    return counted and inside and slip_in(relation.target, relation) and _is_sure(relation, sentence, members)


def _is_free(figure: StatedFigure, members: frozenset[StatedFigure]) -> bool:
    """Whether it is no part of a list, unless it is a total itself."""
    return figure not in members or re.search("(?:总计|合计)(?:为|共|：)*$", figure.words) is not None


def _is_sure(
    relation: StatedRelation, sentence: Sentence, members: frozenset[StatedFigure] = frozenset()
) -> bool:
    """Nothing else of the sentence could belong to it: each amount of it is a part or has another use."""
    used = set(relation.figures)
    last = max(figure.start for figure in relation.figures if figure in sentence.figures)
    first = min(figure.start for figure in relation.figures if figure in sentence.figures)
    return not any(
        _may_stand(figure, relation.target.measure is Metric.COUNT)
        and figure.fits(relation.target)
        and figure not in used | members
        and figure.role is not FigureRole.CHANGE
        for figure in sentence.between(first, last)
    )


def _near(
    total: StatedFigure, sentence: Sentence, context: AuditContext, back: int
) -> Sequence[StatedFigure]:
    """The figures of the sentence, then those of the sentences before it, nearest first."""
    found = list(sentence.figures)
    for before in context.before(sentence, back):
        found += list(before.figures)
    return [
        f for f in found if _may_stand(f, total.measure is Metric.COUNT) and f is not total and f.fits(total)
    ]


def _named(words: str, figures: Sequence[StatedFigure], total: StatedFigure) -> StatedFigure | None:
    pattern = re.compile(words)
    like = total.measure is Metric.COUNT
    usable = [
        f
        for f in figures
        if _may_stand(f, like) and f is not total and (like or f.role is not FigureRole.SIDE)
    ]
    usable = [f for f in usable if f.fits(total)]
    usable = [f for f in usable if not _NET.search(_name(f)) or "净" in words]  # 净调增: both steps in one
    found = [figure for figure in usable if pattern.search(_name(figure))]
    before = [f for f in found if f.passage is total.passage and f.end <= total.start]
    return before[-1] if before else found[0] if found else None


def _said(terms: Sequence[tuple[StatedFigure, int]]) -> str:
    text = "".join(f"{'＋' if sign > 0 else '－'}{figure.written}" for figure, sign in terms)
    return text.removeprefix("＋")
