"""A workbook that was begun, filled from files: beside it, with all that was typed in it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from balanced import PACK
from click.testing import CliRunner
from importing.pages import write_xlsx
from importing.published import Layout, Style
from importing.readings import YUAN
from workbook.books import silent

from jixiao.building.workbook import built
from jixiao.faces.cli import cli
from jixiao.faces.commands.excel.dropped import command as dropped
from jixiao.faces.words.takeover import in_a_sentence
from jixiao.importing.taking_in import TakenIn, latest, take_in
from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Filling
from jixiao.pipeline import inspect

SILENT = silent(PACK)
TYPED = {"单位.年度": Decimal(2024), "单位.金额单位": "元", "单位.简称": "我局", "收入.合计": Decimal("1.00")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A workbook that was begun, and this year's accounts."""
    folder = tmp_path_factory.mktemp("带入")
    (folder / "我局.xlsx").write_bytes(built(SILENT, PACK.form.framework, Filling(TYPED)))
    filling = Filling({**YUAN.entries, "单位.年度": Decimal(2024)}, YUAN.groups)
    write_xlsx(folder / "决算.xlsx", Layout(filling, Style(unit="元")).pages())
    return folder


@pytest.fixture(scope="module")
def taken(folder: Path) -> TakenIn:
    return take_in(folder / "我局.xlsx", [folder / "决算.xlsx"])


def test_the_workbook_itself_stays_as_it_was_and_another_lies_beside_it(taken, folder):
    assert taken.path == folder / "我局（带入）.xlsx"
    assert (folder / "我局.xlsx").read_bytes() == built(SILENT, PACK.form.framework, Filling(TYPED))


def test_what_was_typed_counts_before_what_the_files_say(taken):
    record = inspect(taken.path).reading.record
    assert record.fields["单位.简称"].text == "我局"
    assert record.fields["收入.合计"].number == 1
    assert record.fields["支出.合计"].number == YUAN.entries["总表.支出.本年合计"]
    (clash,) = [clash for clash in taken.over.clashes if clash.refused[0].term == "收入.合计"]
    assert clash.kept is not None


def test_of_several_workbooks_the_one_without_a_year_or_the_latest_is_filled(folder, tmp_path):
    blank = tmp_path / "新.xlsx"
    blank.write_bytes(built(SILENT, PACK.form.framework, Filling()))
    assert latest([folder / "我局.xlsx", blank]) == blank


def test_a_workbook_that_evaluates_nothing_takes_nothing_in(folder, tmp_path):
    book = tmp_path / "决算.xlsx"
    out = CliRunner().invoke(cli, ["import", str(folder / "决算.xlsx"), str(book)])
    assert out.exit_code == 0, out.output
    with pytest.raises(UnusableInput, match="不是自评工作簿"):
        take_in(book, [folder / "决算.xlsx"])


def test_dropped_together_they_make_the_workbook(folder):
    code = CliRunner().invoke(
        dropped, [str(folder / "决算.xlsx"), str(folder / "我局.xlsx")], standalone_mode=False
    )
    assert "已另存为“我局（带入2）.xlsx”，带入" in code.output
    assert (folder / "我局（带入2）.xlsx").is_file()


def test_the_button_answers_with_the_name_of_the_new_workbook(folder, tmp_path):
    from openpyxl import load_workbook

    job = tmp_path / "jobs" / "20240510-120000-1"
    job.mkdir(parents=True)
    (job / "我局.xlsx").write_bytes((folder / "我局.xlsx").read_bytes())
    arguments = ["button", "take", str(job / "我局.xlsx"), str(job), str(folder / "我局.xlsx")]
    done = CliRunner().invoke(cli, [*arguments, str(folder / "决算.xlsx")])
    assert done.exit_code == 0, done.output
    answer = load_workbook(job / "answer.xlsx")["answer"]
    assert "已另存为“我局（带入" in answer["A1"].value
    assert answer["A5"].value is None  # nothing changes in the open workbook


def test_another_units_name_in_a_file_is_said_in_the_message(folder, tmp_path):
    book = tmp_path / "甲局.xlsx"
    book.write_bytes(built(PACK, PACK.form.framework, Filling({**TYPED, "单位.名称": "另一县甲局"})))
    said = in_a_sentence(take_in(book, [folder / "决算.xlsx"]))
    assert "各来源的单位名称不一样，请核对是不是拿错了文件；" in said
