"""Rates by their stem, 取证率 of 取得证书, and what all named rates share: their clause, other readings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import ShareOf, ShareOfRest
from jixiao.audit.relations.stated import Directness, StatedRelation, same_figure
from jixiao.audit.relations.telling_slips import is_same_but_for_a_slip, slip_in
from jixiao.model.outcome import Outcome, Severity

USED = (FigureRole.CHANGE, FigureRole.RATE, FigureRole.SHARE, FigureRole.DONE)
_STEM = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,4})率(?:为|达到|达|是|约|：)*$")
_TIMES = ("小时", "天", "日", "分钟")
_IN_TIME = re.compile("^(?:及时|按时|按期|准时|限时)(?=..)")  # 及时修复 of what was 24小时内修复
_TIMELY = re.compile("及时|按时|按期|准时|限时|如期|足额|一次性|首次|当[日月年]")
_TIME = 5  # letters of 24小时 before what was done in it
_TOTAL = re.compile("预算|指标|到位|下达|安排|合同|概算|投资|可用|总额|资金|中标|任务|计划|目标|应|共")
_DUE = re.compile("应|计划|任务|目标|抽查|抽检|检查|总|共")
_DID = re.compile("实[收缴到发支征]|实际|已|完成|规范|符合|达到|按期|按时|及时|其中")
_COUNTED = (Metric.COUNT, Metric.MONEY)


def by_its_stem(rate: StatedFigure, sentence: Sentence) -> Iterator[StatedRelation]:
    """立案412起，结案398起，结案率96.60%: 结案 over what stands before it."""
    name = _STEM.search(rate.words)
    clause = [f for f in clause_of(rate, sentence) if f.measure in _COUNTED and f.role not in USED]
    clause = [f for f in clause if f.unit not in _TIMES]  # 24小时内修复2376件
    if (
        name is None
        or len(clause) < 2
        or rate.passage.text[clause[-1].end : rate.label_start].count("，") > 1
    ):
        return
    part = next((f for f in reversed(clause) if _is_stem_of(name["stem"], f.words)), None)
    if part is None and len(clause) == 2 and _DUE.search(clause[0].words) and _DID.search(clause[1].words):
        part = clause[1]  # 应施监测面积338.90万亩，实际监测332.12万亩，监测覆盖率98.00%
    if part is None:
        return
    wholes = [f for f in clause if f is not part and _is_whole_of(f, part)]
    relations = [named_relation(rate, part, whole) for whole in wholes]
    holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
    likely = [one for one in relations if slip_in(rate, one)]
    if holding:
        yield holding[0]
    elif any(is_of_the_others(one) for one in relations) or (not likely and _is_of_the_timely(rate, part)):
        return
    elif len(likely) == 1 or (
        (len(clause) == 2 or _are_neighbours(wholes, part, clause)) and _is_near(relations, rate, sentence)
    ):
        told = (likely or relations)[0]
        told.severity = Severity.WARNING
        yield told


def _is_of_the_timely(rate: StatedFigure, part: StatedFigure) -> bool:
    """应发7846人，实发7846人，按时到账率99.87%: some of those that were paid, who are not said."""
    said = part.passage.text[max(part.label_start - _TIME, 0) : part.start]
    return (
        bool(_TIMELY.search(rate.words))
        and not _TIMELY.search(said)
        and not re.search("|".join(_TIMES), said)
    )


def _are_neighbours(wholes: Sequence[StatedFigure], part: StatedFigure, clause: list[StatedFigure]) -> bool:
    """全县19个乡镇、218个建制村中，已通客车建制村216个: the only larger figure stands directly before."""
    return len(wholes) == 1 and clause.index(part) - clause.index(wholes[0]) == 1


def _is_near(relations: Sequence[StatedRelation], rate: StatedFigure, sentence: Sentence) -> bool:
    """Whether the only reading comes close to the rate, and no other figures beside it do."""
    computed = relations[0].computed() if len(relations) == 1 else None
    near = computed is not None and abs(computed.value - rate.value) * 5 < computed.value
    return near and not fits_others(rate, sentence.before(rate.start))


def _is_stem_of(stem: str, words: str) -> bool:
    """Whether the letters of 取证 stand in 取得证书, in their order."""
    letters, bare = iter(words), _IN_TIME.sub("", stem)
    return all(letter in letters for letter in stem) or (bare != stem and bare in words)


def _is_whole_of(whole: StatedFigure, part: StatedFigure) -> bool:
    people = ("人", "人次", "名")
    alike = whole.fits(part) or (whole.unit in people and part.unit in people)
    past = FigureRole.PRIOR in (whole.role, part.role) and whole.role is not part.role  # 比上年的5210人增加
    return alike and not past and whole.value > part.value


def clause_of(rate: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """The figures before the rate, as far as the last rate of another thing."""
    found: list[StatedFigure] = []
    for figure in reversed(sentence.before(rate.start)):
        if figure.measure is Metric.PERCENT and figure.role not in (FigureRole.RATE, FigureRole.SHARE):
            break
        found.insert(0, figure)
    return found


def is_of_the_others(relation: StatedRelation) -> bool:
    """28台中5台逾期，按时完成率82.14%: whether the rate is that of all others."""
    rest = named_relation(relation.target, *relation.operands)
    rest.formula = ShareOfRest()
    return rest.outcome() in (Outcome.PASSED, Outcome.ROUNDING)


def fits_others(rate: StatedFigure, figures: Sequence[StatedFigure]) -> bool:
    """Whether two other figures beside it come to just that rate, as exactly as it is written."""
    if rate.step >= 1:
        return False
    usable = [f for f in figures if f.role not in USED and f.measure is not Metric.PERCENT and f.value]
    return any(
        named_relation(rate, one, other).outcome() in (Outcome.PASSED, Outcome.ROUNDING)
        for one in usable
        for other in usable
        if one is not other and one.fits(other)
    )


def of_another_total(rate: StatedFigure, part: StatedFigure, context: AuditContext) -> StatedRelation | None:
    """支付进度41.01% of a budget that is said somewhere else: one that fits as exactly as it is written."""
    if rate.step >= 1:
        return None
    for figures in context.figures.values():
        for figure in figures:
            usable = figure.role not in USED and figure.measure is part.measure and figure.fits(part)
            if usable and figure.value > 0 and figure is not part and _TOTAL.search(figure.words):
                relation = named_relation(rate, part, figure)
                if relation.outcome() is not Outcome.INCONSISTENT:
                    return relation
    return None


def same_but_for_a_slip(near: StatedFigure, far: StatedFigure) -> StatedRelation | None:
    """计划资金237.15万元 beside a rate of the 总投资273.15万元 said before: the same sum, mistyped."""
    of = f"前面的{far.written}"
    relation = same_figure("RATE-BASE-TWICE", near, far, of, Severity.WARNING)
    return relation if is_same_but_for_a_slip(relation) else None


def named_relation(rate: StatedFigure, part: StatedFigure, whole: StatedFigure) -> StatedRelation:
    """A named rate is its part over its whole."""
    of = f"{part.written}÷{whole.written}"
    return StatedRelation("RATE-NAMED", AuditKind.RATIO, rate, (part, whole), ShareOf(), Directness.RATE, of)
