"""Grades in the notes under a table."""

from decimal import Decimal

from jixiao.frameworks.printed_grades import grades_of, usual_grades


def test_names_and_bounds_come_from_the_notes():
    notes = "评价得分95分（含）以上为优秀，85分（含）—95分为良好，60分（含）—85分为合格，60分以下为不合格。"
    assert grades_of(notes) == (
        ("优秀", Decimal(95)),
        ("良好", Decimal(85)),
        ("合格", Decimal(60)),
        ("不合格", Decimal(0)),
    )


def test_without_notes_they_are_the_usual_ones():
    assert grades_of("注：得分保留两位小数。") == usual_grades()
    assert [name for name, _ in usual_grades()] == ["优", "良", "中", "差"]
