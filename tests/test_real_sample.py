"""The measure of the first pack: the published 2022 report, from its filled workbook."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.building.samples import samples
from jixiao.inspection import Inspection
from jixiao.model.outcome import Severity
from jixiao.pack.loading import data_folder, load_pack
from jixiao.pack.relation_rows import relation_rows
from jixiao.pipeline import inspect
from jixiao.report.word.projection import projection
from jixiao.reporting import report_of

HEADINGS = (
    "一、部门、单位基本情况",
    "二、部门整体收支情况",
    "三、一般公共预算收支情况",
    "四、政府性基金预算支出情况",
    "五、国有资本经营预算支出情况",
    "六、社会保险基金预算支出情况",
    "七、部门整体支出绩效情况",
    "八、存在的问题及原因分析",
    "九、下一步改进措施",
    "十、其他需要说明的情况",
)
# Every figure of the published report that the workbook holds, with the words it must stand beside.
FIGURES = (
    r"全额编制 ?27",
    r"差额编制 ?1",
    r"自收自支编制 ?3",
    r"全额编制人员 ?27",
    r"在职人员共 ?31",
    r"本年收入合计 ?346\.08万元",
    r"一般公共预算收入 ?346\.08万元",
    r"本年支出合计 ?346\.08万元",
    r"基本支出 ?346\.08万元",
    r"社会保障和就业支出 ?307\.75万元",
    r"卫生健康支出 ?19\.89万元",
    r"住房保障支出 ?18\.44万元",
    r"工资福利支出 ?307\.91万元",
    r"商品和服务支出 ?38\.17万元",
    r"减少 ?4\.55万元，下降 ?1\.3%",
    r"收入 ?3519\.17万元",
    r"工伤保险费收入 ?2504\.88万元",
    r"利息收入 ?14\.29万元",
    r"上级补助收入 ?1000万元",
    r"支出 ?4990\.17万元",
    r"工伤保险待遇支出 ?2432\.40万元",
    r"劳动能力鉴定支出 ?0\.24万元",
    r"工伤预防费用支出 ?35\.14万元",
    r"上解上级支出 ?2519\.17万元",
    r"收支结余 ?-1471万元",
    r"期初结余 ?2051\.51万元",
    r"期末滚存结余 ?580\.51万元",
    r"总分 ?99分",
    r"投入 ?6分",
    r"目标设定 ?6分",
    r"过程 ?33分",
    r"预算执行 ?16分",
    r"预算管理 ?9分",
    r"资产管理 ?6分",
    r"绩效监控 ?2分",
    r"产出及效果 ?60分",
    r"职责履行 ?32分",
    r"履职效益 ?28分",
    r"扣 ?1分",
    r"106\.96%",
)

PACK = load_pack()
SAMPLES = {sample.values.stem: sample for sample in samples()}


@pytest.fixture(scope="module")
def real() -> Inspection:
    return inspect(SAMPLES["leiyang-2022"].workbook, PACK)


@pytest.fixture(scope="module")
def report(real: Inspection) -> str:
    return projection(report_of(real))


def test_the_only_error_is_the_fund_expenditure_that_misses_its_total(real: Inspection):
    [error] = [finding for finding in real.findings if finding.severity is Severity.ERROR]
    assert (error.id, error.stated, error.expected, error.difference) == (
        "FUND-02",
        "4990.17",
        "4986.95",
        "3.22",
    )
    assert error.place == error.cells[0]
    assert len(error.cells) == 5


def test_the_fund_error_says_that_the_items_are_to_blame(real: Inspection):
    [error] = [finding for finding in real.findings if finding.severity is Severity.ERROR]
    assert "明细" in error.message
    assert "3.22万元" in error.message


def test_the_only_warning_is_the_budget_execution_above_100_percent(real: Inspection):
    [warning] = [finding for finding in real.findings if finding.severity is Severity.WARNING]
    assert warning.id == "BUD-03"
    assert warning.stated == "106.96%"


def test_nothing_else_is_said_but_that_a_chapter_is_missing(real: Inspection):
    [note] = [finding for finding in real.findings if finding.severity is Severity.NOTE]
    assert note.id == "TEXT-21"  # the published report has the heading, and nothing below it
    assert len(real.findings) == 3
    assert not real.consistent


def test_the_score_is_99_with_one_point_lost_in_budget_execution(real: Inspection):
    card = real.scorecard
    assert (card.total, card.max_total, card.grade) == (Decimal(99), Decimal(100), "优")
    [lost] = [score for score in card.scores if score.deduction]
    assert (lost.level2, lost.measure, lost.deduction) == ("预算执行", "106.96%", Decimal(1))
    assert lost.given_reason


def test_the_second_levels_score_as_published(real: Inspection):
    scores = [int(part.score) for _, part in real.scorecard.level2]
    assert scores == [6, 16, 9, 6, 2, 32, 28]


def test_every_check_is_listed_as_passed_broken_or_not_checked(real: Inspection):
    counts = real.counts
    parts = ("passed", "rounding", "inconsistent", "hints", "not_checked")
    assert sum(counts[part] for part in parts) == counts["checks"] == len(relation_rows(real.pack))
    assert counts["passed"] > 90


def test_the_report_has_the_ten_sections_in_order(report: str):
    places = [report.find(heading) for heading in HEADINGS]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_report_prints_the_figure_where_it_belongs(report: str, figure: str):
    assert re.search(figure, report), figure


def test_the_report_of_a_workbook_with_errors_is_a_draft(report: str):
    assert "草稿" in report


def test_amounts_in_yuan_give_the_same_report(tmp_path: Path, report: str):
    from jixiao.building.workbook import built
    from jixiao.pack.filling import read_filling

    filling = in_yuan(read_filling(SAMPLES["leiyang-2022"].values, PACK))
    book = tmp_path / "元.xlsm"
    book.write_bytes(built(PACK, PACK.form.framework, filling))
    inspection = inspect(book, PACK)
    assert inspection.reading.unit.name == "元"
    assert projection(report_of(inspection)) == report


def in_yuan(filling):
    """The same entries with every amount ten thousand times as large."""
    from msgspec.structs import replace

    from jixiao.model.fact import Kind

    entries = {
        term: entry * 10000 if PACK.vocabulary[term].kind is Kind.AMOUNT else entry
        for term, entry in filling.entries.items()
    }
    if PACK.form.units.term in entries:
        entries[PACK.form.units.term] = "元"
    groups = {name: tuple(in_yuan(record) for record in records) for name, records in filling.groups.items()}
    return replace(filling, entries=entries, groups=groups)


def test_the_balanced_sample_has_no_error():
    inspection = inspect(SAMPLES["leiyang-2022-balanced"].workbook, PACK)
    assert inspection.counts["error"] == 0
    assert [f.id for f in inspection.findings if f.severity is not Severity.NOTE] == ["BUD-03"]


def test_inferred_and_invented_cells_are_marked_in_the_workbook(tmp_path: Path):
    from openpyxl import load_workbook

    book = load_workbook(shutil.copy(SAMPLES["leiyang-2022"].workbook, tmp_path))
    notes = [cell.comment.text for sheet in book for row in sheet.iter_rows() for cell in row if cell.comment]
    assert sum(note.startswith("推算") for note in notes) > 5
    assert sum(note.startswith("虚构") for note in notes) > 5


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_report_and_findings_beside_a_sample_are_what_the_tool_makes(name: str):
    from jixiao.faces.words.results import as_text

    sample = SAMPLES[name]
    inspection = inspect(sample.workbook)
    report = report_of(inspection)
    assert sample.report.exists() == (report is not None)
    if report is not None:
        assert sample.report_text.read_text(encoding="utf-8") == projection(report)
        assert projection(sample.report.read_bytes()) == projection(report)
    assert sample.findings.read_text(encoding="utf-8").splitlines() == list(as_text(inspection))[1:]


def test_the_samples_readme_names_its_source():
    assert "耒阳市工伤保险服务中心" in (data_folder("samples") / "README.md").read_text(encoding="utf-8")
