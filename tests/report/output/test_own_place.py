"""Two workbooks of one unit and year: neither takes the place of the other's report."""

from pathlib import Path

from report.filled import report
from word_edits import edited, replaced

from jixiao.report.output.own_place import is_anothers, mark_of, own_place
from jixiao.report.output.renamed import worked_on_elsewhere
from jixiao.report.word.properties import BOOK, with_property

NAME = "甲局2024年自评报告"


def laid(folder: Path, *books: str) -> None:
    folder.mkdir(exist_ok=True)
    for book in books:
        (folder / book).touch()


def made(folder: Path, book: Path, draft: str = "") -> tuple[str, str]:
    """The report of a workbook, written where it belongs; its name, and what is said."""
    place = own_place(folder / f"{NAME}{draft}.docx", book)
    place.path.write_bytes(with_property(report(), BOOK, mark_of(book, folder)))
    return place.path.stem, place.remark


def test_the_second_report_stands_beside_the_first_and_is_told(tmp_path: Path) -> None:
    laid(tmp_path, "A.xlsm", "B.xlsm", "B.xlsx")
    first, second, third = (tmp_path / name for name in ("A.xlsm", "B.xlsm", "B.xlsx"))
    assert made(tmp_path, first) == (NAME, "")
    name, said = made(tmp_path, second, "（草稿）")
    assert name == f"{NAME}（B）（草稿）"
    assert said.startswith(f"“{NAME}（草稿）.docx”是“A.xlsm”的报告（单位和年度与这一本相同），没有覆盖")
    assert made(tmp_path, third)[0] == f"{NAME}（B2）"
    assert made(tmp_path, second)[0] == f"{NAME}（B）"
    assert made(tmp_path, first) == (NAME, "")


def test_what_turns_or_breaks_a_name_does_not_go_into_that_of_a_report(tmp_path: Path) -> None:
    laid(tmp_path, "A.xlsm", "甲\u202e\n乙.xlsm")
    made(tmp_path, tmp_path / "A.xlsm")
    assert made(tmp_path, tmp_path / "甲\u202e\n乙.xlsm")[0] == f"{NAME}（甲乙）"


def test_a_workbook_that_was_renamed_keeps_its_report_and_so_do_those_without_a_mark(tmp_path: Path) -> None:
    laid(tmp_path, "A.xlsm")
    (tmp_path / f"{NAME}.docx").write_bytes(report())
    assert made(tmp_path, tmp_path / "A.xlsm") == (NAME, "")
    (tmp_path / "A.xlsm").rename(tmp_path / "改名.xlsm")
    assert made(tmp_path, tmp_path / "改名.xlsm") == (NAME, "")


def test_reports_of_two_folders_that_go_into_a_third_stand_beside_each_other(tmp_path: Path) -> None:
    for folder in ("一", "二", "报送"):
        laid(tmp_path / folder, *([] if folder == "报送" else ["自评.xlsm"]))
    assert made(tmp_path / "报送", tmp_path / "一" / "自评.xlsm") == (NAME, "")
    name, said = made(tmp_path / "报送", tmp_path / "二" / "自评.xlsm")
    assert (name, "是另一本工作簿的报告" in said) == (f"{NAME}（自评）", True)
    assert made(tmp_path / "报送", tmp_path / "一" / "自评.xlsm") == (NAME, "")


def test_a_long_name_leaves_room_for_the_workbook(tmp_path: Path) -> None:
    laid(tmp_path, "A.xlsm", f"{'县' * 70}.xlsm")
    long = tmp_path / f"{'乡' * 60}.docx"
    long.write_bytes(with_property(report(), BOOK, mark_of(tmp_path / "A.xlsm", tmp_path)))
    place = own_place(long, tmp_path / f"{'县' * 70}.xlsm").path
    assert len(place.stem.encode()) <= 180
    assert place.stem.endswith("县）")


def test_another_workbooks_report_that_was_worked_on_is_not_taken_for_a_renamed_one(tmp_path: Path) -> None:
    laid(tmp_path, "A.xlsm", "B.xlsm")
    for book in ("A.xlsm", "B.xlsm"):
        made(tmp_path, tmp_path / book)
    own = tmp_path / f"{NAME}.docx"
    other = tmp_path / f"{NAME}（B）.docx"
    edited(other, replaced("全部为", "都是"))
    own.unlink()
    assert is_anothers(other, tmp_path / "A.xlsm")
    assert not is_anothers(other, tmp_path / "B.xlsm")
    assert "是改过的报告" in worked_on_elsewhere(own)
    assert worked_on_elsewhere(own, tmp_path / "A.xlsm") == ""
