"""Rates by their stem."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("开展培训15230人次，取得证书14468人次，取证率{}。", "95.00%", "95.10%"),
        ("共受理19,675件，审执结18,105件，结案率{}。", "92.02%", "99.02%"),
        ("2022届毕业生912人，就业升学876人，就业升学率{}。", "96.05%", "96.25%"),
        ("发放问卷215份，收回有效问卷206份，有效回收率{}。", "95.81%", "95.51%"),
    ],
)
def test_the_part_that_bears_its_letters_over_what_stands_before_it(text, right, wrong):
    assert ids(text.format(right)) == []
    assert ids(text.format(wrong)) == ["RATE-NAMED"]


def test_silent_where_it_is_the_rate_of_the_others():
    assert ids("设备28台，有5台于12月完成，按时完成率82.14%。") == []


def test_what_was_done_over_what_was_due():
    text = "应施监测面积338.90万亩，实际监测332.12万亩，监测覆盖率{}%。"
    assert ids(text.format("98.00")) == []
    assert said(text.format("92.00")) == [("RATE-NAMED", "92.00%", "98%")]


def test_what_was_done_within_its_time():
    text = "受理市民报修2450件，24小时内修复2376件，及时修复率{}%。"
    assert ids(text.format("96.98")) == []
    assert ids(text.format("97.69")) == ["RATE-NAMED"]
    assert ids("受理市民报修2450件，24小时内到场2376件，及时修复率97.69%。") == []
