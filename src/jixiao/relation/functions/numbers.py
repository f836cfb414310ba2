"""Numbers that stand in texts: VALUE and ISNUMBER, and SIGNED, the score that follows from two of them.

A cell may hold a number or words, such as the target of an indicator; only where it is asked for as a
number does it matter which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from jixiao.model.figures import CENT, round_half_up
from jixiao.relation.functions.function import (
    Arguments,
    Evaluator,
    Function,
    Phrasing,
    ScopedPhrasing,
    Translator,
)
from jixiao.relation.functions.texts import held
from jixiao.relation.places import comparable
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.signed_share import can_be_met, signed_share
from jixiao.relation.spread import Spread, grouped
from jixiao.relation.texts import same_text

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)%?")
# Behind its first sign no number has one of these, but Excel takes 2023-5-1, 8月7日, 1/2 and 1E5 for numbers
_OTHERS = '{"-","/",":","E","年","月","日","时","(",")"}'
BY_RATIO = "按比例"  # what the last argument of SIGNED says where the share is target / actual


def number_in(text: str) -> Decimal | None:
    """1,260 · 97.5% · ０.95; None where anything else stands in it."""
    plain = same_text(text).replace(",", "")
    if not _NUMBER.fullmatch(plain):
        return None
    return Decimal(plain.rstrip("%")) / (100 if plain.endswith("%") else 1)


def _in_excel(text: str) -> str:
    """The number in a text as a formula; an error where there is none."""
    plain = f'SUBSTITUTE({comparable(text)},",","")'
    return f"IF(SUMPRODUCT(--ISNUMBER(FIND({_OTHERS},{plain},2)))=0,VALUE({plain}),NA())"


# ---- VALUE


def _value(run: Evaluator, arguments: Arguments) -> Quantity:
    return Quantity.exact(number_in(run.text(arguments[0])) or Decimal(0))


def _value_in_excel(text: str) -> str:
    return f"IFERROR({_in_excel(text)},0)"


VALUE = Function(
    name="VALUE",
    arguments=("text",),
    texts=(0,),
    counts=True,
    example="VALUE(项目指标.实际完成值)",
    description="文字里写的数，例如 97.5%、1,260；没有写数的是 0",
    evaluate=_value,
    translate=lambda run, arguments: Spread(_value_in_excel(run.text(arguments[0]))),
    say=lambda words, arguments: words.said(arguments[0]),
    stated=lambda words, arguments, value: held(words, arguments[0]),
    excel=lambda texts: _value_in_excel(texts[0]),
)

# ---- ISNUMBER


def _is_number(run: Evaluator, arguments: Arguments) -> Quantity:
    return Quantity.exact(Decimal(number_in(run.text(arguments[0])) is not None))


def _is_number_in_excel(text: str) -> str:
    return f"IF(ISNUMBER({_in_excel(text)}),1,0)"


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
    translate=lambda run, arguments: Spread(_is_number_in_excel(run.text(arguments[0]))),
    say=_is_number_said,
    stated=_is_number_stated,
    excel=lambda texts: _is_number_in_excel(texts[0]),
)

# ---- SIGNED


def _signed(run: Evaluator, arguments: Arguments) -> Quantity:
    sign = same_text(run.text(arguments[0]))
    target, actual = run.number(arguments[1]), run.number(arguments[2])
    full = run.quantity(arguments[3]).value
    if not can_be_met(sign, target):
        return run.no_value()
    share = signed_share(sign, target, actual, linear=run.text(arguments[4]) != BY_RATIO)
    return Quantity.exact(round_half_up(full * share, CENT))


def _signed_translated(run: Translator, arguments: Arguments) -> Spread:
    sign, target, actual, rule = (run.text(arguments[index]) for index in (0, 1, 2, 4))
    full = grouped(run.figure(arguments[3]).value)
    return Spread(_signed_formula((sign, target, actual, full, rule)))


def _signed_formula(texts: Sequence[str]) -> str:
    sign, target, actual, full, rule = texts
    sign, wanted, done = comparable(sign), _in_excel(target), f"MAX(0,{_in_excel(actual)})"
    times = f"{done}/{wanted}"
    met = f'IF({sign}="<",NA(),IF(OR({sign}="≥",({done}>0)=({sign}=">")),1,0))'
    beyond = f'IF({rule}="{BY_RATIO}",1/MAX(1,{times}),MEDIAN(0,1,2-{times}))'
    signs = f'OR({sign}="≥",{sign}=">",{sign}="=",{sign}="≤",{sign}="<")'
    share = f'IF(OR({sign}="≤",{sign}="<"),{beyond},MIN(1,{times}))'
    return f"IF(AND({signs},{wanted}>=0),ROUND({full}*IF({wanted}=0,{met},{share}),2),NA())"


def _signed_said(words: Phrasing, arguments: Arguments) -> str:
    return f"按{words.said(arguments[0])}、{words.said(arguments[1])}和{words.said(arguments[2])}计算的得分"


SIGNED = Function(
    name="SIGNED",
    arguments=("sign", "target", "actual", "full", "rule"),
    texts=(0, 1, 2, 4),
    counts=True,
    example='SIGNED(项目指标.计算符号, 项目指标.年度指标值, 项目指标.实际完成值, 项目指标.分值, "按比例")',
    description="按计算符号、指标值、实际完成值和分值算出的得分；“≤”类超标的，“按比例”或直线递减到零",
    evaluate=_signed,
    translate=_signed_translated,
    say=_signed_said,
    excel=_signed_formula,
)
