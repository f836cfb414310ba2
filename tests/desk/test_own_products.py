from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook

from jixiao.desk.examined import BookTrouble
from jixiao.desk.examining import Examining, Item, Orders
from jixiao.desk.own_products import saved_product
from jixiao.desk.standing import brief
from jixiao.desk.units import standings


def test_a_table_of_ours_among_the_units_files_is_told_and_no_unit(tmp_path: Path) -> None:
    (tmp_path / "某局.xlsx").write_bytes(saved_product(Workbook()))
    (found,) = Examining(Orders(str(tmp_path)))([Item("某局.xlsx")])
    assert (found.trouble, found.code) == (BookTrouble.PRODUCT, 0)
    assert found.sentence.startswith("“某局.xlsx”是本工具生成的表")
    assert standings([brief(found)]) == []


def test_a_table_of_ours_does_not_tell_when_it_was_made() -> None:
    with ZipFile(BytesIO(saved_product(Workbook()))) as made:
        assert b">1980-01-01T00:00:00Z</dcterms:modified>" in made.read("docProps/core.xml")
        assert {info.date_time for info in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
