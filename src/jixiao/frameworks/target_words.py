"""“达到标杆值得满分” beside a column of targets: the standard with the target itself in it."""

from __future__ import annotations

import re

from jixiao.frameworks.texts import prose, tidy
from jixiao.frameworks.words import score_table_words

_BOUND = re.compile(r"(?:[≥≤<>=]|不(?:低于|少于|超过|高于|大于|小于))\d+(?:\.\d+)?%$")
_STEPPED = re.compile(r"每|不得分|不计分|得0分|否则|\d分")
_ASKED = re.compile(r"[≥≤<>]\d+(?:\.\d+)?%")
_MEETS = re.compile(r"(?<![未没不])(?:达到|符合)要求(?=的?,?得满分)")
_IN_PROPORTION = re.compile(r"比例|[÷/×]")


def with_target(standard: str, target: str, sign: str) -> str:
    """A rate that is a bound is put in the place of the words for it; other targets stay in their column."""
    bound = tidy(prose(sign + target)) if sign and not tidy(target).startswith(sign) else prose(target)
    text = prose(standard)
    if not _BOUND.match(bound) or not _STEPPED.search(text) or _IN_PROPORTION.search(text):
        return standard
    words = score_table_words()
    for pattern in words.patterns(words.wordings, "reaches_target"):
        text = re.sub(rf"(?<![未没不]){pattern.pattern}", bound, text)
    return text


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
