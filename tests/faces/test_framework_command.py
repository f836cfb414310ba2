"""jixiao framework read, and jixiao new --framework with a file."""

import json

import pytest
from click.testing import CliRunner
from frameworks.invented import make_docx, make_xlsx
from frameworks.projection import TABLES

from jixiao.faces.cli import cli
from jixiao.identity import pack_of
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect
from jixiao.workbook.file.source import saved_book


@pytest.fixture
def table(tmp_path):
    layout = (TABLES / "either-or.txt").read_text(encoding="utf-8")
    return make_xlsx(layout, tmp_path / "考核表.xlsx")


def run(*arguments):
    return CliRunner().invoke(cli, [str(each) for each in arguments], standalone_mode=False)


def test_each_indicator_is_a_row_with_its_rule(table):
    page = run("framework", "read", table).output
    assert "部门整体支出绩效考核表：9 个指标，总分 100 分。" in page
    assert "在职人员控制率（8分）" in page
    assert "预算执行率（20分）【请核对】" in page
    assert "注意：“满意度”（15分）" in page


def test_json_is_one_document(table):
    read = json.loads(run("framework", "read", table, "--json").output)
    assert (read["name"], read["total"]) == ("部门整体支出绩效考核表", "100")
    assert read["rows"][0]["method"]["type"] == "per_point"
    assert read["rows"][0]["sure"] is True


def test_it_is_saved_as_a_framework(table, tmp_path):
    page = run("framework", "read", table, "--out", tmp_path / "我市.toml").output
    assert (tmp_path / "我市.toml").is_file()
    assert "存为由人评分的：" in page


def test_a_new_workbook_is_made_from_the_table(table, tmp_path):
    page = run("new", tmp_path / "我单位2025.xlsx", "--framework", table).output
    assert {file.name for file in tmp_path.iterdir()} == {"考核表.xlsx", "我单位2025.xlsx"}
    told = json.loads(run("new", tmp_path / "另一本2025.xlsx", "--framework", table, "--json").output)
    assert (told["year"], told["framework"], told["read"]["total"]) == (2025, "部门整体支出绩效考核表", "100")
    assert told["taken"] == told["left"] == []
    assert "评价指标体系“部门整体支出绩效考核表”存在工作簿里，见“指标体系”表" in page


def test_the_name_of_a_framework_says_of_which_pack_it_is(tmp_path):
    run("new", book := tmp_path / "项目2025.xlsx", "--framework", "project-national")
    assert pack_of(saved_book(book)).form.id == "project-self-evaluation"


def test_what_must_be_looked_at_stands_last_and_the_reading_of_the_rows_on_the_sheet(table, tmp_path):
    lines = run("new", tmp_path / "我单位2025.xlsx", "--framework", table).output.splitlines()
    assert len(lines) <= 12
    assert (
        "部门整体支出绩效考核表：总分 100 分，由工具评分的 5 个，由人评分的 3 个，其中 2 个要先核对"
        in lines[1]
    )
    assert lines[2].startswith("要核对的：“预算执行率”、")
    assert f"jixiao framework read {table}" in "".join(lines)
    assert lines[-1].startswith("已建立 ")


def test_rows_that_wait_to_be_confirmed_are_counted_with_those_that_people_score(table):
    said = run("framework", "read", table).output
    assert "由工具评分的 5 个，由人评分的 3 个，其中 2 个要先核对（核对后可由工具评分）。" in said


@pytest.mark.parametrize(("named", "year"), [((), 2025), (("--year", 2024), 2024)])
def test_a_new_workbook_is_of_the_year_of_the_table_if_nobody_says_another(named, year, tmp_path):
    layout = (TABLES / "either-or.txt").read_text(encoding="utf-8").replace("\n", "\n（2025年度）\n", 1)
    table = make_docx(layout, tmp_path / "考核表.docx")
    page = run("new", book := tmp_path / "我单位.xlsx", "--framework", table, *named).output
    assert ("评价年度 2025 取自评分表的标题" in page) is (year == 2025)
    assert ("请核对是不是这一年度的评分表" in page) is (year == 2024)
    assert inspect(book).reading.year(load_pack()) == year


def test_what_the_standards_do_not_say_and_the_grades_are_told_with_a_new_workbook(table, tmp_path):
    page = run("new", tmp_path / "我单位2025.xlsx", "--framework", table).output
    assert "评分标准没有写、按“不足一步按一步扣”评分的：“" in page
    assert "等级：优≥90分" in page
