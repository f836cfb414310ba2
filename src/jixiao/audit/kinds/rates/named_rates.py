"""Rates that are called by a name: 到位率, 资产负债率, 满意度; part and whole are told by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.bracketed_formulas import formula_of
from jixiao.audit.kinds.rates.rates_without import is_without
from jixiao.audit.kinds.rates.satisfaction import is_of_levels
from jixiao.audit.kinds.rates.stem_rates import (
    USED,
    by_its_stem,
    clause_of,
    fits_others,
    is_of_the_others,
    named_relation,
    of_another_total,
    same_but_for_a_slip,
)
from jixiao.audit.relations.formulas import ShareOfRest
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.wording.named_terms import NamedRate
from jixiao.model.outcome import Outcome, Severity

_GOOD = re.compile("(?:合格|达标|完好|优良|准确|规范|完整|通过)率")
_BAD = re.compile("不合格|不达标|不全|不符|不规范|问题|故障|损坏|超标|未|缺")
_SAVED = re.compile("(?:节约|节支|核减|审减)率(?:为|达到|达|是|约|：)*$")
_INCOME = re.compile("收入(?:预算|决算)?(?:执行|完成)?率")  # none of what was spent
_ALL = 100
_BACK = 8
_ONE_SOURCE = re.compile(
    "中央|自治区|省级|省财政|市级|区级|县级|县（|乡|镇|自筹|配套|其中|援"
)  # a rate of its own money


def named_rates(context: AuditContext) -> Iterator[StatedRelation]:
    """Each named rate of which one pair of figures can be meant, or of which one pair fits."""
    members = context.members
    for sentence in context.sentences:
        for figure in sentence.figures:
            saved = _SAVED.search(figure.words)  # 节约率 is no change
            changed = figure.role in (FigureRole.RATE, FigureRole.SHARE) and not saved
            apart = changed or formula_of(figure, sentence) or is_without(figure)
            if figure.measure is not Metric.PERCENT or apart:
                continue
            found: list[StatedRelation] = []
            for rate in context.words.rate:
                if re.search(rf"(?:{rate.name})(?:（[^）]*）)?(?:为|达到|达|是|约|仅|：)*$", figure.words):
                    if "满意" in rate.name and is_of_levels(figure, sentence):
                        break  # told by satisfaction
                    if _INCOME.search(figure.words) and re.search(rate.part, "实际支出"):
                        break
                    found = list(_judged(figure, rate, sentence, context, members))
                    break
            yield from found or by_its_stem(figure, sentence)


def _judged(
    rate: StatedFigure,
    named: NamedRate,
    sentence: Sentence,
    context: AuditContext,
    members: frozenset[StatedFigure],
) -> Iterator[StatedRelation]:
    part, whole = named.part, named.whole
    clause = clause_of(rate, sentence)
    pairs = _pairs(clause, part, whole) or (_of_a_list(clause, part, context) if named.listed else [])
    pairs = pairs or _pairs(sentence.before(rate.start), part, whole)
    pairs = _of_its_budget(rate, pairs, context)
    if not pairs:
        near = sentence.before(rate.start)
        for before in context.before(sentence, _BACK):
            near = [*(f for f in before.figures if f not in members), *near]
        pairs = _pairs(near, part, whole)
    if not pairs and named.far and not _ONE_SOURCE.search(rate.words):
        everywhere = [f for one in context.sentences for f in one.figures if f.role not in USED]
        far = [f for f in everywhere if re.search(named.far, f.words) and f.measure is Metric.MONEY]
        parts = [f for f in clause if f.measure is Metric.MONEY and re.search(part, f.words)]
        parts = [
            f for f in parts if not _ONE_SOURCE.search(f.passage.text[: f.start])
        ]  # its 其中 may name them
        if len({f.value for f in far}) == 1 and len(parts) == 1 and parts[0] is not far[0]:
            pairs = [(parts[0], far[0])]
    relations = [named_relation(rate, *pair) for pair in pairs]
    if not any(one.outcome() is not Outcome.INCONSISTENT for one in relations):
        relations = list(_of_the_rest(rate, clause)) or relations
    turned = [named_relation(rate, *reversed(one.operands)) for one in relations if one.operands[0].value]
    turned = turned if rate.value <= _ALL or len(relations) > 1 else []
    holding = [one for one in (*relations, *turned) if one.outcome() in (Outcome.PASSED, Outcome.ROUNDING)]
    if holding:
        yield _of_all_handed_out(holding[0], relations) or holding[0]
        return
    if any(is_of_the_others(one) for one in relations):
        return
    relations = _narrowed(relations, clause, context)
    own = sentence.figures if named.slips_only else clause
    slip = len(relations) == 1 and relations[0].operands[1] in clause and slip_in(rate, relations[0])
    if slip:
        yield relations[0]
    elif len(relations) == 1 and rate.value and relations[0].operands[0] in own:
        beside = [f for before in context.before(sentence, 1) for f in before.figures]
        part_of, whole_of = relations[0].operands
        if part_of.value > 2 * whole_of.value and not slip_in(part_of, relations[0]):  # of something else
            return
        if fits_others(rate, [*beside, *sentence.before(rate.start)]):
            return
        if named.slips_only and not slip_in(rate, relations[0]):
            return
        other = of_another_total(rate, part_of, context)
        yield other or relations[0]
        if other and whole_of in clause and (same := same_but_for_a_slip(whole_of, other.operands[1])):
            yield same


def _of_its_budget(
    rate: StatedFigure, pairs: list[tuple[StatedFigure, StatedFigure]], context: AuditContext
) -> list[tuple[StatedFigure, StatedFigure]]:
    """年初预算1245万元，全年预算1330万元；全年预算执行率…: over the budget that its name says."""
    for names in (context.words.roles.full, context.words.roles.initial):
        own = [pair for pair in pairs if any(name in pair[1].words for name in names)]
        if own and any(
            re.search(rf"{name}(?:数|资金)?(?:的)?(?:执行|完成|支出)", rate.words) for name in names
        ):
            return own
    return pairs


def _of_all_handed_out(held: StatedRelation, relations: Sequence[StatedRelation]) -> StatedRelation | None:
    """发放300份，回收有效问卷295份，满意287份，满意度95.67%: it is one of the valid answers."""
    happy, asked = held.operands
    if "满意" not in held.target.words or "发放" not in asked.words or "有效" in asked.words:
        return None
    valid = [
        one
        for one in relations
        if one.operands[0] is happy
        and re.search("有效|收回|回收", one.operands[1].words)
        and asked.value > one.operands[1].value > happy.value
    ]
    if len(valid) != 1 or valid[0].outcome() is not Outcome.INCONSISTENT:
        return None
    valid[0].severity = Severity.WARNING
    valid[0].note = f"写的是按发放数{asked.written}计算的。"
    return valid[0]


def _is_of_the_returned(relation: StatedRelation) -> bool:
    """发放240份，收回228份，满意219份，满意率…: of those that came back."""
    part, whole = relation.operands
    happy = re.search("满意", relation.target.words) and re.search("满意", part.words)
    return happy is not None and re.search("有效|收回|回收", whole.words) is not None


def _narrowed(
    relations: list[StatedRelation], clause: Sequence[StatedFigure], context: AuditContext
) -> list[StatedRelation]:
    """Of several readings those whose part stands beside the rate, then those of the full year's budget."""
    full = context.words.roles.full
    for kept in (
        [one for one in relations if _is_of_the_returned(one)],
        [one for one in relations if one.operands[0] in clause],
        [one for one in relations if one.operands[1] in clause],
        [one for one in relations if any(word in one.operands[1].words for word in full)],
    ):
        both = [one for one in relations if one in kept]
        relations = both or relations
    return relations


def _pairs(figures: Sequence[StatedFigure], part: str, whole: str) -> list[tuple[StatedFigure, StatedFigure]]:
    usable = [f for f in figures if f.role not in USED and f.measure is not Metric.PERCENT]
    parts = [f for f in usable if re.search(part, f.words)]
    wholes = [f for f in usable if re.search(whole, f.words) and f.value]
    found = [
        (one, other)
        for one in parts
        for other in wholes
        if one is not other and one.fits(other) and one.measure is other.measure
        if not _ONE_SOURCE.search(one.words) or _ONE_SOURCE.search(other.words)
    ]
    return list({(one.value, other.value): (one, other) for one, other in found}.values())


def _of_the_rest(rate: StatedFigure, clause: Sequence[StatedFigure]) -> Iterator[StatedRelation]:
    """抽查320份，资料不全24份，合格率92.50%: what is not wrong."""
    border = rate.passage.text.rfind("；", 0, rate.start)  # 不合格19批次；高标准农田验收合格率100%
    clause = [f for f in clause if f.start > border]
    now = [f for f in clause if f.role is not FigureRole.PRIOR]  # 抽检1200批次，比上年的1100批次增加…
    counts = [f for f in now if f.measure is Metric.COUNT and f.role not in USED][-2:]
    if len(counts) != 2 or not _GOOD.search(rate.words) or not _BAD.search(counts[1].words):
        return
    whole, bad = counts
    if whole.unit == bad.unit and bad.value < whole.value:
        relation = named_relation(rate, bad, whole)
        relation.formula, relation.of = ShareOfRest(), f"（{whole.written}－{bad.written}）÷{whole.written}"
        yield relation


def _of_a_list(
    clause: Sequence[StatedFigure], part: str, context: AuditContext
) -> list[tuple[StatedFigure, StatedFigure]]:
    """图斑312个，已整改297个，正在整改15个，整改率95.2%: the first part of a list over its whole."""
    for listed in context.lists:
        first = next(iter(listed.parts[0].figures.values())) if listed.parts else None
        if listed.word == "合计":  # 满意402份、基本满意116份，合计518份
            continue
        whole = next((w for w in listed.wholes.values() if w in clause), None)
        if first in clause and whole is not None and first is not None and re.search(part, first.words):
            return [(first, whole)]
    return []
