"""A sum over years, each of them named behind it: 2022—2023年共安排130万元，其中：2022年60万元…."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence

_SPAN = re.compile(r"(?P<first>20\d\d)年?(?:—|－|-|–|~|～|至|到)+(?P<last>20\d\d)年")
_YEAR = re.compile(
    r"^(?:其中|分别为|分别是|包括|即)?[：:，]?(?P<year>20\d\d)年度?(?:全市|全县|全区|实际|共|计划|预算)*(?P<done>安排|投入|下达|支出|完成|拨付|收入)?(?:专项)?(?:资金)?(?:为|是|：)*$"
)
_MEAN = re.compile("[年人月日]均|平均|增长|比例")
_MEASURES = (Metric.MONEY, Metric.COUNT)
_FEWEST = 2  # years


class YearSeries(msgspec.Struct, eq=False):
    """`years`: one figure of each year, in order; `whole`: what they come to."""

    sentence: Sentence
    whole: StatedFigure
    years: list[StatedFigure]


def year_series(sentences: Iterable[Sentence]) -> Iterator[YearSeries]:
    """Each whole of which every year of its span follows once."""
    for sentence in sentences:
        for whole in sentence.figures:
            span = _SPAN.search(whole.words)
            if span is None or whole.measure not in _MEASURES or _MEAN.search(whole.words):
                continue
            wanted = list(range(int(span["first"]), int(span["last"]) + 1))
            behind = [f for f in sentence.figures if f.start > whole.start]
            found = [(int(m["year"]), f) for f in behind if (m := _YEAR.match(f.words)) and _alike(f, whole)]
            done = {m["done"] for f in behind if (m := _YEAR.match(f.words)) and m["done"]}
            if any(word not in whole.words for word in done):  # 共安排300万元，其中2022年支出90万元
                continue
            if len(wanted) >= _FEWEST and [year for year, _ in found] == wanted:
                yield YearSeries(sentence, whole, [f for _, f in found])


def _alike(figure: StatedFigure, whole: StatedFigure) -> bool:
    stated = figure.role in (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.PRIOR)
    return stated and figure.measure is whole.measure and figure.unit == whole.unit
