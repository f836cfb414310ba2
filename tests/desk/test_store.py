import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from jixiao.desk.examined import BookTrouble, ExaminedBook, PlainRecord
from jixiao.desk.sealed import sealed
from jixiao.desk.store import FILE, Store
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
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / FILE).write_bytes(b"no database" * 100)
    with pytest.raises(UnusableInput, match="移走"):
        Store(tmp_path / "other" / FILE)


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
