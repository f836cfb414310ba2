import os
import sys
from pathlib import Path

import pytest

from jixiao.desk.folder import (
    RECORD,
    book_name,
    book_path,
    files_below,
    is_book,
    is_reply,
    results_folder,
    workbooks_in,
)
from jixiao.desk.left_results import about_left_results, about_taken_away, keep_laid, taken_away
from jixiao.desk.letters.replies import replies_in
from jixiao.desk.store import FILE, Store
from jixiao.model.errors import UnusableInput


def laid(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def test_workbooks_and_what_units_send_instead_are_found_in_the_order_of_their_names(tmp_path: Path) -> None:
    laid(
        tmp_path, "b/2.xlsm", "a.XLSX", "b/1.xls", "c.zip", "说明.docx", "~$a.xlsx", ".b.xlsx", "结果/a.xlsx"
    )
    found = files_below(tmp_path, tmp_path / "结果")
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.XLSX",
        "b/1.xls",
        "b/2.xlsm",
        "c.zip",
    ]


def test_a_missing_folder_and_a_file_are_told(tmp_path: Path) -> None:
    laid(tmp_path, "a.xlsx")
    with pytest.raises(UnusableInput, match="不存在"):
        files_below(tmp_path / "没有")
    with pytest.raises(UnusableInput, match="不是文件夹"):
        files_below(tmp_path / "a.xlsx")


def test_a_folder_stands_for_its_workbooks_and_an_empty_one_is_told(tmp_path: Path) -> None:
    laid(tmp_path, "甲/a.xlsx", "甲/b.xls", "乙/说明.txt")
    assert workbooks_in(tmp_path / "甲") == [tmp_path / "甲" / "a.xlsx"]
    assert workbooks_in(tmp_path / "甲" / "b.xls") == [tmp_path / "甲" / "b.xls"]
    with pytest.raises(UnusableInput, match="没有工作簿"):
        workbooks_in(tmp_path / "乙")


def test_results_of_any_call_and_pipes_are_no_workbooks_of_units(tmp_path: Path) -> None:
    laid(tmp_path, "a.xlsx", "旧结果/结果/a/a.xlsx", f"旧结果/{RECORD}", "a-审核回执 (1).xlsx")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "管道.xlsx")
    found = [path.name for path in files_below(tmp_path)]
    assert found == ["a-审核回执 (1).xlsx", "a.xlsx"]
    assert is_reply(tmp_path / found[0])
    assert workbooks_in(tmp_path) == [tmp_path / "a.xlsx"]


def test_a_name_of_any_bytes_is_printable_and_leads_back(tmp_path: Path) -> None:
    path = tmp_path / "甲" / "\udcd0\udcd5.xlsm"
    name = book_name(path, tmp_path)
    assert name.encode() == "甲/\\udcd0\\udcd5.xlsm".encode()
    assert book_path(tmp_path, name) == path


@pytest.mark.skipif(sys.platform == "win32", reason="there a backslash is no part of a name")
@pytest.mark.parametrize(
    "name", ["a\\udc80.xlsm", "a\udc80.xlsm", "\\u005cudc80.xlsm", "\\\\udc80.xlsm", "a\\u005c", "\\\udc80"]
)
def test_a_name_that_looks_like_the_spelling_of_bytes_leads_back_to_itself(name: str, tmp_path: Path) -> None:
    assert book_path(tmp_path, book_name(tmp_path / name, tmp_path)) == tmp_path / name


def test_two_names_are_never_spelt_alike(tmp_path: Path) -> None:
    names = ("a\\udc80.xlsm", "a\udc80.xlsm", "a\\u005cudc80.xlsm")
    assert len({book_name(tmp_path / name, tmp_path) for name in names}) == 3


def test_results_never_lie_where_another_workbook_has_its_own() -> None:
    books = ("a.xlsm", "a.xlsx", "a/a.xlsm.xlsm", "b.xls", "b.xls.xlsm", "a/报告.docx.xlsm", "某局.2022.xlsm")
    folders = {book: results_folder("", book).relative_to("结果").as_posix() for book in books}
    assert folders["a.xlsm"] == "a"
    assert folders["某局.2022.xlsm"] == "某局.2022"
    assert folders["a/a.xlsm.xlsm"] == "a/a.xlsm.xlsm"  # a/a.xlsm is the copy of the first
    assert folders["b.xls.xlsm"] != folders["b.xls"]
    assert folders["a/报告.docx.xlsm"] == "a/报告.docx.xlsm"


def test_a_sheet_of_answers_of_another_kind_is_no_workbook_and_told(tmp_path: Path) -> None:
    laid(tmp_path, "a-审核回执.et", "a-审核回执.xlsm", "a.et", "含审核回执.zip")
    found = files_below(tmp_path)
    assert [path.name for path in found if is_book(path)] == ["a-审核回执.xlsm", "a.et", "含审核回执.zip"]
    (said,) = replies_in(tmp_path, tmp_path / "out").unread
    assert said.startswith("“a-审核回执.et”看名称是单位填的审核回执，可是文件类型是“.et”，不是 .xlsx")


def test_results_of_files_that_are_gone_are_told_once(tmp_path: Path) -> None:
    for book in ("甲/a.xlsm", "b.xlsm"):
        made = results_folder(str(tmp_path), book)
        made.mkdir(parents=True)
        (made / "退回修改通知.docx").write_bytes(b"")
    with Store(tmp_path / FILE) as store:

        def told(*books: str) -> list[str]:
            return list(about_left_results(store, tmp_path, books))

        assert told("甲/a.xlsm", "b.xlsm") == []
        (said,) = told("甲/a.xlsm")
        assert "“b”的工作簿已经不在" in said
        assert told("甲/a.xlsm") == []
        (said,) = told()
        assert "“甲/a”的" in said
        assert told("甲/a.xlsm", "b.xlsm") == []
        assert len(told("甲/a.xlsm")) == 1


def test_a_letter_that_was_taken_away_is_told_once(tmp_path: Path) -> None:
    laid(tmp_path / "结果", "a/退回修改通知.docx", "a/a.xlsm", "b/b.xlsm")
    with Store(tmp_path / FILE) as store:
        keep_laid(store, tmp_path, ["a.xlsm", "b.xlsm"])
        (tmp_path / "结果" / "a" / "退回修改通知.docx").unlink()
        (said,) = about_taken_away(taken_away(store, tmp_path), tmp_path)
        assert said.startswith("“结果/a/退回修改通知.docx”上次办理后不在了")
        keep_laid(store, tmp_path, ["a.xlsm", "b.xlsm"])
        assert list(about_taken_away(taken_away(store, tmp_path), tmp_path)) == []
