"""`new --from` with all that a unit has: how much of a new workbook is filled, and that it agrees."""

from __future__ import annotations

from decimal import Decimal

import pytest
from balanced import PACK
from complete_sources import CompleteSources
from importing.pages import Page, write_xlsx
from importing.readings import pages

from jixiao.carryover.taking import TakenOver, taken_from
from jixiao.checks.confront import confront
from jixiao.importing.published_sources import is_published, published_sources
from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Filling
from jixiao.model.outcome import Outcome
from jixiao.pack.computed import filled_record
from jixiao.pack.loading import data_folder

SETTINGS = "自评."  # how the scoring is done, no figures of the unit


@pytest.fixture(scope="module", params=[False, True], ids=["财政拨款", "有自有资金"])
def sources(request, tmp_path_factory) -> CompleteSources:
    return CompleteSources(tmp_path_factory.mktemp("来源"), own=request.param)


@pytest.fixture(scope="module")
def over(sources) -> TakenOver:
    read = [source for source, _ in published_sources(sources.published)]
    return taken_from([*read, sources.last], PACK, Filling())


def asked() -> list[str]:
    single = (PACK.vocabulary[name] for name in PACK.single_terms)
    numbers = [term.name for term in single if term.kind.numeric and not term.formula]
    return [name for name in numbers if name != PACK.form.year and not name.startswith(SETTINGS)]


def test_three_quarters_of_the_single_numbers_are_filled(over):
    filled = [name for name in asked() if name in over.filling.entries]
    assert len(filled) / len(asked()) >= 0.75


def test_the_rows_come_with_their_amounts(over, sources):
    groups = over.filling.groups
    assert all({"功能分类.金额", "功能分类.基本支出"} <= row.entries.keys() for row in groups["功能分类"])
    assert all(len(row.entries) > 2 for row in groups["经济分类"])
    projects = {str(row.entries["项目明细.项目名称"]): row.entries for row in groups["项目明细"]}
    for name, amount in sources.budget.projects.items():
        assert projects[name]["项目明细.预算数"] == amount
        assert projects[name]["项目明细.上年支出数"] == amount - 100
    assert projects["基金安排的项目"]["项目明细.资金来源"] == "政府性基金"


def test_nothing_that_was_taken_over_contradicts_anything(over):
    verdicts = confront(filled_record(over.filling, PACK), PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    broken = {verdict.check.data.id for verdict in verdicts if verdict.outcome is Outcome.INCONSISTENT}
    errors = {verdict.check.data.id for verdict in verdicts if verdict.check.data.severity == "error"}
    assert broken & errors == {f"TAKE-{sheet}" for sheet in over.waiting}
    assert over.waiting.keys() == {"经济分类", "项目明细"}
    assert not over.clashes


def test_a_blank_of_a_whole_table_is_a_zero_and_a_missing_item_too(over, sources):
    assert over.filling.entries["本年决算.会议费"] == 0
    assert over.filling.entries["政府性基金.年初结转结余"] > 0
    assert over.filling.entries["整体预算.年初预算数"] == sum(sources.budget._total().values())


def test_each_figure_says_where_it_stands_in_its_file(over):
    origins = {cell.offer.term: str(cell.offer.origin) for cell in over.taken if not cell.row}
    assert origins["整体预算.年初预算数"] == "2024年预算公开表.xlsx Sheet3!C5"
    assert origins["上年收入.合计"].startswith("2023年决算公开表.xlsx Sheet1!")


def test_of_a_table_that_was_not_read_wholly_nothing_is_taken(tmp_path):
    sheets = pages()
    last = max(row for row, column in sheets[2].cells if column == 3)
    sheets[2].cells[(last, 2)] = Decimal("12.5")  # where a name stands in 支出决算表
    ((source, _),) = published_sources([write_xlsx(tmp_path / "2024年决算.xlsx", sheets)])
    over = taken_from([source], PACK, Filling())
    gaps = {gap.term: gap.reason for gap in over.gaps}
    assert gaps["支出.基本支出"] == "来源的“支出决算表”没有或没有读全"
    assert not over.filling.groups["功能分类"]
    assert "功能分类" in over.waiting
    assert "支出.合计" not in over.filling.entries  # its parts are not to be had
    assert "明细没有来源" in gaps["支出.合计"]


def test_tables_of_no_year_are_refused(tmp_path):
    page = Page("支出决算表")
    page.put("支出决算表")
    page.put("部门：某县某中心", "单位：万元")
    page.put("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出")
    page.put("合计", None, Decimal(10), Decimal(4), Decimal(6))
    page.put("208", "社会保障和就业支出", Decimal(10), Decimal(4), Decimal(6))
    with pytest.raises(UnusableInput, match="没有写是哪一年的"):
        published_sources([write_xlsx(tmp_path / "决算.xlsx", [page])])


def test_a_workbook_of_ours_is_no_published_table(tmp_path):
    assert not is_published(data_folder("samples") / "final-accounts-2024.xlsm")
    assert is_published(write_xlsx(tmp_path / "决算.xlsx", pages()))
    assert not is_published(tmp_path / "数.toml")
