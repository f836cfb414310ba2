import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from jixiao.desk.summary.page import SummaryPage


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("=1+1", "=1+1"),
        (" <甲&乙> ]]>", " <甲&乙> ]]>"),
        ("一\r\n二\r三\n四\t五", "一\r\n二\r三\n四\t五"),
        ("a\x01b", "a?b"),
        ("", None),
        (None, None),
        (0, 0),
        (-1.5, -1.5),
        (Decimal("1234567890123.45"), 1234567890123.45),
        (float("nan"), None),
    ],
)
def test_what_goes_into_a_cell_comes_out_of_it(value: object, read: object, tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    page = SummaryPage(book, "表")
    style = page.style(font=Font(name="黑体", bold=True))
    page.line([page.cell(1, style, "头")])
    page.line([page.cell(2, style, value)], 31.5)  # type: ignore[arg-type]
    book.save(tmp_path / "a.xlsx")
    found = load_workbook(tmp_path / "a.xlsx")["表"]
    assert (found["B2"].value, found["B2"].font.name, found["B2"].font.bold) == (read, "黑体", True)
    assert [found.row_dimensions[row].height for row in (1, 2)] == [None, 31.5]


def test_links_to_one_file_share_an_entry(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    page = SummaryPage(book, "表")
    targets = ["a%20b.xlsm?x=1&y=2", "某.xlsm", "a%20b.xlsm?x=1&y=2"]
    for target in targets:
        page.linked(3, target)
        page.line([page.cell(3, page.style(), "打开")])
    book.save(tmp_path / "a.xlsx")
    cells = (row[2] for row in load_workbook(tmp_path / "a.xlsx")["表"].iter_rows())
    assert [cell.hyperlink.target for cell in cells] == targets
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert archive.read("xl/worksheets/_rels/sheet1.xml.rels").count(b"<Relationship ") == 2
