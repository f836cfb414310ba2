"""Lists that cannot be longer: 在职27人，其中A11人、B16人；… of one unit, joined by 、 alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.stated_list import SUMMED, ListPart

_AGE = r"\d{1,2}(?:[—~～至-]\d{1,2})?周?岁"
_YEAR = re.compile(r"(?:19|20)\d\d年(?:度)?")
_NAME = rf"(?:{_AGE}|{_YEAR.pattern}|[^，。；：、\d（）]|（[^（）\d]*）){{1,24}}"
_FIRST = re.compile(rf"[：，]?(?:其中)?{_NAME}")
_NEXT = re.compile(rf"(?:（[^（）]*）)?(?:[、和与及]|[，、]?以及){_NAME}")
_COMMA = re.compile(rf"，{_NAME}")
_END = re.compile(r"(?:（[^（）]*）)?(?:[；。，）]|$)")
_LAST = re.compile(r"[；。]|$")  # of one joined by commas, where nothing else may follow
_FEWEST = 2


def tight_run(
    sentence: Sentence, start: int, end: int, wholes: dict[FigureRole, StatedFigure]
) -> list[ListPart]:
    """The parts of such a list behind its opening, [] if it is not one from its beginning to its end."""
    text, like = sentence.passage.text, next(iter(wholes.values()))
    run = _run(sentence, start, end, like, _NEXT)
    if len(run) < _FEWEST or not _END.match(text, run[-1].end):
        run = _run(sentence, start, end, like, _COMMA)
        counted = run and run[0].measure is Metric.COUNT
        if not counted or len(run) <= _FEWEST or not _LAST.match(text, run[-1].end):
            return []
    labels = [_label(run, place) for place in range(len(run))]
    of_years = all(_YEAR.fullmatch(label) for label in labels)  # 其中2023年1200万元、2024年1350万元
    role = next(iter(wholes)) if of_years else None
    return [ListPart(label, {role or f.role: f}, []) for label, f in zip(labels, run, strict=True)]


def _run(
    sentence: Sentence, start: int, end: int, like: StatedFigure, joined: re.Pattern[str]
) -> list[StatedFigure]:
    """The figures from the opening on, as long as nothing but a name stands between two of them."""
    run: list[StatedFigure] = []
    for figure in sentence.between(start, end):
        pattern, place = (joined, run[-1].end) if run else (_FIRST, start)
        if not pattern.fullmatch(sentence.passage.text, place, figure.start) or not _is_part(figure, like):
            break
        run.append(figure)
    return run


def _is_part(figure: StatedFigure, like: StatedFigure) -> bool:
    counted = figure.measure in (Metric.COUNT, Metric.MONEY)
    return counted and figure.measure is like.measure and figure.fits(like) and figure.role in SUMMED


def _label(run: Sequence[StatedFigure], place: int) -> str:
    """All that stands before it since the figure before."""
    figure = run[place]
    start = run[place - 1].end if place else figure.label_start
    return (
        figure.passage.text[start : figure.start].strip("，、：；和与及").removeprefix("其中").lstrip("：，")
    )
