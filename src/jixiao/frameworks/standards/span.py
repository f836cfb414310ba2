"""The values that a condition describes: “90%（含）—95%”, “不低于95%”, “控制在预算以内”, “±5%以内”."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache

import msgspec

from jixiao.frameworks.standards.conditions import asks_more, harmless, number, says
from jixiao.frameworks.standards.rate_span import RateSpan
from jixiao.frameworks.wording.texts import DATE, POINT, tidy
from jixiao.frameworks.wording.words import ScoreTableWords, score_table_words
from jixiao.model.figures import plain

SHORTEST_NAME = 3  # characters of a name that conditions repeat
ZERO, ONE = Decimal(0), Decimal(1)
_IN, _OUT = "(含)", "(不含)"
_OVER = "超"  # in a name: the rate is what goes beyond
_PLAIN = r"\d+(?:\.\d+)?"
_ABOVE_BUDGET = re.compile(
    rf"(超(?:过|出|支)?)(?:年初|批复|核定)?(?:预算|编制|概算|计划|定额|控制)(?:安排)?数?的?(?:幅度)?"
    rf"((?:在)?{_PLAIN}%(?:\(不?含\))?(?:~{_PLAIN}%)?)"
)
_AND_MORE = re.compile("[及或]其?以[上下]")
_WITHIN = re.compile("以内|之内|内")
_GROWTH = re.compile(r"[增升降]|持平|只减")  # of the figure itself, and not of the rate
_MARK = r"(\(含\)|\(不含\))?"
_FIGURE = r"(-?\d+(?:\.\d+)?)(%?)"
_TURNS = re.compile(r"(?:[-+=<>≤≥~!/÷×*^超高低多大小满足逾近欠未不非没莫勿无前第]|(?<![偏误])差|(?<!节)约)$")
_SHIFTS = re.compile(r"[-+=<>≤≥~!/÷×*^多余]|倍")
_BOTH = re.compile(r"(?<=,)(?:但|且|并且|而|又)(?=,)")  # 超过100%但不超过105%
_IN_WORDS = ("zero_or_more", "zero_or_less", "one_or_less", "below_zero", "above_zero", "above_one")

Form = tuple[re.Pattern[str], Callable[[re.Match[str]], RateSpan]]


def span_in(text: str, name: str) -> RateSpan | None:
    """The values that a condition describes; None if it describes none."""
    words = score_table_words()
    away = words.found(words.conditions, "distance", _without_name(text, name)) is not None
    in_words = _not_saved(text, name, words) or _in_words(text, name, words)
    if in_words is not None:
        return in_words
    spans, turned, rest = [], False, DATE.sub(",", POINT.sub("", _of_budget(text, name)))
    for pattern, made in _forms():
        while match := pattern.search(rest):
            spans.append(made(match))
            turned = turned or _turned(rest, match)
            rest = rest[: match.start()] + "," + rest[match.end() :]
    if not spans:
        return None
    whole = spans[0]
    for span in spans[1:]:
        whole = whole.met(span)
    turned = turned or "[" in rest or "]" in rest or asks_more(rest, name)
    alone = not turned and harmless(_BOTH.sub("", rest), name) and len(spans) < 3
    return msgspec.structs.replace(whole, away=away or whole.away, alone=alone)


def _turned(text: str, match: re.Match[str]) -> bool:
    """Whether a sign or word beside a figure was left that may turn it: 不超5%, ≮95%, 95%+."""
    return _TURNS.search(text[: match.start()]) is not None or _SHIFTS.match(text[match.end() :]) is not None


def _of_budget(text: str, name: str) -> str:
    """“超预算10%以内” of a 控制率: up to 110%."""
    if _OVER in name or not _ABOVE_BUDGET.search(text):
        return text

    def above(match: re.Match[str]) -> str:
        ends = re.sub(_PLAIN, lambda each: plain(Decimal(each[0]) + 100), match[2])
        within = "~" in ends or _WITHIN.match(text[match.end() :])
        return ends if within else match[1] + ends

    return _ABOVE_BUDGET.sub(above, text)


def _without_name(text: str, name: str) -> str:
    """“10%<差异率≤30%” of 预决算差异率: the end of the name stands for it."""
    plain = tidy(name)
    ends = (plain[begin:] for begin in range(max(len(plain) - SHORTEST_NAME + 1, 1)))
    return next((text.replace(end, "") for end in ends if end and end in text), text)


def _in_words(text: str, name: str, words: ScoreTableWords) -> RateSpan | None:
    """What is said of a rate without a figure; of a 超支率, 未超支 is nothing at all."""
    if any(sign.isdigit() for sign in POINT.sub("", text)) or says("benchmark", text):
        return None
    kind = next((kind for kind in _IN_WORDS if words.found(words.conditions, kind, text)), "")
    if not kind:
        return None
    value = ZERO if "zero" in kind or _OVER in name else ONE
    if kind.startswith("above") or kind == "zero_or_more":
        return RateSpan(low=value, low_in=kind == "zero_or_more")
    return RateSpan(high=value, high_in=kind != "below_zero")


def _not_saved(text: str, name: str, words: ScoreTableWords) -> RateSpan | None:
    """“未下降” of a 下降率: nothing, or less; “只减不增” of it: nothing, or more."""
    if words.found(words.conditions, "saving", name) is None:
        return None
    if words.found(words.conditions, "not_saved", text) is not None:
        return RateSpan(high=ZERO, high_in=True)
    change = _in_words(text, name, words) if _GROWTH.search(text) else None
    if change is None or ONE in (change.low, change.high):
        return None
    grown = change.low is not None
    return RateSpan(high=ZERO, high_in=False) if grown else RateSpan(low=ZERO, low_in=True)


# ------------------------------------------------------------------------------------- how a range is written
@cache
def _forms() -> tuple[Form, ...]:
    """The ways in which a range is written, those that hold others first."""
    words = score_table_words()
    figure = rf"{_FIGURE}(?![\d.]|{words.filled_slots['counter']})"  # one that counts nothing: not 3项, 6月
    signs = {kind: words.any_of(kind) for kind in ("at_least", "more", "at_most", "less", "equal")}
    up, down, within = (words.any_of(kind) for kind in ("upward", "downward", "within"))
    mark, mark2 = r"(?P<mark>\(含\)|\(不含\))?", r"(?P<mark2>\(含\)|\(不含\))?"

    def signed(kind: str) -> Form:
        return re.compile(
            f"(?<![未不没]){signs[kind]}{figure}{mark}(?P<side>{up}|{down}|{within})?{mark2}"
        ), lambda match: _signed(kind, match)

    return (
        (re.compile(rf"±{figure}{_MARK}~±?{figure}{_MARK}"), _far),
        (re.compile(rf"(?<![不未]){signs['more']}±{figure}{_MARK}"), _beyond),
        (re.compile(rf"(?:{signs['at_most']})?±{figure}{_MARK}(?:{within})?{_MARK}"), _around),
        (re.compile(rf"([\[(]){figure},{figure}([\])])"), _bracketed),
        (re.compile(rf"{figure}{_MARK}([<≤])[^<≤>≥\d,;]{{0,24}}([<≤]){figure}{_MARK}"), _rising),
        (re.compile(rf"{figure}{_MARK}([>≥])[^<≤>≥\d,;]{{0,24}}([>≥]){figure}{_MARK}"), _falling),
        (re.compile(rf"{figure}{_MARK}~{figure}{_MARK}(?:{down}|{within})?"), _between),
        (re.compile(rf"{figure}{_MARK}([<≤>≥])(?=[^\d<≤>≥]*$)"), _facing),
        *(signed(kind) for kind in ("at_least", "at_most", "more", "less")),
        (re.compile(f"{figure}{mark}(?P<side>{up}){mark2}"), lambda match: _signed("up", match)),
        (re.compile(f"{figure}{mark}(?P<side>{down}|{within}){mark2}"), lambda m: _signed("down", m)),
        signed("equal"),
        (re.compile(figure + _MARK), _exactly),
    )


def _included(*marks: str | None) -> bool | None:
    found = [mark for mark in marks if mark]
    if any(_OUT in mark for mark in found):
        return False
    return True if any(_IN in mark for mark in found) else None


def _signed(kind: str, match: re.Match[str]) -> RateSpan:
    value = number(match[1], match[2])
    said = _included(match["mark"], match["side"], match["mark2"])
    match kind:
        case "at_least":
            return RateSpan(low=value, low_in=said is not False)
        case "up":
            weak = said is None and not _AND_MORE.search(match["side"])
            return RateSpan(low=value, low_in=said is not False, weak=weak)
        case "more":
            return RateSpan(low=value, low_in=said is True)
        case "at_most":
            return RateSpan(high=value, high_in=said is not False)
        case "down":
            within = score_table_words().found(score_table_words().conditions, "within", match["side"])
            held = within or _AND_MORE.search(match["side"])  # 以内, 及以下
            return RateSpan(high=value, high_in=True if held and said is None else said)
        case "less":
            return RateSpan(high=value, high_in=said is True)
    return RateSpan(value, value, True, True)


def _exactly(match: re.Match[str]) -> RateSpan:
    value = number(match[1], match[2])
    return RateSpan(value, value, True, True)


def _around(match: re.Match[str]) -> RateSpan:
    return RateSpan(
        high=number(match[1], match[2]), high_in=_included(match[3], match[4]) is not False, away=True
    )


def _far(match: re.Match[str]) -> RateSpan:
    return msgspec.structs.replace(_between(match), away=True)


def _beyond(match: re.Match[str]) -> RateSpan:
    return RateSpan(low=number(match[1], match[2]), low_in=_included(match[3]) is True, away=True)


def _bracketed(match: re.Match[str]) -> RateSpan:
    low, high = number(match[2], match[3] or match[5]), number(match[4], match[5])
    return RateSpan(low, high, match[1] == "[", match[6] == "]")


def _rising(match: re.Match[str]) -> RateSpan:
    return _two(match, match[4] == "≤", match[5] == "≤", (1, 2, 3), (6, 7, 8))


def _falling(match: re.Match[str]) -> RateSpan:
    return _two(match, match[5] == "≥", match[4] == "≥", (6, 7, 8), (1, 2, 3))


def _facing(match: re.Match[str]) -> RateSpan:
    """10%<X."""
    value, closed = number(match[1], match[2]), match[4] in "≤≥"
    return RateSpan(low=value, low_in=closed) if match[4] in "<≤" else RateSpan(high=value, high_in=closed)


def _two(
    match: re.Match[str], low_in: bool, high_in: bool, low: tuple[int, int, int], high: tuple[int, int, int]
) -> RateSpan:
    shared = match[low[1]] or match[high[1]]
    return RateSpan(number(match[low[0]], shared), number(match[high[0]], shared), low_in, high_in)


def _between(match: re.Match[str]) -> RateSpan:
    shared = match[2] or match[5]
    one, other = number(match[1], shared), number(match[4], shared)
    first, second = _included(match[3]), _included(match[6])
    return RateSpan(one, other, first, second) if one <= other else RateSpan(other, one, second, first)
