"""Reasons: one that says the opposite of the figure, and one that is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.lines import NUMBERED
from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.wording_fault import WordingFault

_REASON = re.compile(
    r"(?:(?:主要)?原因(?:是|为|在于|系)?|主要是(?:因为|由于)|主要(?:系|因)|(?:(?<=。)|^)主要是|(?P<after>[，（])(?:主要|均)?(?:是|为))"
    r"[：:，]?(?:是)?(?P<said>[^。；（）]*)"
)
_AGAINST_BUDGET = re.compile(
    r"(?:决算数?|支出数?|执行数)(?:(?P<less>小于|低于|少于)|大于|高于|超过)(?:年初|全年|调整后?)?预算数?(?:的)?(?:主要)?$"
)
_WORDED = re.compile(
    r"(?:(?P<up>增加|增长|上升|增支|增多|提高|上涨)|(?P<down>减少|下降|降低|减支|压减|下浮|回落))(?:较多|较大)?的?$"
)
_LEVEL = re.compile(r"(?:持平|无变化|无增减)[，,]?(?:的)?$")
_WHOLE = 100  # per cent
_CHANGES = (FigureRole.CHANGE, FigureRole.RATE)
_PAIRED = 14  # letters between an amount of change and its rate
_EMPTY = re.compile(
    r"(?:主要原因|原因|(?<=，)主要(?=[是为]。)|主要是因为|主要是由于|主要因为|主要用于|主要包括)(?:是|为|系)?[：:，、]*(?P<end>[。；]|$)"
)


def reasons(context: AuditContext) -> Iterator[WordingFault]:
    """Both kinds of faulty reasons."""
    for sentence in context.sentences:
        yield from _empty(sentence, context)
        for match in _REASON.finditer(sentence.passage.text, sentence.start, sentence.end):
            yield from _opposite(match, sentence, context)


class _Explained(msgspec.Struct, frozen=True):
    """What a reason is the reason of: its direction, its words, the figure that says it."""

    direction: int
    told: str
    start: int
    figure: StatedFigure | None = None


def _opposite(match: re.Match[str], sentence: Sentence, context: AuditContext) -> Iterator[WordingFault]:
    """A reason whose direction is not that of the change before it."""
    said = context.words.reasons.direction(match["said"])
    explained = _explained(match, said, sentence, context) if said else None
    if explained is None or explained.direction in (said, 0):
        return
    level = _LEVEL.search(explained.told)
    right = level[0] if level else "增加" if explained.direction > 0 else "减少"
    yield WordingFault(
        "REASON-DIRECTION",
        AuditKind.EQUALITY,
        sentence.passage,
        (match.start("said"), match.end()),
        f"{right}的原因",
        f"前面说{explained.told}，原因却是“{match['said']}”，方向相反。",
        "请核对增减方向和原因。",
        stated=match["said"],
        quoted=(explained.start, match.end()),
        figures=(explained.figure,) if explained.figure else (),
    )


def _explained(
    match: re.Match[str], said: int, sentence: Sentence, context: AuditContext
) -> _Explained | None:
    """By the words directly before the reason, by a figure directly before it, by the sentence."""
    text, place = sentence.passage.text, match.start()
    if budget := _AGAINST_BUDGET.search(text, sentence.start, place):
        told = budget[0].removesuffix("主要").removesuffix("的")
        return _Explained(-1 if budget["less"] else 1, told, budget.start())
    if said > 0 and (level := _LEVEL.search(text, sentence.start, place)):
        return _Explained(-1, level[0].strip("，、；的"), level.start())
    stocks = re.compile(context.words.reasons.stocks)
    if stocks.search(text, max(sentence.start, text.rfind("；", 0, place)), place):
        return None
    if not match["after"] and (worded := _WORDED.search(text, sentence.start, place)):
        return _Explained(1 if worded["up"] else -1, worded[0].removesuffix("的"), worded.start())
    beside = _beside(place, sentence)
    if beside is not None and beside.role is FigureRole.DONE:
        sign = (beside.value > _WHOLE) - (beside.value < _WHOLE)
        return _Explained(sign, f"{beside.words}{beside.written}", beside.label_start, beside)
    if match["after"] and (beside is None or beside.end != place):
        return None
    change = beside or _change_before(place, sentence, context)
    if change is None or not change.value or stocks.search(change.label):
        return None
    direction = change.direction * (-1 if change.value < 0 else 1)
    start = change.label_start if change.passage is sentence.passage else place
    return _Explained(direction, f"{'增加' if direction > 0 else '减少'}{change.written}", start, change)


def _beside(place: int, sentence: Sentence) -> StatedFigure | None:
    """The change or rate directly before a reason, if what stands in its clause says one direction."""
    own = sentence.before(place)
    if not own or not re.fullmatch("[，）]?", sentence.passage.text[own[-1].end : place]):
        return None
    last = own[-1]
    if last.role is FigureRole.DONE:
        return last
    if last.role not in _CHANGES or not last.direction:
        return None
    start = segment_start(sentence, last.start)
    clause = [f for f in own if f.start >= start and f.role in _CHANGES and f.direction]
    paired = [f for f in clause if last.start - f.end < _PAIRED]
    return last if len({f.direction * (-1 if f.value < 0 else 1) for f in paired}) == 1 else None


def _change_before(place: int, sentence: Sentence, context: AuditContext) -> StatedFigure | None:
    """The one change that the reason explains: in its sentence, else in the one before."""
    own = [f for f in sentence.before(place) if f.role in _CHANGES and f.direction]
    if not own:
        for before in context.before(sentence):
            if before.passage is sentence.passage:
                own = [f for f in before.figures if f.role in _CHANGES and f.direction]
    directions = {f.direction * (-1 if f.value < 0 else 1) for f in own}
    return own[-1] if len(directions) == 1 else None


def _empty(sentence: Sentence, context: AuditContext) -> Iterator[WordingFault]:
    """主要原因是。 and 主要原因： with nothing behind."""
    for match in _EMPTY.finditer(sentence.passage.text, sentence.start, sentence.end):
        if match[0] == "原因。" and _is_heading(sentence):
            continue
        if not match["end"] and not _nothing_follows(sentence, context):
            continue
        if match[0].startswith(("主要用于", "主要包括")) and not match["end"]:
            continue
        start = max(sentence.start, match.start() - 30)
        yield WordingFault(
            "REASON-EMPTY",
            AuditKind.NAMING,
            sentence.passage,
            match.span(),
            "写明原因",
            f"“{match[0]}”后面没有内容。",
            "请补写，或删去这几个字。",
            quoted=(start, match.end()),
        )


def _is_heading(sentence: Sentence) -> bool:
    """（一）偏离原因。一是…: the head of its paragraph."""
    text = sentence.passage.text
    named = re.fullmatch(r"[^，；：]{2,24}", sentence.text.rstrip("。"))
    return sentence.end < len(text) and bool(named) and NUMBERED.match(sentence.text) is not None


def _nothing_follows(sentence: Sentence, context: AuditContext) -> bool:
    """Whether the next paragraph is about something else."""
    following = context.sentences[sentence.number + 1 : sentence.number + 2]
    if not following:
        return True
    passage = following[0].passage
    if passage.page != sentence.passage.page or context.text.kind in ("pdf", "txt"):
        return passage.heading
    listed = re.match(r"（?[1一]|①|第一", passage.text)
    return passage.heading or (bool(NUMBERED.match(passage.text)) and not listed)
