"""A rule that was read, in words for the accountant who compares it with the printed table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jixiao.frameworks.standards.rule import RuleReading
from jixiao.model.figures import percent, plain

_DIRECTIONS = {"over": "每超过", "under": "每低", "both": "每偏离"}
_LIMITS = {"over": "不超过{}得满分", "under": "达到{}得满分", "both": "等于{}得满分"}
_PARTS = {"ceil": "不足一步按一步", "floor": "不足一步不扣", "exact": "按比例折算"}
_ONE = Decimal(1)
_REVERSE = {"ratio": "超过的按目标值÷实际值", "linear": "超过的按超出比例扣，超一倍为0"}


def rule_words(rule: RuleReading) -> str:
    """“由人评分” where there is no rule."""
    say = _WORDS.get(rule.type)
    return say(rule.parameters) if say else "由人评分"


def _percent(text: str) -> str:
    return percent(Decimal(text))


def _per_point(given: dict[str, Any]) -> str:
    counted = Decimal(given["step"]) >= 1  # 10 people, and no percentage points
    said = _LIMITS[given["direction"]].format(given["limit"] if counted else _percent(given["limit"]))
    each = given["step"] if counted else f"{plain(Decimal(given['step']) * 100)}个百分点"
    parts = f"（{_PARTS[given['rounding']]}）"
    beyond = ""
    if "zero_beyond" in given:
        end = given["zero_beyond"] if counted else _percent(given["zero_beyond"])
        beyond = f"，{'超过' if given['direction'] == 'over' else '低于'}{end}不得分"
    steps = f"{_DIRECTIONS[given['direction']]}{each}扣{given['deduct']}分"
    return f"{said}，{steps}{parts}{beyond}{_floor(given)}"


def _floor(given: dict[str, Any]) -> str:
    return f"，最低{given['floor']}分" if "floor" in given else ""


def _band(given: dict[str, Any]) -> str:
    said, lower = [], ""
    uppers = [Decimal(band["upper"]) for band in given["bands"] if "upper" in band]
    counted = all(upper % 1 == 0 for upper in uppers) and max(uppers, default=_ONE) > 1
    shown = plain if counted else percent  # 300人, and not 30000%
    for band in given["bands"]:
        end = shown(Decimal(band["upper"])) if "upper" in band else ""
        upper = f"{'不超过' if band['closed'] else '低于'}{end}" if end else ""
        span = upper if not lower else f"{lower}{'且' + upper if upper else ''}"
        said.append(f"{span}得{band['score']}分")
        if "upper" in band:
            lower = f"{'超过' if band['closed'] else '不低于'}{end}"
    start = f"按偏离{_percent(given['centre'])}的程度：" if "centre" in given else ""
    return start + "；".join(said)


def _proportional(given: dict[str, Any]) -> str:
    target = f"（目标{_target(given['target'])}）" if "target" in given else ""
    zero = f"，低于{_percent(given['zero_below'])}不得分" if "zero_below" in given else ""
    way = "目标值÷实际值×分值" if given.get("inverse") else "实际值÷目标值×分值"
    return f"按比例：{way}{target}{zero}"


def _target(text: str) -> str:
    return _percent(text) if Decimal(text) <= 5 else text


def _checklist(given: dict[str, Any]) -> str:
    return "逐项相加：" + "；".join(f"{point['text']}{point['score']}分" for point in given["points"])


def _violations(given: dict[str, Any]) -> str:
    case = f"每1{given['unit']}" if "unit" in given else "每发生一次"
    return f"{case}扣{given['deduct']}分，扣完为止{_floor(given)}"


def _graded(given: dict[str, Any]) -> str:
    return "分档：" + "；".join(f"{grade['name']}得{_percent(grade['share'])}" for grade in given["grades"])


def _graded_range(given: dict[str, Any]) -> str:
    levels = (
        f"{level['name']}得{_percent(level['low'])}—{_percent(level['high'])}" for level in given["levels"]
    )
    return "分档后在范围内评分：" + "；".join(levels)


def _linear(given: dict[str, Any]) -> str:
    return f"{_percent(given['zero_at'])}为0分，{_percent(given['full_at'])}为满分，之间按直线计算"


def _signed(given: dict[str, Any]) -> str:
    reverse = f"，{_REVERSE[given['reverse']]}" if "reverse" in given else ""
    return f"指标值{given['sign']}{given['target']}{reverse}"


def _execution(given: dict[str, Any]) -> str:
    return "实际比率×分值，最多得满分"


_WORDS = {
    "per_point": _per_point,
    "band": _band,
    "proportional": _proportional,
    "execution": _execution,
    "checklist": _checklist,
    "each_violation": _violations,
    "graded": _graded,
    "graded_range": _graded_range,
    "linear": _linear,
    "signed": _signed,
}
