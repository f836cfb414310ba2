"""The pack and the framework of a workbook: read once for all, and again when a file has changed."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest
from workbook.books import package_of
from workbook.books import silent_sample as sample

from jixiao.identity import framework_of, pack_of
from jixiao.pack import loading
from jixiao.pack.framework import Framework
from jixiao.pack.pack import Pack
from jixiao.workbook.file.source import SavedBook
from jixiao.workbook.reading.filled_workbook import read_facts

PACKS = loading.data_folder("workbook_templates")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the packs that a test may change."""
    copy = Path(shutil.copytree(PACKS, tmp_path / "workbook_templates"))
    monkeypatch.setattr(loading, "data_folder", lambda name: tmp_path / name)
    return copy / loading.DEFAULT


def known() -> tuple[Pack, Framework]:
    """What a workbook that has just been opened says it is."""
    book = SavedBook(package_of(sample()))
    pack = pack_of(book)
    return pack, framework_of(read_facts(book, pack), pack, None)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_further_workbook_parses_no_data_file_of_its_pack(monkeypatch):
    first = known()

    def parse(text: str) -> None:
        pytest.fail(f"parsed again: {text[:40]}")

    monkeypatch.setattr(tomllib, "loads", parse)
    pack, framework = known()
    assert pack is first[0]
    assert framework is first[1]


def test_changed_checks_count_for_the_next_workbook(folder):
    before, _ = known()
    change(folder / "checks.toml", 'title = "经济分类上级科目', 'title = "改过的')
    after, _ = known()
    assert not any(check.data.title.startswith("改过的") for check in before.checks)
    assert any(check.data.title.startswith("改过的") for check in after.checks)


def test_a_changed_code_list_counts_for_the_next_workbook(folder):
    known()
    [file] = (folder.parent / "codes").glob("functional.toml")
    change(file, "201 一般公共服务支出", "201 改过的名称")
    pack, _ = known()
    assert any("改过的名称" in codes.codes.values() for codes in pack.codes.values())


def test_a_changed_framework_counts_for_the_next_workbook(folder):
    _, before = known()
    [file] = (folder / "frameworks").glob(f"{known()[0].form.framework}.toml")
    name = before.indicators[0].name
    change(file, f'name = "{name}"', 'name = "改过的指标"')
    _, after = known()
    assert (before.indicators[0].name, after.indicators[0].name) == (name, "改过的指标")


def test_a_changed_stamp_counts_for_the_next_workbook(folder):
    pack, _ = known()
    stamp = pack.form.identity["id"]
    change(folder / "form.toml", f'"{stamp}"', '"填报.改过的编号"')
    assert pack_of(SavedBook(package_of(sample()))).form.identity["id"] == "填报.改过的编号"
