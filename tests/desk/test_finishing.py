"""What stands in the way of a workbook's results is the reviewer's to mend: no unit is blamed, all count."""

import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from jixiao.desk.examined import BookTrouble, ExaminedBook
from jixiao.desk.examining import Examining, Item, Orders
from jixiao.desk.letters.sender import Sender
from jixiao.desk.sealed import SealedBook
from jixiao.desk.standing import Arrival, brief
from jixiao.desk.units import standings

SAMPLE = Path(__file__).parents[2] / "samples" / "leiyang-2022.xlsm"
NAME = "a.xlsm"


@pytest.fixture
def orders(tmp_path: Path) -> Orders:
    (tmp_path / "上报").mkdir()
    shutil.copy(SAMPLE, tmp_path / "上报" / NAME)
    return Orders(str(tmp_path / "上报"), str(tmp_path / "out"), sender=Sender())


def template(tmp_path: Path, tag: str) -> str:
    document = Document()
    document.add_paragraph(tag)
    document.save(tmp_path / "own.docx")
    return str(tmp_path / "own.docx")


def examined(orders: Orders, last_year: str = "") -> SealedBook:
    (one,) = Examining(orders)([Item(NAME, last_year)])
    return one


def counts(one: ExaminedBook) -> bool:
    (row,) = standings([brief(one)])
    return row.arrival is Arrival.CAME and one.unwritten in row.advice


def letters(orders: Orders) -> list[str]:
    return sorted(path.name for path in Path(orders.out).rglob("*.docx"))


def test_results_that_have_no_place_are_the_reviewers_matter(orders: Orders) -> None:
    (Path(orders.out) / "结果").mkdir(parents=True)
    (Path(orders.out) / "结果" / "a").touch()
    one = examined(orders)
    assert (one.trouble, one.code) == (BookTrouble.NOT_WRITTEN, 2)
    assert one.sentence.startswith("“a.xlsm”已经审核，照常计入；结果没有写成，下次办理时再写：“")
    assert counts(one.opened())
    (Path(orders.out) / "结果" / "a").unlink()
    again = examined(orders)
    assert (again.trouble, again.code) == (None, 1)
    assert "退回修改通知.docx" in letters(orders)


def test_a_report_template_that_one_unit_breaks_is_no_wrong_form(orders: Orders, tmp_path: Path) -> None:
    tag = "{{ 收入.合计 / (收入.合计 - 收入.合计) }}"
    one = examined(Orders(orders.folder, orders.out, template(tmp_path, tag), sender=orders.sender))
    assert one.trouble is BookTrouble.NOT_WRITTEN
    assert "own.docx" in one.sentence
    assert counts(one.opened())
    assert letters(orders) == []


def test_a_letter_template_that_one_unit_breaks_leaves_the_results(orders: Orders, tmp_path: Path) -> None:
    sender = Sender(template=template(tmp_path, "{{ 1 / (错误数 - 错误数) }}"))
    one = examined(Orders(orders.folder, orders.out, sender=sender))
    assert "；通知没有写成，下次办理时再写：通知模板“own.docx”用不了" in one.sentence
    assert one.opened().said("written")
    assert counts(one.opened())


def test_what_is_given_with_a_workbook_is_not_the_fault_of_its_unit(orders: Orders, tmp_path: Path) -> None:
    (tmp_path / "上年.xlsm").write_bytes(b"PK")
    one = examined(orders, str(tmp_path / "上年.xlsm"))
    assert one.trouble is BookTrouble.NOT_WRITTEN
    assert "上年.xlsm" in one.sentence
    assert counts(one.opened())


def test_another_form_is_still_one_whatever_is_given_with_it(orders: Orders, tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "别的表"
    book.save(Path(orders.folder) / NAME)
    (tmp_path / "上年.xlsm").write_bytes(b"PK")
    assert examined(orders, str(tmp_path / "上年.xlsm")).trouble is BookTrouble.OTHER_FORM
