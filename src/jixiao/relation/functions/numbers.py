"""Numbers that stand in texts: VALUE and ISNUMBER.

A cell may hold a number or words, such as the target of an indicator; only where it is asked for as a
number does it matter which.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from jixiao.relation.functions.function import (
    Arguments,
    Evaluator,
    Function,
    Phrasing,
    ScopedPhrasing,
    always,
)
from jixiao.relation.functions.texts import held
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.spread import Spread

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)%?")
# Behind its first sign no number has one of these, but Excel takes 2023-5-1, 8月7日, 1/2 and 1E5 for numbers
_OTHERS = '{"-","/",":","E","e","年","月","日","时","(",")"}'


@lru_cache(maxsize=4096)  # a dozen relations ask of a cell, and many cells say the same
def number_in(text: str) -> Decimal | None:
    """1,260 · 97.5% · ０.95; None where anything else stands in it."""
    plain = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    if not _NUMBER.fullmatch(plain):
        return None
    return Decimal(plain.rstrip("%")) / (100 if plain.endswith("%") else 1)


def number_in_excel(text: str) -> str:
    """The number in a text as a formula; an error where there is none. Short, for rows have several."""
    plain = f'SUBSTITUTE(ASC({text}),",","")'
    return f"IF(SUMPRODUCT(--ISNUMBER(FIND({_OTHERS},{plain},2)))=0,VALUE({plain}),NA())"


# ---- VALUE


def _value(run: Evaluator, arguments: Arguments) -> Quantity:
    return Quantity.exact(number_in(run.text(arguments[0])) or Decimal(0))


def _value_in_excel(text: str) -> str:
    return f"IFERROR({number_in_excel(text)},0)"


VALUE = Function(
    name="VALUE",
    arguments=("text",),
    texts=(0,),
    counts=True,
    example="VALUE(项目指标.实际完成值)",
    description="文字里写的数，例如 97.5%、1,260；没有写数的是 0",
    evaluate=_value,
    sure=always,
    translate=lambda run, arguments: Spread(_value_in_excel(run.text(arguments[0]))),
    say=lambda words, arguments: words.said(arguments[0]),
    stated=lambda words, arguments, value: held(words, arguments[0]),
    excel=lambda texts: _value_in_excel(texts[0]),
)

# ---- ISNUMBER


def _is_number(run: Evaluator, arguments: Arguments) -> Quantity:
    return Quantity.counted(number_in(run.text(arguments[0])) is not None)


def _is_number_in_excel(text: str) -> str:
    return f"IF(ISNUMBER({number_in_excel(text)}),1,0)"


def _is_number_said(words: Phrasing, arguments: Arguments) -> str:
    return f"{words.said(arguments[0])}写的数的个数"


def _is_number_stated(words: ScopedPhrasing, arguments: Arguments, found: Result) -> str:
    return held(words, arguments[0])


ISNUMBER = Function(
    name="ISNUMBER",
    arguments=("text",),
    texts=(0,),
    counts=True,
    example="ISNUMBER(项目指标.实际完成值)",
    description="文字里写的是数，就是 1，不是数的是 0",
    evaluate=_is_number,
    sure=always,
    translate=lambda run, arguments: Spread(_is_number_in_excel(run.text(arguments[0]))),
    say=_is_number_said,
    stated=_is_number_stated,
    excel=lambda texts: _is_number_in_excel(texts[0]),
)
