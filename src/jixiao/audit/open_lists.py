"""Lists that no 其中 opens: A、B合计…, X中：A、B, 过程59分：A、B, 问题3个，已整改A个，未整改B个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.audit.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.item_lists import lists_of_items
from jixiao.audit.list_parts import parts_between
from jixiao.audit.numerals import chinese
from jixiao.audit.sentences import Sentence, blanked
from jixiao.audit.stated_list import SUMMED, ListPart, StatedList
from jixiao.audit.words import AuditWords, either

_BEGINNING = 44  # letters of a sentence in which X中， stands
_SO_MANY = re.compile(
    r"(?P<count>[两二三四五六七八九十\d]+)(?:项|类|部分)[^，。；、]{0,10}?$"
)  # 三项支出合计
_TOGETHER = re.compile(
    r"，?(?:(?:[两二三四五六七八九十\d]+|上述|以上)[项类][^，。；、]{0,8})?(?:共计|合计|总计|共有|共)"
)
_GIVEN = "金额|支出|资金|为|约|有|得|发放|投入|安排|补助|下达|拨付|支付|完成|惠及|收入|到位|使用|压减|节约"
_BACK = 4  # sentences before it in which the whole was said


def lists_without_openers(
    sentence: Sentence, sentences: Sequence[Sentence], words: AuditWords
) -> Iterator[StatedList]:
    """All of a sentence."""
    yield from lists_of_items(sentence, sentences, words)
    if len(sentence.figures) > 1:
        yield from _behind_colons(sentence)
        yield from _within(sentence, sentences)
        yield from _counted(sentence, words)
        yield from _points(sentence, sentences)
        yield from _joined(sentence, words)
        yield from _changes_joined(sentence)
        yield from _bracketed(sentence)


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


def _changes_joined(sentence: Sentence) -> Iterator[StatedList]:
    """A节约…，B节约…，两项合计节约…: as many changes in one direction as are said to be joined."""
    changes = [f for f in sentence.figures if f.role is FigureRole.CHANGE]
    for position, whole in enumerate(changes):
        counted = _SO_MANY.search(whole.words.removesuffix(_verb(whole)).rstrip("合共总计"))
        earlier = [f for f in changes[:position] if f.fits(whole) and f.direction == whole.direction]
        if (
            counted
            and len(earlier) > 1
            and _numbered(counted["count"], position)
            and position == len(earlier)
        ):
            parts = [ListPart(f.label, {f.role: f}, []) for f in earlier]
            listed = StatedList("合计", {whole.role: whole}, parts, sentence, whole.label_start)
            listed.sure = True
            yield listed


def _verb(change: StatedFigure) -> str:
    """节约 of 三项合计节约."""
    return change.words[len(change.base) :]


def _within(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[StatedList]:
    """实际开放床位中：内科148张、外科96张: the whole is what was said of that name before."""
    text, last = sentence.passage.text, min(sentence.start + _BEGINNING, sentence.end)
    places = [p for mark in ("中，", "中：") if (p := text.find(mark, sentence.start, last)) > 0]
    if not places:
        return
    begin = max(text.rfind(sign, sentence.start, places[0]) for sign in "，。；：") + 1
    said = text[max(begin, sentence.start) : places[0]]
    name = re.sub(r"(?<=..)(?:支出)?(?:决算|预算)?$", "", said)[-8:]
    figures = sentence.between(places[0], sentence.end)
    shortest = 2 if text[places[0] + 1] == "：" else 4
    if len(figures) < 2 or len(name) < shortest:
        return
    earlier = [
        figure
        for before in sentences[max(sentence.number - _BACK, 0) : sentence.number + 1]
        for figure in before.figures
        if figure.place < figures[0].place and _is_called(figure, name) and figure.fits(figures[0])
    ]
    whole = earlier[-1] if earlier else None
    if whole is not None and whole.role in SUMMED:
        parts, unsure = parts_between(sentence, places[0] + 2, sentence.end, {whole.role: whole})
        if len(parts) > 1 and not unsure:
            yield StatedList("中", {whole.role: whole}, parts, sentence, places[0])


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


def _counted(sentence: Sentence, words: AuditWords) -> Iterator[StatedList]:
    """发现问题3个，已经完成整改的3个，正在整改的0个: counts of which the last make up a whole set."""
    wanted = (Metric.COUNT, Metric.MONEY)
    counts = [f for f in sentence.figures if f.measure in wanted and f.role in SUMMED]
    for position, whole in enumerate(counts):
        parts = [ListPart(f.label, {f.role: f}, []) for f in counts[position + 1 :] if f.unit == whole.unit]
        for count in range(2, len(parts) + 1):
            labels = [part.label for part in parts[:count]]
            between = sentence.passage.text[whole.end : counts[position + 1].start] if parts else ""
            closed = words.closed_set(labels)
            if closed and closed.follows and not re.search("[。；]|其中", between):
                yield StatedList("，", {whole.role: whole}, parts[:count], sentence, whole.end)
                return


def _behind_colons(sentence: Sentence) -> Iterator[StatedList]:
    """过程59分：预算执行16分，预算管理9分，资产管理34分."""
    text = sentence.passage.text
    for figure in sentence.figures:
        if figure.measure is Metric.SCORE and text[figure.end : figure.end + 1] == "：":
            wholes = {FigureRole.PLAIN: figure}
            parts, unsure = parts_between(sentence, figure.end + 1, sentence.end, wholes)
            if len(parts) > 1 and not unsure:
                yield StatedList("：", wholes, parts, sentence, figure.end)


def _joined(sentence: Sentence, words: AuditWords) -> Iterator[StatedList]:
    """A…、B…，合计…: the whole stands behind its parts."""
    text = blanked(sentence.passage.text)
    joined = re.compile(rf"(?:[^，。；、]{{0,12}}?)(?:{either(words.lists.joined)})(?:{_GIVEN})*")
    for figure in sentence.figures:
        if figure.role not in (FigureRole.PLAIN, FigureRole.RESULT) or "扣" in figure.words:
            continue
        if not joined.fullmatch(figure.words):
            continue
        earlier = [
            f
            for f in sentence.before(figure.start)
            if f.fits(figure) and f.measure is figure.measure and f.role in SUMMED and text[f.start] != "\0"
        ]
        opened = words.openers.search(text, sentence.start, figure.start)
        if len(earlier) > 1 and (not opened or _is_one_run([*earlier, figure], text)):
            parts = [ListPart(f.label, {figure.role: f}, []) for f in earlier]
            listed = StatedList("合计", {figure.role: figure}, parts, sentence, figure.label_start, open=True)
            counted = _SO_MANY.search(figure.words)
            if counted and not _numbered(counted["count"], len(earlier)):
                continue
            listed.sure = _is_one_run([*earlier, figure], text) or bool(counted)
            yield listed


def _is_one_run(figures: Sequence[StatedFigure], text: str) -> bool:
    """Whether nothing but names stands between the figures: A6个、B3个、C2个，共11个."""
    pairs = list(pairwise(figures))
    inner = [text[one.end : other.start] for one, other in pairs[:-1]]
    last = text[pairs[-1][0].end : pairs[-1][1].start]
    named = 0 if "分别" in figures[0].words else 1
    return all(re.fullmatch(rf"[、和及][^，。；、]{{{named},20}}", each) for each in inner) and bool(
        re.fullmatch(
            r"，?(?:(?:[两二三四五六七八九十\d]+|上述|以上)[项类][^，。；、]{0,8})?(?:共计|合计|总计|共有|共)",
            last,
        )
    )


def _numbered(said: str, count: int) -> bool:
    """Whether 三项 are as many as are listed."""
    return (int(said) if said.isdigit() else chinese(said.replace("两", "二"))) == count
