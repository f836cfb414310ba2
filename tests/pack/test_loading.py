"""A pack is refused before any workbook is opened: with file, place and reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from refusals import refused

from jixiao.pack import loading
from jixiao.pack.loading import load_pack

GOOD = loading.data_folder("workbook_templates")
NAME = loading.DEFAULT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the packs that a test may spoil."""
    copy = Path(shutil.copytree(GOOD, tmp_path / "workbook_templates"))
    monkeypatch.setattr(loading, "data_folder", lambda name: tmp_path / name)
    return copy


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_pack_loads():
    pack = load_pack()
    assert len(pack.checks) > 100
    assert set(pack.codes) == {"功能分类科目", "经济分类科目"}


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("form.toml", 'version = "1"', 'version = "1"\nunheard = 1', "unheard"),
        ("form.toml", 'term = "单位.简称"', 'term = "单位.名称"', "occurs twice"),
        ("form.toml", 'term = "单位.简称"', 'term = "单位 简称"', "identifiers"),
        ("form.toml", 'formula = "编制数.合计"', 'formula = "编制数.合记"', "did you mean"),
        ("form.toml", 'kind = "status"', 'kind = "statue"', "statue"),
        ("form.toml", 'key = "社保基金.名称"', 'key = "社保基金.名字"', "none of its terms"),
        ("checks.toml", 'id = "STAFF-03"', 'id = "STAFF-01"', "STAFF-01: the id occurs twice"),
        ("checks.toml", 'severity = "error"', 'severity = "fatal"', "fatal"),
        ("checks.toml", "{数}.合计 = {数}.全额", "{数}.合计 = {数}.金额", "unknown term"),
        ("checks.toml", "实有数.合计 <= 编制数.合计", "实有数.合计 + 编制数.合计", "compares nothing"),
        ("checks.toml", 'basis = "{基础数据表}', 'basics = "x', "basi"),
        ("checks.toml", "[[check]]", "[[check]", "checks.toml"),
    ],
)
def test_a_spoilt_pack_is_refused_with_its_reason(folder: Path, file: str, old: str, new: str, reason: str):
    spoil(folder / NAME / file, old, new)
    with refused(reason):
        load_pack()


def test_a_code_that_is_no_number_is_refused(folder: Path):
    spoil(folder / "codes" / "economic.toml", "301 工资", "30A 工资")
    with refused("30A"):
        load_pack()


def test_a_missing_file_is_named(folder: Path):
    (folder / NAME / "checks.toml").unlink()
    with refused(r"checks\.toml"):
        load_pack()
