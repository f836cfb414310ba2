"""What is published in docs/audit-measured.zh-CN.md must not get worse."""

from __future__ import annotations

import pytest
from volume import volume

from audit_reports.by_hand import all_written
from audit_reports.by_hand_measure import audited, measure_written
from audit_reports.measure import Measured, measure
from audit_reports.planting import FIGURES

pytestmark = pytest.mark.volume
# at least, in percent of the slips that were planted
FOUND = {"figures": volume(80, 55), "words": volume(75, 60)}
MOST_ALARMS = 0.0005  # of the relations that were checked


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(
        volume(240, 12), volume(15, 1), seed=11, files=("txt", "html", "docx") if volume(1, 0) else ("docx",)
    )


def test_consistent_reports_are_left_in_peace(measured):
    alarms = sum(tally["alarms"] for tally in measured.forms.values())
    assert alarms <= MOST_ALARMS * sum(tally["relations"] for tally in measured.forms.values())


def test_planted_slips_are_found(measured):
    for side, least in FOUND.items():
        tallies = [t for kind, t in measured.slips.items() if (kind in FIGURES) == (side == "figures")]
        found, planted = (sum(tally[column] for tally in tallies) for column in ("found", "planted"))
        assert 100 * found >= least * planted


def test_reports_by_hand():
    whole = measure_written(all_written(), ("txt",), brief=True)
    assert whole["found"] >= 0.98 * (whole["found"] + whole["alarms"])
    assert whole["figures found"] >= 0.78 * whole["figures"]
    assert whole["words found"] >= 0.6 * whole["words"]


def test_nothing_is_said_of_reports_by_hand_once_they_are_mended():
    alarms = 0
    for made in all_written():
        made.mended()
        alarms += sum(finding.open for finding in audited(made, "txt").findings)
    assert alarms <= 1
