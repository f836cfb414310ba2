"""Units against each other: who scored what, and which figures stand out from those of like units."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pandas as pd

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.standing import Standing
from jixiao.desk.summary.contents import UnitBooks
from jixiao.desk.summary.kept import NAME
from jixiao.desk.summary.sheet import COUNT, SCORE, Bars, Cell, SummaryColumn, SummarySheet, numbered
from jixiao.pack.pack import Pack
from jixiao.pack.rollup_file import Ratio, load_rollup

LIKE = 8  # units of a kind, or none of them stands out
FAR = 3.5  # times the usual distance from the middle
USUAL = 1.4826  # makes the median distance comparable with a standard deviation
SHOWN = 3  # of each ratio
_RATIO = "[>=1000]#,##0.00;[<=-1000]-#,##0.00;0.0000"  # an amount a head, or a share
_STEP = 5  # points in a class of the distribution

_COLUMNS = ("unit", "form", "group", "ratio", "value")


def ranking_sheet(source: UnitBooks, packs: Callable[[str], Pack]) -> SummarySheet:
    """Units by their scores, the best first; units with one score share a place.

    Where there are several forms, each row says which.
    """
    scored = [row for row in source.standings if row.counts and row.score]
    table = pd.DataFrame({"unit": [row.name for row in scored], "form": [row.form for row in scored]})
    table["score"] = [float(row.score) for row in scored]
    table["grade"] = [row.grade for row in scored]
    table["errors"] = [row.errors for row in scored]
    table["place"] = table.groupby("form")["score"].rank(method="min", ascending=False).astype(int)
    table = table.sort_values(["form", "place", "unit"], kind="stable")
    several = table["form"].nunique() > 1
    columns = (
        *([SummaryColumn("表样", 34)] if several else []),
        SummaryColumn("名次", 6, COUNT),
        SummaryColumn(NAME, 40),
        SummaryColumn("自评得分", 10, SCORE),
        SummaryColumn("等级", 8, middle=True),
        SummaryColumn("错误", 8, COUNT),
        SummaryColumn("提示", 50),
    )
    rows: list[list[Cell]] = [
        [
            *([packs(one.form).form.title] if several else []),
            int(one.place),
            one.unit,
            one.score,
            one.grade,
            int(one.errors),
            _about_score(one.score, int(one.errors)),
        ]
        for one in table.itertuples()
    ]
    return SummarySheet(
        "得分排名",
        "自评得分排名",
        columns,
        rows,
        frozen=len(columns) - 4,
        note="不同表样的分开排名。得分由工具按填报数重新计算；还有指标没有评分的单位不排名"
        f"（{sum(row.counts and not row.score for row in source.standings)} 家）。",
    )


def _about_score(score: float, errors: int) -> str:
    remarks = [
        "满分，请看扣分标准是否从严掌握" if score >= 100 else "",
        "还有错误，得分可能会变" if errors else "",
    ]
    return "；".join(filter(None, remarks))


def distribution_sheet(source: UnitBooks) -> SummarySheet:
    """How many units scored how much."""
    scores = pd.Series(
        [float(row.score) for row in source.standings if row.counts and row.score], dtype=float
    )
    edges = [0, 60, *range(60 + _STEP, 100, _STEP), 100.0001]
    counted = pd.cut(scores, edges, right=False).value_counts(sort=False)
    names = ["60分以下", *(f"{low}～{low + _STEP}分" for low in range(60, 100, _STEP))]
    rows: list[list[Cell]] = [[name, int(number)] for name, number in zip(names, counted, strict=True)]
    chart = Bars("自评得分的分布（单位数）", 1, 2, len(rows))
    columns = (SummaryColumn("得分", 16), SummaryColumn("单位数", 10, COUNT))
    return SummarySheet(
        "得分分布",
        "自评得分的分布",
        columns,
        rows,
        frozen=1,
        note="各档含下限、不含上限，最后一档含100分；还有指标没有评分的单位不计。",
        chart=chart,
    )


class Outliers:
    """What stands out: of each ratio at most three units, with what they stand out from."""

    def __init__(self, packs: Callable[[str], Pack]) -> None:
        self._packs = packs
        self._found: list[tuple[str, str, str, str, float]] = []

    def add(self, row: Standing, book: ExaminedBook) -> None:
        file = load_rollup(self._packs(row.form))
        group = book.figures.fields.get(file.group, ("", ""))[0]
        for ratio in file.ratio:
            value = _value(ratio, book)
            if value is not None:
                self._found.append((row.name, row.form, group, ratio.label, value))

    def sheet(self) -> SummarySheet:
        return _outliers_sheet(pd.DataFrame(self._found, columns=_COLUMNS))


def _outliers_sheet(table: pd.DataFrame) -> SummarySheet:
    keys = ["form", "group", "ratio"]
    groups = table.groupby(keys)["value"]
    table["like"], table["middle"] = groups.transform("size"), groups.transform("median")
    table["distance"] = (table["value"] - table["middle"]).abs()
    table["usual"] = USUAL * table.groupby(keys)["distance"].transform("median")
    far = table[
        (table["like"] >= LIKE) & (table["usual"] > 0) & (table["distance"] > FAR * table["usual"])
    ].copy()
    far["times"] = far["distance"] / far["usual"]
    far = far.sort_values("times", ascending=False).groupby(keys, sort=True).head(SHOWN)
    columns = (
        SummaryColumn("序号", 6, COUNT),
        SummaryColumn(NAME, 36),
        SummaryColumn("指标", 26),
        SummaryColumn("本单位", 16, _RATIO),
        SummaryColumn("同类中位数", 16, _RATIO),
        SummaryColumn("偏离（倍）", 10, SCORE),
        SummaryColumn("同类", 20),
        SummaryColumn("同类单位数", 10, COUNT),
    )
    rows = numbered(
        [one.unit, one.ratio, one.value, one.middle, one.times, one.group, int(one.like)]
        for one in far.sort_values(["form", "ratio", "times"], ascending=[True, True, False]).itertuples()
    )
    note = (
        f"与同类单位的中位数相比，偏离超过通常偏离的{FAR}倍；同类不足{LIKE}家的不比。偏离大不等于错，请核实。"
        f"{_about_compared(table, nothing=far.empty)}"
    )
    return SummarySheet("异常", "明显偏离同类单位的数据", columns, rows, frozen=2, note=note)


def _about_compared(table: pd.DataFrame, *, nothing: bool) -> str:
    """An empty sheet alone does not say whether anything was looked at."""
    compared = table[table["like"] >= LIKE]
    if compared.empty:
        return f"这次没有一类单位满{LIKE}家，没有比较。"
    ratios = "、".join(dict.fromkeys(compared["ratio"]))
    found = "，没有发现明显偏离的" if nothing else ""
    return f"这次比较了{compared['unit'].nunique()}家的{ratios}{found}。"


def _value(ratio: Ratio, book: ExaminedBook) -> float | None:
    """None where a figure is not filled in, or nothing can be divided by."""
    said = book.figures.fields
    if not all(term in said for term in (*ratio.above, *ratio.below)):
        return None
    above, below = (sum(Decimal(said[term][0]) for term in terms) for terms in (ratio.above, ratio.below))
    return float(above / below) if below else None
