import zipfile
from pathlib import Path

import pytest
from workbook.books import silent

from jixiao.desk.examining import Examining, Item, Orders
from jixiao.desk.saved_moment import last_saved
from jixiao.desk.standing import brief
from jixiao.desk.store import FILE, Store
from jixiao.desk.units import standings
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack
from jixiao.workbook.file.source import open_package
from jixiao.workbook.written.build import build_workbook

SAMPLE = Path(__file__).parents[2] / "samples" / "training-project-2024.xlsm"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2025-03-31T23:00:00Z", "2025-04-01T07:00:00"),  # in China the deadline has passed
        ("2025-03-31T23:00:00+08:00", "2025-03-31T23:00:00"),
        ("2025-03-31T23:00:00", "2025-03-31T23:00:00"),
        ("昨天", ""),
    ],
)
def test_when_a_file_was_saved_is_told_by_the_clocks_of_china(
    written: str, shown: str, tmp_path: Path
) -> None:
    with zipfile.ZipFile(SAMPLE) as sample, zipfile.ZipFile(tmp_path / "a.xlsm", "w") as book:
        for name in sample.namelist():
            content = sample.read(name)
            if name == "docProps/core.xml":
                begin = content.index(b">", content.index(b"<dcterms:modified")) + 1
                content = content[:begin] + written.encode() + content[content.index(b"</dcterms:modified") :]
            book.writestr(name, content)
    assert last_saved(open_package(tmp_path / "a.xlsm")) == shown


def test_a_workbook_of_a_project_says_which_one_in_the_list_of_units(tmp_path: Path) -> None:
    pack = silent(load_pack("project-self-evaluation"))
    said = Filling({"单位.名称": "甲局", "项目.名称": "培训"})
    (tmp_path / "a.xlsx").write_bytes(build_workbook(pack, pack.framework(pack.form.framework), said))
    with Store(tmp_path / FILE) as store:
        store.keep(("1", one) for one in Examining(Orders(str(tmp_path)))([Item("a.xlsx")]))
        (row,) = standings(map(brief, store.heads()))
    assert (row.name, row.unit) == ("甲局（培训）", "甲局")
