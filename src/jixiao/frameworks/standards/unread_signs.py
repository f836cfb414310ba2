"""Signs and words of a standard that turn what it says and that no reader takes: ≠, 得-5分, 约100%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.standard import Standard
from jixiao.frameworks.wording.texts import POINT, prose
from jixiao.frameworks.wording.words import score_table_words

_CHOSEN = ("graded", "graded_range", "checklist")  # people choose by the words, whatever signs are in them
_UNKNOWN = re.compile(r"[^\u3400-\u9fffA-Za-zΑ-ω\d\s。,%;.()~÷×≤、=≥<>/:±\[\]+*\-⟦⟧?_#@&●■◆◇○□◎★☆※➢➤►▶▪▫◦❖]")
_ABSOLUTE = re.compile(r"绝对值|\|[^|\n]{1,24}\|")
_TOGETHER = re.compile(r"[<>≤≥=!][<>≤≥=!]+|(?<![=÷/×*\d)%])!")  # <>, !=, ≥≤: none of these alone


def sign_lost(rule: RuleReading, measure: str, standard: str) -> Iterator[str]:
    """“|X|≤5%” of a measure that may be negative, and is not made absolute."""
    plain = prose(standard)
    far_off = "centre" in rule.parameters or rule.parameters.get("direction") == "both"
    if (
        rule.type in ("band", "per_point")
        and not far_off
        and _ABSOLUTE.search(plain)
        and "ABS(" not in measure
    ):
        yield "评分标准按绝对值计分，指标值是负数时要按绝对值填（不带负号）"


def unread_signs(standard: Standard, rule: RuleReading) -> Iterator[str]:
    """What of them stands in a standard, in a sentence each."""
    words, text = score_table_words(), POINT.sub("", standard.text)
    for kind, reason in (
        ("negative", "“{}”给的是负分，得分最低是0分"),
        ("lessened", "“{}”不是一个确定的得分"),
        ("whole_points", "得分要“{}”，没有纳入计分"),
        ("other_function", "“{}”没有纳入计分"),
    ):
        if match := words.said(kind, text):
            yield reason.format(match[0])
    if rule.type in _CHOSEN:
        return
    text = _ABSOLUTE.sub("", text)
    for sign in dict.fromkeys(_UNKNOWN.findall(text) + _TOGETHER.findall(text)):
        yield f"看不懂符号“{sign}”"
    if match := words.said("about", text):
        yield f"“{match[0]}”不是一个确定的数"
