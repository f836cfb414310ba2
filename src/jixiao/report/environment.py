"""The Jinja environment of report templates: sandboxed, strict, escaping; only terms, phrases and loops.

A template comes from outside. What it can reach is listed here; everything else is refused.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jinja2 import DictLoader, StrictUndefined, Undefined, filters, tests
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import SandboxedEnvironment

from jixiao.report.errors import BadExpression
from jixiao.report.phrases import Phrases
from jixiao.report.scope import Scope, UnknownName
from jixiao.report.values import Day, Figure

LOOP = frozenset(("index", "index0", "revindex", "first", "last", "length", "previtem", "nextitem"))

FILTERS = ("abs", "default", "first", "join", "last", "length")
TESTS = ("defined", "divisibleby", "eq", "even", "ge", "gt", "in", "le", "lt", "ne", "odd", "undefined")
PRINTABLE = (str, int, Decimal, float, Figure, Day)


class NameOnly(StrictUndefined):
    """An unknown name; the error it raises carries the name alone, our messages do the rest."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


class ReportEnvironment(SandboxedEnvironment):
    """Resolves a dot by our scopes only, so that no attribute of a Python object is in reach."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Scope):
            return obj.get(attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, Undefined):
            raise UnknownName(f"{obj._undefined_name}.{attribute}")
        raise BadExpression(f"“.{attribute}”前面不是表样中的名称，不能再用圆点取值")

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, list | tuple) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        raise BadExpression(f"没有第{argument}项可取")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Numbers only: repeated text or a power could fill the memory."""
        if operator == "**" or not all(isinstance(side, int | Decimal | Figure) for side in (left, right)):
            raise BadExpression(f"这里不能用运算符“{operator}”")
        return super().call_binop(context, operator, left, right)


def make_environment(phrases: Phrases) -> ReportEnvironment:
    """An environment that knows the phrases under their names and nothing of Jinja's own globals."""
    environment = ReportEnvironment(
        autoescape=True,
        undefined=NameOnly,
        finalize=_printable,
        loader=DictLoader({}),  # include, import and extends find nothing
        cache_size=0,
    )
    style = phrases.style
    environment.globals = _named(phrases, style.functions)
    environment.filters = {name: filters.FILTERS[name] for name in FILTERS} | _named(phrases, style.filters)
    environment.tests = {name: tests.TESTS[name] for name in TESTS} | _named(phrases, style.tests)
    return environment


def _named(phrases: Phrases, names: object) -> dict[str, Any]:
    return {getattr(names, method): getattr(phrases, method) for method in names.__struct_fields__}  # type: ignore[attr-defined]


def _printable(value: object) -> object:
    if isinstance(value, Undefined):
        return value  # complains by itself
    if isinstance(value, PRINTABLE) and not isinstance(value, bool):
        return value
    name = f"“{value.name}”" if isinstance(value, Scope) and value.name else ""
    raise BadExpression(f"{name}不是一个数或一段文字，不能直接打印")
