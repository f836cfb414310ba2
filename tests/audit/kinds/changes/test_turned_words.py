"""Changes that hold only the other way round."""

from __future__ import annotations

from audit.reports import ids, said


def test_a_rate_that_only_a_decline_has():
    text = "群众文化支出27.50万元，与上年相比{}8.50万元，{}23.61%。"
    assert ids(text.format("减少", "下降")) == []
    assert said(text.format("增加", "增长")) == [("CHANGE-DIRECTION", "增加", "减少")]


def test_a_rate_that_neither_has():
    assert ids("群众文化支出27.50万元，与上年相比增加8.50万元，增长47.44%。") == ["CHANGE-RATE"]


def test_the_amount_between_two_years():
    assert said("支出104.28万元，比上年108.52万元增加4.24万元。") == [("CHANGE-DIRECTION", "增加", "减少")]


def test_a_reason_that_fits_once_the_word_is_right():
    text = "9.事业单位医疗年初预算47.90万元，支出决算47.11万元，比年初预算{}0.79万元，主要原因是在职人员{}。"
    assert said(text.format("增加", "减少")) == [("CHANGE-DIRECTION", "增加", "减少")]
    assert said(text.format("减少", "减少")) == []
    assert [one[0] for one in said(text.format("减少", "增加"))] == ["REASON-DIRECTION"]
