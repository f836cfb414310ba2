"""`jixiao run --template`: an outline by its name, the user's own file, and what cannot be used."""

import shutil
from pathlib import Path

import pytest
from docx import Document
from faces.test_refusals import Said, contents, jixiao
from msgspec.structs import replace
from workbook.books import silent

from jixiao.building.samples import samples
from jixiao.building.workbook import built
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import load_pack
from jixiao.report.word.projection import projection

BALANCED = next(sample for sample in samples() if sample.values.stem == "leiyang-2022-balanced")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(BALANCED.workbook, tmp_path / "自评.xlsm"))


def run(book: Path, *options: object) -> tuple[Said, str]:
    said = jixiao("run", book, "--out", book.parent / "out", *options)
    reports = list((book.parent / "out").glob("*.docx"))
    return said, projection(reports[0].read_bytes()) if reports else ""


def test_an_outline_is_chosen_by_name(book: Path) -> None:
    said, report = run(book, "--template", "大纲B")
    assert (said.code, said.error) == (1, "")
    assert "# 九、部门整体支出绩效自评结果拟应用和公开情况" in report


def test_a_report_with_contents_tells_that_word_will_ask_to_fill_in_the_pages(tmp_path: Path) -> None:
    pack = load_pack()
    filling = read_filling(BALANCED.values, pack)
    asked = "打开报告时 Word 会询问是否更新文档中的域"
    for chosen in ("是", "否"):
        book = tmp_path / chosen / "自评.xlsm"
        book.parent.mkdir()
        entries = {**filling.entries, "报告.目录": chosen}
        book.write_bytes(built(silent(pack), pack.form.framework, replace(filling, entries=entries)))
        assert (asked in jixiao("run", book).out) is (chosen == "是")


def test_without_the_option_the_first_outline_is_used(book: Path) -> None:
    _, report = run(book)
    assert "# 九、下一步改进措施" in report


def test_the_users_own_file_is_used_from_where_it_lies(book: Path) -> None:
    own = book.parent / "本市模板.docx"
    shutil.copy(
        Path(samples()[0].values).parents[1] / "report_templates/department-overall/outline-b.docx", own
    )
    said, report = run(book, "--template", own)
    assert said.code == 1
    assert "# 九、部门整体支出绩效自评结果拟应用和公开情况" in report


@pytest.mark.parametrize("command", ["run", "template lint"])
def test_a_finished_report_is_no_template(book: Path, command: str) -> None:
    report = book.parent / "报告.docx"
    document = Document()
    document.add_paragraph("2023年支出300.50万元。")
    document.save(str(report))
    before = contents(book.parent)
    words = ("run", book, "--template") if command == "run" else ("template", "lint")
    said = jixiao(*words, report)
    assert (said.code, said.out) == (2, "")
    assert "“报告.docx”里一个标记（{{ 名称 }}）也没有，像是写好的报告" in said.error
    assert contents(book.parent) == before


@pytest.mark.parametrize("template", ["没有的大纲", "没有.docx", "自评.xlsm"])
def test_what_is_no_template_is_refused_before_anything_is_written(book: Path, template: str) -> None:
    before = contents(book.parent)
    said = jixiao("run", book, "--template", book.parent / template if "." in template else template)
    assert (said.code, said.out) == (2, "")
    assert "Traceback" not in said.error
    assert "大纲A" in said.error or "不是 Word 文档" in said.error
    assert contents(book.parent) == before
