"""Web pages as tables: where cells go that span rows and columns, and spans that no table can have."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jixiao.importing.sheets import Merge, SourceSheet
from jixiao.importing.web_pages import read_web_page
from jixiao.model.errors import UnusableInput


def read(folder: Path, *rows: str) -> SourceSheet:
    path = folder / "决算.xls"
    path.write_text(f"<html><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></html>", "utf-8")
    return read_web_page(path)


def places(sheet: SourceSheet) -> dict[str, tuple[int, int]]:
    return {cell.text: (row, column) for row, cells in sheet.rows.items() for column, cell in cells.items()}


def test_cells_go_beside_those_that_reach_down_to_them(tmp_path: Path):
    sheet = read(
        tmp_path,
        "<td rowspan=2>a<td>b<td rowspan=3 colspan=2>c<td>d",
        "<td>e<td>f",
        "<td>g<td>h<td>i",
    )
    assert places(sheet) == {
        "a": (1, 1), "b": (1, 2), "c": (1, 3), "d": (1, 5),
        "e": (2, 2), "f": (2, 5),
        "g": (3, 1), "h": (3, 2), "i": (3, 5),
    }  # fmt: skip
    assert sheet.merges == (Merge(1, 1, 2, 1), Merge(1, 3, 3, 4))


def test_a_cell_may_span_as_many_rows_as_the_table_has(tmp_path: Path):
    sheet = read(tmp_path, "<td rowspan=300>a<td>b", *["<td>c"] * 298, "<td>last")
    assert sheet.merges == (Merge(1, 1, 300, 1),)
    assert places(sheet)["last"] == (300, 2)


def test_a_span_with_thousands_of_digits_ends_with_the_table(tmp_path: Path):
    sheet = read(tmp_path, f"<td rowspan={'9' * 5000}>a", "<td>b")
    assert sheet.merges == (Merge(1, 1, 2, 1),)


def test_many_cells_that_span_everything_take_no_time(tmp_path: Path):
    start = time.perf_counter()
    sheet = read(tmp_path, *["<td rowspan=99999 colspan=256>a"] * 60, *["<td>b"] * 540)
    assert time.perf_counter() - start < 5  # it was 20 s
    assert places(sheet)["b"] == (600, 60 * 256 + 1)


def test_a_table_wider_than_a_worksheet_is_refused(tmp_path: Path):
    with pytest.raises(UnusableInput, match=r"“决算\.xls”里的表格超过 16384 列"):
        read(tmp_path, *["<td rowspan=99999 colspan=256>a"] * 600)
