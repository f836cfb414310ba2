"""The invented reports are what they claim to be: consistent, and wrong where a slip was planted."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from volume import volume

from audit_reports.by_hand import FOLDER, all_written
from audit_reports.figures import CENT, invented
from audit_reports.files import KINDS as FILES
from audit_reports.files import write
from audit_reports.forms import FORMS
from audit_reports.pieces import Figure, Relation, flat, said
from audit_reports.planting import FIGURES, KINDS, plant
from jixiao.documents.document import SourceParagraph
from jixiao.documents.reading import read_document

pytestmark = pytest.mark.volume


def reports(form, number: int):
    return [
        form(invented(random.Random(seed), Decimal(1) if seed % 3 == 2 else CENT)) for seed in range(number)
    ]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_every_relation_of_a_report_holds(form):
    for report in reports(form, volume(60, 4)):
        broken = [one for one in report.relations if one.gap()]
        assert not broken
        written = set(map(id, report.pieces()))
        assert all(id(figure) in written for one in report.relations for figure in one.figures)
        assert len(report.relations) > 8


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_slip_breaks_a_relation_until_it_is_undone(form):
    dice = random.Random(1)
    (report,) = reports(form, 1)
    text, planted = report.flat(), 0
    for kind in KINDS:
        slip = plant(kind, report, dice)
        if slip is None:
            continue
        planted += 1
        assert report.flat() != text
        assert kind not in FIGURES or any(one.kind == kind for one in slip.broken)
        slip.undo()
        assert report.flat() == text
    assert planted > 4


@pytest.mark.parametrize("ending", FILES)
def test_what_is_read_from_a_file_is_what_was_written(ending, tmp_path):
    report = FORMS[2](invented(random.Random(4)))  # no tables
    unwrapped = random.Random(5)
    document = read_document(write(report, tmp_path / f"report.{ending}", unwrapped))
    text = flat("".join(block.text for block in document.blocks if isinstance(block, SourceParagraph)))
    assert text == report.flat()


def test_a_gap_within_rounding_is_none():
    total, parts = Figure("3.01", places=2), [Figure("1.00", places=2), Figure("2.00", places=2)]
    assert Relation("sum", total, [(1, one) for one in parts]).gap() == 0
    total.text = "3.02"
    assert Relation("sum", total, [(1, one) for one in parts]).gap() == Decimal("0.005")


def test_a_rate_that_was_cut_holds():
    rate = Figure("33.33", places=2, wide=True)
    whole, part = Figure("3", places=0, exact=True), Figure("1", places=0, exact=True)
    assert Relation("rate", rate, [(1, part)], [(1, whole)]).gap() == 0
    rate.text = "33.31"
    assert Relation("rate", rate, [(1, part)], [(1, whole)]).gap() > 0


def test_reports_by_hand_say_where_they_are_wrong():
    made = all_written()
    assert len(made) == len(list(FOLDER.glob("*.txt")))
    for one in made:
        assert len(one.slips) > 5
        for slip in one.slips:
            assert said(slip.piece) != slip.right
            assert one.report.place(slip.piece)
