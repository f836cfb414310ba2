"""What is said not to apply although figures are there, and reasons that no report prints."""

import pytest
from scoring.records import ASSESSMENT, VOCABULARY, record, with_indicator

from jixiao.methods.judgements import Manual
from jixiao.scoring.declared_findings import declared_findings
from jixiao.scoring.scorecard import score_framework

ABSENT = "不适用：没有这项业务"


def told(figures=None, rows=None, **changed):
    """What is told of G4 服务对象满意度, of which people enter the actual value."""
    card = score_framework(record(figures, rows), with_indicator("G4", **changed), ASSESSMENT, VOCABULARY, {})
    return card, list(declared_findings(card, ASSESSMENT))


@pytest.mark.parametrize(
    ("rule", "then"), [("full", "仍不适用按满分计"), ("rescale", "仍不适用不计分"), ("", "照它得")]
)
def test_what_is_said_not_to_apply_and_yet_filled_in_is_told(rule, then):
    _, (found,) = told(rows={"G4": {"实际值": "96%", "扣分原因": ABSENT}}, not_applicable=rule)
    assert (found.id, found.severity) == ("SCORE-08", "warning")
    assert f"写了“{ABSENT}”，可是“实际值”填了“96%”；{then}" in found.message


def test_a_score_that_people_gave_for_want_of_a_rule_does_not_contradict():
    rows = {"G4": {"自评分": "3", "扣分原因": ABSENT}}
    by_hand = {"method": Manual(), "measure": "", "entered": ""}
    assert told(rows=rows, **by_hand)[1] == []
    (found,) = told(rows=rows, not_applicable="full", **by_hand)[1]
    assert "“自评分”填了“3”；仍不适用按满分计" in found.message


def test_figures_of_other_sheets_contradict_too_and_noughts_do_not():
    bought = {"本年决算.政府采购金额": "90", "本年预算.政府采购金额": "100"}
    ratio = "本年决算.政府采购金额 / 本年预算.政府采购金额"
    changed = {"measure": ratio, "special": (), "not_applicable": "full"}
    rows = {"G4": {"扣分原因": ABSENT}}
    _, (found,) = told(bought, rows, **changed)
    assert "可是指标值是90%" in found.message
    none = {"本年决算.政府采购金额": "0", "本年预算.政府采购金额": "100"}
    assert told(none, rows, **changed)[1] == []
    assert told({}, rows, **changed)[1] == []


def test_who_has_no_such_business_and_nothing_filled_in_is_left_in_peace():
    card, found = told(rows={"G4": {"扣分原因": ABSENT}}, not_applicable="full")
    assert (card.complete, found) == (True, [])


def test_a_reason_beside_full_marks_is_no_reason_and_that_is_a_note():
    _, (found,) = told(rows={"G4": {"实际值": "100%", "扣分原因": "问卷回收不足"}})
    assert (found.id, found.severity) == ("SCORE-09", "note")
    assert "“G4 社会公众或服务对象满意度”得了满分，没有扣分，“扣分原因”里写的报告不印。" in found.message
    assert told(rows={"G4": {"实际值": "60%", "扣分原因": "问卷回收不足"}})[1] == []
    assert told(rows={"G4": {"实际值": "100%", "扣分原因": "——"}})[1] == []
