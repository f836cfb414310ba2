"""Two workbooks exchange their names: no unit keeps what belongs to the other."""

from pathlib import Path

import msgspec
import pytest
from balanced import Year
from crew_work import Here
from workbook.books import book_with

from jixiao.desk.batch import work_on
from jixiao.desk.changed_hands import handed_over
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.examining import Orders
from jixiao.desk.folder import results_folder
from jixiao.desk.letters.sender import Sender
from jixiao.desk.results_owner import OWNER, is_owner, owner_of
from jixiao.desk.standing import Arrival, Standing, brief
from jixiao.desk.store import FILE, Store
from jixiao.desk.summary.links import UnitLinks
from jixiao.desk.units import standings


def of(name: str, code: str = "") -> ExaminedBook:
    document = {"unit_name": name, "unit_code": code, "written": "r/a.xlsm", "report": f"r/{name}报告.docx"}
    return ExaminedBook("a.xlsm", "1", document=document)


def laid(out: Path, *names: str) -> Path:
    folder = results_folder(str(out), "a.xlsm")
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(name.encode())
    return folder


def names(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


OLD = ("甲局报告.docx", "退回修改通知（手工修改1）.docx")
NEW = ("a-审核回执.xlsx", "a.xlsm", "乙局报告.docx", "退回修改通知.docx")


def test_results_of_who_had_the_name_before_lie_apart(tmp_path: Path) -> None:
    folder = laid(tmp_path, *OLD, *NEW)
    done = handed_over(of("乙局"), str(tmp_path), owner_of(of("甲局")))
    assert names(folder) == sorted([*NEW, *(f"以前的（甲局）/{name}" for name in OLD)])
    (said,) = done.remarks
    assert said.startswith("这个文件名以前是“甲局”的工作簿用的，它的“甲局报告.docx”“退回修改通知")
    assert said.endswith("已移到“结果/a/以前的（甲局）”。")
    laid(tmp_path, OLD[0])
    handed_over(of("乙局"), str(tmp_path), owner_of(of("甲局")))
    assert "以前的（甲局）/甲局报告（1）.docx" in names(folder)


def test_two_projects_of_a_unit_that_exchange_names_are_told_apart(tmp_path: Path) -> None:
    folder = laid(tmp_path, OLD[0], NEW[2])
    training, repairs = (msgspec.structs.replace(of("乙局"), subject=name) for name in ("培训", "修缮"))
    handed_over(training, str(tmp_path), owner_of(training))
    assert len(names(folder)) == 2
    handed_over(repairs, str(tmp_path), owner_of(training))
    assert names(folder) == sorted([NEW[2], f"以前的（乙局（培训））/{OLD[0]}"])


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (of("甲局"), of("甲 局")),
        (of("甲局", "01"), of("甲局（本级）", "01")),
        (of(""), of("甲局")),
        (of("甲局"), of("")),
    ],
)
def test_a_unit_that_mends_its_name_or_code_keeps_its_results(
    before: ExaminedBook, now: ExaminedBook, tmp_path: Path
) -> None:
    folder = laid(tmp_path, *OLD)
    assert handed_over(now, str(tmp_path), owner_of(before)) == now
    assert names(folder) == sorted(OLD)


def test_no_link_leads_to_results_of_another_unit(tmp_path: Path) -> None:
    laid(tmp_path, *OLD)
    links = UnitLinks(tmp_path, tmp_path, {"a.xlsm": owner_of(of("甲局"))})
    row = Standing("乙局", "", Arrival.CAME, book="a.xlsm", unit="乙局")
    assert links(row, "报告") is None
    assert links(row, "报送文件")
    assert links(Standing("甲局", "", Arrival.CAME, book="a.xlsm", unit="甲局"), "报告")
    assert is_owner(links.owners["a.xlsm"], "", "")  # a file that cannot be read: its letter


def test_after_two_names_are_exchanged_each_folder_has_the_results_of_one_unit(tmp_path: Path) -> None:
    folder, out = tmp_path / "上报", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    books = {}
    for number, name in enumerate("甲乙"):
        filling = Year(number, fiscal_only=True).filling("元")
        said = {**filling.entries, "单位.名称": f"{name}局（虚构）", "支出.合计": 1}
        books[name] = book_with(said, filling.groups)

    def reviewed(orders: Orders, **units: str) -> list[Standing]:
        for file, name in units.items():
            (folder / f"{file}.xlsm").write_bytes(books[name])
        with Store(out / FILE) as store:
            list(work_on(store, Here(), orders))
            assert OWNER + "A.xlsm" in store.made("") or not orders.out
            return standings(map(brief, store.heads()))

    whole = Orders(str(folder), str(out), sender=Sender("局"))
    assert {row.advice for row in reviewed(whole, A="甲", B="乙")} == {""}
    reviewed(Orders(str(folder)), A="乙", B="甲")  # nothing is written
    first, second = reviewed(whole, A="乙", B="甲")
    reports = [name for name in names(out / "结果") if "报告" in name]
    assert {("以前的" in name, name[0], name.split("/")[-1][:2]) for name in reports} == {
        (False, "A", "乙局"),
        (True, "A", "甲局"),
        (False, "B", "甲局"),
        (True, "B", "乙局"),
    }
    assert "“甲局（虚构）”的工作簿用的" in first.advice
    assert "“乙局（虚构）”的工作簿用的" in second.advice
