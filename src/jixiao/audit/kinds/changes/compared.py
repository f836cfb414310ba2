"""The changes that a sentence states: an amount, a rate, or both side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figure_roles import LEFT_OUT as LEFT_OUT  # like_for_like imports it from here
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.stated_list import StatedList

_NOTHING = re.compile("[，、（]?(?:即|净|同比)?(?:增加|减少|增长|下降|增收|减收|增支|减支|上升)(?:额|了|为)?")
_NEXT = 14  # letters between an amount of change and its rate
_ADJUSTED = re.compile(f"{LEFT_OUT.pattern}|同口径|可比|口径调整|统一口径|还原")
_ADJUSTED_BEHIND = re.compile(f"（[^（）%]{{0,40}}(?:{_ADJUSTED.pattern})[^（）%]*）")


class ComparedFigures(msgspec.Struct, eq=False):
    """A change as one clause states it: its amount, its rate, or both."""

    sentence: Sentence
    amount: StatedFigure | None
    rate: StatedFigure | None

    @property
    def first(self) -> StatedFigure:
        one = self.amount or self.rate
        assert one is not None
        return one

    @property
    def direction(self) -> int:
        return self.first.direction


def compared_in(sentence: Sentence) -> Iterator[ComparedFigures]:
    """Those of what is said as it stands."""
    return (one for one in _all_compared(sentence) if not is_adjusted(one))


def adjusted_in(sentence: Sentence) -> Iterator[ComparedFigures]:
    """剔除一次性补助1050万元后，同口径增长17.9%: those of what is left without something."""
    return (one for one in _all_compared(sentence) if is_adjusted(one))


def is_adjusted(compared: ComparedFigures) -> bool:
    """Whether a change leaves something out of what it compares."""
    text, last = compared.sentence.passage.text, compared.rate or compared.first
    said = text[adjusted_from(compared) : compared.first.start]
    return bool(_ADJUSTED.search(said) or _ADJUSTED_BEHIND.match(text, last.end))


def adjusted_from(compared: ComparedFigures) -> int:
    """Where the words for what is left out may begin: behind what has changed, and the last semicolon."""
    sentence, first = compared.sentence, compared.first
    others = [
        f for f in sentence.before(first.start) if f.role is not FigureRole.PRIOR and not is_left_out(f)
    ]
    semicolon = sentence.passage.text.rfind("；", sentence.start, first.start) + 1
    return max([sentence.start, semicolon, *(f.end for f in others)])


def is_left_out(figure: StatedFigure) -> bool:
    """剔除上年一次性补助1050万元; not 剔除一次性补助后支出850万元."""
    match = LEFT_OUT.search(figure.words)
    return match is not None and not re.search("[后比较）]", figure.words[match.end() :])


def _all_compared(sentence: Sentence) -> Iterator[ComparedFigures]:
    """Amount and rate of one change stand side by side."""
    waiting: StatedFigure | None = None
    ahead: StatedFigure | None = None  # a rate whose amount follows: 同比增长3.30%，增加36.28万元
    for figure in sentence.figures:
        if ahead is not None:
            pair = figure.role is FigureRole.CHANGE and _are_one_change(ahead, figure, sentence)
            yield ComparedFigures(sentence, figure if pair else None, ahead)
            ahead = None
            if pair:
                continue
        if figure.role is FigureRole.CHANGE and figure.measure in (Metric.MONEY, Metric.COUNT):
            if waiting is not None:
                yield ComparedFigures(sentence, waiting, None)
            waiting = figure
        elif figure.role is FigureRole.RATE and figure.measure is Metric.PERCENT:
            between = sentence.passage.text[waiting.end : figure.start] if waiting else ""
            if waiting is not None and len(between) <= _NEXT and _is_same_clause(between):
                yield ComparedFigures(sentence, waiting, figure)
            else:
                if waiting is not None:
                    yield ComparedFigures(sentence, waiting, None)
                ahead = figure
            waiting = None
    if waiting is not None:
        yield ComparedFigures(sentence, waiting, None)
    if ahead is not None:
        yield ComparedFigures(sentence, None, ahead)


def _are_one_change(rate: StatedFigure, amount: StatedFigure, sentence: Sentence) -> bool:
    """增长3.30%，增加36.28万元: no other words between, the same direction, no rate of its own behind."""
    alike = rate.direction == amount.direction and amount.measure in (Metric.MONEY, Metric.COUNT)
    between = sentence.passage.text[rate.end : amount.start]
    behind = [f for f in sentence.figures if f.start > amount.start][:1]
    alone = not any(f.role is FigureRole.RATE for f in behind)
    return alike and alone and _NOTHING.fullmatch(between) is not None


def _is_same_clause(between: str) -> bool:
    return not re.search(r"[。；]", between)


def before_its_bracket(compared: ComparedFigures) -> StatedFigure | None:
    """公务接待费2.35万元（较上年减少1.36万元，下降36.66%）: what stands before the bracket."""
    first = compared.first
    opening = first.label_start - 1
    if not re.match("较|比|与|同", first.words) or first.passage.text[opening : opening + 1] != "（":
        return None
    before = compared.sentence.before(first.label_start)
    near = before and before[-1].end == opening
    return before[-1] if near and before[-1].role in (FigureRole.PLAIN, FigureRole.RESULT) else None


def whole_of_list(sentence: Sentence, lists: Sequence[StatedList]) -> StatedFigure | None:
    """支出…万元。其中：基本支出…，项目支出…。/ 较上年增加…: what has grown is the whole of the list."""
    own = next((one for one in lists if one.sentence is sentence), None)
    if own is None or not sentence.text.startswith("其中"):
        return None
    wholes = [whole for role, whole in own.wholes.items() if role in (FigureRole.PLAIN, FigureRole.RESULT)]
    return wholes[0] if len(wholes) == 1 else None
