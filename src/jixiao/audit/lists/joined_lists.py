"""Lists whose whole stands behind its parts: A、B合计…, A节约…，B节约…，两项合计节约…, 三个项目合计…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.figures.numerals import chinese
from jixiao.audit.figures.sentences import Sentence, blanked
from jixiao.audit.lists.stated_list import SUMMED, ListPart, StatedList
from jixiao.audit.wording.words import AuditWords, either

_SO_MANY = re.compile(  # 三项支出合计
    r"(?P<count>[两二三四五六七八九十\d]+)(?:项|类|部分|个项目|笔|方面)[^，。；、]{0,10}?$"
)
_SPENT = re.compile("支付|支出|使用|拨付|发放|列支|执行|兑付")
_CAME = re.compile("投入|到位|下达|安排|预算|计划|批复|争取|筹措|筹集|收到|收入|补助|配套|自筹|资金")
_GIVEN = "金额|支出|资金|为|约|有|得|发放|投入|安排|补助|下达|拨付|支付|完成|惠及|收入|到位|使用|压减|节约"


def joined_lists(
    sentence: Sentence, sentences: Sequence[Sentence], words: AuditWords
) -> Iterator[StatedList]:
    """All of a sentence."""
    yield from _joined(sentence, words)
    yield from _joined_before(sentence, sentences)
    yield from _changes_joined(sentence)


def _changes_joined(sentence: Sentence) -> Iterator[StatedList]:
    """A节约…，B节约…，两项合计节约…: as many changes in one direction as are said to be joined."""
    changes = [f for f in sentence.figures if f.role is FigureRole.CHANGE]
    yield from _altogether(changes, sentence)
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


def _altogether(changes: Sequence[StatedFigure], sentence: Sentence) -> Iterator[StatedList]:
    """取消412万元，压减1286.50万元，共压减1698.50万元: all amounts before it, if a slip explains the gap."""
    for whole in changes:
        earlier = [
            f
            for f in sentence.before(whole.start)
            if f.fits(whole) and f.measure is whole.measure and f.role in (*SUMMED, FigureRole.CHANGE)
        ]
        if whole.base in ("共", "合计", "共计", "累计") and len(earlier) > 1:
            parts = [ListPart(f.label, {FigureRole.CHANGE: f}, []) for f in earlier]
            yield StatedList("合计", {whole.role: whole}, parts, sentence, whole.label_start, open=True)


def _verb(change: StatedFigure) -> str:
    """节约 of 三项合计节约."""
    return change.words[len(change.base) :]


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
        border = text.rfind("；", sentence.start, figure.start)
        own = [f for f in earlier if f.start > border]
        if opened and len(own) > 2 and border > 0 and not words.openers.search(text, border, figure.start):
            earlier, opened = own, None  # …；在职159人，退休47人，合计206人
        if opened and opened["word"].startswith("按"):  # 按功能科目划分，A…；B…；合计…
            earlier = [f for f in earlier if f.start > opened.end()]
        named = _named_in(figure.words, earlier)
        exactly, earlier = len(named) < len(earlier), named
        if _is_spent_of_what_came(figure, earlier):
            continue
        if len(earlier) > 1 and (not opened or exactly or _is_one_run([*earlier, figure], text)):
            parts = [ListPart(f.label, {figure.role: f}, []) for f in earlier]
            listed = StatedList("合计", {figure.role: figure}, parts, sentence, figure.label_start, open=True)
            counted = _SO_MANY.search(figure.words)
            if counted and not _numbered(counted["count"], len(earlier)):
                continue
            listed.sure = _is_one_run([*earlier, figure], text) or bool(counted) or exactly
            yield listed


def _is_spent_of_what_came(total: StatedFigure, parts: Sequence[StatedFigure]) -> bool:
    """中央投入500万元，省级投入215万元，累计支付697.88万元: no sum of those, but what was spent of them."""
    spent = "累计" in total.words and _SPENT.search(total.words)
    return bool(spent) and all(_CAME.search(f.words) and not _SPENT.search(f.words) for f in parts)


def _named_in(total: str, parts: list[StatedFigure]) -> list[StatedFigure]:
    """满意150户，基本满意32户，不满意10户，满意和基本满意合计182户: those that the total names."""
    names = re.split("[和与及、]", re.sub(r"(?:合计|共计|总计|共).*$", "", total))
    named = [part for part in parts if part.label in names]
    return named if len(named) == len(names) > 1 else parts


def _joined_before(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[StatedList]:
    """甲…万元；乙…万元。三个项目合计…万元: as many amounts as the sentence before has."""
    first = sentence.figures[0] if sentence.figures else None
    counted = _SO_MANY.search(first.words.rstrip("合共总计")) if first is not None else None
    before = sentences[sentence.number - 1] if sentence.number else None
    if first is None or counted is None or before is None or before.passage is not sentence.passage:
        return
    if not re.search("(?:合计|共计|总计)$", first.words) or first.role not in SUMMED:
        return
    parts = [f for f in before.figures if f.fits(first) and f.role in SUMMED]
    if len(parts) > 1 and _numbered(counted["count"], len(parts)):
        listed = [ListPart(f.label, {first.role: f}, []) for f in parts]
        yield StatedList("合计", {first.role: first}, listed, sentence, first.label_start, sure=True)


def _is_one_run(figures: Sequence[StatedFigure], text: str) -> bool:
    """Whether nothing but names stands between the figures: A6个、B3个、C2个，共11个."""
    pairs = list(pairwise(figures))
    inner = [text[one.end : other.start] for one, other in pairs[:-1]]
    last = text[pairs[-1][0].end : pairs[-1][1].start]
    named = 0 if "分别" in figures[0].words else 1
    sign = next((one for one in "；，" if all(each.startswith(one) for each in inner)), "[、和及]")
    return all(re.fullmatch(rf"{sign}[^，。；、]{{{named},20}}", each) for each in inner) and bool(
        re.fullmatch(
            r"[，；]?(?:(?:[两二三四五六七八九十\d]+|上述|以上)[项类][^，。；、]{0,8})?(?:共计|合计|总计|共有|共)",
            last,
        )
    )


def _numbered(said: str, count: int) -> bool:
    """Whether 三项 are as many as are listed."""
    return (int(said) if said.isdigit() else chinese(said.replace("两", "二"))) == count
