"""“3月、6月末达到25%、50%的，分别得3分、4分”: one list of points, and one of what each earns."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.frameworks.standards.conditions import is_rest, says
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.standard import Standard
from jixiao.model.figures import plain

_SCORES = r"\d+(?:\.\d+)?分?"
_IN_TURN = re.compile(
    rf"(?<![^。;\n])(?P<said>[^。;\n]{{4,}}?)的?,?(?:分别|各|依次|对应)(?:可)?(?:得|计|记|赋|给)(?P<scores>(?:{_SCORES}[、,/]){{1,11}}{_SCORES}分?)"
)
_LIST = re.compile(r"[^、,;:(]{1,24}(?:、[^、,;:(]{1,24})+")
_FIRST_RATE = re.compile(r"(.+?)(\d+(?:\.\d+)?%)$")


def points_in_turn(standard: Standard) -> RuleReading | None:
    """None where there are no such lists, or the scores do not come to the weight."""
    match = _IN_TURN.search(standard.text)
    if match is None:
        return None
    scores = [Decimal(each) for each in re.findall(r"\d+(?:\.\d+)?", match["scores"])]
    if sum(scores) != standard.full or max(scores) == standard.full:
        return None  # 优、良、中、差分别得10、8、6、0分: one of them
    named = _named(match["said"], len(scores))
    doubts = [] if named else ["看不出每个得分对应哪个要点"]
    rest = standard.text[: match.start()] + standard.text[match.end() :]
    inside = [clause for clause in standard.clauses if clause.text in match[0]]
    for clause in standard.clauses:
        failing = clause.kind == "zero" and (is_rest(clause.condition) or says("failing", clause.condition))
        if clause not in inside and not failing:
            doubts.append(f"“{clause.condition}{clause.text}”与各要点的关系不清楚")
    doubts += ["列出的要点以外还有别的规则"] if says("perilous_narrative", _harmless_cut(rest)) else []
    texts = named or [f"要点{number}" for number in range(1, len(scores) + 1)]
    made = [{"text": text, "score": plain(score)} for text, score in zip(texts, scores, strict=True)]
    return RuleReading("checklist", {"points": made}, tuple(doubts))


def _named(said: str, wanted: int) -> list[str] | None:
    """The points: a list as long as that of the scores, or of days and of rates behind them."""
    for listed in _LIST.findall(said):
        parts = listed.split("、")
        if len(parts) == wanted:
            return [part.strip("在的") for part in parts]
        first = _FIRST_RATE.match(parts[wanted - 1]) if len(parts) == 2 * wanted - 1 else None
        if first:
            rates = [first[2], *parts[wanted:]]
            return [f"{day}{rate}" for day, rate in zip([*parts[: wanted - 1], first[1]], rates, strict=True)]
    return None


def _harmless_cut(text: str) -> str:
    """Without the sentence that those who miss a point get nothing for it."""
    return re.sub(r"[^。;,\n]{0,10}(?:不得分|不计分|得0分)", "", text)
