"""Grades in the notes under a table."""

from decimal import Decimal

import pytest

from jixiao.frameworks.printed_grades import grade_remarks, grade_words, grades_of, usual_grades

FOUR = "优≥{}分，良≥{}分，中≥{}分，差<{}分"
READ = {
    "评价得分95分（含）以上为优秀，85分（含）—95分为良好，60分（含）—85分为合格，60分以下为不合格。": (
        "优秀≥95分，良好≥85分，合格≥60分，不合格<60分"
    ),
    "注：总分92（含）分以上为优，80（含）-92分为良，60（含）-80分为中，60分以下为差。": FOUR.format(
        92, 80, 60, 60
    ),
    "92（含）分以上为优，82（含82）-92分为良，60-82分（含60分）为中，60分以下为差": FOUR.format(
        92, 82, 60, 60
    ),
    "总分在92（含92）-100分的为优，在60（含）—92分的为良，60分以下的为差": "优≥92分，良≥60分，差<60分",
    "得分≥95分为优秀；85分≤得分<95分为良好；得分<85分为合格。": "优秀≥95分，良好≥85分，合格<85分",
    "85≤综合得分<95为良好，综合得分≥95为优秀，<85为合格": "优秀≥95分，良好≥85分，合格<85分",
    "分为优、良、差三级：优：得分≥90分；良：90分>得分≥75分；差：得分<75分": "优≥90分，良≥75分，差<75分",
    "85-100分为好，70-84分为较好，60-69分为一般，60分以下为差": "好≥85分，较好≥70分，一般≥60分，差<60分",
    "优（90-100分）、良（75-89分）、中（60-74分）、差（0-59分）": FOUR.format(90, 75, 60, 60),
    "等级：优（≥90分）、良（75≤得分＜90）、中（60≤得分＜75）、差（＜60）": FOUR.format(90, 75, 60, 60),
    "评价等级划分：100-95分优，94-85分良，84-70分中，70分以下差": FOUR.format(95, 85, 70, 70),
    "90分及以上为A级，70分至90分为B级，70分以下为C级": "A级≥90分，B级≥70分，C级<70分",
    "90分以上为优，70分以上为良，其余为差": "优≥90分，良≥70分，差<70分",
    "①百分制。②70分以下为差，70（含）-95分为良，95分（含）以上为优": "优≥95分，良≥70分，差<70分",
}
UNSURE = (
    "得分90分以上的评为优，80-85分为良，60分以下为差",  # a gap
    "90分以上（不含90分）为优，80-90分（含）为良，80分以下为差",  # 90 belongs to the lower one
    "95分以上为优，80分以上为良",  # nothing for the rest
    "90分以上为优，80—90分为甲，80分以下为差",
)
NO_GRADES = (
    "注：得分保留两位小数。",
    "定性指标：好得8-10分，较好得5-7分，差得0-4分",
    "完成100%-80%（含）为优",
)


@pytest.mark.parametrize("notes", READ)
def test_names_and_bounds_come_from_the_notes(notes):
    assert grade_words(grades_of(notes)) == READ[notes]
    assert not list(grade_remarks(notes, Decimal(100)))


@pytest.mark.parametrize("notes", UNSURE)
def test_what_does_not_join_is_told_and_no_grade_is_given(notes):
    assert grades_of(notes) == ()
    (told,) = grade_remarks(notes, Decimal(100))
    assert notes in told


@pytest.mark.parametrize("notes", NO_GRADES)
def test_without_notes_they_are_the_usual_ones(notes):
    assert grades_of(notes) == usual_grades()
    assert [name for name, _ in usual_grades()] == ["优", "良", "中", "差"]
    assert not list(grade_remarks(notes, Decimal(100)))
