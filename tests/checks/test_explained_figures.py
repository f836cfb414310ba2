"""Figures as a workbook keeps them beside an explanation, and when they are the same."""

from __future__ import annotations

import pytest
from checks.test_acceptance import PACK, staff, verdicts
from workbook.books import BALANCED, read, sample, typed

from jixiao.checks.confront import confront
from jixiao.checks.explained_figures import figures_of, rows_and_figures, same_figures, set_of
from jixiao.model.outcome import Outcome


def kept(key: str, given: dict) -> str:
    return next(figures_of(verdict) for verdict in verdicts(given) if verdict.key == key)


def test_counts_are_exact_and_amounts_have_their_precision_in_yuan():
    assert kept("STAFF-03", staff(61)) == "61；60"
    assert (
        kept("BAL-02", {"结转结余.年初": "100.00", "上年结转结余.年末": "75.00"}) == "1000000±50；750000±50"
    )


def test_names_are_kept_as_they_are_read():
    given = {"功能分类.编码": ["208"], "功能分类.名称": ["社会；保障"], "单位.年度": "2022"}
    texts = [figures_of(verdict) for verdict in verdicts(given)]
    assert [text for text in texts if "社会，保障" in text]
    assert not [text for text in texts if "社会；保障" in text]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("61；60", "61；60", True),
        ("61；60", "61；60；1", False),
        ("61；60", "62；60", False),
        ("3460800±50", "3460812.34±0.005", True),
        ("3460800±50", "3460900±50", False),  # the next last digit
        ("3460800±50", "3460849.99±0.005", True),
        ("3460800±50", "3460851±0.005", False),
        ("社会保障；60", "社会保障；60", True),
        ("社会保障", "卫生健康", False),
        ("-5±0.005", "5±0.005", False),
    ],
)
def test_figures_are_the_same_if_their_precision_allows_it(old: str, new: str, same: bool):
    assert same_figures(old, new) is same
    assert same_figures(new, old) is same


def test_a_set_of_cells_may_shrink_but_not_grow():
    both, one = set_of(["编制数.差额", "实有数.差额"]), set_of(["实有数.差额"])
    assert same_figures(both, one)
    assert not same_figures(one, both)
    assert not same_figures(one, "实有数.差额")


def full_scores(**actual: str) -> str:
    """What the finding about full scores without a sign stands for."""
    rows = {"三级指标": tuple(actual), "实际完成值": tuple(actual.values())}
    rows |= dict.fromkeys(("得分", "分值"), (10,) * len(actual))
    rows |= {"年度指标值": ("95%",) * len(actual), "项目名称": ("甲",) * len(actual)}
    cells = {f"项目指标.{name}#{n}": v for name, values in rows.items() for n, v in enumerate(values, 1)}
    record = read(typed(sample(BALANCED), cells)).record
    found = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    told = [v for v in found if v.check.data.id == "SELF-15-项目指标" and v.outcome is Outcome.INCONSISTENT]
    assert len(told) == len(actual)
    return rows_and_figures(told)


def test_an_explanation_of_several_rows_lapses_for_another_row_and_another_figure():
    two = full_scores(数量="96%", 质量="97%")
    assert same_figures(two, full_scores(质量="97%"))
    assert not same_figures(two, full_scores(数量="96%", 质量="97%", 时效="98%"))
    assert not same_figures(two, full_scores(数量="96%", 质量="60%"))


def test_of_a_ratio_the_amounts_behind_it_are_kept():
    given = {"支出.合计": "120.00", "整体预算.年初预算数": "100.00"}
    half = {"支出.合计": "60.00", "整体预算.年初预算数": "50.00"}
    assert kept("BUD-03", given) == "1200000±50；1000000±50"
    assert not same_figures(kept("BUD-03", given), kept("BUD-03", half))


def test_rows_of_one_name_are_told_apart_by_their_texts():
    row = {"项目指标.项目名称": "甲", "项目指标.三级指标": "时效", "项目指标.分值": 10, "项目指标.得分": 8}
    others = {"项目指标.一级指标": ("产出指标", "效益指标"), "项目指标.二级指标": ("时效指标", "时效指标")}
    cells = {f"{name}#{number}": value for name, value in row.items() for number in (1, 2)}
    cells |= {f"{name}#{number}": pair[number - 1] for name, pair in others.items() for number in (1, 2)}
    record = read(typed(sample(BALANCED), cells)).record
    found = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    first, second = (figures_of(verdict) for verdict in found if verdict.key == "SELF-05-项目指标@甲·时效")
    assert "产出指标" in first
    assert not same_figures(first, second)
