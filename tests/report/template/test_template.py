"""The pack's template: its text projection, its names, and how it opens."""

import re
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from report.filled import PACK, THE_2022_REPORT, Row, record, report, text
from report.opened import TEMPLATES
from report.small import prepared

from jixiao.model.fact import Kind
from jixiao.model.outcome import Severity
from jixiao.report.making import ReportMaker
from jixiao.report.template.printed_terms import unprinted_figures, unprinted_terms
from jixiao.report.word.projection import projection

AGAIN = "write it again: python -m jixiao.report.word.projection report_templates/*/*.docx"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_the_text_beside_a_template_is_its_projection(template: Path) -> None:
    beside = template.with_suffix(".txt").read_text(encoding="utf-8")
    assert beside == projection(template.read_bytes()), AGAIN


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_every_name_that_a_template_prints_exists(template: Path) -> None:
    known = PACK.vocabulary.keys() | PACK.groups.keys()
    known |= {name.rpartition(".")[0] for name in known}  # 政府性基金|空缺
    printed = ReportMaker(PACK, template.name).prepared.printed
    assert [
        name for name in printed if name not in known and not name.startswith(("评分表.", "审核说明."))
    ] == []


def test_with_every_cell_filled_every_branch_of_the_template_can_be_printed() -> None:
    said = text(everything())
    assert "国有资本经营预算本年收入2万元" in said
    assert "（无）" not in said


def everything(path: tuple[str, ...] = ()) -> Row:
    """Every cell of the form filled, every table with a row; a paragraph and a project of each sort."""
    terms = PACK.groups[path[-1]].terms if path else PACK.single_terms
    entries: dict[str, object] = {within(name, path): anything(name) for name in terms}
    for group in PACK.groups.values():
        if group.path[:-1] == path:
            row = everything(group.path)
            sorts = [name for name in group.terms if PACK.vocabulary[name].choices]
            sort = sorts[0] if sorts else group.terms[0]
            choices = PACK.vocabulary[sort].choices or (row[within(sort, group.path)],)
            entries[within(group.name, path)] = [
                {**row, within(sort, group.path): value} for value in choices
            ]
    return entries


def within(name: str, path: tuple[str, ...]) -> str:
    return name.removeprefix(f"{path[-1]}.") if path else name


def anything(name: str) -> object:
    kind = PACK.vocabulary[name].kind
    return (
        date(2023, 5, 10)
        if kind is Kind.DATE
        else "2"
        if kind.numeric
        else "208"
        if kind is Kind.CODE
        else "甲"
    )


def test_a_term_that_no_sentence_prints_is_found_through_loops_filters_and_assignments() -> None:
    blocks = (
        "{% set 合 = 支出.合计 + 支出.经营 %}{{ 合 }}{{ 支出.基本支出 if 支出.项目支出 else '' }}",
        '{{ 功能分类|位数("编码", 3)|列举("名称", "金额") }}',
        "{% for 基金 in 社保基金 %}{% for 项 in 基金.收入项目 %}{{ 项.金额 }}{% endfor %}{% endfor %}",
        "{% if 收入.合计 %}有{% endif %}",
    )
    hidden = unprinted_terms(prepared(*blocks), PACK.vocabulary)
    shown = {
        "支出.合计",
        "支出.经营",
        "支出.基本支出",
        "功能分类.名称",
        "功能分类.金额",
        "社保基金.收入项目.金额",
    }
    assert not shown & set(hidden)
    assert {"收入.合计", "支出.项目支出", "功能分类.基本支出", "社保基金.收入项目.项目"} <= set(hidden)


def test_only_entered_amounts_count_as_figures_not_printed() -> None:
    entries = {
        "支出.合计": "1",
        "收入.合计": "2",
        "收入.其他": "0",
        "编制数.合计": "3",
        "预算调整.整体年初": "4",
    }
    assert unprinted_figures(prepared("{{ 支出.合计 }}"), record(entries), PACK.vocabulary) == ("收入.合计",)


def test_of_the_2022_figures_the_report_leaves_none_out_but_the_years_before() -> None:
    maker = ReportMaker(PACK)
    hidden = unprinted_figures(maker.prepared, record(THE_2022_REPORT), PACK.vocabulary)
    assert hidden == ()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_every_reason_that_a_comparison_prints_is_demanded_by_a_check(template: Path) -> None:
    said = template.with_suffix(".txt").read_text(encoding="utf-8")
    comparisons = [call.split(", ") for call in re.findall(r"同比\(([^()]+)\)", said)]
    reasons = [arguments[2] for arguments in comparisons if len(arguments) == 3]
    demanded = {check.data.relation for check in PACK.checks if check.data.severity != Severity.NOTE}
    assert said.count("同比(") == len(comparisons)
    assert reasons
    assert {f"LEN({reason}) > 0" for reason in reasons} <= demanded


def test_libreoffice_opens_the_report(office: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(report())
    pdf = office.to_pdf([path], tmp_path / "out")[0]
    assert len(office.pictures(pdf, tmp_path / "out")) == 8
