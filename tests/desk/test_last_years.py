from decimal import Decimal
from pathlib import Path

from crew_work import Here
from workbook.books import silent

from jixiao.building.workbook import built
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.last_years import _covers, last_years_of
from jixiao.desk.letters.reply import reply_sheet
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack


def book(file: Path, name: str, code: str, year: int) -> None:
    pack = silent(load_pack("project-self-evaluation"))
    file.parent.mkdir(exist_ok=True)
    said = {"单位.名称": name, "单位.编码": code, "单位.年度": Decimal(year)}
    file.write_bytes(built(pack, pack.form.framework, Filling(said)))


def test_units_are_matched_by_code_else_by_name_and_only_with_the_year_before(tmp_path: Path) -> None:
    this, last = tmp_path / "今年", tmp_path / "去年"
    book(this / "a.xlsx", "甲局（新名）", "001", 2024)
    book(this / "b.xlsx", "乙局", "", 2024)
    book(this / "c.xlsx", "丙局", "", 2024)
    book(this / "d.xlsx", "丁局", "", 2024)
    book(last / "1.xlsx", "甲局", "001", 2023)
    book(last / "2.xlsx", "乙 局", "", 2023)
    book(last / "3.xlsx", "丙局", "", 2022)
    book(last / "4.xlsx", "丁局", "", 2023)
    book(last / "5.xlsx", "丁局", "", 2023)
    found = last_years_of(this, tmp_path / "out", last, Here(1))
    assert found.found == {"a.xlsx": str(last / "1.xlsx"), "b.xlsx": str(last / "2.xlsx")}
    assert found.remarks == (
        "“丙局”的上年工作簿填的是 2022 年，没有采用。",
        "“丁局”的上年工作簿有几本：“4.xlsx”“5.xlsx”，都没有采用。请只留一本。",
    )
    covers = _covers([this / "c.xlsx", this / "a.xlsx", this / "b.xlsx"], Here(1))
    assert [Path(one.path).name for one in covers] == ["a.xlsx", "b.xlsx", "c.xlsx"]


def test_an_older_file_of_a_unit_whose_right_one_is_compared_is_passed_over(tmp_path: Path) -> None:
    this, last = tmp_path / "今年", tmp_path / "去年"
    book(this / "旧.xlsx", "甲局", "001", 2023)
    book(this / "对.xlsx", "甲局", "001", 2024)
    book(last / "1.xlsx", "甲局", "001", 2023)
    found = last_years_of(this, tmp_path / "out", last, Here(1))
    assert found.found == {"对.xlsx": str(last / "1.xlsx")}
    assert found.remarks == ()


def test_who_has_no_workbook_of_the_year_before_is_told_and_so_is_what_cannot_be_read(tmp_path: Path) -> None:
    this, last = tmp_path / "今年", tmp_path / "去年"
    for name in ("甲局", "乙局"):
        book(this / f"{name}.xlsx", name, "", 2024)
        book(last / f"{name}.xlsx", name, "", 2023)
    assert last_years_of(this, tmp_path / "out", last, Here(1)).remarks == ()
    book(this / "c.xlsx", "丙局", "", 2024)
    book(this / "d.xlsx", "丙局", "", 2024)
    (this / "甲局-审核回执.xlsx").write_bytes(reply_sheet(ExaminedBook("甲局.xlsx", "1"), []))
    for name in ("坏.xlsm", "丙局.xls", "甲局-审核回执.xlsx"):
        (last / name).write_bytes(b"PK")
    assert last_years_of(this, tmp_path / "out", last, Here(1)).remarks == (
        "上年文件夹里的“丙局.xls”“坏.xlsm”不是标准工作簿，或者打不开，没有采用。",
        "上年文件夹里没有“丙局”的工作簿，没有与上年比较。",
    )


def test_a_folder_in_which_nothing_can_be_compared_is_told(tmp_path: Path) -> None:
    this, last = tmp_path / "今年", tmp_path / "去年"
    book(this / "a.xlsx", "甲局", "001", 2024)
    last.mkdir()

    def told() -> str:
        (said,) = last_years_of(this, tmp_path / "out", last, Here(1)).remarks
        assert said.startswith(f"上年文件夹“{last}”里没有")
        return said

    assert "没有工作簿" in told()
    (last / "坏.xlsx").write_bytes(b"PK")
    assert "没有能打开的" in told()
    book(last / "1.xlsx", "乙局", "002", 2023)
    assert "对得上" in told()
