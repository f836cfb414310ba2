"""What is written anew by each call is looked at first: somebody may have worked on it."""

from collections.abc import Sequence
from pathlib import Path

from jixiao.desk.overview.overview import FILE, write_overview
from jixiao.desk.own_files import WRITTEN, OwnFiles
from jixiao.desk.remarks import FILE as REMARKS
from jixiao.desk.remarks import Remarks
from jixiao.desk.standing import Arrival, Standing
from jixiao.desk.store import FILE as STORE
from jixiao.desk.store import Store
from jixiao.desk.summary.sheet import SummaryColumn, SummarySheet
from jixiao.desk.summary.writing import write_sheets


def rest(out: Path, rows: int) -> list[str]:
    """A table of which one row has room in the workbook."""
    sheet = SummarySheet("表", "表", (SummaryColumn("单位"),), [[str(row)] for row in range(rows)])
    with Store(out / STORE) as store:
        files = OwnFiles(store)
        write_sheets(out / "a.xlsx", [sheet], last_row=4, beside=files.put)
        return files.remarks


def test_a_table_that_goes_on_beside_the_summary_is_kept_if_somebody_has_worked_on_it(tmp_path: Path) -> None:
    file, kept = tmp_path / "a-表-续1.csv", tmp_path / "a-表-续1（手工修改1）.csv"
    assert rest(tmp_path, 3) == rest(tmp_path, 4) == rest(tmp_path, 4) == []
    file.write_bytes(b"mine")
    (said,) = rest(tmp_path, 5)
    assert said == f"原来的“{file.name}”改动过，或不是由本程序生成，没有覆盖，已改名为“{kept.name}”。"
    assert (kept.read_bytes(), file.exists()) == (b"mine", True)
    file.write_bytes(b"")  # nothing is lost with it
    assert rest(tmp_path, 5) == []
    file.write_bytes(b"mine, too")
    assert len(rest(tmp_path, 1)) == 1  # nothing goes on
    assert (file.exists(), len(list(tmp_path.glob("*手工修改*")))) == (False, 2)
    rest(tmp_path, 5)
    assert rest(tmp_path, 1) == []
    assert not file.exists()


def test_a_call_that_is_killed_while_it_writes_leaves_nothing_that_is_called_changed(tmp_path: Path) -> None:
    file = tmp_path / "总览.html"
    with Store(tmp_path / STORE) as store:
        OwnFiles(store).put(file, b"1")
        store.remember(WRITTEN + file.name, store.made_from(WRITTEN + file.name) + " another")
        assert list(OwnFiles(store).kept(file)) == []


def overview(out: Path, *names: str) -> Sequence[str]:
    rows = [Standing(name, "", Arrival.MISSING) for name in names]
    with Store(out / STORE) as store:
        return write_overview(store, rows, out, out)


def test_an_overview_that_somebody_has_worked_on_is_kept_beside_the_next(tmp_path: Path) -> None:
    file = tmp_path / FILE
    assert not [*overview(tmp_path, "甲局"), *overview(tmp_path, "甲局"), *overview(tmp_path, "乙局")]
    file.write_bytes(file.read_bytes() + b"<!-- mine -->")
    (said,) = overview(tmp_path, "乙局")
    assert "已改名为“总览（手工修改1）.html”" in said
    assert (tmp_path / "总览（手工修改1）.html").read_bytes().endswith(b"<!-- mine -->")
    assert not overview(tmp_path, "丙局")


def test_remarks_that_somebody_has_written_beside_are_kept_and_it_is_told(tmp_path: Path) -> None:
    file = tmp_path / REMARKS

    def keep(*sentences: str) -> str:
        remarks = Remarks(tmp_path, lambda sentence: None)
        remarks.all(sentences)
        with Store(tmp_path / STORE) as store:
            remarks.keep(OwnFiles(store))
        return file.read_text(encoding="utf-8-sig") if file.exists() else ""

    assert (keep("请核对。"), keep()) == ("请核对。\n", "")
    keep("请核对。")
    file.write_bytes(file.read_bytes() + b"x")
    assert "已改名为“办理提示（手工修改1）.txt”" in keep()
