"""The whole that a list makes up: the amount before it, or that of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.document.lines import NUMBERED
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figure_roles import LEFT_OUT
from jixiao.audit.figures.sentences import Sentence, blanked
from jixiao.audit.lists.stated_list import SUMMED

_CLASSED = re.compile(r"(?:按(?:照)?[^，。；]{2,12}(?:分类|划分|分)|分[\u4e00-\u9fff]{2,8}看)[，：,、]?")
_SIDE = re.compile(r"(?:总?(?:收入|支出)|(?:收入|支出)预算|(?:收入|支出)(?:主要|具体)?)")
_OF_BOTH = re.compile(
    r"(?:收支总?预算|收支总计|收、支总计|收入支出总计|收、支总预算|收支预算总额|收支总额)(?:总额|均)*(?:为|是|共|：)*$"
)
_MOST_APART = 400  # letters between a whole and its first part
_OWN_NAME = re.compile(r"[\u4e00-\u9fff]{0,8}(?:资金|收入|支出|补助|经费)")  # a clause that names a sum
_HEAD = 14  # letters behind a balance that say whether what follows are balances too
_ADDED = re.compile(r"(?:追加|调增|核增|增拨)(?:了|预算|资金|经费|指标)*(?:为|共)*$")  # on the way to a whole
_COMPARED = re.compile("比|较|与|同")  # 与上年支出…相比: what something is held against
_WITHOUT = re.compile(rf"(?:{LEFT_OUT.pattern}|除)[^，。；]{{0,30}}?(?:后|外)，")
_STAFF = re.compile("实有|在职|在编|在岗")
_LEFT = re.compile(r"(?:年末)?(?:资金)?(?:结余|结转|剩余)")  # a balance is what is left of a whole


def wholes_by_unit(
    start: int, sentence: Sentence, sentences: Sequence[Sentence]
) -> Iterator[dict[FigureRole, StatedFigure]]:
    """What may be made up: of several counts side by side (512户903人) each for itself."""
    wholes = _wholes(start, sentence, sentences)
    if not wholes:
        return
    yield wholes
    last = max(wholes.values(), key=lambda figure: figure.place)
    own = next((one for one in sentences if last in one.figures), sentence)
    seen = {last.unit}
    for figure in reversed([f for f in own.figures if f.place < last.place]):
        counted = figure.measure is Metric.COUNT or last.measure is Metric.COUNT
        counted = counted and figure.role in SUMMED and figure.measure in (Metric.COUNT, Metric.MONEY)
        if counted and figure.unit not in seen:
            seen.add(figure.unit)
            yield {figure.role: figure}


def _wholes(start: int, sentence: Sentence, sentences: Sequence[Sentence]) -> dict[FigureRole, StatedFigure]:
    """The last amount of each role before the list; of the sentence before, if the list begins its own."""
    clause = _own_clause(sentence, start)
    if first := _classed_before(sentence, start):
        return _wholes(first, sentence, sentences)
    if clause < start:
        balanced = _balanced(sentence, sentences, start, clause)
        return {balanced.role: balanced} if balanced else {}
    found = _last_of_each(sentence.before(start), start, sentence)
    head = sentence.passage.text[sentence.start : start]
    if found or len(head) > _MOST_APART:
        return found
    if any(f.role in SUMMED for f in sentence.before(start)):
        return {}
    if balanced := _balanced(sentence, sentences, start):
        return {balanced.role: balanced}
    classed = bool(_CLASSED.search(head + sentence.passage.text[start : start + 12]))
    for number in range(sentence.number - 1, max(sentence.number - (7 if classed else 3), -1), -1):
        before = sentences[number]
        if classed and (before.passage.heading or _CLASSED.match(before.text)):
            continue
        if classed and before.text.startswith("其中") and before.passage is sentence.passage:
            continue  # 收入79643万元。其中：税收…；非税…。分征管部门看，…
        if classed and _WITHOUT.match(before.text):
            continue  # 剔除上年结转312.60万元后，…。分季度看，…: of all, not of what is left
        if classed and (total := _total_in(before, head)):
            return {total.role: total}
        if before.passage is not sentence.passage and not (classed or _follows(before, sentence)):
            break
        opened = before.passage.text.find("其中", before.start, before.end) if classed else -1
        own = before.before(opened) if opened > 0 else before.figures
        if found := _of_what_was_done(_last_of_each(list(own), before.end, before)):
            if (
                set(found) == {FigureRole.CHANGE}
                and number
                and sentences[number - 1].passage is before.passage
            ):
                continue  # 收支总计为…。与上年相比，增加…。其中，…
            if not _is_listed(before if opened <= 0 else own, found):
                return found
            return _spent_of_two_budgets(before.figures if opened <= 0 else own, found)
        if before.figures:
            break
    return {}


def _classed_before(sentence: Sentence, start: int) -> int:
    """按性质分，A、B；按来源分，C、D: both make up the same."""
    text = sentence.passage.text
    if text[start - 1 : start] != "；" or not _CLASSED.match(text, start):
        return 0
    first = _CLASSED.search(text, sentence.start, start)
    return first.start() if first else 0


def _own_clause(sentence: Sentence, start: int) -> int:
    """Where A1660万元；省级资金分别为 names another whole: that of the clause before is none of its."""
    text = sentence.passage.text
    clause = text.rfind("；", sentence.start, start) + 1
    if clause and _OWN_NAME.fullmatch(text[clause:start]):
        return clause
    return start


def _balanced(
    sentence: Sentence, sentences: Sequence[Sentence], start: int, begin: int = -1
) -> StatedFigure | None:
    """收支总预算…。收入包括：…。支出包括：…: each side comes to what was said of both."""
    text = sentence.passage.text
    if not _SIDE.fullmatch(text[sentence.start if begin < 0 else begin : start]):
        return None
    for before in reversed(sentences[max(sentence.number - 3, 0) : sentence.number]):
        if before.passage.heading:
            return None
        found = [f for f in before.figures if f.role in SUMMED and _OF_BOTH.search(f.words)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _total_in(sentence: Sentence, head: str) -> StatedFigure | None:
    """The total of expenditure or income that a sentence names."""
    kind = "收入" if "收入" in head else "支出"
    pattern = re.compile(
        rf"(?:总{kind}|{kind}合计|{kind}总计|{kind}总额|本年{kind}|{kind}预算)(?:为|共|是|：)*$"
    )
    return next((f for f in sentence.figures if f.role in SUMMED and pattern.search(f.words)), None)


def _of_what_was_done(found: dict[FigureRole, StatedFigure]) -> dict[FigureRole, StatedFigure]:
    """目标120公里，实际完成126.4公里。其中，…: of things that are counted, what was done."""
    done = found.get(FigureRole.RESULT)
    if done is not None and done.measure is Metric.COUNT:
        return {FigureRole.RESULT: done}
    return found


def _spent_of_two_budgets(
    figures: Sequence[StatedFigure], found: dict[FigureRole, StatedFigure]
) -> dict[FigureRole, StatedFigure]:
    """年初预算…，全年预算…，实际支出…。其中：…: what was spent, where nothing else is said but budgets."""
    money = [f for f in figures if f.measure is Metric.MONEY]
    spent = [f for f in money if f.role is FigureRole.RESULT]
    budgets = [f for f in money if f.role is FigureRole.BASE]
    if (
        len(spent) == 1
        and len(spent) + len(budgets) == len(money)
        and found.get(FigureRole.RESULT) is spent[0]
    ):
        return {FigureRole.RESULT: spent[0]}
    return {}


def _is_listed(sentence: Sentence | Sequence[StatedFigure], found: dict[FigureRole, StatedFigure]) -> bool:
    """Whether a sentence has several amounts of a kind, so that nobody knows which the list is about."""
    for role, whole in found.items():
        figures = sentence.figures if isinstance(sentence, Sentence) else sentence
        alike = [f for f in figures if f.fits(whole) and f.measure is whole.measure]
        if _STAFF.search(whole.words):
            alike = [f for f in alike if "编制" not in f.words]  # 编制420名，实有在职职工378人
        if role in SUMMED and sum(f.role is role for f in alike) > 1:
            return True
    return {FigureRole.PLAIN, FigureRole.RESULT} <= set(found)


def _follows(before: Sentence, sentence: Sentence) -> bool:
    """Whether a list may refer to a figure of the paragraph before its own."""
    return sentence.passage.number - before.passage.number == 1 and not NUMBERED.match(sentence.passage.text)


def _last_of_each(
    figures: Sequence[StatedFigure], end: int, sentence: Sentence
) -> dict[FigureRole, StatedFigure]:
    """The last figure of each role that may be a whole; of another measure than the very last one: none."""
    text = blanked(sentence.passage.text)
    depth = _depth(sentence.passage.text, sentence.start, end)
    usable = [
        figure
        for figure in figures
        if figure.measure in (Metric.MONEY, Metric.COUNT, Metric.SCORE)
        and (depth or text[figure.start] != "\0")
        and figure.role in (*SUMMED, FigureRole.CHANGE)
        and not (figure.role is FigureRole.PRIOR and figure.end < end and _COMPARED.match(figure.words))
        and (not _LEFT.match(figure.label) or _LEFT.search(sentence.passage.text[end : end + _HEAD]))
    ]
    if not usable:
        return {}
    last = usable[-1]
    usable = [figure for figure in usable if figure is last or not _ADDED.search(figure.words)]
    found: dict[FigureRole, StatedFigure] = {}
    for figure in reversed(usable):
        if not figure.fits(last) or len(found) > 3:
            break
        if figure.role in found and figure.role is not FigureRole.CHANGE:
            break
        found.setdefault(figure.role, figure)
    return found


def _depth(text: str, start: int, end: int) -> int:
    return text.count("（", start, end) - text.count("）", start, end)
