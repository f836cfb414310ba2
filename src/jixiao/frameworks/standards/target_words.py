"""“达到标杆值得满分” beside a column of targets: the standard with the target itself in it."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from jixiao.frameworks.standards.rate_span import HIGHEST_RATE
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.signed_target import SignedTarget
from jixiao.frameworks.wording.texts import prose
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

_AT_MOST = re.compile(
    r"每[^,;。]{0,3}[超高多]|不[高超多]|以内|(?<!不)超[过出]|(?<!不)高于"
)  # where none is printed
_STEPPED = re.compile(r"每|不得分|不计分|得0分|否则|\d分")
_RATE_STEPS = re.compile(r"每[^。;,\d]{0,12}\d+(?:\.\d+)?%")  # of a number: in percent of its target
_ASKED = re.compile(r"[≥≤<>]\d+(?:\.\d+)?%")
_MEETS = re.compile(r"(?<![未没不])(?:达到|符合)要求(?=的?,?得满分)")
_IN_PROPORTION = re.compile(r"比例|[÷/×]")
_ONE = Decimal(1)


def in_proportion(standard: str) -> bool:
    """Whether points follow the rate itself, so that 100% of it is the target."""
    text, words = prose(standard), score_table_words()
    said = (pattern.search(text) for kind, pattern in words.outcome_patterns if kind == "proportion")
    return _IN_PROPORTION.search(text) is not None or any(said)


def with_target(standard: str, target: SignedTarget | None, printed: str = "") -> str:
    """A bound is put in the place of the words for it; where steps are in percent, it is 100% of a number."""
    text = prose(standard)
    if target is None or not _STEPPED.search(text) or _IN_PROPORTION.search(text):
        return standard
    value, rate = meant_target(standard, target)
    if "%" in text and not rate:
        return standard  # 完成率80%以上得4分 beside ≥120户: ranges of their own
    figure = f"{plain(value * 100)}%" if rate else f"{plain(value)}{unit_in(printed)}"
    words = score_table_words()
    sign = target.sign or ("≤" if _AT_MOST.search(text) else "≥")
    for pattern in words.patterns(words.wordings, "reaches_target"):
        text = re.sub(rf"(?<![未没不]){pattern.pattern}", f"{sign}{figure}", text)
    for pattern in words.patterns(words.wordings, "beside_target"):
        text = pattern.sub(figure, text)
    return text


def unit_in(target: str) -> str:
    """≥1.5万户 counts households."""
    words = score_table_words()
    match = re.search(
        rf"\d[万亿]?({words.any_of('measured_in')}|{words.filled_slots['unit']})", prose(target)
    )
    return match[1].lstrip("万亿") if match else ""


def meant_target(standard: str, target: SignedTarget) -> tuple[Decimal, bool]:
    """What a standard counts from, and whether that is a rate: percents of a number are of all of it."""
    in_percent = _RATE_STEPS.search(prose(standard)) is not None
    if in_percent and not target.rate and target.value > _ONE:
        return _ONE, True
    return target.value, target.rate or in_percent


def of_target(rule: RuleReading, target: SignedTarget | None) -> RuleReading:
    """“完成率×分值” beside ≥1.2万人: of these."""
    if rule.type != "execution" or target is None or target.rate or target.value <= HIGHEST_RATE:
        return rule
    return replace(rule, type="proportional", parameters={"inverse": False, "target": plain(target.value)})


def with_bound_beside(standard: str, explanation: str) -> str:
    """“达到要求得满分” beside “甲/乙，大于等于80%”: the only rate that the explanation asks for."""
    text, beside = prose(standard), prose(explanation)
    for sign, words in score_table_words().signs.items():
        for word in sorted(words, key=len, reverse=True):
            beside = re.sub(rf"{re.escape(word)}(?=\d)", sign, beside)
    asked = _ASKED.findall(beside)
    if len(asked) != 1 or beside.replace("×100%", "").count("%") != 1 or not _MEETS.search(text):
        return standard
    return _MEETS.sub(asked[0], text)
