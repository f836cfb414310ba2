"""Targets in a column of their own of which more is written than was read: 95%左右, ≠95%, ≤ for a share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.standards.full_marks import beside_target
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.signed_target import SignedTarget, read_target
from jixiao.frameworks.wording.texts import tidy
from jixiao.frameworks.wording.words import score_table_words

_ODD = re.compile(r"左右|上下|[+↑↓→~≈≠±^△▲]|不含|约|争取|力争|%[多余]")
_CALLED = re.compile("[≠≈<>≥≤=!~±→]|大|小|高|低|超|等")  # a sign, and no 正向 or 定性
_FIGURE = re.compile(r"\d|^[零无一二两三四五六七八九十百]+\D?$|[≠≈≯≮±△]")
_OF_FIGURES = ("per_point", "band", "linear", "proportional")
_AT_MOST = ("≤", "<")
_FROM_TARGET = re.compile(
    r"每[^,。;\d]{0,6}?[少超低差增多减缺高]|每(?:延|晚|推迟|逾)"
)  # each one missing, or beyond
_SAID_AS_RATE = re.compile(r"率|比例|进度|100%")  # 完成率100%得10分 beside 3.2万亩


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
    yield from _of_figure(row, target, rule, standard) if target else ()
    if sign and sign not in _signs() and _CALLED.search(sign):
        yield f"计算符号“{sign}”看不懂"
    if target and target.value < 0 and not target.sign:
        yield f"指标值“{printed}”是负数，前面没有≥、≤，不清楚高好还是低好"
    if target and rule.type == "proportional" and not rule.parameters.get("inverse"):
        if target.value <= 0:
            yield f"指标值“{printed}”不大于0，不能按比例计分"
        elif target.sign in _AT_MOST:
            yield f"指标值“{target.sign}”按实际值÷目标值计分，实际越少得分越低，请核对"


def _of_figure(row: PrintedRow, target: SignedTarget, rule: RuleReading, standard: str) -> Iterator[str]:
    """What a figure in that column says otherwise than the rule, or what the rule cannot know of it."""
    printed = as_printed(row)
    sign = read_target(row.target, "", "")
    own = score_table_words().signs.get(sign.sign, ()) if sign and sign.sign else ()
    if own and tidy(row.sign) in set(_signs()) - set(own):
        yield f"计算符号“{tidy(row.sign)}”与指标值“{tidy(row.target)}”不一致"
    yield from beside_target(target, printed, rule, standard)
    if rule.type == "per_point" and _of_number(target, rule) and not _SAID_AS_RATE.search(standard):
        yield f"每步是指标值“{printed}”的百分之几，实际值要按占指标值的百分比填，请核对"
    spared = (target.value > 0 and target.sign in _AT_MOST) or (target.rate and target.value < 1)
    if rule.type == "each_violation" and spared and not _FROM_TARGET.search(standard):
        yield f"指标值是“{printed}”，评分标准却从第一次就扣分，以哪个为准不清楚"


def _of_number(target: SignedTarget, rule: RuleReading) -> bool:
    """Whether steps in percent are of a number of something: 每超过10% beside ≤2万元."""
    return not target.rate and target.value != 1 == Decimal(rule.parameters["limit"])


def as_printed(row: PrintedRow) -> str:
    """Sign, figure and unit, however many columns they stand in."""
    sign, target, unit = tidy(row.sign), tidy(row.target), tidy(row.unit)
    lead = sign if sign in _signs() and not target.startswith(sign) else ""
    return f"{lead}{target}{'' if target.endswith(unit) else unit}"


def _signs() -> list[str]:
    return [written for ways in score_table_words().signs.values() for written in ways]
