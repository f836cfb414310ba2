"""Explanations survive runs, other programs, and findings that go and come again."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from workbook.books import (
    BALANCED,
    after_run,
    cell_xml,
    inspected,
    package_of,
    part_of,
    read,
    saved,
    structure_of,
    typed,
    with_members,
    without_live_cells,
)
from workbook.books import silent_sample as sample
from workbook.results.test_result_sheets import EXPLANATION, FINDINGS, LABELS, column, explained, explanations

from jixiao.model.outcome import Outcome


def resaved(book: bytes) -> bytes:
    target = BytesIO()
    load_workbook(BytesIO(without_live_cells(book))).save(target)
    return target.getvalue()


def test_an_explanation_closes_a_warning_and_survives(tmp_path):
    book = explained(after_run(tmp_path, sample(BALANCED)), "BUD-03")
    inspection = inspected(tmp_path, book)
    assert inspection.consistent
    assert [(f.id, f.outcome) for f in inspection.findings if f.id != "TEXT-21"] == [
        ("BUD-03", Outcome.EXPLAINED)
    ]
    again = after_run(tmp_path, book)
    assert explanations(again) == {"BUD-03": EXPLANATION}
    assert column(again, "级别")[0] == "已说明"


def test_an_explanation_does_not_close_an_error_and_survives(tmp_path):
    key = "FUND-02@工伤保险基金"
    book = explained(after_run(tmp_path, sample()), key)
    inspection = inspected(tmp_path, book)
    assert inspection.draft
    assert inspection.counts["error"] == 1
    assert explanations(after_run(tmp_path, book)) == {key: EXPLANATION}


def test_an_explanation_whose_finding_is_gone_is_kept_and_offered_again(tmp_path):
    book = explained(after_run(tmp_path, sample(BALANCED)), "BUD-03")
    mended = typed(book, {"整体预算.年初预算数": 400})
    after = after_run(tmp_path, mended)
    assert "BUD-03" not in {finding.id for finding in inspected(tmp_path, mended).findings}
    assert explanations(after) == {"BUD-03": EXPLANATION}
    broken_again = typed(after, {"整体预算.年初预算数": 323})
    assert EXPLANATION in [finding.explanation for finding in inspected(tmp_path, broken_again).findings]


def test_an_emptied_explanation_opens_the_warning_again(tmp_path):
    book = explained(after_run(tmp_path, sample(BALANCED)), "BUD-03")
    emptied = explained(after_run(tmp_path, book), "BUD-03", " ")
    assert not inspected(tmp_path, emptied).consistent


def test_explanations_of_several_lines_survive_any_number_of_runs(tmp_path):
    text = "一是人员增加；\n二是追加预算 <&> _x0041_。"
    stored = text.replace("_x", "_x005F_x")  # as Excel would
    book = explained(after_run(tmp_path, sample(BALANCED)), "BUD-03", stored)
    for _ in range(3):
        book = after_run(tmp_path, book)
    assert inspected(tmp_path, book).findings[0].explanation == text


@pytest.mark.exhaustive  # the workbook that LibreOffice saves is written back in `make test`
def test_a_workbook_saved_by_openpyxl_is_written_back_alike(tmp_path):
    theirs = resaved(after_run(tmp_path, sample()))
    written = after_run(tmp_path, theirs)
    ours = after_run(tmp_path, sample())
    assert [column(written, label) for label in LABELS] == [column(ours, label) for label in LABELS]
    assert after_run(tmp_path, written) == written
    with ZipFile(BytesIO(written)) as archive:
        assert archive.testzip() is None


def test_an_explanation_in_a_workbook_saved_by_openpyxl_is_read(tmp_path):
    book = resaved(explained(after_run(tmp_path, sample(BALANCED)), "BUD-03"))
    assert inspected(tmp_path, book).consistent


@pytest.fixture
def by_libreoffice(office, tmp_path: Path) -> bytes:
    """The balanced sample after a run and with an explanation, saved by LibreOffice."""
    book = explained(after_run(tmp_path, sample(BALANCED)), "BUD-03")
    (copy,) = office.recalculate([saved(tmp_path, book)], tmp_path / "out")
    return copy.read_bytes()


def test_a_workbook_saved_by_libreoffice_is_read_and_written_back(by_libreoffice, tmp_path):
    assert inspected(tmp_path, by_libreoffice).consistent
    written = after_run(tmp_path, by_libreoffice)
    assert explanations(written) == {"BUD-03": EXPLANATION}
    assert read(written).findings == ()
    assert after_run(tmp_path, written) == written


@pytest.mark.exhaustive
def test_what_was_written_opens_in_libreoffice_with_all_findings(office, tmp_path):
    book = after_run(tmp_path, sample())
    (copy,) = office.recalculate([saved(tmp_path, book)], tmp_path / "out")
    assert column(copy.read_bytes(), "问题") == column(book, "问题")


def test_an_explanation_typed_beside_no_finding_is_kept(tmp_path):
    book = after_run(tmp_path, sample())
    heading = next(row for row, text in enumerate(column(book, "问题"), 1) if text.startswith("以下是已通过"))
    book = typed(book, {f"{FINDINGS}.审核说明#{heading}": "写错了地方"})
    for _ in range(2):
        book = after_run(tmp_path, book)
    assert list(explanations(book).values()) == ["写错了地方"]


def test_a_date_as_an_explanation_stays_a_date(tmp_path):
    """Somebody pastes a date with its format; Excel stores the number of days."""
    book = after_run(tmp_path, sample(BALANCED))
    place = structure_of(book).names["填报.日期"]
    style = cell_xml(book, place.sheet, place.cell).get("s")
    area = structure_of(book).names[f"{FINDINGS}.审核说明"]
    row = area.first + column(book, "检查编号").index("BUD-03")
    part = part_of(book, FINDINGS)
    root = etree.fromstring(package_of(book).part(part))
    cell = root.find(f".//{{*}}c[@r='{area.column}{row}']")
    cell.clear()
    cell.set("r", f"{area.column}{row}")
    cell.set("s", style)
    etree.SubElement(cell, f"{{{etree.QName(root).namespace}}}v").text = "45056"
    dated = with_members(book, {part: etree.tostring(root)})
    assert explanations(after_run(tmp_path, dated)) == {"BUD-03": "2023-5-10"}
