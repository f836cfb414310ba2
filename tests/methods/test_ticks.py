"""Ticks as people write them."""

import pytest

from jixiao.methods.ticks import read_tick


@pytest.mark.parametrize("text", ["是", "√", "✓", "✔", "☑", "有", "符合", "y", "yes", "1"])
def test_these_mean_yes(text):
    assert read_tick(text) is True


@pytest.mark.parametrize(
    "text", ["否", "×", "✗", "✘", "✕", "x", "无", "没有", "不是", "不符合", "n", "no", "0"]
)
def test_these_mean_no(text):
    assert read_tick(text) is False


@pytest.mark.parametrize(("text", "tick"), [(" 是 ", True), ("Ｙ", True), ("YES", True), ("Ｘ", False)])
def test_blanks_width_and_case_do_not_matter(text, tick):
    assert read_tick(text) is tick


@pytest.mark.parametrize("text", ["", "基本符合", "是否", "2", "/"])
def test_what_could_mean_anything_is_neither(text):
    assert read_tick(text) is None
