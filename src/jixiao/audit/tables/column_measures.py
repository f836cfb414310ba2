"""What the figures of a column measure, by the words above it: money, rates, points, counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from jixiao.audit.document.report_table import SCALES
from jixiao.audit.figures.figure import Metric, StatedFigure

_RATE = re.compile(r"[率%]$|（%）|%）$|占比|比重|比例$|进度$|增减%|占[^，（]{1,8}%$")
_POINTS = re.compile(
    r"(?:分值|得分|扣分|权重|评分|标准分|满分|失分|扣减)(?:数|情况|合计|小计|总计)?(?:（分）|（100分?）)?$"
)
_COUNTS = re.compile(
    r"(?:户数|人数|个数|套数|件数|辆数|次数|场次|人次|批次|宗数|村数|份数)(?:（[^）]{1,3}）)?$"
    r"|（(?:户|人|个|套|件|辆|次|场|人次|批次|宗|份|名|项|台|所|家|处|座|眼)）$"
)
GAP = re.compile(
    "^(?:增减|差异|增加|变动|结余|差)(?:额|数)?$|差额$|增减额$|增减数$"
)  # between two columns beside it
_UNITS = {1: "元", 100: "百元", 1000: "千元", 10**4: "万元", 10**8: "亿元"}
_UNIT = re.compile(r"（(?P<unit>元|百元|千元|万元|亿元)）$")
ROUNDED = re.compile(  # what may be rounded, so that whole figures are no counts
    "元|预算|决算|收入|支出|金额|资金|经费|执行|费|投资|拨款|资产|负债|余额|结余|结转|税|基金|项目|款"
    "|面积|产量|产值|里程|长度|公里|亩|吨|平方米|立方米|用电|用水|能耗|万"
)
COUNTED = "个"  # the unit of everything that a table counts


def measure_of(heads: Sequence[str]) -> Metric:
    """Of a column with these words above it, the nearest last."""
    nearest = heads[-2:]
    if any(_RATE.search(word) for word in nearest):
        return Metric.PERCENT
    last = heads[-1] if heads else ""
    if _POINTS.search(last):
        return Metric.SCORE
    return Metric.COUNT if _COUNTS.search(last) else Metric.MONEY


def scale_of(heads: Sequence[str]) -> Decimal:
    """The unit that a column alone says for its amounts, 全年预算数（万元）, in 元; 0 if none."""
    unit = _UNIT.search(heads[-1]) if heads else None
    return Decimal(SCALES[unit["unit"]]) if unit else Decimal(0)


def measured(figure: StatedFigure, measure: Metric, table_scale: Decimal) -> None:
    """Make an amount that was read without a header what its column measures."""
    if figure.measure is not Metric.MONEY or measure is Metric.MONEY:
        return
    figure.value, figure.step = figure.value / figure.scale, figure.step / figure.scale
    if measure is Metric.COUNT and figure.value == figure.value.to_integral_value():
        figure.step = Decimal(0)
    figure.measure, figure.scale = measure, Decimal(1)
    figure.unit = unit_of(measure, table_scale)


def unit_of(measure: Metric, scale: Decimal) -> str:
    """As a table has it that states its amounts in `scale` yuan."""
    named = {Metric.PERCENT: "%", Metric.SCORE: "分", Metric.COUNT: COUNTED}
    return named.get(measure) or _UNITS.get(int(scale), "")


def is_of(figures: Iterable[StatedFigure], *measures: Metric) -> bool:
    """Whether all figures measure one of these."""
    return all(figure.measure in measures for figure in figures)
