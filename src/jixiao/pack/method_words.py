"""method-words.toml as typed data: scoring methods with parameters in an accountant's words, and back."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec
from msgspec.structs import replace

from jixiao.methods import Method
from jixiao.methods.method import ScoringMethod
from jixiao.methods.rates import Bands, PerPoint
from jixiao.pack.loading import data_folder
from jixiao.pack.parameter_words import (
    ONES,
    NotUnderstood,
    PairList,
    Parameter,
    has_count,
    parts_of,
    read_item,
    read_parameter,
    said_item,
    said_value,
    way_of,
)
from jixiao.pack.toml_file import read_toml
from jixiao.relation.texts import same_text
from jixiao.strict import Strict

FILE = "method-words.toml"  # beside the packs
_EQUALS = re.compile("[＝=](?=[^＝=]*$)")
_BRACKETED = re.compile(r"[（(][^（()）]*[）)]$")  # 合格率（%）
_HIGHEST = Decimal(10)


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
            f"{each.label}：{said_value(each, raw[each.key], way_of(each.as_, method))}"
            for each in self.fields
            if getattr(method, each.key) != usual.get(each.key, msgspec.NODEFAULT)
        ]
        if self.items is None:
            return "；".join(said)
        way = way_of(self.items.as_, method)
        unit = getattr(method, "unit", "") or ONES
        return "\n".join([*said, *(said_item(self.items, each, way, unit) for each in raw[self.items.key])])

    def with_labels(self, reason: str) -> str:
        """A reason of the method's own, with our words for its keys."""
        labels = {each.key: each.label for each in self.fields}
        if self.items:
            behind = dict.fromkeys((self.items.right, self.items.upto), "＝后面")
            labels |= behind | {self.items.left: "＝前面"}
        for key, label in labels.items():
            reason = reason.replace(f"“{key}”", f"“{label}”")
        return reason

    def method(self, text: str, *, counts: bool = False) -> ScoringMethod:
        """The method with these parameters; `counts`: bare numbers are of something. Raises NotUnderstood."""
        raw: dict[str, Any] = {"type": self.type}
        bare = counts and "%" not in same_text(text)
        parts = list(parts_of(text))
        for part in parts:
            self._take(part, raw, bare)
        try:
            method: ScoringMethod = msgspec.convert(raw, Method, strict=False)
        except msgspec.ValidationError:
            raise NotUnderstood(f"“{self.name}”的参数不全，写作：{self.example}") from None
        if isinstance(method, Bands) and not method.counted and (bare or any(map(has_count, parts))):
            return replace(method, unit=ONES)
        return method

    def _take(self, part: str, raw: dict[str, Any], bare: bool) -> None:
        if self.items and (equals := _EQUALS.search(part)):
            pair = part[: equals.start()].strip(), part[equals.end() :].strip()
            raw.setdefault(self.items.key, []).append(read_item(self.items, *pair, bare))
            return
        label, _, value = part.replace(":", "：", 1).partition("：")
        found = next((each for each in self.fields if same_text(each.label) == same_text(label)), None)
        if found is None or not value.strip():
            raise NotUnderstood(f"看不懂“{part}”，“{self.name}”的参数写作：{self.example}")
        raw[found.key] = read_parameter(found, value, bare)


class AllMethodWords(Strict, kw_only=True):
    """`changes`: words in the name of an indicator whose rate may be negative; `rates`: of any rate.

    `shares`: how the names of rates end that are part of a whole.
    """

    changes: tuple[str, ...]
    rates: tuple[str, ...]
    shares: tuple[str, ...]
    methods: tuple[MethodWords, ...]

    def typed_rates(self, method: ScoringMethod, name: str) -> tuple[Decimal, Decimal | None]:
        """Between which rates an entered one is no slip, such as 95 for 95%."""
        if not method.typed_rate:
            return Decimal(0), None
        change = isinstance(method, PerPoint) and method.limit == 0
        negative = change or any(word in name for word in self.changes)
        return (-_HIGHEST if negative else Decimal(0)), _HIGHEST

    def counts(self, name: str) -> bool:
        """Whether an indicator that is called so may count something; a 满意度 is a rate."""
        return bool(name) and not any(word in name for word in (*self.rates, *self.changes))

    def share_of_whole(self, name: str) -> bool:
        """Whether the rate of an indicator that is called so cannot be more than 100 %."""
        bare = _BRACKETED.sub("", name.strip())
        return bare.endswith(self.shares) and not any(word in bare for word in self.changes)

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
