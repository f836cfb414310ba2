"""“达到标杆值得满分” beside a column of targets: the standard with the target itself in it."""

from __future__ import annotations

import re

from jixiao.frameworks.texts import prose, tidy
from jixiao.frameworks.words import score_table_words

_BOUND = re.compile(r"(?:[≥≤<>=]|不(?:低于|少于|超过|高于|大于|小于))\d+(?:\.\d+)?%$")
_STEPPED = re.compile(r"每|不得分|不计分|得0分|否则|\d分")
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
