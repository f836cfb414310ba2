"""The same reports as an office suite prints them: read from PDF, and left in peace."""

from __future__ import annotations

import random

import pytest

from audit_reports.figures import invented
from audit_reports.forms import FORMS
from audit_reports.judging import judge, looked_through
from audit_reports.planting import plant

pytestmark = [pytest.mark.exhaustive, pytest.mark.office]


@pytest.mark.parametrize("form", FORMS[::3], ids=lambda form: form.__name__)
def test_a_printed_report_has_the_one_slip_that_was_planted(form, tmp_path):
    dice = random.Random(21)
    report = form(invented(dice))
    clean = looked_through(report, tmp_path / "clean.pdf", dice)
    assert clean.relations > 5
    assert not [finding for finding in clean.findings if finding.open]
    slip = plant("sum", report, dice)
    assert slip
    assert judge(report, slip, looked_through(report, tmp_path / "slip.pdf", dice)).found
