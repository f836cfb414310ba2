"""The parts of a list between two places of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence, blanked
from jixiao.audit.lists.stated_list import SUMMED, ListPart

_TAILS = (FigureRole.SHARE, FigureRole.RATE, FigureRole.DONE, FigureRole.CHANGE, FigureRole.SIDE)
_BRACKETED = 5  # letters of a bracket within a name
_COMPARED = re.compile(r"(?:比|较|与|同)(?:上年|去年|上一年|同期|(?:19|20)\d\d)")
_WANTED = re.compile(  # 超额完成年度目标80场, 高于全年计划80场: what is measured by it is the whole
    r"(?:完成|超过|超出|高于|低于|达到|多于|少于|大于|小于|未达)了?[^，。；]{0,6}(?:目标|计划|任务|指标)(?:值|数|任务)?$"
    r"|^(?:年度|全年|年初|绩效)?目标(?:值|数|任务)?(?:为|是|：)?$"
)
_NESTED = re.compile(r"其中|主要包括|主要用于|主要是|主要为|包括|具体包括|含(?=[^（）]{1,12}\d)")


def parts_between(
    sentence: Sentence, start: int, end: int, wholes: dict[FigureRole, StatedFigure]
) -> tuple[list[ListPart], bool]:
    """The parts between two places, and whether an inner list makes it unsure which they are."""
    text = sentence.passage.text[:start] + blanked(sentence.passage.text[start:end])
    nested = [m.start() for m in _NESTED.finditer(text, start, end)]
    like = next(iter(wholes.values()))
    eligible = [f for f in sentence.between(start, end) if text[f.start] != "\0"]
    if "；" in text[start:end]:
        return _by_semicolons(text, start, end, eligible, like, nested)
    return _by_commas(text, start, end, eligible, like, nested)


def parts_of_first_clause(
    sentence: Sentence, start: int, end: int, wholes: dict[FigureRole, StatedFigure]
) -> list[ListPart]:
    """The parts before the first semicolon, where what follows it may be no part at all."""
    text = sentence.passage.text[:start] + blanked(sentence.passage.text[start:end])
    semicolon = text.find("；", start, end)
    if semicolon < 0:
        return []
    like = next(iter(wholes.values()))
    eligible = [f for f in sentence.between(start, semicolon) if text[f.start] != "\0"]
    nested = [m.start() for m in _NESTED.finditer(text, start, semicolon)]
    parts, unsure = _by_commas(text, start, semicolon, eligible, like, nested)
    return [] if unsure else parts


def _by_commas(
    text: str,
    start: int,
    end: int,
    eligible: Sequence[StatedFigure],
    like: StatedFigure,
    nested: Sequence[int],
) -> tuple[list[ListPart], bool]:
    inner = next((place for place in nested if any(f.start > place and f.fits(like) for f in eligible)), None)
    stop = inner if inner is not None else end
    parts: list[ListPart] = []
    clause = start
    for figure in eligible:
        if figure.start >= stop:
            break
        if (
            figure.role in _TAILS
            or _is_earlier(figure)
            or _WANTED.search(figure.words)
            or not figure.fits(like)
            or _is_measured_by(figure, parts, text)
        ):
            if parts:
                parts[-1].tails.append(figure)
            continue
        clause = max(clause, *(text.rfind(sign, 0, figure.start) + 1 for sign in "，、；。"))
        label = _with_short_brackets(text, figure, clause).strip("，、；。和及以")
        if parts and figure.role not in parts[-1].figures and not figure.label:
            parts[-1].figures[figure.role] = figure
            continue
        if parts and is_another_role_of(parts[-1], figure):
            parts[-1].figures[figure.role] = figure
            continue
        parts.append(ListPart(label, {figure.role: figure}, []))
        if figure.measure is Metric.COUNT and text[figure.end : figure.end + 1] == "：":
            break  # 有效问卷400份：满意378份、…: a list of its own
    return parts, inner is not None


def _with_short_brackets(text: str, figure: StatedFigure, clause: int) -> str:
    """小（1）型: what stands in a short bracket tells names apart."""
    blank, raw = text[clause : figure.start], figure.passage.text[clause : figure.start]
    short = all(len(run) <= _BRACKETED for run in re.findall("\0+", blank))
    return raw if short else blank


def _is_earlier(figure: StatedFigure) -> bool:
    """较上年1140件增长: what something is compared with is no part."""
    alone = re.fullmatch("(?:上年|去年|上一年|上年度)?", figure.label)  # 上年为1042人次
    return figure.role is FigureRole.PRIOR and bool(alone or re.match("比|较|与|同", figure.words))


def _is_own(change: StatedFigure) -> bool:
    """项目支出增加88.20万元: a change that names what has changed."""
    name = change.label
    return len(name) > 3 and not re.search("比|较|与|同|相|上年|去年|预算数", name)


def _is_measured_by(figure: StatedFigure, parts: Sequence[ListPart], text: str) -> bool:
    """Whether a figure directly follows another of its own unit without words of its own: it is no part."""
    return bool(parts) and figure.measure is Metric.BARE and not figure.label


def _begins_anew(clause: str, like: StatedFigure) -> bool:
    """基本支出预算追加… behind 整体支出预算追加…，其中…；: another subject, not a part."""
    name = like.label[-4:]
    return len(name) == 4 and re.match(rf"[^，]{{0,12}}{re.escape(name)}", clause) is not None


def is_another_role_of(part: ListPart, figure: StatedFigure) -> bool:
    """Budget and result of one thing: 年初预算为5万元，支出决算为4万元."""
    if figure.measure is Metric.SCORE and figure.label in ("得", "得分", "自评", "实得"):
        return figure.role not in part.figures  # 预算执行10分得9.8分
    bare = re.sub(r"年初|全年|调整后?|预算|决算|支出|收入|数|安排|执行|实际|完成|当年|批复", "", figure.label)
    return not bare and figure.role not in part.figures and FigureRole.PLAIN not in part.figures


def _by_semicolons(
    text: str,
    start: int,
    end: int,
    eligible: Sequence[StatedFigure],
    like: StatedFigure,
    nested: Sequence[int],
) -> tuple[list[ListPart], bool]:
    parts: list[ListPart] = []
    unsure = False
    borders = [start, *(place + 1 for place in range(start, end) if text[place] == "；"), end]
    for left, right in pairwise(borders):
        own = [f for f in eligible if left <= f.start < right]
        if parts and _COMPARED.match(text[left:right]):
            continue
        inner = next((place for place in nested if left < place < right), None)
        deeper = [
            f for f in own if inner is not None and f.start > inner and f.fits(like) and f.role in SUMMED
        ]
        if len(deeper) == 1 and right != end:
            unsure = True
        before = [f for f in own if inner is None or f.start < inner]
        figures: dict[FigureRole, StatedFigure] = {}
        for figure in before:
            bare = figure.label_start == left and figure.role is FigureRole.CHANGE and not _is_own(figure)
            earlier = _is_earlier(figure) or bare or _WANTED.search(figure.words)
            if figure.fits(like) and figure.role in (*SUMMED, FigureRole.CHANGE) and not earlier:
                figures.setdefault(figure.role, figure)
        if len(parts) == 1 and figures and _begins_anew(text[left:right], like):
            common = _begins_anew(text[start:left], like)  # every part is called so: …拨款支出预算
            if not common:
                break
        if figures:
            first = min(f.start for f in figures.values())
            parts.append(ListPart(text[left:first].strip("，、；。"), figures, before, text[left:right]))
    if len(parts) == 1 and "；" in text[start:end]:  # A、B、C；较上年…: what follows is no part
        first = text.find("；", start, end)
        return _by_commas(text, start, first, [f for f in eligible if f.start < first], like, nested)
    return parts, unsure
