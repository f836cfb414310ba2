"""A workbook for the table that was handed out: its framework lies beside it, where every run finds it."""

import pytest
from frameworks.invented import make_docx
from frameworks.projection import TABLES
from workbook.books import silent

from jixiao.building import new_workbook
from jixiao.frameworks.own_framework import keep_beside, own_framework, used_before
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect


def made(folder):
    pack = load_pack()
    table = make_docx((TABLES / "column-order.txt").read_text(encoding="utf-8"), folder / "评分细则.docx")
    own, book = own_framework(table, pack), folder / "我单位2025.xlsx"
    new_workbook(silent(pack), book, year=2025, framework=own.framework)
    return own, book, keep_beside(own, book)


def test_a_new_workbook_is_scored_by_her_table(tmp_path):
    _, book, file = made(tmp_path)
    scorecard = inspect(book).scorecard
    assert file.name == "我单位2025.framework.toml"
    assert [score.name for score in scorecard.scores][:2] == ["在职人员控制率", "“三公经费”变动率"]


def test_without_its_file_the_workbook_says_what_is_missing(tmp_path):
    _, book, file = made(tmp_path)
    file.unlink()
    with pytest.raises(UnusableInput, match=r"\.framework\.toml"):
        inspect(book)


def test_a_saved_framework_can_be_used_again(tmp_path):
    own, _, file = made(tmp_path)
    again = own_framework(file, load_pack())
    assert again.framework == own.framework
    assert again.read is None


def test_next_years_workbook_keeps_the_framework_or_asks_for_it(tmp_path):
    own, book, file = made(tmp_path)
    assert used_before((book,), load_pack()).framework == own.framework
    file.unlink()
    with pytest.raises(UnusableInput, match="--framework"):
        used_before((book,), load_pack())


def test_another_framework_is_not_overwritten(tmp_path):
    own, book, file = made(tmp_path)
    file.write_text("name = '别的'", encoding="utf-8")
    with pytest.raises(UnusableInput, match="已经存在"):
        keep_beside(own, book)
