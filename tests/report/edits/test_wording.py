"""Three wordings of a sentence: what was changed by hand in the first is said in the third."""

import pytest
from report.edits.worked_on import FIGURES

from jixiao.report.edits.wording import carried

MADE = "2022年度收入346.08万元，比上年减少4.55万元，主要原因是人员减少。"


def after(made: str, edited: str, new: str) -> str | None:
    changes = carried(made, edited, new, FIGURES)
    if changes is None:
        return None
    for change in reversed(changes):
        new = new[: change.start] + change.text + new[change.end :]
    return new


def test_words_changed_by_hand_stand_beside_the_new_figures():
    new = MADE.replace("346.08", "350").replace("4.55", "0.63")
    assert after(MADE, MADE.replace("人员减少", "退休三人"), new) == new.replace("人员减少", "退休三人")


@pytest.mark.parametrize(
    ("edited", "wanted"),
    [
        ("收入约346.08万元。", "收入约1350.5万元。"),
        ("本年收入346.08万元。", "本年收入1350.5万元。"),
        ("收入346.08万元整。", "收入1350.5万元整。"),
        ("收入346.08万元（详见附件）。", "收入1350.5万元（详见附件）。"),
        ("346.08万元。", "1350.5万元。"),
        ("收入346.08万元。全部到位。", "收入1350.5万元。全部到位。"),
    ],
)
def test_what_stands_next_to_a_figure_is_carried_over(edited: str, wanted: str):
    assert after("收入346.08万元。", edited, "收入1350.5万元。") == wanted


@pytest.mark.parametrize(
    "edited", ["收入346.80万元。", "收入万元。", "收入三百万元。", "收入346.085万元。", "收入346.08万又元。"]
)
def test_a_change_of_a_figure_is_not_carried_over(edited: str):
    assert after("收入346.08万元。", edited, "收入346.08万元。") is None


def test_the_number_of_an_item_is_no_figure():
    assert after("3. 审核待遇。", "2. 审核待遇。", "3. 审核待遇。") == "2. 审核待遇。"


def test_a_change_where_the_new_wording_differs_too_is_not_carried_over():
    assert after("原因是人员减少。", "原因是人员退休。", "原因是人员增加。") is None


def test_changes_in_different_clauses_stand_together():
    assert after("甲说，乙听，丙写。", "甲讲，乙听，丙写。", "甲说，乙听，丙念。") == "甲讲，乙听，丙念。"


def test_a_line_break_is_no_text():
    assert after("甲说，乙听。", "甲说，\n乙听。", "甲说，乙听。") is None
