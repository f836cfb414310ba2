"""The proof on one unit: rows in the other unit and tables pasted twice are told, as docs/diagnosis says."""

from __future__ import annotations

import pytest
from slips.whole_rows import measure


@pytest.mark.exhaustive
def test_rows_in_the_other_unit_and_tables_pasted_twice_are_told_and_lead():
    for kind, tally in measure(3, ("health",)).items():
        assert tally.planted >= 4, kind
        assert tally.noticed == tally.pointed == tally.planted, (kind, tally.failures)
