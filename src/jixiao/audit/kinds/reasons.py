"""Reasons: one that says the opposite of the figure, and one that is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext, WordingFault
from jixiao.audit.figure import FigureRole, StatedFigure
from jixiao.audit.finding import AuditKind
from jixiao.audit.lines import NUMBERED
from jixiao.audit.sentences import Sentence
from jixiao.model.outcome import Severity

_REASON = re.compile(r"(?:主要)?原因(?:是|为|在于)?[：:，]?(?:是)?(?P<said>[^。；]*)")
_PLAIN = re.compile(
    r"(?P<what>[^，、；。]{0,40}?(?:经费|支出|费用|预算|资金|拨款|投入|收入|费|任务|次数|人数|批次|金额))(?:有所|相应|较多|大幅)?"
    r"(?P<word>增加|增长|上升|提高|增多|减少|下降|压缩|压减|降低)(?:了)?$"
)
_GROWTH = ("增加", "增长", "上升", "提高", "增多")
_TURNED = re.compile(r"结余|结转|收回|上缴|节约|退|剩余|抵|缩减.*增|补助|补贴收入|上年|其他|偿还|欠|还本")
_EMPTY = re.compile(r"(?:主要原因|原因|主要用于|主要包括)(?:是|为|系)?[：:，、]*(?P<end>[。；]|$)")


def reasons(context: AuditContext) -> Iterator[WordingFault]:
    """Both kinds of faulty reasons."""
    for sentence in context.sentences:
        yield from _empty(sentence, context)
        for match in _REASON.finditer(sentence.passage.text, sentence.start, sentence.end):
            yield from _opposite(match, sentence, context)


def _opposite(match: re.Match[str], sentence: Sentence, context: AuditContext) -> Iterator[WordingFault]:
    """A reason of one clause whose direction is not that of the change before it."""
    plain = _PLAIN.fullmatch(match["said"].strip("“”"))
    if plain is None or _TURNED.search(plain["what"]):
        return
    change = _change_before(match.start(), sentence, context)
    if change is None or not change.value:
        return
    direction = change.direction * (-1 if change.value < 0 else 1)
    said = 1 if plain["word"] in _GROWTH else -1
    if direction == said or direction == 0:
        return
    right = "增加" if direction > 0 else "减少"
    own = change.passage is sentence.passage
    yield WordingFault(
        "REASON-DIRECTION",
        AuditKind.EQUALITY,
        sentence.passage,
        change.label_start if own else match.start(),
        match.end(),
        match["said"],
        f"{right}的原因",
        f"前面说{right}{change.written}，原因却是“{match['said']}”，方向相反。",
        "请核对增减方向和原因。",
        Severity.WARNING,
        (change,),
        (match.start(), match.end()),
    )


def _change_before(place: int, sentence: Sentence, context: AuditContext) -> StatedFigure | None:
    """The one change that the reason explains: in its sentence, else in the one before."""
    roles = (FigureRole.CHANGE, FigureRole.RATE)
    own = [f for f in sentence.before(place) if f.role in roles and f.direction]
    if not own:
        for before in context.before(sentence):
            if before.passage is sentence.passage:
                own = [f for f in before.figures if f.role in roles and f.direction]
    directions = {f.direction * (-1 if f.value < 0 else 1) for f in own}
    return own[-1] if len(directions) == 1 else None


def _empty(sentence: Sentence, context: AuditContext) -> Iterator[WordingFault]:
    """主要原因是。 and 主要原因： with nothing behind."""
    for match in _EMPTY.finditer(sentence.passage.text, sentence.start, sentence.end):
        if not match["end"] and not _nothing_follows(sentence, context):
            continue
        if match[0].startswith(("主要用于", "主要包括")) and not match["end"]:
            continue
        start = max(sentence.start, match.start() - 30)
        yield WordingFault(
            "REASON-EMPTY",
            AuditKind.NAMING,
            sentence.passage,
            start,
            match.end(),
            match[0],
            "写明原因",
            f"“{match[0]}”后面没有内容。",
            "请补写，或删去这几个字。",
            Severity.WARNING,
            (),
            (match.start(), match.end()),
        )


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
