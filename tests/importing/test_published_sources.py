"""`new --from` with all that a unit has: how much of a new workbook is filled, and that it agrees."""

from __future__ import annotations

from decimal import Decimal

import pytest
from balanced import PACK
from balanced_accounts import AccountsYear
from complete_sources import CompleteSources
from importing.pages import Page, write_xlsx
from importing.published import Layout, Style
from importing.readings import ACCOUNTS, pages
from openpyxl import load_workbook

from jixiao.carryover.taking import SourceFile, TakenOver, taken_from
from jixiao.carryover.withholding import withheld
from jixiao.checks.confront import confront
from jixiao.faces.words.takeover import as_text
from jixiao.importing.published_sources import is_published
from jixiao.importing.source_files import source_files
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Kind
from jixiao.model.filling import Entry, Filling
from jixiao.model.outcome import Outcome
from jixiao.pack.computed import filled_record
from jixiao.pack.loading import data_folder

NONE_OF_A_UNIT = ("自评.", "汇总抵销.")  # how the scoring is done, and what only a sum of units says


@pytest.fixture(scope="module", params=[False, True], ids=["财政拨款", "有自有资金"])
def sources(request, tmp_path_factory) -> CompleteSources:
    return CompleteSources(tmp_path_factory.mktemp("来源"), own=request.param)


@pytest.fixture(scope="module")
def over(sources) -> TakenOver:
    read = [source for source, _ in source_files(sources.published).published]
    return taken_from([*read, sources.last], PACK, Filling())


def asked() -> list[str]:
    single = (PACK.vocabulary[name] for name in PACK.single_terms)
    numbers = [term.name for term in single if term.kind.numeric and not term.formula]
    return [name for name in numbers if name != PACK.form.year and not name.startswith(NONE_OF_A_UNIT)]


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


def test_every_amount_stands_in_the_cells_that_its_source_names(over, sources):
    books = {path.name: load_workbook(path) for path in sources.published}
    compared = 0
    for cell in over.taken:
        offer, book = cell.offer, books.get(cell.offer.origin.file)
        if PACK.vocabulary[offer.term].kind is not Kind.AMOUNT or book is None:
            continue
        found = [Decimal(str(book[place.sheet][place.cell].value)) for place in offer.origin.places]
        assert found, offer
        assert offer.value == (0 if offer.origin.unlisted else sum(found)), offer
        compared += 1
    assert compared > 200


def test_a_zero_that_no_cell_holds_says_why_it_is_one(over):
    origins = {cell.offer.term: str(cell.offer.origin) for cell in over.taken}
    said = "原表没有这一项的数，按零带入（依据：2024年决算公开表.xlsx Sheet6!F8）"
    assert origins["本年决算.会议费"] == said
    assert "按零" not in origins["本年决算.办公经费"]


def test_a_zero_out_of_the_blanks_of_a_table_says_so_too(tmp_path):
    sheets = Layout(AccountsYear(1, funds=False).filling("元"), Style(unit="元")).pages()
    for sheet in sheets[6:8]:  # 政府性基金, 国有资本经营: nothing but 本表无数据
        sheet.cells = {at: value for at, value in sheet.cells.items() if not isinstance(value, Decimal)}
    ((source, _),) = source_files([write_xlsx(tmp_path / "2024年决算.xlsx", sheets)]).published
    over = taken_from([source], PACK, Filling())
    (zero,) = [cell.offer for cell in over.taken if cell.offer.term == "政府性基金.本年支出"]
    assert zero.value == 0
    assert str(zero.origin) == "原表没有这一项的数，按零带入（依据：2024年决算.xlsx）"


BY_CODES_OF_THE_GOVERNMENT = [
    ("合计", None, 1000, 600, 400),
    ("501", "机关工资福利支出", 600, 600, 0),
    ("502", "机关商品和服务支出", 400, 0, 400),
    ("50201", "办公经费", 300, 0, 300),
    ("50202", "会议费", 100, 0, 100),
]


@pytest.mark.parametrize("width", [5, 3], ids=["三栏", "一栏"])
def test_a_table_by_other_economic_codes_says_nothing_about_the_items(tmp_path, sources, width):
    page = sources.budget.page("一般公共预算基本支出表", 8)
    page.put(*("科目编码", "科目名称", "合计", "人员经费", "公用经费")[:width])
    for code, name, *amounts in BY_CODES_OF_THE_GOVERNMENT:
        page.put(code, name, *map(Decimal, amounts[: width - 2]))
    ((source, _),) = source_files([write_xlsx(tmp_path / "2024年预算公开表.xlsx", [page])]).published
    over = taken_from([source], PACK, Filling())
    taken = over.filling.entries
    assert taken["基本支出预算.合计"] == 1000
    assert taken.get("本年预算.公用经费") == (400 if width == 5 else None)
    assert not {f"本年预算.{item}" for item in ("办公经费", "会议费", "电费")} & taken.keys()
    assert "本年预算.办公经费" in {gap.term for gap in over.gaps}


def test_accounts_of_one_year_that_differ_throughout_are_refused_as_such(tmp_path):
    one = AccountsYear(1, funds=True, own=True)
    files = [
        write_xlsx(tmp_path / f"{name}2024年决算.xlsx", Layout(year.filling("元"), Style(unit="元")).pages())
        for name, year in {"甲": one, "乙": AccountsYear(2, funds=True, own=True)}.items()
    ]
    with pytest.raises(
        UnusableInput, match=r"“甲2024年决算\.xlsx”、“乙2024年决算\.xlsx”.*数不一样.*只选一份"
    ):
        source_files(files)


def test_other_names_of_the_unit_ask_whether_the_files_are_of_one_unit(over, sources):
    assert not any("单位名称不一样" in line for line in as_text(over, PACK))
    given = Filling({PACK.form.unit_name: "别县别中心"})
    said = list(as_text(taken_from([sources.last], PACK, given), PACK))
    assert any("单位名称不一样" in line for line in said)


def test_each_figure_says_where_it_stands_in_its_file(over):
    origins = {cell.offer.term: str(cell.offer.origin) for cell in over.taken if not cell.row}
    assert origins["整体预算.年初预算数"] == "2024年预算公开表.xlsx Sheet3!C5"
    assert origins["上年收入.合计"].startswith("2023年决算公开表.xlsx Sheet1!")


def test_of_tables_in_several_files_each_figure_names_its_own(tmp_path):
    tables = [write_xlsx(tmp_path / f"2024年决算表{n}.xlsx", [page]) for n, page in enumerate(pages(), 1)]
    ((source, _),) = source_files(tables).published
    over = taken_from([source], PACK, Filling())
    origins = {cell.offer.term: str(cell.offer.origin) for cell in over.taken}
    assert origins["支出.合计"].startswith("2024年决算表1.xlsx Sheet1!")
    assert origins["支出.基本支出"].startswith("2024年决算表3.xlsx Sheet1!")


def test_money_of_a_fund_without_the_table_of_the_fund_makes_its_sheet_wait():
    income = {"收入.政府性基金": Decimal(5), "收入.合计": Decimal(5)}
    waiting = withheld(
        Filling(entries={"单位.金额单位": "元", "单位.年度": 2024, **income}), frozenset(income), PACK
    )
    assert waiting.marked.keys() == {"政府性基金与国资"}
    assert not waiting.left


def test_of_a_table_that_was_not_read_wholly_nothing_is_taken(tmp_path):
    sheets = pages()
    last = max(row for row, column in sheets[2].cells if column == 3)
    sheets[2].cells[(last, 2)] = Decimal("12.5")  # where a name stands in 支出决算表
    ((source, _),) = source_files([write_xlsx(tmp_path / "2024年决算.xlsx", sheets)]).published
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
        source_files([write_xlsx(tmp_path / "决算.xlsx", [page])])


def test_a_workbook_of_ours_is_no_published_table(tmp_path):
    assert not is_published(data_folder("samples") / "final-accounts-2024.xlsm")
    assert is_published(write_xlsx(tmp_path / "决算.xlsx", pages()))
    assert not is_published(tmp_path / "数.toml")


def test_a_table_of_spending_alone_is_completed_from_the_table_of_what_the_treasury_gave():
    given = {"收入.国有资本经营": 7, "收入.年初国有资本经营": 2, "年末结转和结余.国有资本经营": 1}
    entries: dict[str, Entry] = {f"财拨总表.{term}": Decimal(value) for term, value in given.items()}
    entries |= {ACCOUNTS.form.units.term: "元"}
    entries |= {"国资合计.本年支出": Decimal(8), "国资合计.项目支出": Decimal(8)}
    accounts = SourceFile("决算.docx", filled_record(Filling(entries), ACCOUNTS), "元", ACCOUNTS, 2024)
    over = taken_from([accounts], PACK, Filling(), year=2024)
    names = ("年初结转结余", "本年收入", "本年支出", "年末结转结余")
    assert [over.filling.entries[f"国有资本经营.{name}"] for name in names] == [2, 7, 8, 1]
    assert not {gap.term for gap in over.gaps} & {f"国有资本经营.{name}" for name in names}
    told = [gap.term for gap in over.gaps]
    assert len(told) == len(set(told))
