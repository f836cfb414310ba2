import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from jixiao.desk.examined import BookTrouble, ExaminedBook, PlainRecord
from jixiao.desk.examining import Orders
from jixiao.desk.last_review import ORDERS, as_before, days_before
from jixiao.desk.lateness import DAYS
from jixiao.desk.left_results import LAID, taken_away
from jixiao.desk.record_file import RecordUnwrittenError
from jixiao.desk.results_owner import OWNER, is_owner
from jixiao.desk.sealed import sealed
from jixiao.desk.store import FILE, Store
from jixiao.desk.worked_on_copies import SEEN, keep_worked_on
from jixiao.model.errors import UnusableInput

GOOD = ExaminedBook("甲/a.xlsx", "1", document={"findings": [], "unit_name": "甲局"})
OPEN = ExaminedBook("b.xlsx", "2", document={"findings": [{"outcome": "inconsistent", "severity": "error"}]})
BAD = ExaminedBook("c.xlsx", "3", trouble=BookTrouble.UNREADABLE, sentence="打不开。")


def test_what_came_of_workbooks_is_found_again_in_the_order_of_their_paths(tmp_path: Path) -> None:
    with Store(tmp_path / FILE) as store:
        store.keep([("s1", sealed(GOOD)), ("s2", sealed(OPEN)), ("s3", sealed(BAD))])
    with Store(tmp_path / FILE) as store:
        assert list(store.all()) == [OPEN, BAD, GOOD]
        assert store.codes() == {"b.xlsx": 1, "c.xlsx": 2, "甲/a.xlsx": 0}
        assert (store.stamp("b.xlsx"), store.stamp("d.xlsx")) == ("s2", "")
        before = store.state()
        store.forget_others(["b.xlsx"])
        assert list(store.all()) == [OPEN]
        assert store.state() != before


def test_without_figures_workbooks_are_otherwise_the_same(tmp_path: Path) -> None:
    full = replace(GOOD, saved="2026", remarks=("改过。",), figures=PlainRecord({"支出.合计": ("1", "0.01")}))
    with Store(tmp_path / FILE) as store:
        store.keep([("s1", sealed(full)), ("s3", sealed(BAD))])
        assert list(store.all()) == [BAD, full]
        assert list(store.heads()) == [BAD, replace(full, figures=PlainRecord())]
        store.remember("最早 b.xlsx", "2026")
        assert store.made("最早 ") == {"b.xlsx": "2026"}
        assert list(store.all([full.book, "没有的", BAD.book])) == [full, BAD]


def test_two_calls_at_a_time_and_a_file_of_somebody_else_are_told(tmp_path: Path) -> None:
    with Store(tmp_path / FILE), pytest.raises(UnusableInput, match="正在进行"):
        Store(tmp_path / FILE)
    with (
        Store(tmp_path / FILE),
        pytest.raises(UnusableInput, match="正在进行"),
    ):  # nor when it is there already
        Store(tmp_path / FILE)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / FILE).write_bytes(b"no database" * 100)
    with pytest.raises(UnusableInput, match="移走"):
        Store(tmp_path / "other" / FILE)


DAMAGES = (
    "UPDATE examined SET content = x'00' WHERE book = 'b.xlsx'",
    "UPDATE examined SET content = substr(content, 1, 20) WHERE book = 'b.xlsx'",
    "UPDATE examined SET content = NULL WHERE book = 'b.xlsx'",
    "UPDATE examined SET stamp = x'ff' WHERE book = 'b.xlsx'",
    "UPDATE examined SET code = 'zwei' WHERE book = 'b.xlsx'",
    "UPDATE examined SET book = NULL WHERE book = 'b.xlsx'",
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_row_is_as_if_its_workbook_had_not_been_examined(damage: str, tmp_path: Path) -> None:
    with Store(tmp_path / FILE) as store:
        store.keep([("s1", sealed(GOOD)), ("s2", sealed(OPEN))])
        store.remember("甲", "1")
    with closing(sqlite3.connect(tmp_path / FILE)) as base, base:
        base.execute(damage)
    with Store(tmp_path / FILE) as store:
        assert (store.stamp("b.xlsx"), store.has("b.xlsx"), store.owner("b.xlsx")) == ("", False, "")
        assert (list(store.all()), store.codes()) == ([GOOD], {GOOD.book: 0})
        assert store.made_from("甲") == "1"


def test_what_is_remembered_and_damaged_is_as_if_it_had_not_been_kept(tmp_path: Path) -> None:
    for damaged in ("{", '{"a.xlsm": "x"}', "[1]", "[" * 100_000):
        with Store(tmp_path / FILE) as store:
            store.keep([("s1", sealed(GOOD))])
            for name in (SEEN, LAID, ORDERS, DAYS, OWNER + GOOD.book):
                store.remember(name, damaged)
            store.keep_sheets({"单位情况": damaged.encode()})
            assert list(keep_worked_on(store, tmp_path)) == []
            assert (taken_away(store, tmp_path), days_before(store).first, store.sheets()) == ({}, None, {})
            assert as_before(store, tmp_path)[0] == Orders(str(tmp_path))
            assert is_owner(store.owner(GOOD.book), "乙局", "2")


def test_a_file_that_is_damaged_inside_is_told_in_a_sentence(tmp_path: Path) -> None:
    with Store(tmp_path / FILE) as store:
        store.keep((str(number), sealed(replace(GOOD, book=f"{number}.xlsx"))) for number in range(500))
    sound = (tmp_path / FILE).read_bytes()
    content = bytearray(sound)
    content[2 * 4096 : -4096] = bytes(len(content) - 3 * 4096)
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(
        UnusableInput, match="审核记录（不是审核记录，或已损坏）。请把它移走，再办理一次。"
    ) as told:
        Store(tmp_path / FILE)
    (tmp_path / FILE).write_bytes(sound)
    with Store(tmp_path / FILE) as store:  # the damaged one is closed, so that it can be moved away
        store.remember("甲", str(told))


USES = {
    "keep": lambda store: store.keep([("s", sealed(replace(GOOD, remarks=("x" * 10_000,) * 99)))]),
    "remember": lambda store: store.remember("甲", "x" * 100_000),
    "sheets": lambda store: store.keep_sheets({"甲": random.Random(1).randbytes(100_000)}),
    "forget": lambda store: store.forget_others([]),
}


@pytest.mark.parametrize("use", USES)
def test_a_record_that_cannot_be_written_any_more_is_told_in_a_sentence(use: str, tmp_path: Path) -> None:
    with Store(tmp_path / FILE) as store:
        store.keep([("s1", sealed(GOOD))])
        store._base._base.execute(
            "PRAGMA query_only = 1" if use in ("keep", "forget") else "PRAGMA max_page_count = 1"
        )
        with pytest.raises(RecordUnwrittenError, match="审核记录写不进去"):
            USES[use](store)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on what may be written")
def test_a_disk_without_room_is_no_fault_of_the_file(tmp_path: Path) -> None:
    program = (
        "import resource, sys; from pathlib import Path; from jixiao.desk.store import Store\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))\n"
        "try: Store(Path(sys.argv[1]))\n"
        "except OSError as error: sys.exit(error.strerror != '审核记录写不进去（磁盘空间不够）')\n"
        "sys.exit(3)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(tmp_path / FILE)], check=False).returncode == 0
