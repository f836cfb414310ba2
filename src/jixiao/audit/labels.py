"""What a figure is the figure of, and what for: by the words next to it, within its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.audit.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures import year_in
from jixiao.audit.subject import ReportSubject
from jixiao.audit.words import AuditWords, either

_STOPS = "，。；：、！？【】"
_BRACKETED = 10  # letters within brackets that belong to a name: 维修（护）费, （含外宾接待）
_FILLERS = re.compile(
    r"(?:金额|总额|总量|数额|合计|共计|总计|累计|共有|共|约|近|达到|达|为|是|计|有|：|“|”|的|了|至|一共|分别)+$"
)
_QUANTITY_VERB = re.compile(r"(?:安排|投入|支出|收入|拨付|下达|使用|实现|完成)+$")
_CARRIED = re.compile(
    r"(?:上年|以前年度|上一年度?|年初|(?:19|20)\d\d年)(?:末|财政拨款)*(?:结转|结余|滚存|余额)"
)
_SHARE = re.compile(r"占(?P<base>[^，；。占]*?)(?:的)?(?:比重|比例|比)?(?:为|达|达到|约|约为|：|是)*$")
_LEADING = re.compile(
    r"^(?:其中|同时|另外|此外|另|并|且|和|与|及|以及|分别|即|如|用于|主要用于|包括|本年|当年|本年度|今年|全年|我单位|本单位|本部门|我部门|我局|我中心)+"
)
_YEARS = re.compile(r"(?:(?:19|20)\d\d)年?度?|(?:19|20)\d\d")


def bind(figures: Sequence[StatedFigure], words: AuditWords, subject: ReportSubject) -> None:
    """Give each figure of a passage its label and role."""
    done = re.compile(
        rf"(?:(?:{either(words.rates.done)})(?P<base>[^，；。]*?(?:预算|计划|预算数|指标|任务|安排数)[^，；。的]{{0,3}})的?"
        rf"(?:比例|比重)?(?:为|达|约|达到)?|(?P<name>{either(words.rates.done_names)})(?:为|达到|达|是|约|：)*)$"
    )
    ended = 0
    before_it: StatedFigure | None = None
    for figure in figures:
        text = figure.passage.text
        begin = _label_start(text, ended, figure.start)
        before = text[begin : figure.start]
        figure.label_start = begin
        _assign(figure, before, words, done, subject.year)
        if subject.budget and figure.role is FigureRole.BASE:
            figure.role = FigureRole.PLAIN
        if figure.measure is Metric.PERCENT and before_it is not None and before_it.end == begin:
            _bind_over(figure, before_it, before)
        if before_it is not None and _is_got_of(figure, before_it):
            before_it.role = FigureRole.BASE
        before_it = figure
        ended = figure.end


def _bind_over(rate: StatedFigure, base: StatedFigure, before: str) -> None:
    """完成年初预算15800万元的103.9%, 占总支出300万元的44%: the base stands within the phrase."""
    if not re.fullmatch(r"的(?:比例)?(?:约|近)?", before):
        return
    phrase = re.search(r"(?P<word>完成|为|相当于|占|达到)[^，；。]*$", base.words)
    if phrase is None or base.measure is not Metric.MONEY:
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


def _assign(figure: StatedFigure, before: str, words: AuditWords, done: re.Pattern[str], year: int) -> None:
    carried = _CARRIED.search(before)
    earlier = not carried and _says(before, words.change.earlier)
    figure.year = 0 if carried else year_in(before) or (year - 1 if year and earlier else 0)
    figure.label = cleaned(before)
    changed = words.changed.search(before)
    if words.reached.search(before):
        figure.role = FigureRole.RESULT
        figure.direction = 0
        return
    if figure.measure in (Metric.PERCENT, Metric.POINTS):
        _assign_rate(figure, before, changed, done)
        return
    if changed and not _is_part_of_name(before, changed):
        figure.role = FigureRole.CHANGE
        figure.direction = 1 if changed["growth"] else -1
        figure.base = before[: changed.start()]
        figure.label = cleaned(before[: changed.start()])
        return
    if figure.measure is Metric.SCORE and _is_full_mark(figure, before):
        figure.role = FigureRole.BASE
    elif re.search(r"由[^，。；]{0,8}$", before):
        figure.role = FigureRole.PRIOR
    elif words.mean.search(before) or re.search(r"(?:扣|扣除|扣减|扣分)(?:了|为)?$", before):
        figure.role = FigureRole.SIDE
    else:
        figure.role = _role_of(figure, before, words, year)


def _assign_rate(
    figure: StatedFigure, before: str, changed: re.Match[str] | None, done: re.Pattern[str]
) -> None:
    if changed:
        figure.role = FigureRole.RATE
        figure.direction = 1 if changed["growth"] else -1
        figure.base = before[: changed.start()]
        figure.label = cleaned(before[: changed.start()])
    elif (match := done.search(before)) and not _is_share(before[match.start() :], match["base"]):
        figure.role = FigureRole.DONE
        figure.base = match["base"] or match["name"] or ""
        figure.label = cleaned(before[: match.start()])
    elif match := _SHARE.search(before):
        figure.role = FigureRole.SHARE
        figure.base = match["base"]
        figure.label = cleaned(before[: match.start()])
    else:
        figure.role = FigureRole.SIDE


def _is_share(said: str, base: str | None) -> bool:
    """占一般公共预算总支出的 is a share, 占年初预算的 is how much of it was done."""
    return said.startswith("占") and re.search(r"(?:支出|收入|合计|总额|总计)$", base or "") is not None


def _role_of(figure: StatedFigure, before: str, words: AuditWords, year: int) -> FigureRole:
    text = words.names_with_budget.sub("", before)
    if figure.year and year and figure.year < year:
        return FigureRole.PRIOR
    if re.search(r"由(?:原来的?|上年的?)?$", before):
        return FigureRole.PRIOR
    if re.search(rf"(?:{either(words.roles.result)})[^，；]{{0,4}}$", text):
        return FigureRole.RESULT
    if re.search(rf"(?:{either(words.roles.base)})[^，；]{{0,4}}$", text) or re.search(
        r"预算(?:数|为|安排|是|共|资金|金额)*$", text
    ):
        return FigureRole.BASE
    if (
        not _CARRIED.search(before)
        and re.search(r"(?:比|较|与|同)[^，；]{0,20}$", text)
        and _says(text, words.change.earlier)
    ):
        return FigureRole.PRIOR
    if re.match(r"(?:主要是|主要因|原因是|因(?!公)|由于|增加|减少|新增|追加|节约|压减|调整)", text):
        return FigureRole.SIDE
    return FigureRole.PLAIN


def _is_part_of_name(before: str, changed: re.Match[str]) -> bool:
    """Single characters of change are part of many words: 减 of 减免, 高 of 高新."""
    word = changed["growth"] or changed["decline"]
    return (
        len(word) == 1
        and word in "多少高低增减降超"
        and not re.search(
            rf"(?:比|较|同比|环比|度|年|数|算|期|额|，|^|同){word}", before[max(changed.start() - 1, 0) :]
        )
        and changed.start() > 0
        and before[changed.start() - 1] not in "比较净度年数算期额共"
    )


def _is_full_mark(figure: StatedFigure, before: str) -> bool:
    """满分10分, （10分）: what could be got."""
    text = figure.passage.text
    bracketed = text[figure.start - 1 : figure.start] == "（" and text[figure.end : figure.end + 1] == "）"
    return bracketed or bool(
        re.search(
            r"(?:满分|分值|总分值|标准分|权重|(?<!自评)(?<!评价)(?<!综合)总分)(?:为|是|共|：)*$", before
        )
    )


def _is_got_of(figure: StatedFigure, full: StatedFigure) -> bool:
    """预算执行20分，得15.5分: what could be got stands before what was."""
    both = figure.measure is Metric.SCORE and full.measure is Metric.SCORE
    between = figure.passage.text[full.end : figure.start]
    return both and re.fullmatch(r"[，、（]?(?:实际|自评)?得(?:分)?(?:为)?", between) is not None


def _says(text: str, wanted: Sequence[str]) -> bool:
    return any(word in text for word in wanted)


def cleaned(before: str) -> str:
    """The name in a label: without years, fillers at its end and connecting words at its beginning."""
    text = _YEARS.sub("", before)
    text = _FILLERS.sub("", text)
    text = _LEADING.sub("", text.strip("“”\"'《》 "))
    return text.strip("“”\"' 、，。")
