"""Reasons: one that says the opposite of the figure, and one that is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext, WordingFault
from jixiao.audit.figure import FigureRole, StatedFigure
from jixiao.audit.finding import AuditKind
from jixiao.audit.lines import NUMBERED
from jixiao.audit.sentences import Sentence
from jixiao.audit.words import ReasonTerms, either
from jixiao.model.outcome import Severity

_REASON = re.compile(
    r"(?:(?:主要)?原因(?:是|为|在于|系)?|主要是(?:因为|由于)|主要(?:系|因))[：:，]?(?:是)?(?P<said>[^。；]*)"
)
_AGAINST_BUDGET = re.compile(
    r"(?:决算数?|支出数?|执行数)(?:(?P<less>小于|低于|少于)|大于|高于|超过)(?:年初|全年|调整后?)?预算数?(?:的)?(?:主要)?$"
)
_TURNED = re.compile(r"结余|结转|收回|上缴|节约|退|剩余|抵|缩减.*增|补助|补贴收入|上年|其他|偿还|欠|还本")
_EMPTY = re.compile(
    r"(?:主要原因|原因|主要是因为|主要是由于|主要因为|主要用于|主要包括)(?:是|为|系)?[：:，、]*(?P<end>[。；]|$)"
)


def reasons(context: AuditContext) -> Iterator[WordingFault]:
    """Both kinds of faulty reasons."""
    for sentence in context.sentences:
        yield from _empty(sentence, context)
        for match in _REASON.finditer(sentence.passage.text, sentence.start, sentence.end):
            yield from _opposite(match, sentence, context)


def _opposite(match: re.Match[str], sentence: Sentence, context: AuditContext) -> Iterator[WordingFault]:
    """A reason of one clause whose direction is not that of the change before it."""
    said = _said(match["said"].strip("“”的了"), context.words.reasons)
    if not said:
        return
    budget = _AGAINST_BUDGET.search(sentence.passage.text, sentence.start, match.start())
    change = None if budget else _change_before(match.start(), sentence, context)
    if budget:
        direction, told = (-1 if budget["less"] else 1), budget[0].removesuffix("的")
    elif change is not None and change.value:
        direction = change.direction * (-1 if change.value < 0 else 1)
        told = f"{'增加' if direction > 0 else '减少'}{change.written}"
    else:
        return
    if direction == said or direction == 0:
        return
    right = "增加" if direction > 0 else "减少"
    own = change is not None and change.passage is sentence.passage
    start = budget.start() if budget else change.label_start if own and change else match.start()
    yield WordingFault(
        "REASON-DIRECTION",
        AuditKind.EQUALITY,
        sentence.passage,
        start,
        match.end(),
        match["said"],
        f"{right}的原因",
        f"前面说{told}，原因却是“{match['said']}”，方向相反。",
        "请核对增减方向和原因。",
        Severity.WARNING,
        (change,) if change else (),
        (match.start(), match.end()),
    )


def _said(reason: str, terms: ReasonTerms) -> int:
    """The direction of a reason of one clause: 人员增加, 厉行节约; 0 if it has none."""
    if re.search("[，、；]", reason) or _TURNED.search(reason):
        return 0
    for sign, own in ((1, terms.growth), (-1, terms.decline)):
        other = terms.decline if sign > 0 else terms.growth
        if any(word in reason for word in own) and not any(word in reason for word in other):
            behind = rf"(?:有所|相应|较多|大幅)?(?:{either(own)})"
            thing = re.fullmatch(rf"[^，]{{0,36}}?(?:{either(terms.things)}){behind}", reason)
            return sign if thing or re.match(either(own), reason) else 0
    return 0


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
