"""Web pages as tables: where cells go that span rows and columns, and spans that no table can have."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jixiao.documents.document import Merge, SourceParagraph, SourceTable
from jixiao.documents.reading import read_document
from jixiao.model.errors import UnusableInput


def read(folder: Path, *rows: str) -> SourceTable:
    path = folder / "决算.xls"
    path.write_text(f"<html><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></html>", "utf-8")
    (table,) = read_document(path).tables
    return table


def places(sheet: SourceTable) -> dict[str, tuple[int, int]]:
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
    start = time.process_time()
    sheet = read(tmp_path, *["<td rowspan=99999 colspan=256>a"] * 60, *["<td>b"] * 540)
    assert time.process_time() - start < 5  # it was 20 s
    assert places(sheet)["b"] == (600, 60 * 256 + 1)


def test_a_table_wider_than_a_worksheet_is_refused(tmp_path: Path):
    with pytest.raises(UnusableInput, match=r"“决算\.xls”里的表格超过 16384 列"):
        read(tmp_path, *["<td rowspan=99999 colspan=256>a"] * 600)


def blocks(folder: Path, content: str, name: str = "a.html") -> list[str]:
    (folder / name).write_text(content, encoding="utf-8")
    return [
        block.text if isinstance(block, SourceParagraph) else "表"
        for block in read_document(folder / name).blocks
    ]


def test_words_within_a_line_stay_in_it(tmp_path: Path):
    page = "<html><p>支出<span>12.3</span>万元，<b>增长</b><a>5%</a></p><div>二<br>三</div>四</html>"
    assert blocks(tmp_path, page) == ["支出12.3万元，增长5%", "二", "三", "四"]


def test_paragraphs_and_tables_stand_in_their_order(tmp_path: Path):
    inner = "<table><caption>说明</caption><tr><td>a</table>"
    page = f"<html><h2>总表</h2>{inner}之后<table><tr><td>{inner}</td></tr></table></html>"
    assert blocks(tmp_path, page) == ["总表", "说明", "表", "之后", "说明", "表"]
    assert next(read_document(tmp_path / "a.html").paragraphs).heading == 2


def test_a_code_written_as_a_formula_is_the_code(tmp_path: Path):
    assert places(read(tmp_path, '<td>="2080505"<td>x')) == {"2080505": (1, 1), "x": (1, 2)}


def test_a_page_may_be_late_with_its_first_tag_and_without_tables_if_it_is_called_so(tmp_path: Path):
    late = f"<!-- {'x' * 5000} --><html><table><tr><td>a</table></html>"
    assert blocks(tmp_path, late, "a.xls") == ["表"]
    assert blocks(tmp_path, "<html><p>一</p></html>") == ["一"]
    with pytest.raises(UnusableInput, match="不是 Excel 工作簿"):
        blocks(tmp_path, "<html><p>一</p></html>", "b.xls")
