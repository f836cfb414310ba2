"""Units that are not the sample: consistent workbooks are quiet, and both reports of each are made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from balanced import record_of
from profiles import PROFILES, UNITS, profile
from workbook.books import silent

from jixiao.audit.audit import audit
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.yardsticks.against_book import yardstick_of_book
from jixiao.building.workbook import built
from jixiao.checks.confront import confront
from jixiao.documents.reading import read_document
from jixiao.inspection import Inspection
from jixiao.model.finding import Finding, Severity
from jixiao.model.outcome import Outcome
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect
from jixiao.report.word.projection import projection
from jixiao.reporting import reported

PACK = load_pack()


@cache
def inspected(name: str, seed: int = 0) -> Inspection:
    """The unit's workbook, built and read back."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsm"
        path.write_bytes(built(silent(PACK), PACK.form.framework, profile(name, seed)))
        return inspect(path, PACK)


def loud(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.message for finding in findings if finding.severity is not Severity.NOTE]


def report(name: str, outline: str) -> str:
    _, made = reported(inspected(name), outline)
    assert made is not None
    return projection(made.content)


@pytest.mark.parametrize("name", PROFILES)
def test_a_consistent_workbook_has_no_error_and_no_warning(name: str):
    assert loud(inspected(name).findings) == []


@pytest.mark.parametrize("name", PROFILES)
def test_the_codes_that_units_use_every_day_are_known(name: str):
    together = {check.data.together for check in PACK.checks if "科目" in check.data.together}
    about_codes = {check.data.id for check in PACK.checks if check.data.together in together}
    assert about_codes == {"FUNC-21", "ECON-21", "FUNC-28", "ECON-28"}
    assert [one.message for one in inspected(name).findings if one.id in about_codes] == []


@pytest.mark.parametrize("seed", range(1, 8))
@pytest.mark.parametrize("name", PROFILES)
def test_nor_has_it_with_other_figures(name: str, seed: int):
    unit = str(profile(name, seed).entries["单位.金额单位"])
    verdicts = confront(
        record_of(profile(name, seed), unit), PACK.checks, PACK.vocabulary, PACK.names_of_codes
    )
    broken = (Outcome.INCONSISTENT, Outcome.ROUNDING)
    assert [v.key for v in verdicts if v.outcome in broken and v.check.data.severity != "note"] == []


@pytest.mark.parametrize("outline", ["大纲A", "大纲B"])
@pytest.mark.parametrize("name", PROFILES)
def test_the_report_is_made_without_a_finding_and_is_no_draft(name: str, outline: str):
    inspection, made = reported(inspected(name), outline)
    assert made is not None
    assert not inspection.draft
    assert made.findings == ()


@pytest.mark.parametrize("outline", ["大纲A", "大纲B"])
def test_each_of_many_projects_is_a_row_with_the_money_it_has(outline: str):
    told = report("school", outline)
    projects = profile("school").groups["项目明细"]
    assert len(projects) == 30
    for project in projects:
        money = str(project.entries.get("项目明细.资金来源", "一般公共预算")).replace(
            "财政专户", "财政专户管理资金"
        )
        assert (
            told.count(f"\n| {project.entries['项目明细.项目名称']}（购置设备和改善服务条件） | {money}，")
            == 1
        )
        assert f"“{project.entries['项目明细.项目名称']}”" not in told


def test_the_economic_classes_of_basic_spending_are_those_of_the_general_budget():
    column = _by_code("school", "经济分类.一般公共预算基本支出")
    assert f"分经济科目看：工资福利支出{column['301'] / 10000:.2f}万元" in report("school", "大纲A")


def test_spending_is_told_by_its_money_where_there_are_several_kinds():
    told = report("bureau", "大纲A")
    assert re.search(r"按资金来源分：一般公共预算支出[\d.]+万元；政府性基金预算支出[\d.]+万元。", told)
    spent = inspected("school").record.fields
    kinds = ("一般公共预算.支出", "政府性基金.本年支出", "国有资本经营.本年支出")
    rest = spent["支出.合计"].number - sum(spent[kind].number for kind in kinds)
    assert f"；财政拨款以外的资金支出{rest / 10000:.2f}万元。" in report("school", "大纲A")
    assert "按资金来源分：一般公共预算支出" not in report("health", "大纲A")


def _by_code(name: str, term: str) -> Mapping[str, object]:
    rows = inspected(name).record.groups["经济分类"]
    return {row.fields["经济分类.编码"].text: row.fields[term].number for row in rows}


def test_the_profiles_differ_in_what_makes_units_differ():
    assert {unit.unit for unit in UNITS.values()} == {"元", "万元"}
    assert any(unit.adjusted < 0 for unit in UNITS.values())
    assert len(profile("township").groups["功能分类"]) >= 55


@pytest.mark.parametrize("name", ["health", "township"])
def test_the_report_held_against_its_workbook_agrees(name: str, tmp_path: Path):
    _, made = reported(inspected(name), "大纲A")
    assert made is not None
    file = tmp_path / "报告.docx"
    file.write_bytes(made.content)
    yardstick = yardstick_of_book(inspected(name))
    assert len(yardstick.figures) > 100
    findings = audit(read_document(file), (yardstick,)).findings
    assert [one.message for one in findings if one.kind is AuditKind.BOOK] == []
