"""The Jinja environment of report templates: sandboxed, strict, escaping; only terms, phrases and loops.

A template comes from outside. What it can reach is listed here; everything else is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import partial
from math import isfinite
from typing import Any

from jinja2 import DictLoader, StrictUndefined, Undefined, filters, nodes, tests
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import SandboxedEnvironment

from jixiao.report.language.budget import Budget, metered
from jixiao.report.language.marks import LINE_END, as_xml
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.scope import TemplateScope, UnknownName
from jixiao.report.language.texts import ComposedText, Position, SourcedText
from jixiao.report.language.values import Day, Figure
from jixiao.report.word.errors import BadExpression

LOOP = frozenset(("index", "index0", "revindex", "first", "last", "length", "previtem", "nextitem"))

# Of Jinja's own, with what it does in the words of a template's author
FILTERS = {
    "abs": "绝对值",
    "default": "名称不存在时用括号里的值",
    "first": "第一行",
    "last": "最后一行",
    "length": "表的行数，或文字的字数",
}
ROWS = " rows"  # the filter that preparing puts around what a loop goes through; no template can name it
LONGEST_NUMBER = 256  # bits
TESTS = {
    "defined": "名称存在",
    "divisibleby": "能被括号里的数整除",
    "eq": "等于",
    "even": "是偶数",
    "ge": "大于或等于",
    "gt": "大于",
    "in": "在括号里的各项之中",
    "le": "小于或等于",
    "lt": "小于",
    "ne": "不等于",
    "odd": "是奇数",
    "undefined": "名称不存在",
}
PRINTABLE = (str, int, Decimal, float, Figure, Day)
# What tags print nearly always.
_MOSTLY: dict[type, Callable[[Any], str]] = {
    kind: kind.__html__ for kind in (Figure, SourcedText, ComposedText)
}


class NameOnly(StrictUndefined):
    """An unknown name; the error it raises carries the name alone, our messages do the rest."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


class _PrintingGenerator(CodeGenerator):
    """Compiles a printing tag to one call of `finalize`, which escapes, too: Jinja's own way takes three."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class ReportEnvironment(SandboxedEnvironment):
    """Resolves a dot by our scopes only, so that no attribute of a Python object is in reach."""

    code_generator_class = _PrintingGenerator
    intercepted_binops = frozenset(("+", "*", "**", "%", "//"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.budget = Budget()

    def start(self) -> None:
        """Begin a report: what the one before has used up counts no more."""
        self.budget = Budget()

    def concat(self, pieces: Iterable[str]) -> str:
        """Jinja joins what a template prints by this."""
        return self.budget.joined(pieces)

    def rows(self, value: Any) -> Any:
        """What a loop goes through: the rows of a table, paid for."""
        if isinstance(value, Undefined):
            raise UnknownName(str(value._undefined_name))
        if not isinstance(value, list | tuple):
            raise BadExpression("for 的 in 后面不是表，没有行可以重复")
        self.budget.spend(len(value) + 1)
        return value

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, TemplateScope):
            return obj.get(attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP:
            value = getattr(obj, attribute)
            return Position(value) if type(value) is int else value
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
        """Numbers, and a little text: repeated text, a power or a doubled table could fill the memory."""
        for side in (left, right):
            if isinstance(side, Undefined):
                raise UnknownName(str(side._undefined_name))
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.budget.text(left, right)
        if operator in ("//", "%") and (isinstance(left, Figure) or isinstance(right, Figure)):
            raise BadExpression(f"取自工作簿的数不能用运算符“{operator}”取整或截断")
        numbers = all(isinstance(side, int | float | Decimal | Figure) for side in (left, right))
        bits = sum(side.bit_length() for side in (left, right) if isinstance(side, int))
        if operator == "**" or not numbers or bits > LONGEST_NUMBER:
            raise BadExpression(f"运算符“{operator}”这里不能用：数才能相加相乘，文字请直接写在标记旁边")
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, float) and not isfinite(result):
            raise BadExpression("算出来的数太大")
        return result


def make_environment(phrases: Phrases) -> ReportEnvironment:
    """An environment that knows the phrases under their names and nothing of Jinja's own globals."""
    environment = ReportEnvironment(
        autoescape=True,
        undefined=NameOnly,
        finalize=_printed,
        loader=DictLoader({}),  # include, import and extends find nothing
        cache_size=0,
        newline_sequence=LINE_END,
    )
    style = phrases.style
    named = partial(_named, environment, phrases)
    environment.globals = named(style.functions)
    environment.filters = {name: filters.FILTERS[name] for name in FILTERS} | named(style.filters)
    environment.filters[ROWS] = environment.rows
    environment.tests = {name: tests.TESTS[name] for name in TESTS} | named(style.tests)
    return environment


def _named(environment: ReportEnvironment, phrases: Phrases, names: Mapping[str, str]) -> dict[str, Any]:
    """Methods of the phrases under the names that report.toml gives them; each pays for what it does."""
    return {
        name: metered(getattr(phrases, method), lambda: environment.budget) for method, name in names.items()
    }


def _printed(value: object) -> str:
    """What a tag prints, as XML. Raises BadExpression for what is no value."""
    by_itself = _MOSTLY.get(type(value))
    if by_itself is not None:
        return by_itself(value)
    if isinstance(value, PRINTABLE) and value is not True and value is not False:
        return as_xml(value)
    if isinstance(value, Undefined):
        return str(value)  # complains
    name = f"“{value.name}”" if isinstance(value, TemplateScope) and value.name else ""
    raise BadExpression(f"{name}不是一个数或一段文字，不能直接打印")
