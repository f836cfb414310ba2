"""Short reports in which nothing is wrong, though it may look so: each line one, // between paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.audit.audit import audit
from jixiao.documents.reading import read_document

REPORTS = Path(__file__).with_name("true_reports.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("number", range(len(REPORTS)))
def test_nothing_is_told(number: int, tmp_path):
    file = tmp_path / "报告.txt"
    file.write_text(REPORTS[number].replace("//", "\n"), "utf-8")
    assert [one.message for one in audit(read_document(file)).findings if one.open] == []
