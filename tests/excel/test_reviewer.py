"""The reviewer's workbook: one click, one question for a folder, and the review of what lies in it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from excel.model import LAUNCHER, Excel
from excel.pressing import Bench
from openpyxl import load_workbook
from workbook.books import silent_sample

from jixiao.desk.batch import BatchStep
from jixiao.desk.crew import Processes
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.letters.sender import Sender
from jixiao.faces.excel import reviewed_folder
from jixiao.faces.excel.button import serve
from jixiao.faces.excel.reviewed_folder import ordered
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.source import open_package
from jixiao.workbook.file.structure import read_structure
from jixiao.workbook.written.reviewer_book import reviewer_book

FOLDER = "C:\\上报"


class Threads(Processes):
    """Workers in this process, which has its packs already."""

    def open(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1)


@pytest.fixture
def excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Excel:
    """Its program reviews the folder on drive C; pages that are opened are kept in `shown`."""

    def program(words: list[str]) -> None:
        assert words[:3] == [LAUNCHER, "button", "review"]
        snapshot, job, original, folder = words[3:]
        excel.real(original).write_bytes(excel.content)
        serve("review", *map(excel.real, (snapshot, job)), str(excel.real(original)), (excel.real(folder),))

    excel = Excel(reviewer_book(), tmp_path, program, name="审核汇总.xlsm")
    excel.install()
    excel.shown = []
    monkeypatch.setattr(reviewed_folder, "show", excel.shown.append)
    monkeypatch.setattr(reviewed_folder, "Processes", Threads)
    excel.real(FOLDER).mkdir()
    return excel


def test_a_click_asks_for_the_folder_reviews_it_and_opens_the_page(excel: Excel) -> None:
    (excel.real(FOLDER) / "甲局.xlsm").write_bytes(silent_sample("leiyang-2022"))
    excel.chosen = FOLDER
    said = excel.press("ReviewFolder")
    assert said.startswith("审核完成。到齐：应报 1 家，已报 1 家。审核：有错误 1 本。")
    out = excel.real(FOLDER) / "审核结果"
    assert excel.shown == [out / "总览.html"]
    assert load_workbook(out / "汇总.xlsx")["单位情况"]["F4"].value == "有错误"
    assert (out / "结果" / "甲局" / "退回修改通知.docx").is_file()


def test_nothing_chosen_starts_nothing_and_a_drive_is_a_folder(excel: Excel) -> None:
    excel.press("ReviewFolder")
    assert (excel.orders, excel.boxes) == ([], [])
    excel.chosen = "C:\\"
    said = excel.press("ReviewFolder")
    assert excel.orders[-1][-1] == '"C:\\."'  # no backslash before the quote
    assert said.startswith("审核完成。到齐：应报 0 家")  # nothing lies there but this workbook and its copy
    assert said.endswith("“审核汇总.xlsm”也放在各单位的工作簿中间，没有当作单位报送的；最好移到别的文件夹。")


def test_the_workbook_with_the_button_is_passed_over_among_the_units(excel: Excel) -> None:
    excel.chosen = "C:\\工作"
    said = excel.press("ReviewFolder")
    assert "里除了“审核汇总.xlsm”没有别的工作簿" in said
    (excel.real("C:\\工作") / "甲局.xlsm").write_bytes(silent_sample("leiyang-2022"))
    said = excel.press("ReviewFolder")
    assert said.startswith("审核完成。到齐：应报 1 家，已报 1 家。审核：有错误 1 本。")
    assert "“审核汇总.xlsm”也放在各单位的工作簿中间，没有当作单位报送的" in said


def test_where_no_folder_can_be_chosen_the_typed_one_is_taken(excel: Excel, tmp_path: Path) -> None:
    excel.asks = False
    assert "请把文件夹的路径填在" in excel.press("ReviewFolder")
    excel.type("审核.文件夹", FOLDER)
    assert (
        excel.press("ReviewFolder")
        == f"没有办成：文件夹“{excel.real(FOLDER)}”里没有工作簿。请给出存放各单位工作簿的文件夹。"
    )


SETTINGS = {
    "年度": "2025年",
    "报送期限": "2026/3/31",
    "重新报送期限": "46127",
    "审核单位": "某县财政局",
    "只校验": "",
}


class Typed(dict[str, str]):
    """A workbook as far as its settings are read."""

    def read(self, name: str) -> str:
        return self.get(name.removeprefix("审核."), "")


@pytest.fixture(autouse=True)
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    real = reviewed_folder.text_at
    monkeypatch.setattr(
        reviewed_folder,
        "text_at",
        lambda book, name: book.read(name) if isinstance(book, Typed) else real(book, name),
    )


def test_the_settings_of_the_sheet_are_those_of_the_command(tmp_path: Path) -> None:
    (tmp_path / "名册.xlsx").touch()
    wanted = ordered(Typed({**SETTINGS, "名册": "名册.xlsx"}), tmp_path, tmp_path / "上报", tmp_path / "out")
    assert (wanted.year, wanted.deadline, wanted.roster) == (
        "2025",
        date(2026, 3, 31),
        tmp_path / "名册.xlsx",
    )
    assert wanted.orders.sender == Sender("某县财政局", "2026-04-15")
    only = ordered(Typed({"只校验": "是"}), tmp_path, tmp_path, tmp_path).orders
    assert (only.out, only.sender) == ("", None)


@pytest.mark.parametrize("cell", ["年度", "报送期限", "重新报送期限", "名册", "上年文件夹", "只校验"])
def test_a_setting_that_makes_no_sense_is_told_by_its_cell(cell: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match=f"“{cell}”一格.*请"):
        ordered(Typed({cell: "2026-02-30"}), tmp_path, tmp_path, tmp_path)


def test_where_it_takes_long_the_macro_is_answered_once_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewed_folder, "PATIENCE", -1.0)
    said: list[str] = []
    progress = reviewed_folder._Progress(3, said.append)
    for book in ("a", "b", "c"):
        progress.step(BatchStep(book), lambda: ExaminedBook("a", "1"))
    assert len(said) == 1
    assert said[0].startswith("共 3 本，已审核 1 本，还在继续，大约还要 1 分钟")


@pytest.mark.exhaustive
def test_the_button_reviews_a_folder_from_libreoffice(installed: Bench, tmp_path: Path) -> None:
    folder = tmp_path / "各单位 上报(1)"
    folder.mkdir()
    (folder / "坏.xlsm").write_bytes(b"x")
    book = tmp_path / "审核汇总.xlsm"
    book.write_bytes(reviewer_book())
    cell = read_structure(open_package(book)).names["审核.文件夹"].cell
    seen = installed.press(book, "ReviewFolder", typed=[("审核汇总", cell, str(folder))])
    assert seen["said"].startswith("审核完成。到齐：应报 0 家，已报 0 家。")
    assert (folder / "审核结果" / "总览.html").is_file()
