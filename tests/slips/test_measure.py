"""The proof on a small seed: what is published in docs/diagnosis.zh-CN.md must not get worse."""

from __future__ import annotations

from functools import cache

import pytest
from slips.books import GENERATORS, books
from slips.measure import ALL, TWO, Tally, false_alarms, measure
from volume import volume

PACKS = sorted(GENERATORS)
# at least, in percent, of 30 slips of each kind: detected, among the suggestions, first
LEAST = {ALL: (100, 98, 96), "stale": (100, 85, 80), TWO: (98, 95, 90)}

pytestmark = pytest.mark.volume


@cache
def stock(pack: str):
    return books(pack, range(3))


@cache
def table(pack: str) -> dict[str, Tally]:
    return measure(stock(pack), volume(30, 3), 11)


@pytest.mark.parametrize("pack", PACKS)
def test_nothing_is_suggested_on_untouched_workbooks(pack: str):
    assert false_alarms(stock(pack)) == 0


@pytest.mark.exhaustive
@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("kind", sorted(LEAST))
def test_slips_are_found_as_often_as_published(pack: str, kind: str):
    tally = table(pack)[kind]
    found = tuple(tally.share(column) for column in ("detected", "among", "first"))
    assert tally.planted >= 10
    assert all(share >= least for share, least in zip(found, LEAST[kind], strict=True)), found


@pytest.mark.exhaustive
@pytest.mark.parametrize("pack", PACKS)
def test_every_single_slip_beyond_rounding_is_noticed(pack: str):
    assert {kind: tally.share("detected") for kind, tally in table(pack).items() if kind != TWO} == {
        kind: 100 for kind in table(pack) if kind != TWO
    }


@pytest.mark.parametrize("pack", PACKS)
def test_a_diagnosis_takes_milliseconds(pack: str):
    assert table(pack)[ALL].time(0.5) < 10
