"""A workbook says itself which pack it is of; a pack without scores has neither score nor report."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from commands import called as jixiao

from jixiao.building.samples import samples

BOOKS = {sample.values.stem: sample.workbook for sample in samples()}
ACCOUNTS, OVERALL = "department-final-accounts", "department-overall"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(BOOKS["final-accounts-2024"], tmp_path / "决算 2024.xlsm"))


def test_check_needs_no_pack(book: Path):
    done = jixiao("check", book)
    assert (done.returncode, done.stderr) == (0, "")
    assert "不平 0 项" in done.stdout
    assert "得分" not in done.stdout


def test_workbooks_of_different_packs_are_checked_in_one_go(book: Path):
    done = jixiao("check", book, BOOKS["leiyang-2022-balanced"], "--json")
    scores = [document["score"] for document in json.loads(done.stdout)]
    assert scores[0] is None
    assert scores[1]["total"] == "99"


def test_a_forced_pack_refuses_the_workbook_of_another(book: Path):
    done = jixiao("check", "--pack", OVERALL, book)
    assert done.returncode == 2
    assert ACCOUNTS in done.stderr
    assert OVERALL in done.stderr


def test_the_same_pack_may_be_forced(book: Path):
    assert jixiao("check", "--pack", ACCOUNTS, book).returncode == 0


def test_run_writes_the_findings_and_makes_no_report(book: Path):
    done = jixiao("run", book, "--json")
    document = json.loads(done.stdout)
    assert (done.returncode, document["score"], document["report"]) == (0, None, None)
    assert document["written"] == str(book)
    assert [path.name for path in book.parent.iterdir()] == [book.name]
    assert book.read_bytes() != BOOKS["final-accounts-2024"].read_bytes()


def test_run_speaks_of_no_score_table(book: Path):
    done = jixiao("run", book)
    assert "校验结果已写入" in done.stdout
    assert "评分" not in done.stdout
    assert "报告" not in done.stdout


def test_values_say_which_pack_they_fill(tmp_path: Path):
    out = tmp_path / "新.xlsm"
    values = BOOKS["final-accounts-2024"].with_suffix(".toml")
    assert jixiao("new", "--values", values, out).returncode == 0
    assert json.loads(jixiao("check", out, "--json").stdout)["findings"] == []


def test_values_of_another_pack_than_the_forced_one_are_refused(tmp_path: Path):
    out = tmp_path / "新.xlsm"
    values = BOOKS["final-accounts-2024"].with_suffix(".toml")
    done = jixiao("new", "--pack", OVERALL, "--values", values, out)
    assert (done.returncode, out.exists()) == (2, False)
    assert ACCOUNTS in done.stderr


def test_a_new_workbook_of_a_named_pack_asks_for_what_is_missing(tmp_path: Path):
    out = tmp_path / "新.xlsm"
    assert jixiao("new", "--pack", ACCOUNTS, "--year", 2024, out).returncode == 0
    findings = json.loads(jixiao("check", out, "--json").stdout)["findings"]
    [finding] = findings
    assert (finding["id"], finding["cells"]) == ("BLANK-01", ["单位信息!B3", "单位信息!B6"])
    assert "必须填写的：“单位全称”（B3）、“单位性质”（B6）" in finding["message"]


def test_a_pack_that_scores_nothing_has_no_framework_to_choose(tmp_path: Path):
    done = jixiao("new", "--pack", ACCOUNTS, "--framework", "reconstructed-2022", tmp_path / "新.xlsm")
    assert done.returncode == 2
    assert "不评分" in done.stderr
