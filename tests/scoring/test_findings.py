"""What the accountant is told about the scorecard."""

from decimal import Decimal

from msgspec.structs import replace
from scoring.records import record, score

from jixiao.model.outcome import Severity
from jixiao.scoring.findings import scorecard_findings


def findings(figures=None, rows=None):
    sheet = record(figures, rows)
    return scorecard_findings(score(sheet))


def test_the_2022_report_gives_its_reason_and_has_no_findings():
    assert findings() == ()


def test_a_deduction_without_a_reason_is_a_warning_at_the_cell_for_it():
    (finding,) = findings(rows={"B1": {}})
    assert (finding.id, finding.severity) == ("SCORE-03", Severity.WARNING)
    assert (finding.stated, finding.expected, finding.difference) == ("4", "5", "1")
    assert str(finding.place) == "指标自评!O7"
    assert finding.message == (
        "指标自评!O7 “B1 整体支出预算执行率”扣1分，没有写明扣分原因。"
        "评分过程：106.96%，偏离100%共6.96个百分点，落在（0,10%]档，得4分。"
    )


def test_a_reason_is_printed_and_without_one_the_working_stands_in():
    assert score(record()).scores[2].reason == "年中追加预算"
    unexplained = score(record(rows={"B1": {}})).scores[2]
    assert (unexplained.reason, unexplained.given_reason) == (unexplained.working, "")


def test_a_full_score_prints_no_reason():
    assert (
        score(record(rows={"B1": {"扣分原因": "无"}}, figures={"整体预算.年初预算数": "346.08"}))
        .scores[2]
        .reason
        == ""
    )


def test_a_blank_cell_is_told_with_the_others_of_its_sheet():
    assert findings(rows={"G1": {}}) == ()


def test_an_unusable_cell_is_an_error_at_that_cell():
    (finding,) = findings(rows={"G1": {"等级": "尚可"}})
    assert (finding.id, finding.severity, finding.open) == ("SCORE-02", Severity.ERROR, True)
    assert finding.place == finding.cells[0]
    assert finding.message.startswith("“G1 经济效益”不能评分，“等级”（指标自评!L26）填的是“尚可”")


def test_an_unusable_entry_is_an_error_that_quotes_it():
    (finding,) = findings(rows={"G4": {"实际值": "85"}})
    assert (finding.id, finding.stated) == ("SCORE-02", "85")
    assert finding.mend.startswith("请核对是否漏填或多填了百分号：是85%的请填85%，")


def test_keys_tell_indicators_apart_and_stay_when_rows_move():
    found = findings(rows={"G4": {"实际值": "85"}, "C2": {"违规次数": "-1"}})
    assert [finding.key for finding in found] == ["SCORE-02@C2", "SCORE-02@G4"]


def test_missing_evidence_is_no_finding():
    assert findings(rows={"A1": {"要点1": "是", "要点2": "是", "要点3": "是", "依据": ""}}) == ()


def test_a_word_instead_of_a_score_that_counts_as_nothing_says_how_to_say_that_there_is_no_business():
    card = score(record(rows={"D2": {"违规次数": "9"}}))
    lost = next(each for each in card.scores if each.id == "D2")
    assert lost.score == 0
    for typed, said in (("无", True), ("0", False)):
        facts = (replace(lost.facts[0], value=Decimal(0), typed=typed),)
        whole = replace(
            card, scores=tuple(replace(lost, facts=facts) if each is lost else each for each in card.scores)
        )
        (told,) = scorecard_findings(whole)
        assert ("写“不适用：…”" in told.mend) is said
