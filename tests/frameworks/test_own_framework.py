"""A workbook for the table that was handed out carries its framework; next year's takes it over."""

import json
import shutil

import pytest
from frameworks.invented import make_docx
from frameworks.projection import TABLES
from workbook.books import silent

from jixiao.building import new_workbook
from jixiao.frameworks.own_framework import own_framework, used_before
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect
from jixiao.workbook.file.source import saved_book
from jixiao.workbook.reading.framework_sheet import read_framework_sheet

PACK = load_pack()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    table = make_docx((TABLES / "either-or.txt").read_text(encoding="utf-8"), folder / "评分细则.docx")
    own, book = own_framework(table, PACK), folder / "我单位2025.xlsx"
    new_workbook(silent(PACK), book, year=2025, framework=own.framework)
    return own, book


def test_a_new_workbook_is_scored_by_her_table_wherever_it_lies(made, tmp_path):
    own, book = made
    alone = shutil.copy(book, tmp_path / "别处.xlsx")
    card = inspect(alone).scorecard
    assert card.framework == own.framework.title == "部门整体支出绩效考核表"
    assert [score.name for score in card.scores][:2] == ["在职人员控制率", "“三公经费”控制率"]


def test_what_is_not_sure_stands_there_as_it_was_understood(made):
    rows = {row.texts["name"]: row for row in read_framework_sheet(saved_book(made[1]), PACK.form).rows}
    rate = rows["预算执行率"].texts
    assert (rate["method"], rate["sure"]) == ("按区间得分", "待核对")
    assert rate["relation"] == "支出.合计 / 整体预算.全年预算数"
    assert "没有说清以年初预算还是全年预算为准" in rate["doubt"]
    assert rows["制度建设"].texts["sure"] == "已核对"


def test_next_years_workbook_keeps_the_framework(made):
    own, book = made
    carried = used_before((book,), PACK).framework
    assert [each.name for each in carried.indicators] == [each.name for each in own.framework.indicators]
    assert carried.own


def taken_apart(book, out, *, copy: bool):
    """Without what is hidden beside a row; `copy`: as this version makes it, with all rows in its head."""
    from openpyxl import load_workbook

    opened = load_workbook(book)
    for cell in (cell for row in opened["指标体系"] for cell in row):
        if str(cell.value).startswith('{"id"') and cell.row == 8:
            cell.value = None
        elif str(cell.value).startswith('{"name"') and not copy:
            cell.value = json.dumps(json.loads(cell.value) | {"copy": ""})
    opened.save(out)
    return out


def test_a_sheet_that_was_taken_apart_is_told(made, tmp_path):
    with pytest.raises(UnusableInput, match=r"“指标体系”表被拆动过.*只清空它那一行里的字"):
        inspect(taken_apart(made[1], tmp_path / "拆.xlsx", copy=False))


def test_what_is_gone_beside_a_row_is_known_from_the_head(made, tmp_path):
    inspection = inspect(taken_apart(made[1], tmp_path / "拆.xlsx", copy=True))
    assert inspection.wanted is None
    assert [score.name for score in inspection.scorecard.scores] == [
        each.name for each in made[0].framework.indicators
    ]


def test_a_saved_framework_can_be_used_again(tmp_path):
    from jixiao.frameworks.framework_file import save_framework
    from jixiao.frameworks.read_framework import read_framework

    table = make_docx((TABLES / "column-order.txt").read_text(encoding="utf-8"), tmp_path / "评分细则.docx")
    save_framework(read_framework(table, PACK), tmp_path / "我市.toml", PACK)
    again = own_framework(tmp_path / "我市.toml", PACK)
    assert again.read is None
    assert again.framework == own_framework(table, PACK).framework
