"""Lists that no 其中 opens: X中：A、B, 过程59分：A、B, 问题3个，已整改A个，未整改B个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.closed_behind import closed_behind
from jixiao.audit.lists.item_lists import lists_of_items
from jixiao.audit.lists.joined_lists import joined_lists
from jixiao.audit.lists.kinds_of_whole import kinds_of_whole
from jixiao.audit.lists.list_parts import parts_between, parts_of_first_clause
from jixiao.audit.lists.numbered_below import numbered_below
from jixiao.audit.lists.score_paragraphs import score_paragraphs
from jixiao.audit.lists.source_lists import source_lists
from jixiao.audit.lists.stated_list import SUMMED, ListPart, StatedList
from jixiao.audit.wording.words import AuditWords

_SIDE = re.compile(r"(?:（[一二三四五六]）|\d[.、．])?(?:部门|本年)?(?P<side>收入|支出)(?:情况)?：")
_BEGINNING = 44  # letters of a sentence in which X中， stands
_DONE = ("支出决算", "决算", "决算数", "支出", "实际支出", "执行数")  # of what was named before
_MOST_PARTS = 60  # no set has as many
_BACK = 4  # sentences before it in which the whole was said


def lists_without_openers(
    sentence: Sentence, sentences: Sequence[Sentence], words: AuditWords
) -> Iterator[StatedList]:
    """All of a sentence."""
    yield from lists_of_items(sentence, sentences, words)
    yield from score_paragraphs(sentence, sentences)
    yield from numbered_below(sentence, sentences, words)
    if len(sentence.figures) > 1:
        yield from kinds_of_whole(sentence, sentences)
        yield from _behind_colons(sentence)
        yield from _within(sentence, sentences)
        yield from _of_one_side(sentence, sentences, words)
        yield from _counted(sentence, words)
        yield from source_lists(sentence, words)
        yield from _points(sentence, sentences)
        yield from _bracketed(sentence)
        yield from closed_behind(sentence, sentences, words)
    yield from joined_lists(sentence, sentences, words)


def _bracketed(sentence: Sentence) -> Iterator[StatedList]:
    """编制98个（行政编制26个、参公编制12个、事业编制60个）: nothing but names and counts in the bracket."""
    text = sentence.passage.text
    for whole in sentence.figures:
        closing = text.find("）", whole.end) if text[whole.end : whole.end + 1] == "（" else -1
        inside = sentence.between(whole.end, closing)
        if len(inside) < 2 or whole.role not in SUMMED or not all(f.fits(whole) for f in inside):
            continue
        pieces = re.split("[、，；]", text[whole.end + 1 : closing])
        plain = all(re.fullmatch(r"[^\d]{1,16}\d[\d.,]*[^\d]{0,4}", piece) for piece in pieces)
        if plain and len(pieces) == len(inside) and not text.startswith("其中", whole.end + 1):
            parts = [ListPart(f.label, {whole.role: f}, []) for f in inside]
            yield StatedList("（", {whole.role: whole}, parts, sentence, whole.end)


def _within(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[StatedList]:
    """实际开放床位中：内科148张、外科96张: the whole is what was said of that name before."""
    text, last = sentence.passage.text, min(sentence.start + _BEGINNING, sentence.end)
    places = [p for mark in ("中，", "中：") if (p := text.find(mark, sentence.start, last)) > 0]
    if not places:
        return
    begin = max(text.rfind(sign, sentence.start, places[0]) for sign in "，。；：") + 1
    said = text[max(begin, sentence.start) : places[0]]
    name = re.sub(r"(?<=..)(?<!^基本)(?<!^项目)(?:支出)?(?:决算|预算)?$", "", said)[-8:]
    figures = sentence.between(places[0], sentence.end)
    shortest = 2 if text[places[0] + 1] == "：" else 4
    if len(figures) < 2 or len(name) < shortest:
        return
    if any(re.search("(?:合计|共计|小计)(?:为)?$", f.words) for f in figures[2:]):  # 四项合计…，占92.77%
        return
    earlier = [
        figure
        for before in sentences[max(sentence.number - _BACK, 0) : sentence.number + 1]
        for figure in before.figures
        if figure.place < figures[0].place and _is_called(figure, name) and figure.fits(figures[0])
        if figure.role is not FigureRole.CHANGE
    ]
    whole = _in_the_role(earlier[-1], said, sentences) if earlier else None
    if whole is not None and whole.role in SUMMED:
        parts, unsure = parts_between(sentence, places[0] + 2, sentence.end, {whole.role: whole})
        if len(parts) > 1 and not unsure:
            wholes = {whole.role: whole}
            if change := _change_of(whole, sentences):
                wholes[FigureRole.CHANGE] = change
            yield StatedList("中", wholes, parts, sentence, places[0])


def _in_the_role(figure: StatedFigure, said: str, sentences: Sequence[Sentence]) -> StatedFigure:
    """“三公”经费支出预算为2.85万元，支出决算为2.44万元。“三公”经费支出决算中，…: what was spent."""
    if figure.role is not FigureRole.BASE or not re.search("决算数?$", said):
        return figure
    own = next((one for one in sentences if figure in one.figures), None)
    behind = [f for f in own.between(figure.end, own.end) if f.measure is figure.measure] if own else []
    done = behind[0] if behind else figure
    return done if done.role is FigureRole.RESULT and done.label in _DONE else figure


def _of_one_side(
    sentence: Sentence, sentences: Sequence[Sentence], words: AuditWords
) -> Iterator[StatedList]:
    """收入总计…，支出总计…。/（二）支出：基本支出…，项目支出…: what was said of that side before."""
    head = _SIDE.match(sentence.text)
    if head is None:
        return
    name = re.compile(rf"{head['side']}(?:总计|合计|总额)(?:为|共)*$")
    before = sentences[max(sentence.number - _BACK, 0) : sentence.number]
    wholes = [f for one in before for f in one.figures if f.role in SUMMED and name.search(f.words)]
    if len({f.value for f in wholes}) == 1:
        whole = {wholes[-1].role: wholes[-1]}
        parts, unsure = parts_between(sentence, sentence.start + head.end(), sentence.end, whole)
        if len(parts) > 1 and not unsure and words.closed_set([part.label for part in parts]):
            yield StatedList("：", whole, parts, sentence, sentence.start)


def _change_of(whole: StatedFigure, sentences: Sequence[Sentence]) -> StatedFigure | None:
    """By how much it has grown, directly behind it: 预算…万元，比2024年预算增加…万元."""
    own = next((one.figures for one in sentences if whole in one.figures), ())
    behind = next((f for f in own if f.start >= whole.end), None)
    if behind is None or behind.role is not FigureRole.CHANGE or not behind.fits(whole):
        return None
    return behind if whole.passage.text[whole.end : behind.label_start] == "，" else None


def _is_called(figure: StatedFigure, name: str) -> bool:
    """By a long name anywhere in its words; 支出 alone is that of 实际支出, not of 项目支出."""
    if len(name) > 3:
        return name in figure.words
    return figure.label in (name, f"实际{name}", f"总{name}", f"累计{name}")


def _points(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[StatedList]:
    """自评总分94.2分。决策（15分）得15分，过程（25分）得23.2分…"""
    got = [f for f in sentence.figures if f.measure is Metric.SCORE and f.role is FigureRole.PLAIN]
    if len(got) < 3 or not all(f.words.endswith(("得", "得分")) for f in got) or "其中" in sentence.text:
        return
    before = sentences[sentence.number - 1] if sentence.number else None
    totals = [f for f in before.figures if f.measure is Metric.SCORE] if before else []
    if len(totals) == 1 and totals[0].role is FigureRole.PLAIN and re.search("总分|得分", totals[0].words):
        parts = [ListPart(f"第{number}项", {f.role: f}, []) for number, f in enumerate(got, 1)]
        yield StatedList("。", {FigureRole.PLAIN: totals[0]}, parts, sentence, sentence.start)


def _before_colon(figure: StatedFigure, sentence: Sentence) -> StatedFigure | None:
    """过程59分：…, 项目支出8761.67万元，占总支出的76.32%：…: the only amount of the sentence so far."""
    if figure.measure is Metric.SCORE or (figure.measure is Metric.COUNT and figure.role in SUMMED):
        return figure
    before = [f for f in sentence.before(figure.end) if f.measure is Metric.MONEY]
    alone = len(before) == 1 and before[0].role in SUMMED and figure.measure in (Metric.MONEY, Metric.PERCENT)
    return before[0] if alone else None


def _counted(sentence: Sentence, words: AuditWords) -> Iterator[StatedList]:
    """发现问题3个，已经完成整改的3个，正在整改的0个: counts of which the last make up a whole set."""
    wanted = (Metric.COUNT, Metric.MONEY)
    counts = [f for f in sentence.figures if f.measure in wanted and f.role in SUMMED]
    for position, whole in enumerate(counts):
        later = (f for f in counts[position + 1 :] if f.unit == whole.unit)
        parts = [ListPart(f.label, {f.role: f}, []) for f in islice(later, _MOST_PARTS)]
        between = sentence.passage.text[whole.end : counts[position + 1].start] if parts else ""
        for count, closed in words.closed_sets([part.label for part in parts]):
            if closed.follows and not re.search("[。；]|其中", between):
                yield StatedList("，", {whole.role: whole}, parts[:count], sentence, whole.end)
                return


def _behind_colons(sentence: Sentence) -> Iterator[StatedList]:
    """过程59分：预算执行16分，预算管理9分，资产管理34分."""
    text = sentence.passage.text
    for figure in sentence.figures:
        if text[figure.end : figure.end + 1] == "：" and (whole := _before_colon(figure, sentence)):
            wholes = {whole.role: whole}
            parts, unsure = parts_between(sentence, figure.end + 1, sentence.end, wholes)
            if len(parts) > 1 and not unsure:
                listed = StatedList("：", wholes, parts, sentence, figure.end)
                first = parts_of_first_clause(sentence, figure.end + 1, sentence.end, wholes)
                if len(first) > 1:  # 货物168万元、服务317万元；授予中小企业452万元
                    listed.also = StatedList("：", wholes, first, sentence, figure.end)
                yield listed
