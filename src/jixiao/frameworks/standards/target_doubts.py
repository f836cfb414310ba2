"""Targets in a column of their own of which more is written than was read: 95%左右, ≠95%, ≤ for a share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.signed_target import SignedTarget
from jixiao.frameworks.wording.texts import tidy
from jixiao.frameworks.wording.words import score_table_words

_ODD = re.compile(r"左右|上下|[+↑↓→~≈≠±^△▲]|不含|约|争取|力争|%[多余]")
_CALLED = re.compile("[≠≈<>≥≤=!~±→]|大|小|高|低|超|等")  # a sign, and no 正向 or 定性
_FIGURE = re.compile(r"\d|^[零无一二两三四五六七八九十百]+\D?$|[≠≈≯≮±△]")
_OF_FIGURES = ("per_point", "band", "linear", "proportional")
_AT_MOST = ("≤", "<")


def _awaits(rule: RuleReading) -> bool:
    """Whether a share is of a target that is not known: 合格 beside 实际值÷目标值."""
    return rule.type == "proportional" and "target" not in rule.parameters


def target_doubts(
    row: PrintedRow, target: SignedTarget | None, rule: RuleReading, standard: str = ""
) -> Iterator[str]:
    """What of a row's target and sign its rule does not hold."""
    if not rule.type or not row.target:
        return
    printed, sign = tidy(row.target), tidy(row.sign)
    if target and (match := _ODD.search(re.sub(r"^\+|-\d", "", printed))):
        yield f"指标值“{printed}”没有全看懂（{match[0]}）"
    if target is None and rule.type in _OF_FIGURES and (_FIGURE.search(printed) or _awaits(rule)):
        yield f"指标值“{printed}”没有看懂"
    if target and target.sign in _AT_MOST and not target.rate and rule.type == "band" and "%" in standard:
        yield f"指标值“{printed}”与评分标准里的百分比怎么对应，不清楚"
    known = {written for ways in score_table_words().signs.values() for written in ways}
    if sign and sign not in known and _CALLED.search(sign):
        yield f"计算符号“{sign}”看不懂"
    if target and target.value < 0 and not target.sign:
        yield f"指标值“{printed}”是负数，前面没有≥、≤，不清楚高好还是低好"
    if target and rule.type == "proportional" and not rule.parameters.get("inverse"):
        if target.value <= 0:
            yield f"指标值“{printed}”不大于0，不能按比例计分"
        elif target.sign in _AT_MOST:
            yield f"指标值“{target.sign}”按实际值÷目标值计分，实际越少得分越低，请核对"
