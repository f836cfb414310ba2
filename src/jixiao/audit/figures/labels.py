"""What a figure is the figure of, and what for: by the words next to it, within its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figure_roles import DEDUCTED, assign_role
from jixiao.audit.figures.subject import ReportSubject
from jixiao.audit.wording.words import AuditWords

_BUDGET_BEHIND = re.compile("的(?:年初|全年|调整)(?:部门)?预算")  # 与1690.00万元的年初预算相比
_EARLIER_IN_BRACKET = re.compile(  # 比上年执行数（52874.63万元）增加; not 比上年减少2人（退休3人，招录1人）
    r"(?:比|较|与|同)(?:(?:19|20)\d\d年度?|上年度?|去年)[^，。；（）\d]{0,16}（$"
)
_FAR = 40  # letters; no such bracket begins further back
_LOST_AND_GOT = re.compile(r"[，、（][^，。；\d]{0,20}扣分?(?:实际|实|最终|故)?得分?(?:为)?")
_STOPS = "，。；：、！？【】"
_BRACKETED = 10  # letters within brackets that belong to a name: 维修（护）费, （含外宾接待）


def bind(figures: Sequence[StatedFigure], words: AuditWords, subject: ReportSubject) -> None:
    """Give each figure of a passage its label and role."""
    ended = 0
    before_it: StatedFigure | None = None
    for figure in figures:
        text = figure.passage.text
        begin = _label_start(text, ended, figure.start)
        before = text[begin : figure.start]
        figure.label_start = begin
        assign_role(figure, before, words, subject.year)
        if subject.budget and figure.role is FigureRole.BASE:
            figure.role = FigureRole.PLAIN
        if figure.measure is Metric.PERCENT and before_it is not None and before_it.end == begin:
            _bind_over(figure, before_it, before)
        if figure.measure is Metric.MONEY and _BUDGET_BEHIND.match(text, figure.end):
            figure.role = FigureRole.BASE
        if _is_bracketed_share(figure, before_it):
            figure.role = FigureRole.SHARE
        if figure.role is FigureRole.PLAIN and _EARLIER_IN_BRACKET.search(text, max(begin - _FAR, 0), begin):
            figure.role = FigureRole.PRIOR
        if before_it is not None and _is_got_of(figure, before_it):
            before_it.role = FigureRole.BASE
        before_it = figure
        ended = figure.end
    for full, lost, got in zip(figures, figures[1:], figures[2:], strict=False):
        if full.role is FigureRole.PLAIN and _is_lost_of(full, lost, got):
            full.role = FigureRole.BASE


def _is_lost_of(full: StatedFigure, lost: StatedFigure, got: StatedFigure) -> bool:
    """质量指标15分，扣1分，得14分: what could be got, by what follows."""
    points = all(figure.measure is Metric.SCORE for figure in (full, lost, got))
    said = _LOST_AND_GOT.fullmatch(full.passage.text[full.end : lost.start] + got.words)
    return points and said is not None and full.words[-1:] not in ("得", "扣", "分", "为")


def _is_bracketed_share(figure: StatedFigure, before_it: StatedFigure | None) -> bool:
    """管网工程6830.11万元（55.00%）: its share, if those beside it say so too."""
    if figure.measure is not Metric.PERCENT or before_it is None or before_it.end + 1 != figure.start:
        return False
    text = figure.passage.text
    closed = text[figure.start - 1] == "（" and text[figure.end : figure.end + 1] == "）"
    return closed and before_it.measure is Metric.MONEY and before_it.role is FigureRole.PLAIN


def _bind_over(rate: StatedFigure, base: StatedFigure, before: str) -> None:
    """完成年初预算15800万元的103.9%, 占总支出300万元的44%: the base stands within the phrase."""
    if not re.fullmatch(r"的(?:(?:比例|比重)(?:为|是|达|达到)?)?(?:约|近)?", before):
        return
    phrase = re.search(r"(?P<word>完成|为|相当于|占|达到)[^，；。]*$", base.words)
    if phrase is None or base.measure not in (Metric.MONEY, Metric.COUNT):
        return
    rate.role = FigureRole.SHARE if phrase["word"] == "占" else FigureRole.DONE
    rate.over, rate.label = base, ""
    base.role = FigureRole.SIDE  # it is no figure of its own


def _label_start(text: str, ended: int, start: int) -> int:
    """Back to the last stop, bracket or figure; short brackets within a name belong to it."""
    at = start
    while at > ended:
        sign = text[at - 1]
        if sign == "）":
            opening = text.rfind("（", max(ended, at - 2 - _BRACKETED), at - 1)
            if opening < 0 or any(c.isdigit() for c in text[opening:at]):
                break
            at = opening
            continue
        if sign == "（" or (sign in _STOPS and not (sign == "：" and at == start)):
            break
        at -= 1
    return at


def _is_got_of(figure: StatedFigure, full: StatedFigure) -> bool:
    """预算执行20分，得15.5分: what could be got stands before what was."""
    both = figure.measure is Metric.SCORE and full.measure is Metric.SCORE
    between = figure.passage.text[full.end : figure.start]
    said = re.fullmatch(r"[，、（]?(?:(?:实际|自评)?得(?:分)?|自评|评价)(?:为)?", between)
    return both and said is not None and not DEDUCTED.search(full.words)
