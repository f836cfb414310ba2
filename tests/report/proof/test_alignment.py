"""Which line of a report has become which, when much of it was rewritten."""

from __future__ import annotations

import random
import time

import pytest

from jixiao.report.proof.alignment import MOST_CHARACTERS, aligned
from jixiao.report.proof.lines import Line

LETTERS = "".join(map(chr, range(0x4E00, 0x4E00 + 200)))


def lines(number: int, length: int, seed: int) -> list[Line]:
    chance = random.Random(seed)
    return [Line(("".join(chance.choices(LETTERS, k=length)),)) for _ in range(number)]


def changed(line: Line) -> Line:
    """Somebody has put another word for the first tenth of it."""
    return Line(("改" * (len(line.text) // 10) + line.text[len(line.text) // 10 :],))


@pytest.mark.parametrize(("number", "length"), [(60, 600), (40, 1500), (60, 160), (1, 60_000)])
def test_many_rewritten_paragraphs_are_compared_in_bearable_time(number: int, length: int):
    start = time.perf_counter()
    pairs = list(aligned(lines(number, length, seed=1), lines(number, length, seed=2)))
    assert time.perf_counter() - start < 5  # 60 of 600 took 8 s, 40 of 1500 took 22
    assert sum(one is not None for one, _ in pairs) == sum(other is not None for _, other in pairs) == number


def test_changed_lines_find_each_other_in_another_order():
    before = lines(12, 80, seed=3)
    after = [changed(line) for line in reversed(before)]
    assert list(aligned(before, after)) == [(line, changed(line)) for line in before]


def test_lines_of_a_stretch_too_large_are_held_against_each_other_by_position():
    before = lines(30, 400, seed=4)
    assert MOST_CHARACTERS < (30 * 400) ** 2
    after = [changed(line) for line in before]
    assert list(aligned(before, after)) == list(zip(before, after, strict=True))
    fresh = Line(("新" * 400,))
    after[5] = fresh
    pairs = list(aligned(before, after))
    assert (before[5], None) in pairs
    assert (None, fresh) in pairs
