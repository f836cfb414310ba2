"""The whole of it, over a folder of few workbooks and over made results of many units."""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from crew_work import Here
from msgspec.structs import replace
from openpyxl import load_workbook
from volume import volume

from jixiao.desk.batch import work_on
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.examining import Examining, Item, Orders
from jixiao.desk.overview.overview import write_overview
from jixiao.desk.sealed import sealed
from jixiao.desk.standing import brief
from jixiao.desk.store import FILE as STORE
from jixiao.desk.store import Store
from jixiao.desk.summary.summary import FILE, write_summary
from jixiao.desk.units import standings
from jixiao.pack.loading import load_pack

TESTS = Path(__file__).parents[2]
SAMPLES = TESTS.parent / "samples"
PACK_TITLES = {one.data.id: one.data.title for one in load_pack().checks}
SHEETS = ["单位情况", "未报送", "问题", "按规则", "指标得分", "主要数据", "得分排名", "得分分布", "异常"]


@pytest.fixture(scope="module")
def sample() -> ExaminedBook:
    return Examining(Orders(str(SAMPLES)))([Item("leiyang-2022.xlsm")])[0].opened()


def units(sample: ExaminedBook, number: int) -> Iterator[ExaminedBook]:
    """Units of one kind with like figures; the last pays far more for each person."""
    chance = random.Random(1)
    for unit in range(number):
        public = (400_000 if unit < number - 1 else 9_000_000) + chance.randrange(50_000)
        fields = {**sample.figures.fields, "基本支出.公用经费": (str(public), "0.01")}
        document = {**(sample.document or {}), "unit_name": f"单位{unit}", "unit_code": ""}
        figures = replace(sample.figures, fields=fields)
        yield replace(sample, book=f"{unit:02}.xlsm", digest=str(unit), document=document, figures=figures)


def test_every_question_has_its_sheet_and_the_unit_that_stands_out_is_named(
    sample: ExaminedBook, tmp_path: Path
) -> None:
    with Store(tmp_path / STORE) as store:
        store.keep((str(number), sealed(one)) for number, one in enumerate(units(sample, 12)))
        rows = standings(map(brief, store.all()))
        done = write_summary(store, rows, tmp_path / "上报", tmp_path)
    book = load_workbook(done.paths[0])
    assert book.sheetnames == SHEETS
    pages = {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in book}
    odd = [row for row in pages["异常"] if row[1] == "单位11"]
    assert [row[2] for row in odd] == ["人均公用经费（元/人）"]
    assert [row[1] for row in pages["异常"][3:]] == ["单位11"]
    assert pages["按规则"][3:] == [
        ["BUD-03", 12, PACK_TITLES["BUD-03"]],
        ["FUND-02", 12, PACK_TITLES["FUND-02"]],
    ]
    figures = [row[9:12] for row in pages["问题"][3:] if row[4] == "FUND-02"]
    assert {round(one - other - gap, 9) for one, other, gap in figures} == {0}
    assert pages["单位情况"][3][8:11] == [1, 1, 0]
    offered = book["单位情况"].data_validations.dataValidation
    assert [(one.formula1, str(one.sqref)) for one in offered] == [
        ('"已退回,已重报,已通过,已封存"', "G4:G15")
    ]
    assert len(pages["问题"]) == 3 + 12 * len((sample.document or {})["findings"])
    assert [row[0] for row in pages["得分排名"][3:]] == [1] * 12
    assert pages["得分分布"][-1] == ["95～100分", 12]
    heads = pages["主要数据"][4]
    assert len(set(heads)) == len(heads)  # nobody can tell two columns apart that are called the same
    place = heads.index("本年支出合计（本年数）")
    said = [row[place] for row in pages["主要数据"][5:]]
    assert len(said) == 12
    assert pages["主要数据"][2][place] == pytest.approx(sum(said))
    assert not [
        head for head in heads if head and ("字数上限" in head or "汇总" in head or "行政编制" in head)
    ]


def test_a_summary_is_written_again_only_if_something_has_changed(tmp_path: Path) -> None:
    folder, out = tmp_path / "上报", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    shutil.copy(SAMPLES / "leiyang-2022.xlsm", folder)

    def summary() -> bytes:
        with Store(out / STORE) as store:
            list(work_on(store, Here(1), Orders(str(folder))))
            rows = standings(map(brief, store.all()))
            write_summary(store, rows, folder, out)
            write_overview(store, rows, folder, out)
        return (out / FILE).read_bytes()

    summary()
    (out / FILE).write_bytes((out / FILE).read_bytes() + b"\n")  # as the reviewer's saving changes it
    kept = summary()
    assert kept.endswith(b"\n")
    (out / FILE).write_bytes(kept[:500])
    (out / "总览.html").write_bytes(b"")
    assert len(summary()) > 500
    assert (out / "总览.html").stat().st_size
    book = load_workbook(out / FILE)
    book["单位情况"].delete_rows(4, 9)
    book.save(out / FILE)
    summary()
    assert load_workbook(out / FILE)["单位情况"]["R4"].value == "leiyang-2022.xlsm"
    (folder / "b.xlsx").write_bytes(b"")
    assert summary() != kept[:-1]


def test_a_summary_that_cannot_be_read_is_kept_under_another_name(
    sample: ExaminedBook, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_bytes(b"mine")
    with Store(tmp_path / STORE) as store:
        store.keep([("1", sealed(sample))])
        done = write_summary(store, standings(map(brief, store.all())), tmp_path, tmp_path)
    assert (tmp_path / "汇总（旧）.xlsx").read_bytes() == b"mine"
    assert "没有覆盖" in done.remarks[0]


@pytest.mark.volume
def test_what_is_written_of_ten_thousand_units_takes_no_more_memory_than_there_is(tmp_path: Path) -> None:
    command = [sys.executable, str(TESTS / "desk_store.py"), str(tmp_path), str(volume(10_000, 100))]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout)["peak_mb"] < volume(300, 125)
