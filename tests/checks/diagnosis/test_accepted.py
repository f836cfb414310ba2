"""What an accountant has explained is not blamed: her warnings are no evidence against their cells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest
from msgspec.structs import replace
from slips.books import Book, Slot, books

from jixiao.checks.acceptance import accepted
from jixiao.checks.diagnosis.diagnosis import diagnose
from jixiao.checks.diagnosis.network import Network
from jixiao.model.fact import Place
from jixiao.model.outcome import Outcome
from jixiao.model.written_explanation import WrittenExplanation, offered

REASON = {"BAL-02": "上年决算批复后调整了年初数。"}


@cache
def stock() -> Book:
    return books("department-overall", range(1))[0]


@pytest.fixture
def opening() -> Iterator[Slot]:
    """An opening balance that agrees neither with the year before nor with this year's movements."""
    slot = next(slot for slot in stock().slots if slot.term == "结转结余.年初")
    before = slot.fact
    slot.put(replace(before, value=before.number + Decimal("1234567.89")))
    yield slot
    slot.put(before)


def blamed(explanations: dict[str, str]) -> set[Place | None]:
    network = stock().network()
    written = {key: WrittenExplanation(text) for key, text in explanations.items()}
    closed = accepted(network.verdicts, written)
    found = diagnose(Network(network.verdicts, stock().pack.formulas, accepted=closed), stock().unit)
    return {cell.fact.place for group in found for one in group.explanations for cell in one.cells}


def broken() -> set[str]:
    return {v.key for v in stock().network().verdicts if v.outcome is Outcome.INCONSISTENT}


def test_a_cell_that_two_relations_speak_against_is_blamed(opening: Slot):
    assert broken() == {"BAL-01", "BAL-02"}
    assert blamed({}) == {opening.fact.place}


def test_a_cell_whose_warning_is_explained_is_not(opening: Slot):
    assert opening.fact.place not in blamed(REASON)


def test_an_explanation_offered_from_last_year_protects_nothing(opening: Slot):
    assert blamed({"BAL-02": offered(REASON["BAL-02"])}) == {opening.fact.place}


def test_an_explanation_of_an_error_protects_nothing(opening: Slot):
    assert blamed({"BAL-01": "已知"}) == {opening.fact.place}
