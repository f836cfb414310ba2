"""Worksheets of an .xls, and what else begins with the same bytes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from documents.test_workbooks import FIRST
from importing.pages import Page, write_xls

from jixiao.documents.cells import HIDDEN_ROW, SourceCell
from jixiao.documents.document import Merge
from jixiao.documents.old_workbooks import OLE
from jixiao.documents.reading import read_document
from jixiao.model.errors import UnusableInput


def test_each_worksheet_is_a_table_under_its_name(tmp_path: Path):
    path = write_xls(tmp_path / "a.xls", [FIRST, Page("x", {(1, 1): 1}, hidden=True)])
    document = read_document(path)
    first, second = document.tables
    assert document.kind == "xls"
    assert (first.place.sheet, first.hidden, first.merges) == ("Sheet1", False, (Merge(1, 1, 1, 3),))
    assert (second.place.sheet, second.hidden) == ("Sheet2", True)
    assert first.rows == {
        1: {1: SourceCell("收入")},
        2: {1: SourceCell("12.3", Decimal("12.3"))},
        4: {1: SourceCell("7", Decimal(7), HIDDEN_ROW)},
    }


@pytest.mark.parametrize(
    ("stream", "said"),
    [
        ("EncryptedPackage", "设了打开密码"),
        ("WordDocument", r"旧版 \.doc 文档.*另存为 \.docx"),
        ("x", "已损坏"),
    ],
)
def test_other_files_of_that_age_are_refused(stream: str, said: str, tmp_path: Path):
    (tmp_path / "a.xls").write_bytes(OLE + bytes(600) + stream.encode("utf-16-le"))
    with pytest.raises(UnusableInput, match=said):
        read_document(tmp_path / "a.xls")


def test_a_book_that_is_cut_off_is_damaged(tmp_path: Path):
    whole = write_xls(tmp_path / "a.xls", [FIRST]).read_bytes()
    (tmp_path / "b.xls").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnusableInput, match="已损坏"):
        read_document(tmp_path / "b.xls")
