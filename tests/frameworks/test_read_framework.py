"""Invented score tables, as an Excel and as a Word file, against what must be read from them."""

from pathlib import Path

import pytest
from frameworks.invented import make_docx, make_xlsx
from frameworks.projection import TABLES, table_lines

from jixiao.frameworks.read_framework import read_framework
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import load_pack

LAYOUTS = sorted(TABLES.glob("*.txt"))


@pytest.mark.parametrize("make", [make_xlsx, make_docx], ids=["xlsx", "docx"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_a_table_is_read_row_by_row(layout: Path, make, tmp_path):
    made = make(layout.read_text(encoding="utf-8"), tmp_path / "评分表.file")
    lines = list(table_lines(read_framework(made, load_pack())))
    expected = layout.with_suffix(".read").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == expected[1:]


def test_a_workbook_of_ours_is_no_table_that_was_handed_out():
    with pytest.raises(UnusableInput, match=r"就是本工具的标准工作簿.*--from"):
        read_framework(load_pack().workbook, load_pack())


def test_a_file_without_a_score_table_is_refused_in_a_sentence(tmp_path):
    made = make_xlsx("科目编码|科目名称|金额\n201|一般公共服务支出|12.5", tmp_path / "决算表.xlsx")
    with pytest.raises(UnusableInput, match="没有找到评分表"):
        read_framework(made, load_pack())


def test_a_sum_that_does_not_add_up_is_told_with_both_numbers(tmp_path):
    layout = (TABLES / "column-order.txt").read_text(encoding="utf-8").replace("合计|100|", "合计|98|")
    made = make_xlsx(layout, tmp_path / "评分表.xlsx")
    remarks = read_framework(made, load_pack()).remarks
    assert "总分写的是98分，各行分值合计100分，不一致" in remarks
