"""Texts that give or take points."""

import pytest

from jixiao.frameworks.wording.awards import awards


@pytest.mark.parametrize("text", ["健全得5分，不健全不得分", "每超1个百分点扣0.5分", "完成的得满分"])
def test_a_figure_of_points_or_words_for_all_and_none_award(text):
    assert awards(text)


@pytest.mark.parametrize("text", ["≤100%", "支出决算数/全年预算数", "按规定公开预决算"])
def test_conditions_formulas_and_demands_do_not(text):
    assert not awards(text)
