"""`new --from` and `--last-year` as people and scripts use them."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from commands import called as jixiao
from openpyxl import load_workbook
from workbook.books import silent, with_only

from jixiao.building.new_workbook import new_workbook
from jixiao.model.written_explanation import OFFERED, offered, unconfirmed
from jixiao.pack.loading import data_folder, load_pack
from jixiao.pipeline import inspect, run
from jixiao.workbook.results.offered_explanations import with_offered

PACK = load_pack()
SILENT = silent(PACK)
LAST = data_folder("samples") / "leiyang-2022.xlsm"
TABLES = data_folder("samples") / "final-accounts-2024.xlsm"
WHY = "年中按文件追加预算 22.52 万元。"
OVERSPENT = '"支出.合计" = "110.00"\n"整体预算.年初预算数" = "100.00"\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Last year's workbook with a warning explained, and this year's made from it and overspent again."""
    folder = tmp_path_factory.mktemp("years")
    (folder / "2022.xlsm").write_bytes(with_offered(LAST.read_bytes(), PACK, {"BUD-03": WHY}))
    (folder / "数.toml").write_text(OVERSPENT, encoding="utf-8")
    done = jixiao("new", "--from", "2022.xlsm", "--values", "数.toml", "2023.xlsm", cwd=folder)
    assert done.returncode == 0, done.stderr
    (folder / "new.txt").write_text(done.stdout, encoding="utf-8")
    return folder


def recorded(book: Path) -> list[tuple[object, ...]]:
    """The rows of 带入记录 without their numbers."""
    sheet = load_workbook(BytesIO(with_only(book.read_bytes(), "带入记录")))["带入记录"]
    return [row[1:5] for row in sheet.iter_rows(values_only=True)]


def test_the_answer_has_one_line_for_each_sheet(folder):
    listed = (folder / "new.txt").read_text(encoding="utf-8")
    assert "新工作簿：2023年，金额单位万元。带入 105 个单元格：\n" in listed
    assert "  收支总表：带入 17 格\n" in listed
    assert listed.count("\n") < 25


def test_each_cell_taken_is_recorded_with_file_sheet_cell_and_value(folder):
    row = ("收支总表", "本年支出合计（上年数）", "346.08万元", "2022.xlsm 收支总表!B22")
    assert row in recorded(folder / "2023.xlsm")


def test_what_is_taken_and_left_is_one_document_for_scripts(folder, tmp_path):
    book = tmp_path / "2023.xlsm"
    done = jixiao("new", "--from", "2022.xlsm", "--json", book, cwd=folder)
    document = json.loads(done.stdout)
    assert document["year"] == 2023
    (line,) = [line for line in document["taken"] if line["term"] == "上年支出.合计"]
    assert (line["content"], line["source"]) == ("346.08万元", "2022.xlsm 收支总表!B22")
    assert {line["term"] for line in document["left"]} >= {"填报.单位负责人"}


def test_a_source_with_errors_of_its_own_is_named(folder):
    told = (folder / "new.txt").read_text(encoding="utf-8")
    assert "“2022.xlsm”自己还有 1 处不平（错误）没有改正（" in told


def test_what_is_left_blank_is_recorded_with_its_reason(folder):
    reason = "没有带入：来源未填（2022.xlsm 单位概况!B16）"
    assert ("单位概况", "单位负责人", None, reason) in recorded(folder / "2023.xlsm")
    assert "其余没有来源，请填写：" in (folder / "new.txt").read_text(encoding="utf-8")


def test_an_explanation_of_last_year_is_offered_but_does_not_close_the_warning(folder):
    findings = {finding.id: finding for finding in inspect(folder / "2023.xlsm").findings}
    assert findings["BUD-03"].explanation == f"{OFFERED}{WHY}"
    assert findings["BUD-03"].open
    assert "删去开头的“上年说明：”即生效" in findings["BUD-03"].mend


def test_it_stays_beside_its_finding_after_a_run(folder, tmp_path):
    book = tmp_path / "2023.xlsm"
    book.write_bytes((folder / "2023.xlsm").read_bytes())
    run(book)
    findings = {finding.id: finding for finding in inspect(book).findings}
    assert findings["BUD-03"].explanation == f"{OFFERED}{WHY}"


def test_it_closes_the_warning_once_the_mark_is_taken_away(folder, tmp_path):
    book = tmp_path / "2023.xlsm"
    content = (folder / "2023.xlsm").read_bytes()
    book.write_bytes(with_offered(content, PACK, {"BUD-03": WHY}))
    findings = {finding.id: finding for finding in inspect(book).findings}
    assert not findings["BUD-03"].open


@pytest.mark.parametrize("text", [offered("甲"), " 上年说明: 甲", "上年说明　：甲"])
def test_the_mark_is_known_in_whatever_width_it_is_typed(text):
    assert unconfirmed(text)
    assert not unconfirmed("见上年说明：甲")


def test_what_was_unconfirmed_last_year_is_not_offered_again(folder, tmp_path):
    over = new_workbook(SILENT, tmp_path / "2024.xlsm", sources=(folder / "2023.xlsm",))
    assert over is not None
    assert over.explanations == {}


def test_last_years_framework_is_kept_unless_another_is_named(tmp_path):
    other = PACK.framework_names[1]
    last = tmp_path / "2022.xlsm"
    new_workbook(SILENT, last, year=2022, framework=other)
    over = new_workbook(SILENT, tmp_path / "2023.xlsm", sources=(last,))
    assert over is not None
    assert over.framework == other
    framework = PACK.form.framework
    named = new_workbook(SILENT, tmp_path / "b.xlsm", year=2023, framework=framework, sources=(last,))
    assert named is not None
    assert named.framework == ""


def test_last_years_workbook_is_compared_on_check(folder):
    done = jixiao("check", "2023.xlsm", "--last-year", "2022.xlsm", "--json", cwd=folder)
    document = json.loads(done.stdout)
    assert not [finding for finding in document["findings"] if finding["id"].startswith("YEAR-")]
    alone = json.loads(jixiao("check", "2023.xlsm", "--json", cwd=folder).stdout)
    assert document["counts"]["passed"] > alone["counts"]["passed"] + 20


def test_a_broken_link_is_written_to_the_results_and_can_be_explained(folder, tmp_path):
    book = tmp_path / "2023.xlsm"
    values = tmp_path / "数.toml"
    values.write_text('"上年收入.合计" = "300.00"\n', encoding="utf-8")
    new_workbook(PACK, book, values=values, sources=(LAST,))
    run(book, last_year=LAST)
    book.write_bytes(with_offered(book.read_bytes(), PACK, {"YEAR-02-合计": "按新口径调整。"}))
    (finding,) = [found for found in inspect(book, last_year=LAST).findings if found.id == "YEAR-02-合计"]
    assert not finding.open


def test_a_rounded_conversion_is_said(folder):
    (folder / "元.toml").write_text('"单位.金额单位" = "元"\n', encoding="utf-8")
    first = jixiao("new", "--from", TABLES, "--values", "元.toml", "元.xlsm", cwd=folder)
    assert "已换算为元；这些数只精确到 0.01万元" in first.stdout
    assert "426.35万元 → 4,263,500.00元" in {row[2] for row in recorded(folder / "元.xlsm")}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "2023.xlsm", "--last-year", "2023.xlsm"), "上年工作簿应是2022年的，“2023.xlsm”是2023年的"),
        (("check", "2023.xlsm", "--last-year", TABLES), "表样是“department-final-accounts”"),
        (
            ("new", "--from", "2022.xlsm", "--year", "2030", "x.xlsm"),
            "新工作簿是2030年的，“2022.xlsm”应是2029年的",
        ),
        (("new", "--from", "数.toml", "x.xlsm"), "不是 Excel 工作簿"),
        (("new", "--from", "2022.xlsm", "--pack", "department-final-accounts", "x.xlsm"), "不能带入"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence(folder, arguments, said):
    done = jixiao(*arguments, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (folder / "x.xlsm").exists()
