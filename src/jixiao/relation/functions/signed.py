"""SIGNED: the score that follows from the sign, the target and the actual value of an indicator.

Target and actual value stand in texts, which may hold words as well. Without a weight there is no score.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model.figures import CENT, round_half_up
from jixiao.relation.functions.function import Arguments, Evaluator, Function, Phrasing, Translator
from jixiao.relation.functions.numbers import number_in_excel
from jixiao.relation.quantity import Quantity
from jixiao.relation.signed_share import can_be_met, signed_share
from jixiao.relation.spread import Spread, grouped

_NEXT_TO_NOTHING = "0.000000001"
BY_RATIO = "按比例"  # what the last argument says where the share is target / actual


def _signed(run: Evaluator, arguments: Arguments) -> Quantity:
    sign = run.text(arguments[0])
    target, actual = run.number(arguments[1]), run.number(arguments[2])
    full = run.quantity(arguments[3]).value
    if full <= 0 or not can_be_met(sign, target):
        return run.no_value()
    share = signed_share(sign, target, actual, linear=run.text(arguments[4]) != BY_RATIO)
    return Quantity.exact(round_half_up(full * share, CENT))


def _signed_translated(run: Translator, arguments: Arguments) -> Spread:
    sign, target, actual, rule = (run.text(arguments[index]) for index in (0, 1, 2, 4))
    full = grouped(run.figure(arguments[3]).value)
    return Spread(_signed_formula((sign, target, actual, full, rule)))


def _signed_formula(texts: Sequence[str]) -> str:
    """Each number once for the share and once for a target of zero, which is met or missed.

    The share is a line in the quotient, or in the quotient turned over, cut to 0 … 1; what was done counts
    as next to nothing at least, so that there is something to turn over.
    """
    sign, target, actual, full, rule = texts
    wanted, done = number_in_excel(target), f"MAX({_NEXT_TO_NOTHING},{number_in_excel(actual)})"
    at_most, by_ratio = f'OR({sign}="≤",{sign}="<")', f'{rule}="{BY_RATIO}"'
    quotient = f"({done}/{wanted})^IF(AND({at_most},{by_ratio}),-1,1)"
    falling = f"AND({at_most},{by_ratio}=FALSE)"
    share = f"MEDIAN(0,1,IF({falling},2,0)+IF({falling},-1,1)*{quotient})"
    some = f"{done}>{_NEXT_TO_NOTHING}"
    met = f'IF({sign}="<",NA(),IF(OR({sign}="≥",({some})=({sign}=">")),1,0))'
    signs = f'OR({at_most},{sign}="≥",{sign}=">",{sign}="=")'
    return f"IF(AND({signs},{full}>0),ROUND({full}*CHOOSE(SIGN({wanted})+2,NA(),{met},{share}),2),NA())"


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
    excel=lambda texts: _signed_formula((f"TRIM({texts[0]})", *texts[1:4], f"TRIM({texts[4]})")),
)
