"""What a figure is for, by the words next to it: a budget, what was spent, a change, a rate, a share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figures import year_in
from jixiao.audit.figures.label_names import cleaned
from jixiao.audit.wording.words import AuditWords

_CARRIED = re.compile(
    r"(?:上年|以前年度|上一年度?|年初|(?:19|20)\d\d年)(?:末|财政拨款)*(?:结转|结余|滚存|余额)"
)
LEFT_OUT = re.compile("剔除|扣除|扣减|不含|不包括|不计|不考虑")
_WITHOUT = re.compile("后|以外|之外|外[，、]")  # behind what is left out: 剔除上年结转312.60万元后，
_EXECUTED = re.compile("预算(?:实际)?(?:执行|支付|使用)(?:数|金额|资金|共|为|了|：)*$")  # 当年预算执行
DEDUCTED = re.compile(r"(?:扣|扣除|扣减|扣分)(?:了|为)?$")
_THRESHOLD = re.compile(
    r"单(?:价|位价值)[^，。；]{0,3}\d+万?元(?:（含）)?(?:以上|及以上)(?:（含）)?"
)  # things of that price
_NAMED = re.compile(r"(?:改造|优化|提质|品质|整治|绿化|修缮|治理)(?:提升|提高|改善)$")
_COMPARED = re.compile("比|较|同期|由|从")
_MOVED = re.compile("^[^；]{0,20}(?:[到至为]|增|减|升|降|提高|调整|变更|扩大|压缩)")
_YEAR = r"(?:19|20)\d\d年?"
_BUILT = (
    re.compile(  # 1990年以前建成的, 1990年至2000年建成的: since when things are there, no year of a figure
        rf"{_YEAR}(?:(?:至|到|-|—){_YEAR})?(?:（?含）?|及)?(?:以前|之前|以后|之后|前|后|间|期间)?"
        r"(?:建成|建造|修建|竣工|出生|参加工作|购置|购入|投用)的$"
    )
)
_SHARE = re.compile(r"占(?P<base>[^，；。占]*?)(?:的)?(?:比重|比例|比)?(?:为|达|达到|约|约为|：|是)*$")


def assign_role(figure: StatedFigure, before: str, words: AuditWords, year: int) -> None:
    """Year, label, role and direction; `before`: its words."""
    carried = _CARRIED.search(before)
    earlier = not carried and _says(before, words.change.earlier)
    figure.year = 0 if carried else year_in(_BUILT.sub("", before)) or (year - 1 if year and earlier else 0)
    figure.label = cleaned(before)
    changed = words.changed.search(before)
    if words.reached.search(before):
        figure.role = FigureRole.RESULT
        figure.direction = 0
        return
    if figure.measure in (Metric.PERCENT, Metric.POINTS):
        _assign_rate(figure, before, changed, words.done)
        return
    if changed and not _is_part_of_name(before, changed):
        figure.role = FigureRole.CHANGE
        figure.direction = 1 if changed["growth"] else -1
        figure.base = before[: changed.start()]
        figure.label = cleaned(before[: changed.start()])
        return
    if figure.measure is Metric.SCORE and _is_full_mark(figure, before):
        figure.role = FigureRole.BASE
    elif re.search(r"由[^，。；]{0,8}$", before) and _has_moved(figure):
        figure.role = FigureRole.PRIOR
    elif (
        words.mean_words.search(_THRESHOLD.sub("", before))
        or DEDUCTED.search(before)
        or _is_left_out(figure, before)
    ):
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
    if words.budgets.search(before):
        return FigureRole.BASE
    if words.results.search(text) or (figure.measure is Metric.MONEY and _EXECUTED.search(text)):
        return FigureRole.RESULT
    if words.bases.search(text):
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


def _is_left_out(figure: StatedFigure, before: str) -> bool:
    """剔除优先消化的上年结转312.60万元后，…: only says what the next figure is without."""
    said = LEFT_OUT.search(before)
    own = said is not None and "后" not in before[said.end() :]
    return own and _WITHOUT.match(figure.passage.text, figure.end) is not None


def _has_moved(figure: StatedFigure) -> bool:
    """由71人增加到86人; not 由A20分、B14分构成, 由政府安排的14人."""
    behind = figure.passage.text[figure.end :].partition("。")[0]
    made_up = behind[:1] in "、和及，" and re.search("构成|组成|合成", behind) is not None
    return not made_up and _MOVED.search(behind) is not None


def _is_part_of_name(before: str, changed: re.Match[str]) -> bool:
    """Single characters of change are part of many words: 减 of 减免, 高 of 高新."""
    word = changed["growth"] or changed["decline"]
    if _NAMED.search(before) and not _COMPARED.search(before):  # 新建2.1万亩、改造提升1.1万亩
        return True
    if re.search(r"(?:用于|[与和及、])[^，。；\d]{2,20}$", before[: changed.start()]) and len(word) > 1:
        return word in ("提升", "提高", "改善") and not _COMPARED.search(before)
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


def _says(text: str, wanted: Sequence[str]) -> bool:
    return any(word in text for word in wanted)
