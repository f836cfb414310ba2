"""Projects by bands of a rate."""

from __future__ import annotations

from audit.reports import ids, said

BANDS = "其中执行率100%的项目21个，90%至100%的项目9个，低于90%的项目{}个。"


def test_bands_behind_their_whole():
    text = "项目共5大类32个，调整后预算145.00万元，执行率99.70%，" + BANDS
    assert said(text.format(3)) == [("COUNT-BANDS", "32个", "33个")]
    assert ids(text.format(2)) == []


def test_bands_of_what_another_paragraph_counts():
    first = "安排项目32个，涉及6个领域。"
    assert ids(first, "实际支付100.00万元，" + BANDS.format(3)) == ["COUNT-BANDS"]
    assert ids(first, "实际支付100.00万元，" + BANDS.format(2)) == []


def test_silent_without_the_lowest_band_or_a_whole():
    assert ids("项目共32个，执行率100%的项目21个，90%以上的项目9个。") == []
    assert ids("项目共60个。", "实际支付100.00万元，" + BANDS.format(3)) == []
