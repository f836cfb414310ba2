"""What a condition says beside figures: each step beyond a limit, everything else, nothing of weight."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from jixiao.frameworks.wording.texts import POINT, tidy
from jixiao.frameworks.wording.words import score_table_words

_RATE = re.compile(r"[<>≤≥=±]*\d+(?:\.\d+)?%")
_SIGN = re.compile(r"[\d<>≤≥=±]")
_NAMES_RATE = re.compile(r"(?:占[^,。;]+的?(?:比例|比重|比率|占比)|(?:率|占比))为?$")  # 甲数占乙数的比重
LONGEST_RATE = 24  # characters of a rate that is described
FEWEST = 2  # characters that can ask for something
_AND = re.compile("且|并(?!列)|同时|以及")
_BESIDE = re.compile("(?<=,)、")  # 满意率80%以上、差评率不足90%
MORE = 8  # characters beside the name of the indicator that still say nothing of weight


def number(digits: str, percent: str | None) -> Decimal:
    """A figure as a rate where it is in percent."""
    return Decimal(digits) / 100 if percent else Decimal(digits)


def says(kind: str, text: str) -> bool:
    """Whether a wording of that kind stands in a condition."""
    words = score_table_words()
    return words.found(words.conditions, kind, text) is not None


def is_rest(text: str) -> bool:
    """“否则” and its like, and nothing else."""
    words = score_table_words()
    plain = re.sub(r"[,:、。;\s()]", "", POINT.sub("", text))
    return re.fullmatch(f"{words.any_of('rest')}(?:{words.any_of('harmless')})*", plain) is not None


def harmless(text: str, name: str) -> bool:
    """Whether what is left of a condition is the indicator's name, or says nothing."""
    words = score_table_words()
    left = re.sub(r"[,:、。;\s()\[\]]", "", tidy(text).replace(tidy(name), ""))
    if words.found(words.conditions, "perilous", left) or any(sign.isdigit() for sign in left):
        return False
    whole = "," not in text.strip(",")
    longest = LONGEST_RATE if whole and _NAMES_RATE.search(left) else len(tidy(name)) + MORE
    return len(re.sub(words.any_of("harmless"), "", left)) <= longest


def asks_more(left: str, name: str) -> bool:
    """“≥95%且资料齐全”: whether what is left of a condition, with commas for its figures, asks for more."""
    words = score_table_words()
    known = rf"{words.any_of('harmless')}|{words.any_of('aimed')}|[,:、。;()]"
    without_name = left.replace(tidy(name), "")
    if any(says("all_met", piece) for piece in without_name.split(",")[:-1]):
        return True  # 公开方式规范,公开率≥95%
    first, *others = (re.sub(known, "", piece) for piece in _BESIDE.split(without_name))
    if any(len(each) >= FEWEST and each not in first for each in others):
        return True
    pieces = _AND.split(without_name)
    said = [re.sub(known, "", piece) for piece in (*pieces, left.rpartition(",")[2] if "," in left else "")]
    return len(said[-1]) >= FEWEST or (len(pieces) > 1 and any(len(each) >= FEWEST for each in said))


def subject_of(text: str) -> str:
    """What a condition is about: its words in front of the rate and its sign; a date is one of them."""
    plain = POINT.sub("", text)
    rate = _RATE.search(plain) or _SIGN.search(plain)
    subject = (plain[: rate.start()] if rate else plain).strip(",:、()")
    return _signs_behind().sub("", subject) if rate else subject


@cache
def _signs_behind() -> re.Pattern[str]:
    words = score_table_words()
    return re.compile("(?:" + "|".join(map(words.any_of, ("at_least", "more", "at_most", "less"))) + ")$")


class Step(msgspec.Struct, frozen=True):
    """Each so much beyond the limit. `limit`: where the step itself names it."""

    direction: str  # over, under, both, or "" where the text does not say
    size: Decimal
    limit: Decimal | None
    of_rate: bool  # in percentage points
    percent: bool  # and says so
    beside: str  # what else the condition says


def step_in(text: str) -> Step | None:
    """“每超过1%”; None if the condition is about no step."""
    match = _step_pattern().search(text)
    if match is None:
        return None
    direction = next((each for each in ("both", "over", "under") if match[each]), "")
    limit = number(match["limit"], "%") if match["limit"] else None
    size = number(match["size"], match["percent"])
    of_rate = bool(match["percent"]) or size < 1  # 每超0.01
    return Step(
        direction,
        size,
        limit,
        of_rate,
        bool(match["percent"]),
        POINT.sub("", text[: match.start()] + text[match.end() :]),
    )


def bare_step_in(text: str) -> Step | None:
    """“超1%” without 每, which a single deduction down to nothing means."""
    before, comma, last = text.rpartition(",")
    step = step_in(f"每{last}") if last and "每" not in text else None
    return step_in(f"{before}{comma}每{last}") if step and step.direction and not step.beside else None


@cache
def _step_pattern() -> re.Pattern[str]:
    return next(score_table_words().patterns(score_table_words().conditions, "step"))
