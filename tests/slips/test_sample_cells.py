"""The proof on some cells of the samples: what is published in docs/diagnosis.zh-CN.md must not get worse."""

from __future__ import annotations

from functools import cache

import pytest
from slips.sample_cells import Tally, measure, total
from volume import volume

EVERY = volume(6, 24)  # cells; all of them take half a minute

pytestmark = pytest.mark.volume


@cache
def whole() -> Tally:
    return total(measure(7, EVERY))


def test_few_slips_in_the_figures_of_the_samples_go_unnoticed():
    assert whole().planted > 1200 // EVERY
    assert whole().missed < 3.5


def test_the_first_suggestion_names_the_cell_that_is_wrong():
    assert whole().right > 92
