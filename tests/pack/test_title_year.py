"""The year in the title of a score table, beside the year of a workbook."""

import pytest

from jixiao.pack.title_year import evaluated_year, other_year


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2024年度部门整体支出绩效评分表", 2024),
        ("某县二〇二四年度部门整体支出绩效考核表", 2024),
        ("2025年部门整体支出绩效评分表", None),
        ("部门整体支出绩效评分表", None),
        ("2023年度、2024年度对比评分表", None),
    ],
)
def test_the_year_that_a_title_evaluates(title, year):
    assert evaluated_year(title) == year


@pytest.mark.parametrize(
    ("title", "year", "named"),
    [
        ("2023年度部门整体支出绩效评分表", 2024, 2023),
        ("某县2025年度部门整体支出绩效评分表", 2024, 2025),
        ("2023年部门整体支出绩效评分表", 2024, 2023),
        ("2024年度部门整体支出绩效评分表", 2024, None),
        ("2025年部门整体支出绩效评分表", 2024, None),  # issued the year after
        ("部门整体支出绩效评价指标体系（2022年）", 2024, None),
        ("评分表（财预〔2013〕53号）", 2024, None),
        ("评分表（2022年修订）", 2024, None),
        ("2023—2025年部门整体支出绩效评分表", 2024, None),
        ("部门整体支出绩效评分表", 2024, None),
    ],
)
def test_a_title_that_names_another_year(title, year, named):
    assert other_year(title, year) == named
