"""jixiao audit, called as people call it: lines, JSON, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

from commands import called

GOOD = "2023年度部门决算情况说明\n本年支出合计300.50万元，其中：基本支出200.20万元；项目支出100.30万元。\n"
BAD = GOOD.replace("100.30", "110.30")


def test_a_report_that_holds(tmp_path: Path):
    file = tmp_path / "报告.txt"
    file.write_text(GOOD, "utf-8")
    done = called("audit", file)
    assert done.returncode == 0
    assert "没有发现问题" in done.stdout


def test_a_report_that_does_not(tmp_path: Path):
    file = tmp_path / "报告.txt"
    file.write_text(BAD, "utf-8")
    assert called("audit", file).returncode == 1
    document = json.loads(called("audit", file, "--json").stdout)
    assert [finding["stated"] for finding in document["findings"]] == ["300.50万元"]
    assert document["findings"][0]["at"] == len(BAD.split("\n")[0])


def test_a_file_that_is_no_report(tmp_path: Path):
    done = called("audit", tmp_path / "没有.docx")
    assert done.returncode == 2
    assert "没有.docx" in done.stderr


def test_marked_copies_and_a_list_are_written_and_named(tmp_path: Path):
    file = tmp_path / "报告.txt"
    file.write_text(BAD, "utf-8")
    done = called("audit", file, "--out", tmp_path / "结果")
    assert sorted(path.name for path in (tmp_path / "结果").iterdir()) == [
        "报告（审核清单）.xlsx",
        "报告（审核）.html",
    ]
    assert all(path.name in done.stdout for path in (tmp_path / "结果").iterdir())
    assert file.read_text("utf-8") == BAD


def test_a_folder_without_a_report_keeps_no_other_from_being_audited(tmp_path: Path):
    (tmp_path / "甲.txt").write_text(GOOD, "utf-8")
    (tmp_path / "空夹").mkdir()
    done = called("audit", tmp_path / "甲.txt", tmp_path / "空夹")
    assert done.returncode == 2
    assert "没有可以审核的报告" in done.stderr
    assert done.stdout.endswith("共1份报告：没有错误和存疑1份。\n")


def test_what_holds_nothing_has_not_passed(tmp_path: Path):
    (tmp_path / "甲.txt").write_text("各位领导：\n请审阅。\n", "utf-8")
    (tmp_path / "乙.txt").write_text("\n \n", "utf-8")
    done = called("audit", tmp_path)
    assert done.stdout.endswith("共2份报告：没有可以核对的1份，没能审核1份。\n")
    assert "“乙.txt”里没有文字" in done.stderr


def test_a_folder_ends_in_a_sum(tmp_path: Path):
    (tmp_path / "甲.txt").write_text(GOOD, "utf-8")
    (tmp_path / "乙.txt").write_text(BAD, "utf-8")
    (tmp_path / "丙.docx").write_bytes(b"PK no archive")
    done = called("audit", tmp_path)
    assert done.returncode == 2
    assert done.stdout.endswith("共3份报告：有错误1份，没有错误和存疑1份，没能审核1份。\n")
    assert "丙.docx" in done.stderr
    documents = json.loads(called("audit", tmp_path, "--json").stdout)
    assert [bool(one.get("error")) for one in documents] == [True, False, False]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path):
    (tmp_path / "报告.txt").write_text(GOOD, "utf-8")
    done = called("audit", tmp_path / "报告.txt", "--out", tmp_path / "报告.txt")
    assert done.returncode == 2
    assert "是文件，不是文件夹" in done.stderr


SAMPLES = Path(__file__).parents[2] / "samples"


def test_a_report_against_its_workbook(tmp_path: Path):
    file = tmp_path / "报告.txt"
    file.write_text(
        "2022年度部门整体支出绩效自评报告\n\n我单位一年来按照批复的预算安排支出，厉行节约。\n2022年度本年支出合计364.08万元。\n",
        "utf-8",
    )
    book = SAMPLES / "leiyang-2022-balanced.xlsm"
    done = called("audit", file, "--book", book)
    assert done.returncode == 1
    assert "工作簿（收支总表!B22）是346.08万元，相差18.00万元" in done.stdout
    [finding] = json.loads(called("audit", file, "--book", book, "--json").stdout)["findings"]
    assert (finding["kind"], finding["stated"], finding["computed"]) == ("book", "364.08万元", "346.08万元")


def test_a_report_against_that_of_last_year(tmp_path: Path):
    this, last = tmp_path / "本年.txt", tmp_path / "上年.txt"
    this.write_text(
        "2023年度部门决算情况说明\n我单位一年来按照批复的预算安排支出，厉行节约。\n年初结转和结余23.30万元。\n",
        "utf-8",
    )
    last.write_text(
        "2022年度部门决算情况说明\n我单位一年来按照批复的预算安排支出，厉行节约。\n年末结转和结余20.30万元。\n",
        "utf-8",
    )
    done = called("audit", this, "--against", last)
    assert done.returncode == 1
    assert "写的是20.30万元" in done.stdout


def test_a_workbook_that_is_none_ends_in_a_sentence(tmp_path: Path):
    file = tmp_path / "报告.txt"
    file.write_text(GOOD, "utf-8")
    done = called("audit", file, "--book", file)
    assert (done.returncode, done.stdout) == (2, "")
    assert "报告.txt" in done.stderr
