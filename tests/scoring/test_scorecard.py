"""Sums, rounding and grade; scores that people give; rows that are gone."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from scoring.records import ASSESSMENT, VOCABULARY, fact, framework, record

from jixiao.methods.judgements import Manual
from jixiao.model.fact import Record
from jixiao.pack.framework import Framework, Level
from jixiao.scoring.findings import scorecard_findings
from jixiao.scoring.scorecard import score_framework

change = msgspec.structs.replace


def two_manual(full="50") -> Framework:
    """Two indicators that people score."""
    whole = framework()
    level = Level(name="投入", max_score=Decimal(100), parts={"目标设定": Decimal(100)})
    first, second = whole.indicators[:2]
    return change(
        whole,
        levels=(level,),
        indicators=tuple(change(each, method=Manual(), max_score=Decimal(full)) for each in (first, second)),
    )


def given_scores(*typed):
    """The scorecard and its findings for scores that people typed."""
    sheet = record(rows={id_: {"自评分": text} for id_, text in zip(("A1", "A2"), typed, strict=True)})
    card = score_framework(sheet, two_manual(), ASSESSMENT, VOCABULARY, {})
    return card, scorecard_findings(card)


def test_a_grade_is_not_lifted_by_rounding():
    card, findings = given_scores("44.996", "45")
    assert (card.total, card.grade) == (90, "良")
    note = findings[-1]
    assert (note.id, note.severity) == ("SCORE-04", "note")
    assert note.message == "总分四舍五入前为89.996分，按此评为“良”。"


def test_a_grade_that_rounding_does_not_change_needs_no_note():
    card, findings = given_scores("45", "45")
    assert (card.grade, card.grade_note, findings[2:]) == ("优", "", ())


def test_a_reason_is_printed_only_where_points_were_lost():
    rows = {"A1": {"自评分": "50", "扣分原因": "无"}, "A2": {"自评分": "45", "扣分原因": "逾期"}}
    card = score_framework(record(rows=rows), two_manual(), ASSESSMENT, VOCABULARY, {})
    assert [each.reason for each in card.scores] == ["", "逾期"]


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("90", "优"),
        ("89.99", "良"),
        ("80", "良"),
        ("79.99", "中"),
        ("60", "中"),
        ("59.99", "差"),
        ("0", "差"),
    ],
)
def test_a_grade_begins_at_its_lowest_score(total, grade):
    half = Decimal(total) / 2
    assert given_scores(str(half), str(half))[0].grade == grade


def test_a_score_is_rounded_half_up_to_two_decimals():
    assert given_scores("44.995", "45")[0].scores[0].score == Decimal("45.00")


@pytest.mark.parametrize("typed", ["50.01", "-1"])
def test_a_given_score_out_of_range_is_told_back_and_not_counted(typed):
    card, findings = given_scores(typed, "45")
    assert card.scores[0].score is None
    assert (card.total, card.grade) == (45, "")
    assert findings[0].id == "SCORE-02"
    assert f"填的是“{typed}”，超出 0 至 50 分的范围" in findings[0].message


def test_the_total_counts_what_is_there_and_gives_no_grade_while_something_is_missing():
    card, findings = given_scores("", "50")
    assert (card.total, card.grade, card.complete) == (50, "", False)
    assert findings == ()
    assert card.scores[0].obstacle.blank


def test_a_row_that_is_gone_is_told():
    sheet = record()
    rows = tuple(row for row in sheet.groups[ASSESSMENT.table] if row.key != "A1")
    card = score_framework(
        replace(sheet, groups={ASSESSMENT.table: rows}), framework(), ASSESSMENT, VOCABULARY, {}
    )
    assert card.scores[0].score is None
    assert "“A1 绩效目标合理性”在“指标自评”表中找不到" in card.scores[0].working


def test_rows_are_found_by_their_id_not_by_their_order():
    sheet = record()
    rows = sheet.groups[ASSESSMENT.table][::-1]
    turned = replace(sheet, groups={ASSESSMENT.table: rows})
    assert score_framework(turned, framework(), ASSESSMENT, VOCABULARY, {}).total == 99


def test_a_workbook_without_anything_is_scored_without_a_fault():
    single = [term for term in VOCABULARY.values() if not term.path]
    empty = Record({term.name: fact(term.name, "", "B2") for term in single})
    card = score_framework(empty, framework(), ASSESSMENT, VOCABULARY, {})
    assert (card.total, card.grade) == (0, "")


@given(
    spent=st.decimals(0, 900, places=2),
    budget=st.decimals("0.01", 900, places=2),
    done=st.integers(0, 50),
    ticks=st.lists(st.sampled_from(["是", "否", "", "?"]), min_size=3, max_size=3),
)
def test_whatever_is_typed_scores_stay_in_range_and_add_up(spent, budget, done, ticks):
    figures = {"支出.合计": str(spent), "整体预算.年初预算数": str(budget)}
    ticked = dict(zip(("要点1", "要点2", "要点3"), ticks, strict=True))
    rows = {"F1": {"目标值": "36", "实际值": str(done)}, "C1": ticked}
    card = score_framework(record(figures, rows), framework(), ASSESSMENT, VOCABULARY, {})
    assert all(0 <= each.score <= each.max_score for each in card.scores if each.score is not None)
    assert card.total == sum(part.score for part in card.level1) == sum(part.score for _, part in card.level2)
    assert (card.grade == "") == (not card.complete)


def test_a_form_that_does_not_grade_has_no_grade():
    ungraded = change(framework(), grades=())
    card = score_framework(record(), ungraded, ASSESSMENT, VOCABULARY, {})
    assert (card.complete, card.grade, card.grade_note) == (True, "", "")
