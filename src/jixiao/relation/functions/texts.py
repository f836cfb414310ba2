"""Texts: LEN and LEFT, and the name that a code has in a list."""

from __future__ import annotations

from decimal import Decimal

from jixiao.model.term import Vocabulary
from jixiao.relation.functions.function import (
    Arguments,
    Evaluator,
    Function,
    Gives,
    Phrasing,
    ScopedPhrasing,
    Translator,
)
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.spread import Spread, grouped
from jixiao.relation.syntax import Expression, Name, Text

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
    held = f"{_held(words, text)}，" if words.is_code(text) else said
    return f"{held}有{length.value:f}{_len_unit(words, arguments)}"


def _held(words: ScopedPhrasing, text: Expression) -> str:
    """What a cell, or a part of it, holds."""
    return f"{words.said(text)}{'填的' if isinstance(text, Name) else ''}是“{words.text(text)}”"


LEN = Function(
    name="LEN",
    arguments=("text",),
    texts=(0,),
    counts=True,
    example="LEN(功能分类.编码)",
    description="文字的字数，编码的位数；没有填的是 0",
    evaluate=lambda run, arguments: Quantity.exact(Decimal(len(run.text(arguments[0])))),
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
    translate=_left_translated,
    in_pattern=_left_in_pattern,
    say=_left_said,
)


# ---- CODENAME


def _codename(run: Evaluator, arguments: Arguments) -> str:
    return run.codes.get(run.text(arguments[0]), {}).get(run.text(arguments[1]), "")


def _codename_translated(run: Translator, arguments: Arguments) -> str:
    return _looked_up(_title(arguments), grouped(run.text(arguments[1])))


def _looked_up(codes: str, code: str) -> str:
    return f'IFERROR(VLOOKUP({code}&"",{codes},2,FALSE),"")'


def _title(arguments: Arguments) -> str:
    title = arguments[0]
    assert isinstance(title, Text)
    return title.value


def _codename_stated(words: ScopedPhrasing, arguments: Arguments, name: Result) -> str:
    listed = f"代码表《{_title(arguments)}》中"
    if name:
        return f"{listed}{words.text(arguments[1])}的名称是“{name}”"
    return f"{_held(words, arguments[1])}，{listed}没有"


def _refuse_no_title(arguments: Arguments, vocabulary: Vocabulary) -> str:
    return "" if isinstance(arguments[0], Text) else "argument 1 of CODENAME must be a text in quotes"


CODENAME = Function(
    name="CODENAME",
    arguments=("list", "code"),
    texts=(0, 1),
    gives=Gives.TEXT,
    example='CODENAME("功能分类科目", 功能分类.编码)',
    description="编码在代码表中的名称；代码表里没有的是空",
    evaluate=_codename,
    translate=_codename_translated,
    say=lambda words, arguments: f"《{_title(arguments)}》中{words.said(arguments[1])}的名称",
    stated=_codename_stated,
    refuse=_refuse_no_title,
    excel=lambda texts: _looked_up(texts[0].strip('"'), texts[1]),
)
