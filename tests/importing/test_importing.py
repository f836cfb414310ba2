"""Files become one filling; what cannot be read, or is ours, is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from balanced_accounts import AccountsYear
from importing.pages import Page, write_xlsx
from importing.published import Layout, Style
from importing.readings import ACCOUNTS, pages

from jixiao.importing.importing import import_tables, read_sources, read_tables
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import data_folder


def test_every_figure_of_the_files_is_imported_or_listed(tmp_path: Path):
    sheets = pages()
    sheets[2].cells[(40, 9)] = "4.20"
    done = read_tables([write_xlsx(tmp_path / "决算.xlsx", sheets)], ACCOUNTS)
    assert not done.complete
    assert (done.listed, len(done.questions)) == (1, 1)
    assert done.missing == ()


def test_a_column_that_the_form_does_not_have_leaves_the_import_complete(tmp_path: Path):
    page = Page("支出决算表")
    page.put("2024年度支出决算表", None, None, None, "单位：万元")
    page.put("科目编码", "科目名称", "本年支出合计", "基本支出", "上年决算数")
    page.put("合计", None, "10.00", "10.00", "9.00")
    done = read_tables([write_xlsx(tmp_path / "决算.xlsx", [page])], ACCOUNTS)
    assert (done.complete, done.listed, done.assembly.taken) == (True, 1, 2)
    assert "未读全.支出决算" not in done.assembly.filling.entries


def test_a_workbook_of_ours_needs_no_import():
    ours = data_folder("samples") / "final-accounts-2024.xlsm"
    assert "不用导入" in read_sources([ours]).unread[0]


def test_a_file_that_cannot_be_read_stops_nothing(tmp_path: Path):
    broken = tmp_path / "坏.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    good = write_xlsx(tmp_path / "决算.xlsx", pages())
    sources = read_sources([broken, good, good])
    assert len(sources.unread) == 1
    assert {sheet.file for sheet in sources.sheets} == {"决算.xlsx"}
    assert len(sources.sheets) == len(pages())


def test_without_a_pack_the_titles_choose_it_and_nothing_is_written_where_nothing_is_found(tmp_path: Path):
    page = Page("资产负债表")
    page.put("资产负债表")
    page.put("资产", "12.00")
    with pytest.raises(UnusableInput, match="没有找到可以导入的决算公开表"):
        import_tables([write_xlsx(tmp_path / "表.xlsx", [page])], tmp_path / "新.xlsx", None)
    assert not (tmp_path / "新.xlsx").exists()


def test_tables_of_two_units_in_one_file_make_no_workbook(tmp_path: Path):
    fillings = [AccountsYear(seed, funds=True).filling("元") for seed in (1, 2)]
    sheets = [page for each in fillings for page in Layout(each, Style(unit="元")).pages()[1:3]]
    source, out = write_xlsx(tmp_path / "决算.xlsx", sheets), tmp_path / "新.xlsx"
    with pytest.raises(UnusableInput, match="都有两份"):
        import_tables([source], out, ACCOUNTS)
    assert not out.exists()
