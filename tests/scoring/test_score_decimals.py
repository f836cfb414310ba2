"""Scores are rounded once, to the decimals that the table lays down; sums and grade are made of those."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace
from scoring.records import ASSESSMENT, VOCABULARY, framework, record
from scoring.test_not_applicable import two_of

from jixiao.model.scorecard import Scorecard
from jixiao.pack.carried_framework import is_head_of, stored_head
from jixiao.scoring.scorecard import score_framework


def card_of(decimals: int | None, first: str, second: str) -> Scorecard:
    rows = {"A1": {"自评分": first}, "A2": {"自评分": second}}
    own = replace(two_of("60", "40", ""), decimals=decimals)
    return score_framework(record(rows=rows), own, ASSESSMENT, VOCABULARY, {})


@pytest.mark.parametrize(
    ("decimals", "scores", "total"),
    [(None, ("55.74", "35.45"), "91.19"), (1, ("55.7", "35.5"), "91.2"), (0, ("56", "35"), "91")],
)
def test_the_total_adds_up_the_rounded_scores(decimals: int | None, scores: tuple[str, ...], total: str):
    card = card_of(decimals, "55.74", "35.45")
    assert tuple(each.score for each in card.scores) == tuple(map(Decimal, scores))
    assert card.total == card.level1[0].score == card.level2[0][1].score == Decimal(total)


def test_the_working_says_how_it_was_rounded():
    first, second = card_of(1, "55.74", "35.5").scores
    assert first.working == "自评55.74分，保留一位小数为55.7分"
    assert second.working == "自评35.5分"


def test_the_grade_looks_at_the_rounded_scores():
    assert (card_of(1, "54.95", "35").grade, card_of(None, "54.95", "35").grade) == ("优", "良")
    assert not card_of(1, "54.95", "35").grade_note


def test_rounding_lifts_no_score_above_its_weight():
    own = replace(two_of("60.5", "39.5", ""), decimals=0)
    rows = {"A1": {"自评分": "60.5"}, "A2": {"自评分": "39.5"}}
    assert score_framework(record(rows=rows), own, ASSESSMENT, VOCABULARY, {}).total == 100


def test_a_workbook_carries_it():
    own = replace(framework(), own=True, decimals=1)
    assert not is_head_of(stored_head(own), replace(own, decimals=None))
