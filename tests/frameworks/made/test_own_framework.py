"""A workbook for the table that was handed out carries its framework; next year's takes it over."""

import json
import shutil

import pytest
from frameworks.invented import make_docx
from frameworks.projection import TABLES
from msgspec.structs import replace
from workbook.books import silent, typed

from jixiao.building.new_workbook import new_workbook
from jixiao.carryover.moving import Moved, moves
from jixiao.faces.words.new_book import about_next_year
from jixiao.faces.words.results import as_text, in_a_sentence
from jixiao.frameworks.made.own_framework import as_settled, own_framework, used_before
from jixiao.methods.judgements import Manual
from jixiao.model.errors import UnusableInput
from jixiao.pack.framework import UnsureReading
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
    from jixiao.frameworks.made.framework_file import save_framework
    from jixiao.frameworks.read_framework import read_framework

    table = make_docx((TABLES / "column-order.txt").read_text(encoding="utf-8"), tmp_path / "评分细则.docx")
    save_framework(read_framework(table, PACK), tmp_path / "我市.toml", PACK)
    again = own_framework(tmp_path / "我市.toml", PACK)
    assert again.read is None
    assert again.framework == own_framework(table, PACK).framework


def reissued(folder, title="部门整体支出绩效考核表"):
    """The same table with other points for the first indicators."""
    layout = (TABLES / "either-or.txt").read_text(encoding="utf-8").partition("\n")[2]
    layout = layout.replace("在职人员控制率（8分）", "在职人员控制率（10分）").replace(
        "≤100%计8分", "≤100%计10分"
    )
    layout = layout.replace("控制率(12分)", "控制率(10分)")
    return own_framework(make_docx(f"{title}\n{layout}", folder / "评分细则.docx"), PACK)


def test_a_table_of_the_same_title_with_other_rows_is_another_one(made, tmp_path):
    own, book = made
    other = reissued(tmp_path)
    assert other.framework.name == own.framework.name
    assert moves(book, PACK, other.framework, None)
    assert moves(book, PACK, other.framework, 2025)
    assert not moves(book, PACK, other.framework, 2026)
    assert not moves(book, PACK, own.framework, None)


def test_the_year_of_its_title_tells_whether_it_is_for_next_year(made, tmp_path):
    _, book = made
    for title, year in (("2025年度部门整体支出绩效考核表", 2025), ("2026年度部门整体支出绩效考核表", 2026)):
        other, out = reissued(tmp_path, title), tmp_path / f"{year}.xlsx"
        over = new_workbook(
            silent(PACK), out, framework=other.framework, sources=(book,), evaluated=other.year
        )
        assert isinstance(over, Moved) is (year == 2025)
        assert inspect(out).reading.year(PACK) == year


def test_a_move_that_nobody_named_a_year_for_says_how_to_get_next_years(made, tmp_path):
    other = reissued(tmp_path)
    over = new_workbook(silent(PACK), tmp_path / "新.xlsx", framework=other.framework, sources=(made[1],))
    (said,) = about_next_year(over, PACK, None)
    assert said.endswith("请加 --year 2026。")
    assert not list(about_next_year(over, PACK, 2025))


def test_a_title_with_another_year_is_told(tmp_path):
    other = reissued(tmp_path, "2024年度部门整体支出绩效考核表")
    assert "标题写的是2024年，工作簿是2025年的" in other.about_year(2025)
    assert other.about_year(2024) == ""
    assert other.about_year(None) == ""
    assert other.framework.name == "部门整体支出绩效考核表"


def test_a_title_that_keeps_its_year_is_told_at_every_run(tmp_path):
    other, book = reissued(tmp_path, "某县2024年度部门整体支出绩效考核表"), tmp_path / "我单位.xlsx"
    new_workbook(silent(PACK), book, year=2025, framework=other.framework)
    (told,) = (each for each in inspect(book).findings if each.id == "FRAME-06")
    assert "某县2024年度部门整体支出绩效考核表" in told.message
    right = tmp_path / "对.xlsx"
    new_workbook(silent(PACK), right, year=2024, framework=other.framework)
    assert not [each for each in inspect(right).findings if each.id == "FRAME-06"]


def sheet_cell(book, name, column):
    rows = read_framework_sheet(saved_book(book), PACK.form).rows
    return f"指标体系.{column}#{1 + next(n for n, row in enumerate(rows) if row.texts['name'] == name)}"


def test_what_was_said_to_be_right_need_not_be_said_again_next_year(made, tmp_path):
    """A rule that was offered, and a row that people score in any case."""
    book = tmp_path / "2025.xlsx"
    doubted = [each for each in made[0].framework.indicators if each.offer]
    settled = {sheet_cell(made[1], each.name, "是否核对"): "已核对" for each in doubted}
    book.write_bytes(typed(made[1].read_bytes(), settled))
    carried = used_before((book,), PACK).framework
    assert [each.name for each in carried.indicators if each.offer] == []
    assert carried.by_id[doubted[0].id].name == doubted[0].name


def test_the_same_table_read_again_keeps_what_was_settled(made, tmp_path):
    """Her own rule for a row that was read surely, too; a row with other words is read anew."""
    own, book = made
    again = as_settled(own, (book,), PACK)
    assert (again.framework, again.kept) == (own.framework, ())
    settled = tmp_path / "2025.xlsx"
    cells = {
        sheet_cell(book, "预算执行率", "是否核对"): "已核对",
        sheet_cell(book, "信息公开", "评分方法"): "由人评分",
        sheet_cell(book, "信息公开", "参数"): "",
        sheet_cell(book, "社会效益", "评分标准"): "显著得15分；一般得9分；其他不得分。",
    }
    settled.write_bytes(typed(book.read_bytes(), cells))
    again = as_settled(own, (settled,), PACK)
    assert again.kept == ("预算执行率", "信息公开")
    rows = {each.name: each for each in again.framework.indicators}
    assert rows["预算执行率"].offer is None
    assert rows["预算执行率"].measure == "支出.合计 / 整体预算.全年预算数"
    assert rows["信息公开"].method == Manual()
    assert rows["社会效益"] in own.framework.indicators
    assert again.about_kept().startswith("“预算执行率”“信息公开”的评分标准")


def test_a_row_that_changes_nothing_by_being_said_to_be_right_stays_settled(tmp_path):
    own = reissued(tmp_path)
    (rate,) = (each for each in own.framework.indicators if each.name == "预算执行率")
    hand = replace(rate, offer=UnsureReading(doubt="没有读懂"))
    framework = replace(
        own.framework,
        indicators=tuple(hand if each is rate else each for each in own.framework.indicators),
    )
    book = tmp_path / "2025.xlsx"
    new_workbook(silent(PACK), book, year=2025, framework=framework)
    book.write_bytes(typed(book.read_bytes(), {sheet_cell(book, "预算执行率", "是否核对"): "已核对"}))
    assert inspect(book).wanted is None
    assert used_before((book,), PACK).framework.by_id[rate.id].offer is None


def test_a_change_of_a_shipped_framework_goes_on_next_year(tmp_path):
    book = tmp_path / "2024.xlsx"
    new_workbook(silent(PACK), book, year=2024)
    assert used_before((book,), PACK) is None
    name = PACK.framework(PACK.form.framework).indicators[0].name
    book.write_bytes(typed(book.read_bytes(), {sheet_cell(book, name, "评分标准"): "照新的办法评"}))
    carried = used_before((book,), PACK).framework
    assert carried.own
    assert carried.title.endswith("（本单位修改）")


def test_a_change_that_cannot_be_used_is_told_before_next_years_workbook(made, tmp_path):
    book = tmp_path / "2025.xlsx"
    book.write_bytes(typed(made[1].read_bytes(), {sheet_cell(made[1], "制度建设", "分值"): "很多"}))
    with pytest.raises(UnusableInput, match=r"“制度建设”的“分值”不是大于0的数.*改好后再带入"):
        used_before((book,), PACK)


def test_rows_that_nobody_has_confirmed_are_the_last_words_of_a_run_and_of_the_button(made):
    own, book = made
    inspection = inspect(book)
    (told,) = (each for each in inspection.findings if each.id == "FRAME-07")
    assert "还有 3 个指标待核对，核对前由人评分：“结转结余率" in told.message
    assert list(as_text(inspection))[-1] == f"注意：{told.message}"
    assert told.message in in_a_sentence(inspection, None)
    assert not any(each.id == "FRAME-07" for each in inspect(confirmed(own, book)).findings)


def test_a_guess_waits_for_nobody_and_is_settled_by_saying_that_it_is_right(made, tmp_path):
    own, book = made
    guessed = own.guessed[0]
    assert as_settled(own, (book,), PACK).guessed == own.guessed
    settled = tmp_path / "2025.xlsx"
    settled.write_bytes(typed(book.read_bytes(), {sheet_cell(book, guessed, "是否核对"): "已核对"}))
    assert inspect(settled).wanted is None
    again = as_settled(own, (settled,), PACK)
    assert again.guessed == own.guessed[1:]
    assert again.kept == (guessed,)


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("（2025年度）", 2025),
        ("(2025年度，修订)", 2025),
        ("二〇二五年度", 2025),
        ("（2025年）", None),
        ("2025年度工作", None),
    ],
)
def test_a_year_below_the_title_is_that_of_the_table(line, year, tmp_path):
    other = reissued(tmp_path, f"部门整体支出绩效考核表\n{line}")
    assert other.year == year
    assert bool(other.about_year(2024)) is bool(year)
    assert not other.about_year(2025)


def confirmed(own, book):
    """A copy in which somebody has said of all rows that people score them for good."""
    out, cells = book.with_name("已核对.xlsx"), {}
    for name in (each.name for each in own.framework.indicators if each.offer):
        cells |= {
            sheet_cell(book, name, "评分方法"): "由人评分",
            sheet_cell(book, name, "是否核对"): "已核对",
        }
        cells |= {sheet_cell(book, name, "参数"): "", sheet_cell(book, name, "指标值"): ""}
    out.write_bytes(typed(book.read_bytes(), cells))
    return out
