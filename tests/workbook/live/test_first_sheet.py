"""The first sheet says what comes next, what is still to fill and what does not balance, as a run does."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from live_twins import shortened
from msgspec.structs import replace
from volume import ALL
from workbook.books import (
    BALANCED,
    Raw,
    Typed,
    after_run,
    package_of,
    part_of,
    sample,
    saved,
    shown,
    structure_of,
    typed,
)

from jixiao.blanks.needed import BlankCell, Need, blank_cells
from jixiao.building.workbook import built
from jixiao.model.filling import Filling
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import data_folder, load_pack
from jixiao.pack.pack import Pack
from jixiao.pipeline import inspect
from jixiao.workbook.file.row_height import text_height
from jixiao.workbook.sheets.status_section import FILLED, FINISH, MEND, UNUSED, blank_label
from jixiao.workbook.sheets.wanted import entry_sheets

FIRST = "填报说明"
PACK = load_pack()
ACCOUNTS = load_pack("department-final-accounts")
EMPTY = Raw("", "")
FUNDS = "没有的业务.政府性基金"
DECLINED: dict[str, Typed] = {FUNDS: "无", "没有的业务.上年数": "无", "单位.名称": "某局"}
STARTED: dict[str, Typed] = {
    "社保基金_2.期初结余": 3,
    "社保基金_3.收入项目.金额#2": 5,
    "项目自评.主管部门#7": "某局",
}
# Several kinds of blanks in the sample: required, single figures, in a row of a table, in a judged row.
EMPTIED = ("单位.简称", "收入.合计", "收入.事业", "上年支出.合计", "功能分类.编码", "指标自评.要点1")
GAPS: dict[str, Typed] = dict.fromkeys((*EMPTIED[:4], "功能分类.编码#2", "指标自评.要点1#1"), EMPTY)
# Names that nobody need type: their formulas are deleted, their codes are known; one code is not.
NAMELESS: dict[str, Typed] = {
    "功能分类.名称#1": EMPTY,
    "功能分类.名称#2": EMPTY,
    "功能分类.编码#2": "2989898",
    "功能分类.名称#3": EMPTY,
    "功能分类.编码#3": "2979797",
    "自有科目.编码#1": "2979797",
    "自有科目.名称#1": "另一科目",
}


@cache
def new(pack: Pack) -> bytes:
    return built(pack, pack.form.framework, Filling({}))


@cache
def filled(pack: Pack) -> bytes:
    values = read_filling(data_folder("samples") / f"{BALANCED}.toml", PACK)
    return built(pack, pack.form.framework, values)


# Tables of few rows, unless all is tried: what a recalculation costs grows with their square.
RECKONABLE = PACK if ALL else shortened(PACK, 20)
BOOKS: dict[str, Callable[[Pack], bytes]] = {
    "new": new,
    "filled": filled,
    "gaps": lambda pack: typed(filled(pack), GAPS),
    "nameless": lambda pack: typed(filled(pack), NAMELESS),
    "declined": lambda pack: typed(new(pack), DECLINED),
    "started": lambda pack: typed(new(pack), STARTED),
}

RECKONED = tuple(BOOKS) if ALL else ("new", "filled", "gaps")


def known_to_the_form(cell: BlankCell) -> bool:
    """Of the rows of tables only a run knows what the report prints."""
    single = cell.term in PACK.asked_figures or PACK.vocabulary[cell.term].required
    return cell.place is not None and (single or cell.need is not Need.PRINTED)


def by_python(folder: Path, book: bytes, pack: Pack) -> dict[str, int]:
    """How many cells a run asks for, sheet by sheet."""
    inspection = inspect(saved(folder, book), pack)
    cells = blank_cells(inspection.reading, inspection.scorecard, inspection.pack, None)
    found = [cell.sheet for cell in cells if known_to_the_form(cell)]
    return {sheet.name: found.count(sheet.name) for sheet in entry_sheets(inspection.pack.form)}


def live_counts(book: bytes, pack: Pack = PACK) -> dict[str, int]:
    """The same as the formulas have it."""
    names = structure_of(book).names
    areas = [(s.name, names[f"勾稽关系.{blank_label(n)}"]) for n, s in enumerate(entry_sheets(pack.form), 1)]
    return {sheet: int(float(shown(book, area.sheet)[area.cell])) for sheet, area in areas}


def lines(book: bytes) -> dict[str, str]:
    """What stands in the first two columns."""
    cells = shown(book, FIRST)
    pairs = ((cells.get(f"A{row}", ""), cells.get(f"B{row}", "")) for row in range(1, 60))
    return {label: text for label, text in pairs if label}


@pytest.fixture(scope="module")
def reckoned(office: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Each by LibreOffice, and one or two more: it starts once."""
    folder = tmp_path_factory.mktemp("reckoned")
    broken = typed(filled(RECKONABLE), {"收入.合计": 1})
    books = {name: BOOKS[name](RECKONABLE) for name in RECKONED} | {"broken": broken}
    if ALL:
        books["run"] = run_sample(folder)
    paths = [saved(folder, book, f"{name}.xlsm") for name, book in books.items()]
    found = office.recalculate(paths, folder / "out")
    return {name: path.read_bytes() for name, path in zip(books, found, strict=True)}


def run_sample(folder: Path) -> bytes:
    return after_run(folder, sample())


@pytest.mark.parametrize("name", ["new", "filled"])
def test_a_new_workbook_has_in_store_what_a_run_asks_for(name, tmp_path):
    book = BOOKS[name](PACK)
    assert live_counts(book) == by_python(tmp_path, book, PACK)


def test_an_indicator_that_does_not_apply_asks_for_nothing():
    ruled = replace(PACK.framework(PACK.form.framework), not_applicable="rescale")
    said = Filling({"指标自评.编号": "A2", "指标自评.扣分原因": "不适用：没有这项业务"})
    book = built(PACK, ruled, Filling({}, {"指标自评": (said,)}))
    points = 3  # that A2 asks for
    assert live_counts(book)["指标自评"] == live_counts(new(PACK))["指标自评"] - points


@pytest.mark.volume
def test_the_formulas_count_what_a_run_asks_for(reckoned, tmp_path):
    counted = {name: live_counts(reckoned[name]) for name in RECKONED}
    asked = {name: by_python(tmp_path, BOOKS[name](RECKONABLE), RECKONABLE) for name in RECKONED}
    assert counted == asked
    assert {sheet for sheet, count in counted["gaps"].items() if count} == {
        PACK.vocabulary[term].sheet for term in EMPTIED
    }
    assert sum(counted["filled"].values()) == 0


def test_it_says_what_comes_next(reckoned):
    empty, filled, wrong = (lines(reckoned[name]) for name in ("new", "filled", "broken"))
    assert empty["下一步"].startswith("填“单位概况”表：还有 ")
    assert (filled["下一步"], wrong["下一步"]) == (FINISH, MEND)
    assert filled["第一处不平"] == "整体支出没有超过年初预算"
    assert wrong["第一处不平"] == "本年收入合计等于各项收入之和"  # an error goes before the warning above it
    assert (filled["收支总表"], empty["项目绩效"]) == (FILLED, UNUSED)
    assert empty["文字材料"] == "空表，报告要用，请填"
    assert empty["收支总表"] == f"{live_counts(new(RECKONABLE))['收支总表']} 格"


def test_every_sheet_that_people_fill_in_is_a_link_to_it():
    root = package_of(sample()).xml(part_of(sample(), FIRST))
    links = {link.get("location") for link in root.iter("{*}hyperlink")}
    assert {f"'{sheet.name}'!A1" for sheet in entry_sheets(PACK.form)} < links


@pytest.mark.exhaustive
def test_a_run_writes_what_the_line_about_it_shows_where_nothing_reckons(reckoned, tmp_path):
    said = lines(run_sample(tmp_path))["上次运行"]
    assert said == lines(reckoned["run"])["上次运行"]
    assert "不平 2，" in said
    assert said.endswith("总分 99，评价等级 优")
    assert lines(sample())["上次运行"] == "尚未校验"


def test_the_line_about_the_last_run_is_high_enough_for_what_a_run_writes(tmp_path):
    book = run_sample(tmp_path)
    line = structure_of(book).names["校验结果.上次运行"]
    root = package_of(book).xml(part_of(book, FIRST))
    (row,) = (row for row in root.iter("{*}row") if row.get("r") == line.cell.lstrip("B"))
    wide = sum(widths(root)[1:3])
    assert float(row.get("ht")) >= text_height(lines(book)["上次运行"], wide) > 20


def widths(root):
    """Of the columns, one by one."""
    cols = root.iter("{*}col")
    return [
        float(col.get("width")) for col in cols for _ in range(int(col.get("min")), int(col.get("max")) + 1)
    ]


def test_a_form_without_a_report_asks_for_its_required_cells_only():
    counts = live_counts(new(ACCOUNTS), ACCOUNTS)
    required = [t for t in ACCOUNTS.vocabulary.values() if t.required and not t.path]
    initial = 1  # the unit of amounts is chosen
    assert sum(counts.values()) == len(required) - initial


def test_the_sheet_of_relations_begins_with_a_link_to_the_first_broken_one():
    cells = shown(sample(), "勾稽关系")
    row = next(row for row in range(1, 8) if cells.get(f"A{row}") == "第一处不平")
    assert cells[f"B{row}"] == lines(sample())["第一处不平"] != "无"
