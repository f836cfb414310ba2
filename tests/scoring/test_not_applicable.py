"""Indicators that a unit does not have: left out of the total, or with full marks, as the framework says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace
from scoring.records import ASSESSMENT, VOCABULARY, framework, record

from jixiao.methods.judgements import Manual
from jixiao.methods.shares import Execution
from jixiao.model.scorecard import Scorecard
from jixiao.pack.framework import Framework, Level
from jixiao.scoring.findings import scorecard_findings
from jixiao.scoring.scorecard import score_framework

SAID = "不适用：没有这项业务"


def two_of(first: str, second: str, rule: str) -> Framework:
    """Two indicators that people score."""
    level = Level(name="投入", max_score=Decimal(100), parts={"目标设定": Decimal(100)})
    indicators = tuple(
        replace(each, method=Manual(), max_score=Decimal(weight))
        for each, weight in zip(framework().indicators[:2], (first, second), strict=True)
    )
    return replace(framework(), levels=(level,), indicators=indicators, not_applicable=rule)


def card_of(rule: str, first: str = "57", reason: str = SAID) -> Scorecard:
    rows = {"A1": {"自评分": first, "扣分原因": "逾期"}, "A2": {"扣分原因": reason}}
    return score_framework(record(rows=rows), two_of("60", "40", rule), ASSESSMENT, VOCABULARY, {})


def test_the_others_make_up_the_whole():
    card = card_of("rescale")
    left_out = card.scores[1]
    assert (card.total, card.grade, card.complete) == (95, "优", True)
    assert (left_out.score, left_out.deduction, left_out.measure) == (None, 0, "不适用")
    assert (left_out.reason, left_out.obstacle) == (SAID, None)


def test_how_the_total_follows_is_told():
    card = card_of("rescale")
    (note,) = (each for each in scorecard_findings(card) if each.id == "SCORE-05")
    assert note.severity == "note"
    assert note.message == (
        f"不适用的指标：A2 {card.scores[1].name}。其余指标共60分，总分按比例折算：57÷60×100=95分。"
    )


def test_the_total_is_rounded_once_and_the_grade_looks_at_it_before():
    card = card_of("rescale", "53.998")
    assert (card.total, card.grade) == (90, "良")
    assert card.grade_note.startswith("总分四舍五入前为89.9966")


def test_it_may_earn_full_marks():
    card = card_of("full")
    assert (card.total, card.scores[1].score, card.left_out) == (97, 40, ())
    assert card.scores[1].working == "不适用，按满分计，得40分"


def test_a_rule_may_be_of_one_indicator_alone():
    own = two_of("60", "40", "")
    own = replace(own, indicators=(own.indicators[0], replace(own.indicators[1], not_applicable="rescale")))
    rows = {"A1": {"自评分": "57"}, "A2": {"扣分原因": SAID}}
    assert score_framework(record(rows=rows), own, ASSESSMENT, VOCABULARY, {}).total == 95


@pytest.mark.parametrize(("reason", "score"), [(SAID, 40), ("没有采购", None)])
def test_where_nothing_is_laid_down_what_has_no_base_is_full_and_told(reason: str, score: int | None):
    own = two_of("60", "40", "")
    ratio = "本年决算.政府采购金额 / 本年预算.政府采购金额"
    bought = replace(own.indicators[1], measure=ratio, method=framework().by_id["B7"].method, special=())
    rows = {"A1": {"自评分": "60"}, "A2": {"扣分原因": reason}}
    sheet = record(rows=rows)
    card = score_framework(
        sheet, replace(own, indicators=(own.indicators[0], bought)), ASSESSMENT, VOCABULARY, {}
    )
    (told,) = scorecard_findings(card)
    assert card.scores[1].score == score
    assert (told.id, told.severity) == (("SCORE-07", "warning") if score else ("SCORE-02", "error"))
    assert "不适用：…" in told.mend or score


def test_a_target_of_0_that_was_entered_is_no_base_either():
    own = two_of("60", "40", "")
    done = replace(own.indicators[1], method=framework().by_id["F1"].method, measure="")
    rows = {"A1": {"自评分": "60"}, "A2": {"目标值": "0", "实际值": "0", "扣分原因": SAID}}
    card = score_framework(
        record(rows=rows), replace(own, indicators=(own.indicators[0], done)), ASSESSMENT, VOCABULARY, {}
    )
    assert (card.scores[1].score, card.scores[1].assumed) == (40, True)


def test_a_budget_of_nought_by_which_a_rate_counts_as_nothing_is_no_base():
    own = two_of("60", "40", "")
    ratio = "本年决算.政府采购金额 / 本年预算.政府采购金额"
    bought = replace(own.indicators[1], measure=ratio, method=Execution(), special=())
    whole = replace(own, indicators=(own.indicators[0], bought))

    def card_of(reason: str) -> Scorecard:
        sheet = record(rows={"A1": {"自评分": "60"}, "A2": {"扣分原因": reason}})
        return score_framework(sheet, whole, ASSESSMENT, VOCABULARY, {})

    assert (card_of(SAID).scores[1].score, card_of(SAID).scores[1].assumed) == (40, True)
    assert card_of("").scores[1].score == 0
    (asked,) = scorecard_findings(card_of(""))
    assert asked.mend.endswith("没有这项业务的，写“不适用：…”。")


@pytest.mark.parametrize(("rule", "reason"), [("", SAID), ("rescale", "没有完成"), ("full", "")])
def test_without_a_rule_or_a_word_the_score_is_still_lacking(rule: str, reason: str):
    card = card_of(rule, reason=reason)
    assert not card.complete
    assert card.scores[1].obstacle is not None
