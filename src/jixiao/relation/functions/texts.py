"""Texts: LEN, LEFT and CONTAINS, and what they are in words."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.relation.functions.function import (
    Arguments,
    Evaluator,
    Function,
    Gives,
    Phrasing,
    ScopedPhrasing,
    Translator,
    always,
)
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.spread import Spread
from jixiao.relation.syntax import Expression, Name, Number

# ---- LEN


def _len_unit(words: Phrasing, arguments: Arguments) -> str:
    return "位" if words.is_code(arguments[0]) else "个字"


def _len_said(words: Phrasing, arguments: Arguments) -> str:
    return f"{words.said(arguments[0])}的{'位数' if words.is_code(arguments[0]) else '字数'}"


def _len_stated(words: ScopedPhrasing, arguments: Arguments, length: Result) -> str:
    (text,) = arguments
    said = words.said(text)
    if not (isinstance(length, Quantity) and length.value):
        return f"{said}{'没有填写' if isinstance(text, Name) else '是空的'}"
    lead = f"{held(words, text)}，" if words.is_code(text) else said
    return f"{lead}有{length.value:f}{_len_unit(words, arguments)}"


def held(words: ScopedPhrasing, text: Expression) -> str:
    """What a cell, or a part of it, holds."""
    return f"{words.said(text)}{'填的' if isinstance(text, Name) else ''}是“{words.text(text)}”"


LEN = Function(
    name="LEN",
    arguments=("text",),
    texts=(0,),
    counts=True,
    example="LEN(功能分类.编码)",
    description="文字的字数，编码的位数；没有填的是 0",
    evaluate=lambda run, arguments: Quantity.counted(len(run.text(arguments[0]))),
    sure=always,
    translate=lambda run, arguments: Spread(f"LEN({run.text(arguments[0])})"),
    say=_len_said,
    stated=_len_stated,
    unit=_len_unit,
)


# ---- LEFT


def _left(run: Evaluator, arguments: Arguments) -> str:
    return run.text(arguments[0])[: run.length(arguments[1])]


def _left_translated(run: Translator, arguments: Arguments) -> str:
    return f"LEFT({run.text(arguments[0])},{run.figure(arguments[1]).value})"


def _left_in_pattern(run: Translator, arguments: Arguments) -> str:
    return f"LEFT({run.pattern(arguments[0])},{run.figure(arguments[1]).value})"


def _left_said(words: Phrasing, arguments: Arguments) -> str:
    text, length = arguments
    unit = "位" if words.is_code(text) else "个字"
    return f"{words.said(text)}的前{words.said(length)}{unit}"


LEFT = Function(
    name="LEFT",
    arguments=("text", "length"),
    texts=(0,),
    gives=Gives.TEXT,
    example="LEFT(功能分类.编码, 3)",
    description="文字开头的几个字，编码的前几位",
    evaluate=_left,
    sure=lambda arguments: isinstance(arguments[1], Number),
    translate=_left_translated,
    in_pattern=_left_in_pattern,
    say=_left_said,
)


# ---- CONTAINS


def _contains(run: Evaluator, arguments: Arguments) -> Quantity:
    text, *words = (run.text(argument) for argument in arguments)
    return Quantity.counted(sum(word in text for word in words))


def _contains_in_excel(texts: Sequence[str]) -> str:
    text, *words = texts
    return "(" + "+".join(f"ISNUMBER(FIND({word},{text}))" for word in words) + "+0)"


def _contains_said(words: Phrasing, arguments: Arguments) -> str:
    text, *looked_for = (words.said(argument) for argument in arguments)
    return f"{text}里{'、'.join(looked_for)}出现的个数"


CONTAINS = Function(
    name="CONTAINS",
    arguments=("text", "words"),
    repeated=True,
    texts=(0, 1),
    counts=True,
    example='CONTAINS(项目指标.三级指标, "支付", "拨付")',
    description="文字里出现了后面的几个词；一个也没有的是 0",
    evaluate=_contains,
    sure=always,
    translate=lambda run, arguments: Spread(_contains_in_excel([run.text(each) for each in arguments])),
    say=_contains_said,
    stated=lambda words, arguments, found: held(words, arguments[0]),
    excel=_contains_in_excel,
)
