"""Which line of a report has become which, when much of it was rewritten."""

from __future__ import annotations

import random
import time

import pytest

from jixiao.report.proof.alignment import MOST_CHARACTERS, MOST_PAIRS, aligned
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
    start = time.process_time()
    pairs = list(aligned(lines(number, length, seed=1), lines(number, length, seed=2)))
    assert time.process_time() - start < 5  # 60 of 600 took 8 s, 40 of 1500 took 22
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


def line(text: str) -> Line:
    return Line((text,))


def pairs(wanted: str, found: str) -> list[tuple[str, str]]:
    """Lines are given as words; - stands for none."""
    both = ([line(text) for text in side.split()] for side in (wanted, found))
    return [(one.text if one else "-", other.text if other else "-") for one, other in aligned(*both)]


def test_equal_lines_are_one_another_and_new_and_gone_ones_alone():
    assert pairs("甲一 乙二 丙三", "甲一 丁四 丙三") == [
        ("甲一", "甲一"),
        ("乙二", "-"),
        ("-", "丁四"),
        ("丙三", "丙三"),
    ]
    assert pairs("甲一", "") == [("甲一", "-")]
    assert pairs("", "甲一 乙二") == [("-", "甲一"), ("-", "乙二")]


def test_a_line_becomes_the_one_most_like_it():
    """甲乙丙丁戊 shares three letters with the first and four with the second."""
    assert pairs("甲乙丙丁戊", "甲乙丙子丑 甲乙丙丁子") == [("甲乙丙丁戊", "甲乙丙丁子"), ("-", "甲乙丙子丑")]
    assert pairs("甲乙丙丁戊", "甲乙丙丁子 甲乙丙丁丑") == [("甲乙丙丁戊", "甲乙丙丁子"), ("-", "甲乙丙丁丑")]


def test_a_line_that_has_been_taken_is_not_taken_again():
    assert pairs("甲乙丙丁戊 甲乙丙丁己", "甲乙丙丁子") == [("甲乙丙丁戊", "甲乙丙丁子"), ("甲乙丙丁己", "-")]


@pytest.mark.parametrize(
    ("found", "alike"), [("甲乙子丑寅", True), ("甲乙子丑寅卯", False), ("乙甲子丑寅", False)]
)
def test_lines_that_share_two_fifths_in_order_are_alike(found: str, alike: bool):
    assert (len(pairs("甲乙丙丁戊", found)) == 1) is alike


def test_in_a_large_stretch_position_and_letters_decide():
    """Too many pairs to compare: the first with the first, if two fifths of the letters are the same."""
    number = 64
    wanted = [line(f"{chr(0x4E00 + nth)}乙丙丁戊") for nth in range(number)]
    found = [line(f"戊丁{chr(0x5E00 + nth)}子丑") for nth in range(number - 1)]
    assert number * (number - 1) > MOST_PAIRS
    assert list(aligned(wanted, found)) == [*zip(wanted, found, strict=False), (wanted[-1], None)]
    assert list(aligned(found, wanted))[-1] == (None, wanted[-1])
    other = [line(f"戊{chr(0x5E00 + nth)}子丑寅") for nth in range(number)]
    assert list(aligned(wanted, other))[:2] == [(wanted[0], None), (None, other[0])]


def test_up_to_so_many_pairs_each_line_is_compared_with_each():
    wanted = [line(f"{chr(0x4E00 + nth)}甲乙") for nth in range(40)]
    found = [line(f"{chr(0x4E00 + nth)}甲丙") for nth in reversed(range(100))]
    assert len(wanted) * len(found) == MOST_PAIRS
    assert next(aligned(wanted, found)) == (wanted[0], found[-1])


def test_a_line_that_is_repeated_all_over_a_long_report_is_a_line_like_others():
    repeated, fresh = [line("小计")] * 200, line("新增一段")
    assert list(aligned(repeated, [fresh, *repeated])) == [
        (None, fresh),
        *zip(repeated, repeated, strict=True),
    ]


def test_the_letters_of_a_long_paragraph_count_however_often_they_come():
    long = "收支" * 150
    before, after = [line("首"), line(f"甲{long}")], [line("首"), line(f"乙{long}")]
    assert list(aligned(before, after)) == [*zip(before, after, strict=True)]
