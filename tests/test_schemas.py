"""What the commands print with --json keeps to the published schemas, and these are sound."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from commands import called
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from jixiao.audit.document.finding import AuditKind
from jixiao.desk.examined import BookTrouble, ExaminedBook
from jixiao.faces.words.desk import as_json_line
from jixiao.model.outcome import Outcome, Severity

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "leiyang-2022.xlsm"
REPORT = ROOT / "samples" / "leiyang-2022.report.docx"
FILES = sorted((ROOT / "docs" / "schema").glob("*.schema.json"))
WRONG = """2023年度部门决算情况说明
本年支出合计300.50万元，其中：基本支出200.20万元；项目支出110.30万元，占36.71%。
"""


@cache
def schemas() -> Registry[Any]:
    read = (json.loads(file.read_text(encoding="utf-8")) for file in FILES)
    return Registry().with_resources((one["$id"], Resource.from_contents(one)) for one in read)


def faults(name: str, document: object) -> list[str]:
    schema = schemas()[f"{name}.schema.json"].contents
    validator = Draft202012Validator(schema, registry=schemas())
    return [f"{one.json_path}: {one.message}" for one in validator.iter_errors(document)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_schema_is_one_and_is_called_like_its_file(file: Path):
    schema = json.loads(file.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == file.name


def test_check_says_what_is_published():
    document = json.loads(called("check", SAMPLE, "--json").stdout)
    assert document["findings"]
    assert faults("check", document) == []
    several = json.loads(called("check", SAMPLE, SAMPLE.with_name("没有.xlsm"), "--json").stdout)
    assert faults("check", several) == []


def test_run_says_what_is_published(tmp_path: Path):
    book = Path(shutil.copy(SAMPLE, tmp_path))
    document = json.loads(called("run", book, "--json").stdout)
    assert document["report"]
    assert faults("run", document) == []
    assert faults("check", document) != []  # what only a run says is no part of it


def test_a_line_of_batch_says_what_is_published(tmp_path: Path):
    checked = json.loads(called("check", SAMPLE, "--json").stdout)
    good = ExaminedBook("甲/a.xlsm", "1", document=checked)
    bad = (ExaminedBook("b.xls", "", trouble=trouble, sentence="打不开。") for trouble in BookTrouble)
    late = ExaminedBook("c.xlsm", "2", document=checked, unwritten="磁盘空间不够。")
    assert json.loads(as_json_line(late))["error"] == late.unwritten
    for one in (good, late, *bad):
        assert faults("batch", json.loads(as_json_line(one))) == []


def test_verify_says_what_is_published(tmp_path: Path):
    done = json.loads(
        called("verify", REPORT, SAMPLE.with_name("leiyang-2022-balanced.xlsm"), "--json").stdout
    )
    assert done["differences"]
    assert faults("verify", done) == []


def test_audit_says_what_is_published(tmp_path: Path):
    (tmp_path / "报告.txt").write_text(WRONG, encoding="utf-8")
    one = json.loads(called("audit", tmp_path / "报告.txt", "--json").stdout)
    several = json.loads(called("audit", tmp_path / "报告.txt", tmp_path / "没有.pdf", "--json").stdout)
    written = json.loads(called("audit", tmp_path, "--out", tmp_path / "结果", "--json").stdout)
    assert one["findings"]
    assert written[0]["marked"].endswith("报告（审核）.html")
    assert [faults("audit", said) for said in (one, several, written)] == [[], [], []]


def test_what_is_not_published_is_a_fault(tmp_path: Path):
    (tmp_path / "报告.txt").write_text(WRONG, encoding="utf-8")
    document = json.loads(called("audit", tmp_path / "报告.txt", "--json").stdout)
    assert faults("audit", document | {"more": 1}) != []
    document["findings"][0].pop("mend")
    assert faults("audit", document) != []


def test_the_words_of_the_schemas_are_those_of_the_program():
    words = json.dumps([json.loads(file.read_text(encoding="utf-8")) for file in FILES], ensure_ascii=False)
    for values in (AuditKind, Severity, Outcome, BookTrouble):
        assert [value for value in values if f'"{value}"' not in words] == []
