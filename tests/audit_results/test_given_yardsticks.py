"""The files that reports are held against, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.audit.document.finding import AuditKind
from jixiao.audit_results.given_yardsticks import given_yardsticks
from jixiao.model.errors import UnusableInput

SAMPLE = Path(__file__).parents[2] / "samples" / "leiyang-2022.xlsm"


def test_a_workbook_and_a_report():
    book, report = given_yardsticks(SAMPLE, SAMPLE.with_name("leiyang-2022.report.docx"))
    assert (book.kind, book.year, report.kind, report.year) == (
        AuditKind.BOOK,
        2022,
        AuditKind.LAST_YEAR,
        2022,
    )
    assert book.figures
    assert report.figures
    assert given_yardsticks(None, None) == ()


def test_files_that_cannot_be_read(tmp_path: Path):
    (tmp_path / "坏.docx").write_bytes(b"PK")
    for book, against in ((tmp_path / "没有.xlsm", None), (None, tmp_path / "坏.docx")):
        with pytest.raises(UnusableInput):
            given_yardsticks(book, against)
