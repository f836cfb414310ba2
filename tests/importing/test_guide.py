"""import.toml fits the form: every published figure has a way in, and a wrong term stops at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from refusals import refused

from jixiao.importing.guide import SHARED, load_guide, terms_of, title_in
from jixiao.importing.recognising import PACK
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Kind
from jixiao.pack.loading import load_pack

ACCOUNTS = load_pack(PACK)
GUIDE = load_guide(ACCOUNTS)
NOT_PUBLISHED = ("附报.", "上年年末.")


def test_every_amount_of_the_nine_tables_can_be_imported():
    amounts = [t.name for t in ACCOUNTS.vocabulary.values() if t.kind is Kind.AMOUNT and not t.formula]
    reached = {term for table in GUIDE.table for part in table.parts for term in terms_of(part)}
    assert [term for term in amounts if term not in reached and not term.startswith(NOT_PUBLISHED)] == []


def test_every_title_is_found_as_its_own_table():
    for table in GUIDE.table:
        for title in table.titles:
            assert title_in(f"某局2024年度 {title}（公开07表）", GUIDE) is table, title


@pytest.mark.parametrize(
    "text", ["项目支出决算表", "注：见支出决算表", "关于支出决算表编制口径有关问题的说明和附件"]
)
def test_what_only_sounds_like_a_title_is_none(text: str):
    assert title_in(text, GUIDE) is None


def test_a_term_that_the_form_does_not_have_stops_the_import(tmp_path: Path):
    shutil.copytree(ACCOUNTS.folder, tmp_path / "pack")
    shutil.copy(ACCOUNTS.folder.parent / SHARED, tmp_path)
    guide = tmp_path / "pack" / "import.toml"
    guide.write_text(guide.read_text(encoding="utf-8").replace("总表.收入.{row}", "总表.进账.{row}"), "utf-8")
    with refused(r"总表\.进账"):
        load_guide(replace(ACCOUNTS, folder=tmp_path / "pack"))


def test_a_form_without_a_guide_cannot_be_imported_into():
    with pytest.raises(
        UnusableInput,
        match=r"不能导入。能导入的是：department-budget〔.*〕、department-final-accounts〔[^、]*〕。$",
    ):
        load_guide(load_pack())
