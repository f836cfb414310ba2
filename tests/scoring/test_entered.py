"""Measures that people enter: what they type is understood, or told back to them."""

from decimal import Decimal

import msgspec
import pytest
from msgspec.structs import replace
from scoring.records import ASSESSMENT, framework, record, scored

from jixiao.methods.judgements import Manual
from jixiao.methods.method import NotMeasurable
from jixiao.methods.rates import PerPoint
from jixiao.methods.work import Completion, Proportional
from jixiao.scoring.entered import entered_measure


def entered(id_, **cells):
    return scored(id_, rows={id_: cells})


@pytest.mark.parametrize("yes", ["是", "√", "✓", " 是 ", "有", "Ｙ"])
@pytest.mark.parametrize("no", ["否", "×", "无", "x"])
def test_ticks_are_understood_as_people_write_them(yes, no):
    found = entered("A1", 要点1=yes, 要点2=yes, 要点3=no)
    assert (found.score, found.measure) == (2, "2/3项符合")


def test_a_tick_that_could_mean_anything_is_told_back():
    found = entered("A1", 要点1="是", 要点2="基本符合", 要点3="是")
    assert found.score is None
    assert found.working == (
        "未评分：“要点②”（指标自评!I5）填的是“基本符合”，看不出是否符合。请填“是”或“否”。"
    )


def test_a_missing_tick_is_asked_for():
    found = entered("A1", 要点1="是", 要点2="是")
    assert found.score is None
    assert found.obstacle.label == "要点③"
    assert found.obstacle.blank


def test_a_tick_beyond_the_points_of_the_indicator_does_not_count():
    assert entered("C3", 要点1="是", 要点2="是", 要点3="否").score == 2


def test_work_done_is_printed_as_a_fraction():
    found = entered("F1", 目标值="36", 实际值="35")
    assert found.score == Decimal("7.78")
    assert found.measure == "35/36"
    assert found.working == "35/36，完成目标值的97.22%，8分×97.22%，得7.78分"


def test_work_done_in_per_cent_is_printed_in_per_cent():
    assert entered("F3", 目标值="95%", 实际值="97%").measure == "97%/95%"


@pytest.mark.parametrize(
    ("target", "actual", "wrong"), [("0", "3", "目标值"), ("-1", "3", "目标值"), ("3", "-1", "实际值")]
)
def test_work_that_cannot_be_is_told_back(target, actual, wrong):
    found = entered("F1", 目标值=target, 实际值=actual)
    assert found.score is None
    assert found.obstacle.label == wrong


@pytest.mark.parametrize(
    ("id_", "cells"),
    [
        ("G4", {"实际值": "85"}),
        ("D3", {"实际值": "98"}),
        ("F3", {"目标值": "95%", "实际值": "97"}),
        ("F3", {"目标值": "95%", "实际值": "2.3"}),
        ("B3", {"目标值": "100%", "实际值": "100"}),
    ],
)
def test_a_forgotten_per_cent_sign_does_not_earn_the_full_score(id_, cells):
    found = entered(id_, **cells)
    assert found.score is None
    assert "百分号" in found.working


def test_a_rate_is_entered_as_such_or_as_actual_and_target():
    assert entered("G4", 实际值="85%").measure == "85%"
    assert entered("B3", 目标值="80%", 实际值="78%").measure == "97.5%"


def test_a_rate_against_a_target_of_zero_is_told_back():
    assert entered("B3", 目标值="0", 实际值="50%").obstacle.label == "目标值"


def test_violations_are_counted():
    found = entered("C2", 违规次数="1")
    assert (found.score, found.measure) == (1, "1次")


@pytest.mark.parametrize("times", ["-1", "0.5", "两次"])
def test_what_is_no_number_of_times_is_told_back(times):
    found = entered("C2", 违规次数=times)
    assert found.score is None
    assert found.obstacle.typed == times


def test_all_that_is_missing_is_said_at_once():
    blanks = entered("A1", 要点2="是").obstacle.blanks
    assert [fact.label for fact in blanks] == ["要点①", "要点③"]


def test_a_blank_number_of_violations_is_not_taken_for_none():
    assert entered("C2").obstacle.blank


def test_a_grade_is_understood_whatever_the_blanks_around_it():
    assert entered("G1", 等级=" 较好 ").score == Decimal("5.6")


def test_an_unknown_grade_is_told_back_with_the_known_ones():
    assert "请填其中之一：好、较好、一般、差" in entered("G1", 等级="优").working


def measured(method, **cells):
    """The measure of an indicator with this method, 8 points at most."""
    indicator = msgspec.structs.replace(framework().by_id["F1"], method=method)
    table = record(rows={"F1": cells}).groups[ASSESSMENT.table]
    row = next(row for row in table if row.key == "F1")
    return entered_measure(indicator, row, ASSESSMENT)


@pytest.mark.parametrize("score", ["0", "8"])
def test_a_score_at_either_end_of_its_range_is_taken(score):
    found = measured(Manual(), 自评分=score)
    assert (found.value, found.shown) == (Decimal(score), f"自评{score}分")


@pytest.mark.parametrize("score", ["-0.01", "8.01"])
def test_a_score_out_of_its_range_is_told_back(score):
    with pytest.raises(NotMeasurable, match="超出 0 至 8 分的范围"):
        measured(Manual(), 自评分=score)


def test_a_target_of_nothing_makes_sense_only_where_less_is_better():
    found = measured(Proportional(inverse=True), 目标值="0", 实际值="3")
    assert found.value == Completion(Decimal(3), Decimal(0), "3/0")
    with pytest.raises(NotMeasurable, match="应大于 0"):
        measured(Proportional(), 目标值="0", 实际值="3")


def test_nothing_done_is_a_measure():
    assert measured(Proportional(), 目标值="36", 实际值="0").shown == "0/36"


@pytest.mark.parametrize(("actual", "fits"), [("50%", True), ("200%", True), ("49%", False), ("201%", False)])
def test_a_rate_may_be_as_low_and_as_high_as_the_indicator_says(actual, fits):
    ends = {"lowest": Decimal("0.5"), "highest": Decimal(2)}
    indicator = msgspec.structs.replace(framework().by_id["G4"], **ends)
    row = next(r for r in record(rows={"G4": {"实际值": actual}}).groups[ASSESSMENT.table] if r.key == "G4")
    if fits:
        assert entered_measure(indicator, row, ASSESSMENT).shown == actual
    else:
        with pytest.raises(NotMeasurable, match="不合常理"):
            entered_measure(indicator, row, ASSESSMENT)


@pytest.mark.parametrize(("actual", "fits"), [("9", False), ("900%", True), ("1", True), ("1.5", True)])
def test_a_count_where_a_rate_is_asked_is_told_and_may_be_written_as_a_rate(actual, fits):
    indicator = msgspec.structs.replace(framework().by_id["G4"], lowest=Decimal(0), highest=Decimal(10))
    row = next(r for r in record(rows={"G4": {"实际值": actual}}).groups[ASSESSMENT.table] if r.key == "G4")
    if fits:
        assert entered_measure(indicator, row, ASSESSMENT).value == Decimal(actual.rstrip("%")) / (
            100 if "%" in actual else 1
        )
    else:
        with pytest.raises(NotMeasurable, match="没有百分号，相当于900%"):
            entered_measure(indicator, row, ASSESSMENT)


def test_one_of_something_is_no_rate_of_100_percent():
    table = record(rows={"G4": {"实际值": "1"}}).groups[ASSESSMENT.table]
    row = next(row for row in table if row.key == "G4")
    (actual,) = (term for term, cell in row.fields.items() if cell.typed == "1")
    said = replace(row, fields={**row.fields, actual: replace(row.fields[actual], typed="一项")})
    with pytest.raises(NotMeasurable, match="填的是“一项”，是个数，这里要填比率"):
        entered_measure(framework().by_id["G4"], said, ASSESSMENT)


@pytest.mark.parametrize(
    ("limit", "lowest", "actual", "fits"),
    [
        ("0", "-10", "2.3", False),  # 人均公用经费变动率
        ("0", "-10", "230%", True),
        ("0", "-10", "-0.5", False),
        ("0", "-10", "-0.032", True),
        ("0.01", "0", "0.5", False),  # 报废率≤1%
        ("0.01", "0", "50%", True),
        ("0.01", "0", "0.005", True),
        ("1", "0", "1.05", True),  # 控制率≤100%
    ],
)
def test_a_small_rate_without_its_sign_is_told(limit, lowest, actual, fits):
    one = Decimal("0.01")
    method = PerPoint(limit=Decimal(limit), direction="over", step=one, deduct=Decimal(1))
    rates = {"method": method, "entered": "actual", "lowest": Decimal(lowest), "highest": Decimal(10)}
    row = next(r for r in record(rows={"G4": {"实际值": actual}}).groups[ASSESSMENT.table] if r.key == "G4")
    indicator = msgspec.structs.replace(framework().by_id["G4"], **rates)
    if fits:
        assert entered_measure(indicator, row, ASSESSMENT).facts[0].typed == actual
    else:
        with pytest.raises(NotMeasurable, match="没有百分号"):
            entered_measure(indicator, row, ASSESSMENT)


def test_a_wide_sign_of_per_cent_is_one():
    table = record(rows={"F3": {"目标值": "95%", "实际值": "97%"}}).groups[ASSESSMENT.table]
    row = next(row for row in table if row.key == "F3")
    fields = {term: replace(cell, typed=cell.typed.replace("%", "％")) for term, cell in row.fields.items()}
    found = entered_measure(framework().by_id["F3"], replace(row, fields=fields), ASSESSMENT)
    assert found.shown == "97%/95%"


def test_the_cells_that_were_looked_at_are_given():
    found = measured(Proportional(), 目标值="36", 实际值="35")
    assert [fact.typed for fact in found.facts] == ["36", "35"]


@pytest.mark.parametrize(
    ("indicator", "cells", "said"),
    [
        ("A1", {"要点1": "是", "要点2": "否", "要点3": "是"}, "3项要点中有2项符合"),
        ("C2", {"违规次数": "1"}, "发生1次"),
        ("D3", {"实际值": "90%"}, "指标值为90%"),
        ("F1", {"目标值": "36", "实际值": "35"}, "实际完成35，目标值为36"),
        ("F3", {"目标值": "100%", "实际值": "96%"}, "实际完成96%，目标值为100%"),
        ("G1", {"等级": "较好"}, "评为“较好”"),
    ],
)
def test_a_sentence_says_a_measure_in_words(indicator, cells, said):
    assert entered(indicator, **cells).said == said


def test_a_score_of_ones_own_is_not_said_again_as_its_measure():
    assert measured(Manual(), 自评分="7").said == ""


@pytest.mark.parametrize(
    ("actual", "target", "mend"),
    [
        ("91.6", "", "是91.6%的请填91.6%，91.6分（百分制）也填91.6%。"),
        ("91.6", "95", "是91.6%的请填91.6%，91.6分（百分制）也填91.6%。"),
        ("24", "25", "；是25个中24个的，请填96%。"),
        ("9160%", "", "请核对是否漏填或多填了百分号。"),
    ],
)
def test_points_of_a_hundred_are_told_how_to_be_written_as_a_rate(actual, target, mend):
    indicator = msgspec.structs.replace(framework().by_id["G4"], lowest=Decimal(0), highest=Decimal(10))
    row = next(
        r
        for r in record(rows={"G4": {"目标值": target, "实际值": actual}}).groups[ASSESSMENT.table]
        if r.key == "G4"
    )
    with pytest.raises(NotMeasurable) as refused:
        entered_measure(indicator, row, ASSESSMENT)
    assert refused.value.obstacle.mend.endswith(mend)
