"""An accountant's own checks: found, linted line by line, proven, and run like any other."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pack.own_rules import GOOD, written
from workbook.results.test_result_sheets import explained

from jixiao.building.samples import samples
from jixiao.importing.taking_in import SAID
from jixiao.pack.rule_files import near_misses, rule_files
from jixiao.pipeline import inspect, run

BOOK = next(sample.workbook for sample in samples() if sample.values.stem == "leiyang-2022")
COMMAND = [sys.executable, "-c", "from jixiao.faces.cli import main; main()"]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(BOOK, tmp_path / "我单位.xlsm"))


# ---- finding the files


def test_without_files_nothing_is_loaded_that_reads_them(book: Path):
    assert rule_files(book) == ()
    asked = "import sys; from pathlib import Path; from jixiao.pipeline import inspect; "
    asked += f"inspect(Path({str(book)!r})); print('jixiao.pack.own_rules' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "False"


def test_files_beside_the_workbook_are_found_after_the_given_ones(tmp_path: Path):
    own = written(tmp_path, name="我单位.rules.toml")
    shared = written(tmp_path, name="校验规则.toml")
    written(tmp_path, name="别人.rules.toml")
    given = written(tmp_path, name="市局.toml")
    assert rule_files(tmp_path / "我单位.xlsm", [given]) == (given, shared, own)
    for made in (SAID.format(""), SAID.format(2), "（新指标体系）", "（带入）（新指标体系3）", "（结果）"):
        assert rule_files(tmp_path / f"我单位{made}.xlsm") == (shared, own)


def test_a_file_that_is_given_and_lies_beside_counts_once(tmp_path: Path):
    shared = written(tmp_path, name="校验规则.toml")
    assert rule_files(tmp_path / "我单位.xlsm", [shared]) == (shared,)


# ---- running them


def test_an_own_rule_is_a_finding_like_any_other(book: Path):
    file = written(book.parent, name="校验规则.toml")
    inspection = inspect(book)
    finding = next(finding for finding in inspection.findings if finding.id == "自-01")
    assert finding.message.startswith("收支总表!B22 “本年支出合计（本年数）”346.08万元，应不大于")
    assert inspection.pack.own_rules == (file,)
    assert inspection.counts["checks"] == inspect(BOOK).counts["checks"] + 1


def test_an_own_rule_stands_in_the_result_sheet_and_its_explanation_closes_it(book: Path):
    written(book.parent, name="我单位.rules.toml")
    run(book)
    book.write_bytes(explained(book.read_bytes(), "自-01", "上级已批准"))
    finding = next(finding for finding in inspect(book).findings if finding.id == "自-01")
    assert (finding.explanation, finding.open) == ("上级已批准", False)


def jixiao(*arguments: object) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


def test_the_output_says_which_file_was_used(book: Path):
    file = written(book.parent)
    assert f"自定规则：{file}" in jixiao("check", book, "--rules", file).stdout.splitlines()
    document = json.loads(jixiao("check", book, "--rules", file, "--json").stdout)
    assert document["rules"] == [str(file)]


LONG = "9" * 20


@pytest.mark.parametrize("figure", [LONG, f"{LONG} * {LONG}", f"{LONG} * {LONG} + 0.01", f"-1 / {LONG}"])
@pytest.mark.parametrize(
    "sides", ["支出.合计 = {}", "支出.合计 * {} = 3", "单位.年度 = {}", "-1 * 支出.合计 * {} = 0.001"]
)
def test_a_long_figure_is_written_in_full(book: Path, sides: str, figure: str):
    file = written(book.parent, GOOD.replace("支出.合计 <= 收入.合计 - 3000000", sides.format(figure)))
    finding = next(one for one in inspect(book, rules=[file]).findings if one.id == "自-01")
    assert "E" not in finding.message.partition("”")[2]


def test_a_number_that_is_too_long_stops_the_check_with_its_line(book: Path):
    file = written(book.parent, GOOD.replace("3000000", "9" * 27))
    done = jixiao("check", book, "--rules", file)
    assert done.returncode == 2
    assert done.stderr.startswith("自定规则“我的.toml”第6行（自-01）：数“999999999999999999999999999”太长")


@pytest.mark.parametrize("command", ["check", "run"])
def test_a_bad_file_that_is_named_stops_with_2_and_nothing_is_written(book: Path, command: str):
    file = written(book.parent, GOOD.replace("收入.合计", "收入.合记"))
    before = {path.name: path.read_bytes() for path in book.parent.iterdir()}
    done = jixiao(command, book, "--rules", file)
    assert done.returncode == 2
    assert done.stderr.startswith("自定规则“我的.toml”第6行（自-01）：")
    assert {path.name: path.read_bytes() for path in book.parent.iterdir()} == before


def test_a_bad_file_beside_the_workbook_is_one_finding_and_the_others_count(book: Path):
    written(book.parent, GOOD.replace("收入.合计", "收入.合记"), "校验规则.toml")
    written(book.parent, GOOD, f"{book.stem}.rules.toml")
    inspection = inspect(book)
    [found] = [finding for finding in inspection.findings if finding.id == "RULES-01"]
    assert found.open
    assert found.message.startswith("自定规则“校验规则.toml”第6行（自-01）：没有“收入.合记”这个名称")
    assert "校验规则.toml" in found.mend
    assert [file.name for file in inspection.pack.own_rules] == [f"{book.stem}.rules.toml"]
    assert inspection.draft


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("校验规则.toml.txt", "校验规则.toml"),
        ("校验规则 .toml", "校验规则.toml"),
        ("校验规则 (1).toml", "校验规则.toml"),
        ("我单位.Rules.TOML.txt", "我单位.rules.toml"),
        ("别人.rules.toml.txt", ""),
        ("规则.toml", ""),
    ],
)
def test_a_file_that_nearly_has_the_name_is_told(tmp_path: Path, name: str, meant: str):
    file, book = written(tmp_path, name=name), tmp_path / "我单位.xlsm"
    assert near_misses(book) == (((file, meant),) if meant else ())
    assert near_misses(book, [file]) == ()
    if meant:
        written(tmp_path, name=meant)
    assert near_misses(book) == ()


def test_rules_in_a_file_with_a_wrong_name_are_one_finding(book: Path):
    written(book.parent, name="校验规则.toml.txt")
    [found] = [finding for finding in inspect(book).findings if finding.id.startswith("RULES")]
    assert found.message.startswith(
        "工作簿旁边的“校验规则.toml.txt”像是自定规则，但文件名应为“校验规则.toml”"
    )


def test_rules_can_be_looked_through_without_a_workbook(tmp_path: Path):
    done = jixiao("rules", "--rules", written(tmp_path))
    assert done.returncode == 0
    assert "== 自定规则（我的.toml）（1 条）" in done.stdout
    assert jixiao("rules", "--rules", written(tmp_path, "[[check]")).returncode == 2


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        ("收入.合计 - 3000000", "应不大于“本年收入合计（本年数）”减3000000，即46.08万元，超出300.00万元。"),
        ("收入.合计 * 50%", "应不大于“本年收入合计（本年数）”乘0.5，即173.04万元，超出173.04万元。"),
    ],
)
def test_a_constant_does_not_run_into_the_figure_it_leads_to(book: Path, relation: str, said: str):
    written(book.parent, GOOD.replace("收入.合计 - 3000000", relation), "校验规则.toml")
    assert next(f for f in inspect(book).findings if f.id == "自-01").message.endswith(said)


def test_what_must_differ_is_said_to_be_the_same(book: Path):
    text = GOOD.replace("支出.合计 <= 收入.合计 - 3000000", "支出.合计 <> 收入.合计")
    written(book.parent, text, "校验规则.toml")
    message = next(f for f in inspect(book).findings if f.id == "自-01").message
    assert "346.08万元，不应等于“本年收入合计（本年数）”346.08万元" in message


def test_a_word_that_must_not_stand_there_is_named(book: Path):
    text = GOOD.replace("支出.合计 <= 收入.合计 - 3000000", '单位.金额单位 <> \\"万元\\"')
    written(book.parent, text, "校验规则.toml")
    message = next(f for f in inspect(book).findings if f.id == "自-01").message
    assert message.endswith("“金额单位”填的是“万元”，不能是“万元”。")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_a_circle_is_a_file_like_any_other(tmp_path: Path) -> None:
    circle = tmp_path / "圈.toml"
    circle.symlink_to(circle)
    assert rule_files(tmp_path / "某局.xlsm", [circle, circle]) == (circle,)
