"""An address of OneDrive or SharePoint becomes a file of this machine, by what a made-up registry says."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from workbook.books import silent_sample

import jixiao.faces.excel.button as button
from jixiao.faces.cli import cli
from jixiao.faces.excel.cloud_folder import Library, on_this_machine, synchronised
from jixiao.model.errors import UnusableInput

LIVE, SHARED = "https://d.docs.live.net/", "https://dw.sharepoint.cn/sites/局 机关/Shared Documents/"


@pytest.fixture
def libraries(tmp_path: Path) -> tuple[Library, ...]:
    return (
        Library(SHARED, str(tmp_path / "共享")),
        Library("https://dw-my.sharepoint.cn/personal/wang/Documents", str(tmp_path / "单位")),
        Library(LIVE, str(tmp_path / "自己"), "AB12CD"),
    )


def put(tmp_path: Path, *names: str) -> Path:
    place = tmp_path.joinpath(*names)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.touch()
    return place


@pytest.mark.parametrize(
    ("address", "names"),
    [
        (f"{LIVE}ab12cd/绩效/自评.xlsm", ("自己", "绩效", "自评.xlsm")),
        (f"{LIVE}AB12CD/%E7%BB%A9%E6%95%88/a%20b.xlsm", ("自己", "绩效", "a b.xlsm")),
        (f"{LIVE}AB12CD/100%25/完成率100%.xlsm", ("自己", "100%", "完成率100%.xlsm")),
        ("https://dw-my.sharepoint.cn/personal/wang/Documents/x.xlsm", ("单位", "x.xlsm")),
        (SHARED.replace(" ", "%20") + "2024/x.xlsm", ("共享", "2024", "x.xlsm")),
        (f"{SHARED}科室/2024/x.xlsm", ("共享", "2024", "x.xlsm")),  # only the folder 科室 is synchronised
    ],
)
def test_an_address_is_a_file(tmp_path, libraries, address, names):
    place = put(tmp_path, *names)
    assert on_this_machine(address, libraries) == place


def test_the_whole_way_counts_before_a_part_of_it(tmp_path, libraries):
    put(tmp_path, "共享", "x.xlsm")
    place = put(tmp_path, "共享", "科室", "x.xlsm")
    assert on_this_machine(f"{SHARED}科室/x.xlsm", libraries) == place


@pytest.mark.parametrize(
    "address",
    [
        f"{SHARED}科室/2024/x.xlsm",  # two files may be meant
        "https://dw.sharepoint.cn/sites/别处/x.xlsm",
        f"{SHARED}../共享/x.xlsm",
        f"{LIVE}AB12CD/别处.xlsm",
    ],
)
def test_what_is_not_synchronised_or_not_certain_is_refused(tmp_path, libraries, address):
    put(tmp_path, "共享", "x.xlsm")
    put(tmp_path, "共享", "2024", "x.xlsm")
    with pytest.raises(UnusableInput, match="没有同步到这台电脑"):
        on_this_machine(address, libraries)


def test_there_are_no_libraries_but_on_windows():
    assert synchronised() == ()


@pytest.mark.parametrize("known", [True, False])
def test_a_button_in_such_a_workbook_makes_the_report_in_the_folder_or_says_why_not(
    tmp_path, libraries, known, monkeypatch
):
    monkeypatch.setattr(button, "synchronised", lambda: libraries if known else ())
    book, job = tmp_path / "自己" / "自评.xlsm", tmp_path / "jobs" / "20230510-120000-1"
    book.parent.mkdir()
    job.mkdir(parents=True)
    (job / "自评.xlsm").write_bytes(silent_sample())
    book.write_bytes(silent_sample())
    words = ["button", "report", str(job / "自评.xlsm"), str(job), f"{LIVE}AB12CD/自评.xlsm"]
    assert CliRunner().invoke(cli, words).exit_code == 0
    said = load_workbook(job / "answer.xlsx")["answer"]["A1"].value
    assert (f"同步文件夹里：{book.parent}" in said) is known
    assert len(list(book.parent.glob("*.docx"))) == known
    assert ("没有同步到这台电脑" in said) is not known
