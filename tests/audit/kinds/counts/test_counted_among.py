"""What a count, said without a name, is made up of."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = "实际救助527人。{}名中，0—6岁386人、7—14岁97人、15—17岁44人；"


def test_parts_of_a_count():
    assert ids(TEXT.format("527")) == []
    assert said(TEXT.format("529")) == [("SUM-AMONG", "529名", "527名")]


def test_some_of_them_say_nothing():
    assert ids("612名中，党员86人、团员97人、教师44人。") == []
