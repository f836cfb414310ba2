"""method-words.toml as typed data: scoring methods with parameters in an accountant's words, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal

import msgspec

from jixiao.methods import Method
from jixiao.methods.method import ScoringMethod
from jixiao.methods.rates import PerPoint
from jixiao.model.figures import plain
from jixiao.pack.loading import data_folder
from jixiao.pack.toml_file import read_toml
from jixiao.relation.texts import same_text
from jixiao.strict import Strict

TOO_LARGE = Decimal(10**12)  # no target and no score; 1e999 would take a screen to write
FILE = "method-words.toml"  # beside the packs
As = Literal["percent", "number", "score", "text", "count"]
_BETWEEN = re.compile("[；;]")
_COUNT = re.compile(r"(\d+(?:\.\d+)?)[\u4e00-\u9fff]{1,4}")  # 260人
_EQUALS = re.compile("[＝=](?=[^＝=]*$)")
_END = re.compile(r"(≤|<|不超过|低于|小于)(.+)")
_CLOSED = ("≤", "不超过")
_HIGHEST = Decimal(10)
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


class MethodWords(Strict, kw_only=True):
    type: str
    name: str
    example: str
    fields: tuple[Parameter, ...] = ()
    items: PairList | None = None

    def parameters(self, method: ScoringMethod) -> str:
        """What differs from the usual, or has no usual value."""
        raw = msgspec.to_builtins(method, str_keys=True)
        usual = dict(zip(method.__struct_fields__[::-1], method.__struct_defaults__[::-1], strict=False))
        said = [
            f"{each.label}：{_said(each, raw[each.key], _way(each.as_, method))}"
            for each in self.fields
            if getattr(method, each.key) != usual.get(each.key, msgspec.NODEFAULT)
        ]
        if self.items is None:
            return "；".join(said)
        way = _way(self.items.as_, method)
        return "\n".join([*said, *(_item(self.items, each, way) for each in raw[self.items.key])])

    def with_labels(self, reason: str) -> str:
        """A reason of the method's own, with our words for its keys."""
        labels = {each.key: each.label for each in self.fields}
        if self.items:
            behind = dict.fromkeys((self.items.right, self.items.upto), "＝后面")
            labels |= behind | {self.items.left: "＝前面"}
        for key, label in labels.items():
            reason = reason.replace(f"“{key}”", f"“{label}”")
        return reason

    def method(self, text: str) -> ScoringMethod:
        """The method with these parameters. Raises NotUnderstood."""
        raw: dict[str, Any] = {"type": self.type}
        for part in _parts(text):
            self._take(part, raw)
        try:
            method: ScoringMethod = msgspec.convert(raw, Method, strict=False)
        except msgspec.ValidationError:
            raise NotUnderstood(f"“{self.name}”的参数不全，写作：{self.example}") from None
        return method

    def _take(self, part: str, raw: dict[str, Any]) -> None:
        if self.items and (equals := _EQUALS.search(part)):
            pair = part[: equals.start()].strip(), part[equals.end() :].strip()
            raw.setdefault(self.items.key, []).append(_read_item(self.items, *pair))
            return
        label, _, value = part.replace(":", "：", 1).partition("：")
        found = next((each for each in self.fields if same_text(each.label) == same_text(label)), None)
        if found is None or not value.strip():
            raise NotUnderstood(f"看不懂“{part}”，“{self.name}”的参数写作：{self.example}")
        raw[found.key] = _read(found, value)


class AllMethodWords(Strict, kw_only=True):
    """`changes`: words in the name of an indicator whose rate may be negative."""

    changes: tuple[str, ...]
    methods: tuple[MethodWords, ...]

    def typed_rates(self, method: ScoringMethod, name: str) -> tuple[Decimal, Decimal | None]:
        """Between which rates an entered one is no slip, such as 95 for 95%."""
        if not method.typed_rate:
            return Decimal(0), None
        change = isinstance(method, PerPoint) and method.limit == 0
        negative = change or any(word in name for word in self.changes)
        return (-_HIGHEST if negative else Decimal(0)), _HIGHEST

    def of(self, method: ScoringMethod) -> MethodWords:
        return next(each for each in self.methods if each.type == method.tag())

    def named(self, name: str) -> MethodWords:
        """Raises NotUnderstood."""
        found = next((each for each in self.methods if same_text(each.name) == same_text(name)), None)
        if found is None:
            known = "、".join(each.name for each in self.methods)
            raise NotUnderstood(f"没有“{name}”这种评分方法，可选：{known}")
        return found


@cache
def method_words() -> AllMethodWords:
    """Raises PackError."""
    return read_toml(data_folder("workbook_templates") / FILE, AllMethodWords)


# ------------------------------------------------------------------------------------------ one value
def _way(as_: As, method: ScoringMethod) -> As:
    """Where a number of something is scored, nothing is in percent: 260个."""
    return "count" if as_ == "percent" and getattr(method, "counted", False) else as_


def _said(field: Parameter, value: Any, as_: As) -> str:
    if field.words:
        return field.words[str(value).lower() if isinstance(value, bool) else str(value)]
    return _value(value, as_)


def _value(value: Any, as_: As) -> str:
    if as_ == "text":
        return " ".join(str(value).split())
    number = Decimal(value)
    if as_ == "percent":
        return f"{plain(number * 100)}%"
    if as_ == "number" and 0 < number < 1:
        return f"{plain(number * 100)}%"
    return plain(number) + {"score": "分", "count": "个"}.get(as_, "")


def _read(field: Parameter, text: str) -> Any:
    if not field.words:
        return _read_value(text, field.as_)
    for word, said in field.words.items():
        if same_text(said) == same_text(text):
            return {"true": True, "false": False}.get(word, word)
    raise NotUnderstood(f"“{field.label}”只能是：{'、'.join(field.words.values())}")


def _read_value(text: str, as_: As) -> str:
    if as_ == "text":
        return text.strip()
    figure = same_text(text).removesuffix("分").replace("个百分点", "%")
    counted = as_ == "percent" and _COUNT.fullmatch(figure)
    if counted:
        as_, figure = "count", counted[1]
    try:
        number = Decimal(figure.rstrip("%")) / (100 if figure.endswith("%") else 1)
    except InvalidOperation:
        raise NotUnderstood(f"“{text.strip()}”不是数") from None
    if number.is_finite() and abs(number) >= TOO_LARGE:
        raise NotUnderstood(f"“{text.strip()}”太大")
    if not number.is_finite() or (as_ == "percent" and not figure.endswith("%")):
        raise NotUnderstood(f"“{text.strip()}”要写成百分比，例如 95%")
    return plain(number)


# ------------------------------------------------------------------------------------------ lists
def _parts(text: str) -> Iterator[str]:
    """One a line; in a single line, with ； between them."""
    parts = text.split("\n") if "\n" in text.strip() else _BETWEEN.split(text)
    yield from (part.strip() for part in parts if part.strip())


def _item(items: PairList, raw: dict[str, Any], as_: As) -> str:
    right = _value(raw[items.right], items.right_as)
    if items.upto:
        right += f"至{_value(raw[items.upto], items.right_as)}"
    if not items.ends:
        return f"{_value(raw[items.left], as_)}＝{right}"
    if raw[items.left] is None:
        return f"{_OTHERS[0]}＝{right}"
    sign = "≤" if raw["closed"] else "<"
    return f"{sign}{_value(raw[items.left], as_)}＝{right}"


def _read_item(items: PairList, left: str, right: str) -> dict[str, Any]:
    low, _, high = right.replace("~", "至").replace("—", "至").partition("至")
    found: dict[str, Any] = {items.right: _read_value(low if items.upto else right, items.right_as)}
    if items.upto:
        found[items.upto] = _read_value(high, items.right_as)
    if not items.ends:
        return found | {items.left: _read_value(left, items.as_)}
    if left in _OTHERS:
        return found
    end = _END.fullmatch("".join(left.split()).replace("＜", "<"))
    if end is None:
        raise NotUnderstood(f"看不懂区间“{left}”，写作 ≤100%、<100% 或 其余")
    return found | {items.left: _read_value(end[2], items.as_), "closed": end[1] in _CLOSED}
