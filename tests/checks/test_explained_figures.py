"""Figures as a workbook keeps them beside an explanation, and when they are the same."""

from __future__ import annotations

import pytest
from checks.test_acceptance import staff, verdicts

from jixiao.checks.explained_figures import figures_of, same_figures


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
