"""The ruled lines of a PDF page: drawn lines, sides of rectangles, thin rectangles and pictures."""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from jixiao.documents.pdf.characters import Turn

NEAR = 3.0  # points: lines nearer to each other are one
MOST_OBJECTS = 200_000  # on a page, in a drawing, in a path
_DEEPEST = 8  # drawings within drawings
_STRAIGHT = 1.0
_WHITE = 250  # of 255: a colour that nobody sees on paper

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


class OverdrawnError(Exception):
    """A page on which more is drawn than on any page of a report."""


class RuledLine(NamedTuple):
    """A line at `at`, from `start` to `end`: for a horizontal one y, and x from left to right."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start


class Rules(NamedTuple):
    horizontal: tuple[RuledLine, ...]
    vertical: tuple[RuledLine, ...]


def read_rules(page: Any, turn: Turn) -> Rules:
    """The lines of a page, pieces of one line put together. Raises OverdrawnError."""
    horizontal: list[RuledLine] = []
    vertical: list[RuledLine] = []
    for start, end in _lines(page):
        (x, y), (to_x, to_y) = turn(*start), turn(*end)
        if abs(to_y - y) < _STRAIGHT:
            horizontal.append(RuledLine((y + to_y) / 2, min(x, to_x), max(x, to_x)))
        elif abs(to_x - x) < _STRAIGHT:
            vertical.append(RuledLine((x + to_x) / 2, min(y, to_y), max(y, to_y)))
    return Rules(tuple(_joined(horizontal)), tuple(_joined(vertical)))


def _joined(rules: list[RuledLine]) -> Iterator[RuledLine]:
    """Rules at about the same place that touch are one."""
    long = sorted(rule for rule in rules if rule.length >= NEAR)
    places = clustered(rule.at for rule in long)
    groups: dict[float, list[RuledLine]] = {}
    for rule in long:
        groups.setdefault(places[nearest(places, rule.at)], []).append(rule)
    for at, group in groups.items():
        group.sort(key=lambda rule: rule.start)
        start, end = group[0].start, group[0].end
        for rule in group[1:]:
            if rule.start > end + NEAR:
                yield RuledLine(at, start, end)
                start = rule.start
            end = max(end, rule.end) if rule.start <= end + NEAR else rule.end
        yield RuledLine(at, start, end)


def clustered(values: Iterable[float]) -> list[float]:
    """Sorted places, of which those nearer than `NEAR` to each other are one, in their middle."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [(group[0] + group[-1]) / 2 for group in groups]


def nearest(places: list[float], value: float) -> int:
    """The index of the place that is nearest to a value; places are sorted."""
    behind = bisect_left(places, value)
    if not behind:
        return 0
    before = behind - 1
    at_end = behind == len(places)
    return before if at_end or value - places[before] <= places[behind] - value else behind


def _lines(page: Any) -> Iterator[tuple[Point, Point]]:
    from pypdfium2 import raw as pdfium

    for index in _bounded(pdfium.FPDFPage_CountObjects(page)):
        yield from _drawn(pdfium.FPDFPage_GetObject(page, index), _SAME, 0)


def _bounded(count: int) -> range:
    if count > MOST_OBJECTS:
        raise OverdrawnError
    return range(count)


def _drawn(thing: Any, outer: Matrix, depth: int) -> Iterator[tuple[Point, Point]]:
    """The lines of what stands on a page, or in a drawing on it."""
    from pypdfium2 import raw as pdfium

    kind = pdfium.FPDFPageObj_GetType(thing)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield from _of_path(thing, _times(_matrix(thing), outer))
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        yield from _of_picture(thing, outer)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _times(_matrix(thing), outer)
        for index in _bounded(pdfium.FPDFFormObj_CountObjects(thing)):
            yield from _drawn(pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1)


def _of_path(path: Any, matrix: Matrix) -> Iterator[tuple[Point, Point]]:
    from pypdfium2 import raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not _is_seen(path, bool(fill.value), bool(stroke.value)):
        return
    lines = list(_segments(path, matrix))
    if stroke.value or _is_thin(lines):
        yield from lines


def _is_seen(path: Any, filled: bool, stroked: bool) -> bool:
    from pypdfium2 import raw as pdfium

    colour = [ctypes.c_uint() for _ in range(4)]
    get = pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor
    known = (filled or stroked) and get(path, *colour)
    return bool(known) and colour[3].value > 0 and min(part.value for part in colour[:3]) < _WHITE


def _is_thin(lines: list[tuple[Point, Point]]) -> bool:
    """A filled area is a line only if it is as thin as one; others are backgrounds."""
    points = [point for line in lines for point in line]
    sides = [max(values) - min(values) for values in zip(*points, strict=True)]
    return bool(sides) and min(sides) <= NEAR


def _segments(path: Any, matrix: Matrix) -> Iterator[tuple[Point, Point]]:
    from pypdfium2 import raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    begun = last = (0.0, 0.0)
    for index in _bounded(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _moved((x.value, y.value), matrix)
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, point
        elif kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = point
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield last, begun


def _of_picture(picture: Any, outer: Matrix) -> Iterator[tuple[Point, Point]]:
    """Some programs draw lines as pictures of one dot."""
    matrix = _times(_matrix(picture), outer)
    corners = [_moved(corner, matrix) for corner in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))]
    sides = list(pairwise(corners))
    if _is_thin(sides):
        yield from sides


def _matrix(thing: Any) -> Matrix:
    from pypdfium2 import raw as pdfium

    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(point: Point, matrix: Matrix) -> Point:
    x, y = point
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]
