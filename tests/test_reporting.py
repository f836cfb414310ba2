"""A report in which a figure is wrong: what the run says, and what it leaves behind."""

from __future__ import annotations

import os
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from report.filled import PACK, THE_2022_REPORT, record
from report.small import docx, paragraph
from word_edits import edited, replaced
from workbook.books import silent

from jixiao.building.samples import samples
from jixiao.building.workbook import built
from jixiao.model.errors import UnusableInput
from jixiao.pack.filling import read_filling
from jixiao.pipeline import inspect, run
from jixiao.report.proof.provenance import PACK as PACK_NAME
from jixiao.report.proof.provenance import VERSION, WORKBOOK, entered_hash
from jixiao.report.word.projection import projection
from jixiao.report.word.properties import properties_of
from jixiao.reporting import place_of_report, reported, written_report

[BALANCED] = [sample.workbook for sample in samples() if sample.values.stem == "leiyang-2022-balanced"]
pipes = pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
HEADER = "{% if 草稿 %}草稿{% endif %}"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(BALANCED, tmp_path / "book.xlsm"))


def typed(book: Path, term: str, value: Decimal | str) -> None:
    """The balanced sample with another entry in one cell."""
    [values] = [sample.values for sample in samples() if sample.workbook == BALANCED]
    filling = read_filling(values, PACK)
    book.write_bytes(
        built(silent(PACK), PACK.form.framework, replace(filling, entries={**filling.entries, term: value}))
    )


def template(folder: Path, *blocks: str) -> str:
    path = folder / "模板.docx"
    path.write_bytes(docx(*blocks))
    return str(path)


def test_a_figure_from_nowhere_is_an_error_of_the_run_and_makes_the_report_a_draft(
    book: Path, tmp_path: Path
):
    done = run(book, template=template(tmp_path, HEADER, "实有33人，支出{{ 支出.合计 }}万元。"))
    [error] = [finding for finding in done.inspection.findings if finding.id.startswith("REPORT-")]
    assert (error.id, error.stated) == ("REPORT-01", "33")
    assert not done.inspection.consistent
    assert done.report is not None
    assert "草稿" in done.report.name
    assert "草稿" in projection(done.report.read_bytes())


def test_the_error_is_listed_in_the_workbook(book: Path, tmp_path: Path):
    done = run(book, template=template(tmp_path, "实有33人"))
    strings = [finding.message for finding in done.inspection.findings]
    assert inspect(done.workbook).counts["error"] == 0  # it is the template's, not the workbook's
    assert any("“33”不是从工作簿取的数" in said for said in strings)
    assert done.inspection.counts["error"] == 1


def test_a_template_of_ones_own_without_typed_figures_makes_a_report_that_is_no_draft(
    book: Path, tmp_path: Path
):
    blocks = (paragraph("基本情况", "Heading1"), "{{ 单位.年度 }}年支出{{ 支出.合计|万元 }}，见附件2。")
    done = run(book, template=template(tmp_path, *blocks))
    assert done.inspection.counts["error"] == 0
    assert done.report is not None
    assert "草稿" not in done.report.name


def test_the_report_names_its_workbook_its_pack_and_the_tool(book: Path):
    done = run(book)
    assert done.report is not None
    about = properties_of(done.report.read_bytes())
    assert about[PACK_NAME] == "department-overall"
    assert about[VERSION]
    assert about[WORKBOOK] == entered_hash(inspect(done.workbook).record, done.inspection.pack)


def test_the_hash_of_a_workbook_is_one_of_what_was_typed():
    before = entered_hash(record(THE_2022_REPORT), PACK)
    assert entered_hash(record(THE_2022_REPORT | {"支出.合计": "346.0800"}), PACK) == before
    assert entered_hash(record(THE_2022_REPORT | {"执行率.年初预算": "2"}), PACK) == before  # a computed cell
    assert entered_hash(record(THE_2022_REPORT | {"支出.合计": "346.09"}), PACK) != before


def test_a_unit_with_a_very_long_name_still_gets_its_report(book: Path):
    inspection = inspect(book)
    term = "单位.名称"
    facts = inspection.record.fields
    long = replace(facts[term], value="县" * 200)
    named = replace(inspection.reading, record=replace(inspection.record, fields={**facts, term: long}))
    inspection = replace(inspection, reading=named)
    inspection, made = reported(inspection)
    assert made is not None
    report = written_report(inspection, made, book.parent).path
    assert len(f"{report.stem}（草稿）（取数表）.xlsx".encode()) <= 255


def test_an_old_final_report_beside_a_draft_is_told_of(book: Path, tmp_path: Path):
    final = run(book).report
    assert final is not None
    draft = run(book, template=template(tmp_path, HEADER, "实有33人。"))
    assert draft.inspection.draft
    assert any(f"“{final.name}”是以前生成的" in remark for remark in draft.remarks)


def test_words_changed_in_word_stand_in_the_next_report(book: Path):
    made = run(book).report
    assert made is not None
    edited(made, replaced("全部为一般公共预算收入", "全部是县级财政安排的收入"))
    typed(book, "填报.联系电话", "0734-1234567")
    done = run(book)
    assert done.report == made
    assert "全部是县级财政安排的收入" in projection(made.read_bytes())
    assert "0734-1234567" in projection(made.read_bytes())
    assert any("已带进新的报告：改动1处" in remark for remark in done.remarks)
    assert [path.name for path in book.parent.glob("*手工修改*")] == [f"{made.stem}（手工修改1）.docx"]


def test_a_report_is_left_alone_while_its_workbook_is_the_same(book: Path):
    made = run(book).report
    assert made is not None
    edited(made, replaced("全部为一般公共预算收入", "全部是县级财政安排的收入"))
    before = made.read_bytes()
    done = run(book)
    assert made.read_bytes() == before
    assert any("报告原样保留" in remark for remark in done.remarks)


def test_words_changed_in_the_draft_stand_in_the_final_report(book: Path, tmp_path: Path):
    typed(book, "支出.合计", Decimal(400))
    draft = run(book).report
    assert draft is not None
    assert "草稿" in draft.name
    edited(draft, replaced("全部为一般公共预算收入", "全部是县级财政安排的收入"))
    typed(book, "支出.合计", Decimal("346.08"))
    final = run(book).report
    assert final is not None
    assert "草稿" not in final.name
    assert "全部是县级财政安排的收入" in projection(final.read_bytes())


@pytest.mark.parametrize("kind", ["folder", pytest.param("pipe", marks=pipes)])
def test_a_report_that_has_no_place_is_said_before_anything_is_written(kind, book: Path, tmp_path: Path):
    before, place = book.read_bytes(), place_of_report(inspect(book), tmp_path).path
    place.mkdir() if kind == "folder" else os.mkfifo(place)
    with pytest.raises(UnusableInput, match=r"那里已经有一个同名的"):
        run(book)
    assert book.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == sorted([book, place])


def test_two_workbooks_of_one_unit_and_year_in_a_folder_keep_a_report_each(book: Path):
    first = run(book).report
    other = book.with_stem("修改稿")
    typed(other, "支出.合计", Decimal(1))
    assert first is not None
    before = first.read_bytes()
    done = run(other)
    assert done.report is not None
    assert "（修改稿）" in done.report.stem
    assert any("是“book.xlsm”的报告" in said for said in done.remarks)
    assert first.read_bytes() == before
    assert run(book).report == first
