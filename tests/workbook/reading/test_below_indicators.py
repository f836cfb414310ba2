"""An indicator typed below the last row of 指标自评 is not scored, and that is said."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from workbook.books import read, silent_sample, structure_of

from jixiao.model.outcome import Severity


def test_a_row_below_the_indicators_is_told():
    book, out = silent_sample(), BytesIO()
    last = structure_of(book).area("指标自评.编号").last
    opened = load_workbook(BytesIO(book))
    opened["指标自评"][f"C{last + 1}"] = "另加的指标"
    opened.save(out)
    (found,) = (one for one in read(out.getvalue()).findings if one.id == "READ-24")
    assert (found.severity, str(found.place)) == (Severity.WARNING, f"指标自评!C{last + 1}")
    assert "没有读，不计分" in found.message
