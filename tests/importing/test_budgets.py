"""The spring's budget tables, in the layouts that places publish them in, from every kind of file."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from complete_sources import CompleteSources
from importing.pages import Page, Value, write_web_page, write_xlsx
from importing.papers import write_docx, write_pdf

from jixiao.importing.guide import load_guide, title_in
from jixiao.importing.importing import Imported, read_tables
from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack

BUDGET = load_pack("department-budget")
GUIDE = load_guide(BUDGET)
KINDS = {
    "预算.docx": write_docx,
    "预算.pdf": lambda path, pages: write_pdf(path, pages, 9),
    "预算.xls": write_web_page,
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory) -> CompleteSources:
    return CompleteSources(tmp_path_factory.mktemp("预算"), 2, own=True)


def amounts(filling: Filling) -> dict[tuple[str, str], Decimal]:
    found = {("", term): value for term, value in filling.entries.items()}
    for name, rows in filling.groups.items():
        key = BUDGET.groups[name].key
        found |= {(str(row.entries[key]), term): v for row in rows for term, v in row.entries.items()}
    return {place: value for place, value in found.items() if isinstance(value, Decimal) and value}


def read(
    folder: Path, *rows: tuple[Value, ...], merges: tuple[tuple[int, int, int, int], ...] = ()
) -> Imported:
    page = Page("")
    for row in rows:
        page.put(*row)
    page.merges.extend(merges)
    return read_tables([write_xlsx(folder / "2024年预算.xlsx", [page])], BUDGET)


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_gives_the_same_figures(name: str, sources: CompleteSources, tmp_path: Path):
    write: Callable[[Path, list[Page]], Path] = KINDS[name]
    wanted = read_tables([sources.published[2]], BUDGET)
    done = read_tables([write(tmp_path / name, sources.budget.pages())], BUDGET)
    assert wanted.leftovers == done.leftovers == ()
    without_year = {place for place in amounts(wanted.assembly.filling) if place[1] != "单位.年度"}
    for place in without_year:
        assert amounts(done.assembly.filling)[place] == amounts(wanted.assembly.filling)[place]


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("2024年部门财务收支预算总表", "收支总表"),
        ("部门收入总体情况表", "收入总表"),
        ("部门支出总体情况表", "支出总表"),
        ("2024年财政拨款收支总体情况表", "财政拨款收支总表"),
        ("2024年部门一般公共预算支出功能分类预算表", "一般公共预算支出表"),
        ("一般公共预算基本支出部门预算经济分类预算表", "一般公共预算基本支出表"),
        ("一般公共预算“三公”经费支出情况表", "一般公共预算“三公”经费支出表"),
        ("部门“三公”经费和机关运行经费预算表", "一般公共预算“三公”经费支出表"),
        ("政府性基金预算支出情况表", "政府性基金预算支出表"),
        ("项目支出预算表", "项目支出表"),
        ("一般公共预算基本支出表（按政府预算经济分类）", None),
        ("部门支出总表（按部门预算经济分类）", None),
        ("项目支出绩效目标表", None),
        ("非税收入预算表", None),
        ("收入支出决算总表", None),
    ],
)
def test_a_title_is_that_of_its_table_only(text: str, table: str | None):
    found = title_in(text, GUIDE)
    assert (found.name if found else None) == table


def test_a_row_for_the_unit_that_says_the_totals_again_is_understood(tmp_path: Path):
    total = ("30.00", "20.00", "20.00", "10.00", "10.00")
    done = read(
        tmp_path,
        ("部门收入总体情况表",),
        ("单位：万元",),
        ("部门（单位）代码", "部门（单位）名称", "合计", "本年收入", None, "上年结转结余"),
        (None, None, None, "小计", "一般公共预算", "小计", "一般公共预算"),
        (None, "合计", *total),
        ("123", "某县某局", *total),
        ("123001", "某县某局本级", *total),
        merges=((3, 4, 3, 5), (3, 6, 3, 7), (3, 1, 4, 1), (3, 2, 4, 2), (3, 3, 4, 3)),
    )
    assert done.questions == ()
    entries = done.assembly.filling.entries
    assert (entries["收入预算合计.一般公共预算"], entries["收入预算合计.上年结转"]) == (20, 10)
    (beside,) = done.leftovers  # the general budget's share of what is carried over
    assert (beside.beside, beside.figures) == (True, 3)


def test_a_row_for_a_unit_with_figures_of_its_own_is_listed(tmp_path: Path):
    header = ("单位编码", "单位名称", "合计", "事业收入")
    rows = (
        (None, "合计", "30.00", "30.00"),
        ("1", "甲单位", "10.00", "10.00"),
        ("2", "乙单位", "20.00", "20.00"),
    )
    done = read(tmp_path, ("部门收入总表",), ("单位：万元",), header, *rows)
    listed = [left.reason for left in done.questions if left.figures]
    assert listed == ["表样里没有“甲单位”这一行"] * 2 + ["表样里没有“乙单位”这一行"] * 2


PROJECTS = (
    ("类型", "项目名称", "项目单位", "合计", "一般公共预算", "单位资金"),
    ("合计", None, None, "30.00", "20.00", "10.00"),
    ("特定目标类", "110指挥系统维护", "某局", "20.00", "20.00", None),
    ("特定目标类", "办案经费", "某局", "10.00", None, "10.00"),
)


def test_projects_are_rows_by_their_names(tmp_path: Path):
    done = read(tmp_path, ("项目支出表",), ("单位：万元",), *PROJECTS)
    assert done.leftovers == ()
    rows = [row.entries for row in done.assembly.filling.groups["项目表"]]
    assert [(row["项目表.项目名称"], row["项目表.合计"]) for row in rows] == [
        ("110指挥系统维护", 20),
        ("办案经费", 10),
    ]
    assert done.assembly.filling.entries["项目表合计.单位资金"] == 10


def test_projects_that_do_not_come_to_their_total_may_have_subtotals_among_them(tmp_path: Path):
    subtotal = ("小计", "信息化项目小计", None, "20.00", "20.00", None)
    with pytest.raises(UnusableInput, match="可能有小计行，整张表没有导入，共 9 个数"):
        read(tmp_path, ("项目支出表",), ("单位：万元",), *PROJECTS[:2], subtotal, *PROJECTS[2:])


def test_projects_that_miss_their_total_by_rounding_are_taken(tmp_path: Path):
    total = ("合计", None, None, "30.01", "20.00", "10.01")
    done = read(tmp_path, ("项目支出表",), ("单位：万元",), PROJECTS[0], total, *PROJECTS[2:])
    assert done.leftovers == ()
    assert len(done.assembly.filling.groups["项目表"]) == 2


@pytest.mark.parametrize(
    "header", [("项目", "2023年预算数", "2024年预算数"), ("项目", "上年预算数", "本年预算数")]
)
def test_two_years_beside_each_other_are_told_apart(header: tuple[str, ...], tmp_path: Path):
    rows = (("合计", "5.00", "4.00"), ("公务接待费", "5.00", "4.00"))
    done = read(tmp_path, ("“三公”经费支出表",), ("单位：万元",), header, *rows)
    assert done.leftovers == ()
    entries = done.assembly.filling.entries
    assert (entries["三公上年.公务接待"], entries["三公本年.合计"]) == (5, 4)
