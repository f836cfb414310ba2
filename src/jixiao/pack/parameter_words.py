"""The parameters of a scoring method, value by value: said as an accountant writes them, and read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

import msgspec

from jixiao.methods.method import ScoringMethod
from jixiao.model.figures import plain
from jixiao.relation.texts import same_text
from jixiao.strict import Strict

TOO_LARGE = Decimal(10**12)  # no target and no score; 1e999 would take a screen to write
As = Literal["percent", "number", "score", "text", "count"]
ONES = "个"
_BETWEEN = re.compile("[；;]")
_COUNT = re.compile(r"(\d+(?:\.\d+)?)[\u4e00-\u9fff]{1,4}")  # 260人
_END = re.compile(r"(≤|<|不超过|低于|小于)(.+)")
_CLOSED = ("≤", "不超过")
_OTHERS = ("其余", "其他", "其它")


class NotUnderstood(Exception):  # noqa: N818 - people wrote something else
    """What people wrote is no method with its parameters; the message says why, in Chinese."""


class Parameter(Strict, kw_only=True):
    key: str
    label: str
    as_: As = msgspec.field(name="as", default="text")
    words: dict[str, str] = msgspec.field(default_factory=dict)


class PairList(Strict, kw_only=True):
    """Pairs left＝right; `upto`: the right side is a range; `ends`: the left side is an upper end."""

    key: str
    left: str
    right: str
    as_: As = msgspec.field(name="as")
    right_as: As
    upto: str = ""
    ends: bool = False


# ------------------------------------------------------------------------------------------ one value
def way_of(as_: As, method: ScoringMethod) -> As:
    """Where a number of something is scored, nothing is in percent: 260个."""
    return "count" if as_ == "percent" and getattr(method, "counted", False) else as_


def said_value(field: Parameter, value: Any, as_: As) -> str:
    """The value of a parameter in words."""
    if field.words:
        return field.words[str(value).lower() if isinstance(value, bool) else str(value)]
    return _value(value, as_)


def _value(value: Any, as_: As, unit: str = ONES) -> str:
    if as_ == "text":
        return " ".join(str(value).split())
    number = Decimal(value)
    if as_ == "percent":
        return f"{plain(number * 100)}%"
    if as_ == "number" and 0 < number < 1:
        return f"{plain(number * 100)}%"
    return plain(number) + {"score": "分", "count": unit}.get(as_, "")


def read_parameter(field: Parameter, text: str, bare: bool) -> Any:
    """The value of a parameter; `bare`: a number without a sign counts something. Raises NotUnderstood."""
    if not field.words:
        return _read_value(text, field.as_, bare)
    for word, said in field.words.items():
        if same_text(said) == same_text(text):
            return {"true": True, "false": False}.get(word, word)
    raise NotUnderstood(f"“{field.label}”只能是：{'、'.join(field.words.values())}")


def _read_value(text: str, as_: As, bare: bool = False) -> str:
    if as_ == "text":
        return text.strip()
    figure = same_text(text).removesuffix("分").replace("个百分点", "%")
    counted = as_ == "percent" and _COUNT.fullmatch(figure)
    if counted:
        figure = counted[1]
    if as_ == "percent" and (counted or bare):
        as_ = "count"
    try:
        number = Decimal(figure.rstrip("%")) / (100 if figure.endswith("%") else 1)
    except InvalidOperation:
        raise NotUnderstood(f"“{text.strip()}”不是数") from None
    if number.is_finite() and abs(number) >= TOO_LARGE:
        raise NotUnderstood(f"“{text.strip()}”太大")
    if not number.is_finite() or (as_ == "percent" and not figure.endswith("%")):
        raise NotUnderstood(f"“{text.strip()}”要写成百分比，{_both_ways(number)}")
    return plain(number)


def _both_ways(number: Decimal) -> str:
    """How a bare number is written as a rate and as a number of something: 60%, 60个."""
    if not number.is_finite() or number <= 0:
        return "例如 95%；数的是个数的，写作 20个"
    rate = number * 100 if number <= 1 else number
    counted = f"数的是个数的，写作 {plain(number)}{ONES}" if number >= 1 else ""
    return f"写作 {plain(rate)}%" + (f"；{counted}" if counted else "")


# ------------------------------------------------------------------------------------------ lists
def parts_of(text: str) -> Iterator[str]:
    """One a line; in a single line, with ； between them."""
    parts = text.split("\n") if "\n" in text.strip() else _BETWEEN.split(text)
    yield from (part.strip() for part in parts if part.strip())


def said_item(items: PairList, raw: dict[str, Any], as_: As, unit: str = ONES) -> str:
    """A pair as it stands in a line; `unit`: of a number of something on its left."""
    right = _value(raw[items.right], items.right_as)
    if items.upto:
        right += f"至{_value(raw[items.upto], items.right_as)}"
    if not items.ends:
        return f"{_value(raw[items.left], as_)}＝{right}"
    if raw[items.left] is None:
        return f"{_OTHERS[0]}＝{right}"
    sign = "≤" if raw["closed"] else "<"
    return f"{sign}{_value(raw[items.left], as_, unit)}＝{right}"


def has_count(part: str) -> bool:
    """Whether the end of a band is a number of something: <20场＝0分."""
    end = _END.match(same_text(part).partition("=")[0])
    return bool(end and _COUNT.fullmatch(end[2]))


def read_item(items: PairList, left: str, right: str, bare: bool) -> dict[str, Any]:
    """A pair of a line. Raises NotUnderstood."""
    low, _, high = right.replace("~", "至").replace("—", "至").partition("至")
    found: dict[str, Any] = {items.right: _read_value(low if items.upto else right, items.right_as)}
    if items.upto:
        found[items.upto] = _read_value(high, items.right_as)
    if not items.ends:
        return found | {items.left: _read_value(left, items.as_)}
    if left in _OTHERS:
        return found
    end = _END.fullmatch("".join(left.split()).replace("＜", "<").replace("‹", "<"))
    if end is None:
        raise NotUnderstood(f"看不懂区间“{left}”，写作 ≤100%、<100% 或 其余")
    bare = bare or end[2].endswith("分")  # <80分＝3分
    return found | {items.left: _read_value(end[2], items.as_, bare), "closed": end[1] in _CLOSED}
