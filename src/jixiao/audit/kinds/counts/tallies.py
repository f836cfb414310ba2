"""Well-known counts of a unit, said more than once: 编制, 在职, 公务用车保有量, 接待批次."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.counts.unlike_counts import unlike_counts
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.wording.named_terms import NamedTally
from jixiao.model.outcome import Severity

_LEADS = (
    r"(?:截至|年末|年底|期末|本(?:单位|部门|局|校|院|街道|镇|乡|年|级)|我(?:单位|部门|局|校|院|委|办|街道|镇|乡)|单位|部门|"
    r"现有|实有|共有|目前|主要(?:原因)?(?:是|为|用于)|按|按照|其中|核定|总|共|全年|累计|的|(?:19|20)\d\d年|\d{1,2}月(?:\d{1,2}日)?)*"
)
_SCOPE = re.compile(
    "全系统|系统|局机关|机关|本级|所属|下属|二级|县直|全[局校院镇乡县市区委]|街道|参公|事业|行政|工勤|教师|公务员|临聘|聘用|劳务"
)
_EARLIER = re.compile("上年|去年|上一年|年初|比|较|平均|增加|减少|新增|净增|空编|超编|报废|处置")
_BOUGHT = re.compile("计划|拟|购置|更新")
_YEARS = re.compile(r"((?:19|20)\d\d)(?=年)")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE)
_APART = Decimal("0.3")  # of the larger: farther apart they are of other things
_NEAR = 2  # so far apart they never are


def tallies(context: AuditContext) -> Iterator[StatedRelation]:
    """Each count that differs from what is said elsewhere of the same scope."""
    found: dict[tuple[str, frozenset[str]], list[StatedFigure]] = defaultdict(list)
    units = {tally.unit for tally in context.words.tally}
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is not Metric.COUNT or figure.role not in _ROLES or figure.unit not in units:
                continue
            for tally in context.words.tally:
                if (scope := _scope(figure, sentence, tally, context)) is not None:
                    found[tally.name, scope].append(figure)
                    break
    for (name, _), figures in found.items():
        yield from unlike_counts("COUNT-TALLY", figures, f"别处所写的{name}", _APART, _NEAR)
    for tally in context.words.tally:
        if tally.at_most:
            yield from _bounded(found, tally)


def _bounded(
    found: dict[tuple[str, frozenset[str]], list[StatedFigure]], tally: NamedTally
) -> Iterator[StatedRelation]:
    """公务用车保有量8辆 of 共有车辆7辆: where each has one value."""
    parts = [f for (name, _), figures in found.items() if name == tally.name for f in figures]
    wholes = [f for (name, _), figures in found.items() if name == tally.at_most for f in figures]
    if len({f.value for f in parts}) != 1 or len({f.value for f in wholes}) != 1:
        return
    relation = same_figure("COUNT-BOUND", parts[0], wholes[0], tally.at_most, Severity.WARNING)
    if parts[0].value > wholes[0].value:
        yield relation


def _scope(
    figure: StatedFigure, sentence: Sentence, tally: NamedTally, context: AuditContext
) -> frozenset[str] | None:
    """Of which part of the unit a figure is such a count; None if it is none."""
    text = sentence.passage.text
    if figure.unit != tally.unit:
        return None
    part = text[max(text.rfind("；", 0, figure.start), sentence.start) : figure.start]
    if tally.never and re.search(tally.never, part):
        return None
    clause = re.split("[，；：。、（]", text[sentence.start : figure.start])[-1]
    if tally.pair:
        others = [f for f in sentence.before(figure.start) if f.unit == tally.pair]
        if not others or not re.fullmatch("[、，（]?", text[others[-1].end : figure.start]):
            return None
        clause = re.split("[，；：。、（]", text[sentence.start : others[-1].start])[-1]
    behind = tally.behind and re.match(tally.behind, text[figure.end :])
    years = {int(year) for year in _YEARS.findall(text[sentence.start : figure.start])}
    if not tally.bought and _BOUGHT.search(clause):
        return None
    if _EARLIER.search(clause) or (years and context.year not in years and context.year - 1 not in years):
        return None
    if years and max(years) != context.year - context.budget and max(years) != context.year:
        return None
    scope = frozenset(_SCOPE.findall(clause))
    bare = _SCOPE.sub("", clause)
    named = re.fullmatch(
        rf"{_LEADS}(?:[\u4e00-\u9fff]{{2,16}}(?:局|委员会|中心|院|校|馆|办|所|站))?{_LEADS}(?:{tally.words})"
        r"(?:共计|共有|总数|合计|共|有|为)*",
        bare,
    )
    return scope if named or behind else None
