"""From a folder to the checked workbook of the sum."""

from concurrent.futures import ProcessPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from balanced import Year
from crew_work import Here
from openpyxl import load_workbook
from workbook.books import book_with, silent

from jixiao.desk.batch import work_on
from jixiao.desk.crew import Processes
from jixiao.desk.examining import Orders
from jixiao.desk.last_review import as_before, days_before
from jixiao.desk.lateness import Deadlines
from jixiao.desk.review import ReviewOrder, reviewing
from jixiao.desk.rollup.named_rows import read_rows
from jixiao.desk.rollup.rolling_up import RolledUp, RollupOrder, roll_up
from jixiao.desk.rollup.sum_files import check_out
from jixiao.desk.roster import Listed, Roster
from jixiao.desk.standing import Arrival, Standing, brief
from jixiao.desk.store import FILE, Store
from jixiao.desk.units import standings
from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Filling
from jixiao.model.outcome import Severity
from jixiao.pack.framework import Framework
from jixiao.pack.loading import DEFAULT, load_pack, pack_names
from jixiao.pack.pack import Pack
from jixiao.pipeline import inspect
from jixiao.workbook.written.build import build_workbook

NUMBER = 3


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("上报")
    for number in range(NUMBER):
        filling = Year(number, fiscal_only=True).filling("万元" if number else "元")
        named = {**filling.entries, "单位.名称": f"某县第{number}所（虚构）"}
        (folder / f"{number}.xlsm").write_bytes(book_with(named, filling.groups))
    return folder


@pytest.fixture
def silent_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sums are made without live sheets, which takes a quarter of the time."""

    def build(pack: Pack, framework: Framework | None, filling: Filling) -> bytes:
        return build_workbook(silent(pack), framework, filling)

    monkeypatch.setattr("jixiao.desk.rollup.rolled_workbook.build_workbook", build)


def rolled_up(folder: Path, wanted: RollupOrder, roster: Roster | None = None) -> RolledUp:
    with Store(folder / FILE) as store:
        list(work_on(store, Here(), Orders(str(folder))))
        return roll_up(store, standings(map(brief, store.all()), roster), roster, wanted)


def test_the_sum_is_a_workbook_whose_figures_hold_as_far_as_its_parts_do(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "全部.xlsm"
    done = rolled_up(folder, RollupOrder(out, "某县（虚构）"))
    assert done.lost == ()
    whole = inspect(out)
    parts = [inspect(file).record.fields for file in sorted(folder.glob("*.xlsm"))]
    for term in ("收入.合计", "功能分类合计.基本支出", "年末资产.总额", "实有数.合计"):
        assert whole.record.fields[term].number == sum(one[term].number for one in parts), term
    total = whole.record.fields["支出.合计"]
    assert (whole.reading.unit.name, total.quantum) == ("万元", Decimal("0.01") * 10_000 * (NUMBER - 1))
    broken = [
        one
        for one in whole.findings
        if one.severity is Severity.ERROR and not one.id.startswith(("BLANK", "READ"))
    ]
    assert [one.message for one in broken] == []
    pages = load_workbook(done.account)
    assert pages.sheetnames == ["汇总抵销", "人数汇总", "抵销明细", "计入的单位"]
    for name in ("汇总抵销", "人数汇总"):
        assert {row[5].value for row in pages[name].iter_rows(min_row=4)} == {0}


@pytest.mark.usefixtures("silent_sums")
def test_the_departments_own_workbook_is_held_against_the_sum(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "本部门.xlsm"
    rolled_up(folder, RollupOrder(own))
    assert rolled_up(folder, RollupOrder(tmp_path / "a.xlsm", against=own)).differences == ()
    few = tmp_path / "少一家"
    few.mkdir()
    for file in sorted(folder.glob("*.xlsm"))[1:]:
        (few / file.name).write_bytes(file.read_bytes())
    differing = rolled_up(few, RollupOrder(tmp_path / "b.xlsm", against=own)).differences or ()
    assert len(differing) > 20
    assert "“" in differing[0].where
    less = rolled_up(folder, RollupOrder(tmp_path / "c.xlsm", against=tmp_path / "b.xlsm")).differences or ()
    assert {one.suspected for one in less if one.term in ("收入.合计", "支出.合计")} == {
        "“某县第0所（虚构）”可能没有算进去"
    }


def test_nothing_is_overwritten_and_unknown_tables_are_told(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "全部.xlsm"
    out.write_bytes(b"mine")
    with pytest.raises(UnusableInput, match="已经存在"):
        rolled_up(folder, RollupOrder(out))
    assert out.read_bytes() == b"mine"
    with pytest.raises(UnusableInput, match="部门“乙局”不认识，汇总的部门是：汇总。"):
        rolled_up(folder, RollupOrder(tmp_path / "b.xlsm", rows=read_rows(["乙局:功能分类=1"])))
    with pytest.raises(UnusableInput, match="不认识"):
        rolled_up(folder, RollupOrder(tmp_path / "b.xlsm", rows=read_rows(["收入=1"])))


def test_where_a_sum_cannot_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    check_out(tmp_path / "全部.xlsm")
    (tmp_path / "在.xlsm").write_bytes(b"")
    places = {"全部.xlsx": "xlsm 结尾", "没有/全部.xlsm": "没有“", "在.xlsm": "已经存在"}
    for name, words in places.items():
        with pytest.raises(UnusableInput, match=words):
            check_out(tmp_path / name)


def test_two_departments_of_one_name_and_a_workbook_of_another_year_or_form_are_told(
    folder: Path, tmp_path: Path
) -> None:
    names = [f"某县第{number}所（虚构）" for number in range(2)]
    offices = (Listed("总部", "1", row=2), Listed("总部", "2", row=3))
    units = tuple(Listed(name, "", str(number), row=3 + number) for number, name in enumerate(names, 1))
    with pytest.raises(UnusableInput, match="2 个上级单位都叫“总部”"):
        rolled_up(folder, RollupOrder(tmp_path / "全部.xlsm"), Roster((*offices, *units)))
    own = tmp_path / "本部门.xlsm"
    filling = Year(0, fiscal_only=True).filling("元")
    own.write_bytes(book_with({**filling.entries, "单位.年度": Decimal(2031)}, filling.groups))
    with pytest.raises(UnusableInput, match="填的是 2031 年"):
        rolled_up(folder, RollupOrder(tmp_path / "全部.xlsm", against=own))
    other = load_pack("project-self-evaluation")
    own.write_bytes(build_workbook(silent(other), other.framework(other.form.framework)))
    with pytest.raises(UnusableInput, match=r"是“项目支出.+请用 --against 给出部门自己的"):
        rolled_up(folder, RollupOrder(tmp_path / "全部.xlsm", against=own))
    assert list(tmp_path.iterdir()) == [own]


def test_forms_that_do_not_add_up_say_why(tmp_path: Path) -> None:
    for name in pack_names():
        row = Standing("甲局", "", Arrival.CAME, book="a.xlsm", form=name)
        if name != DEFAULT:
            with Store(tmp_path / FILE) as store, pytest.raises(UnusableInput, match=r"不能汇总：.+。"):
                roll_up(store, [row], None, RollupOrder(tmp_path / "全部.xlsm"))


@pytest.mark.usefixtures("silent_sums")
def test_other_forms_in_the_folder_are_told_once_and_do_not_count(folder: Path, tmp_path: Path) -> None:
    with Store(folder / FILE) as store:
        list(work_on(store, Here(), Orders(str(folder))))
        others = [
            Standing(f"甲局（{name}）", "", Arrival.CAME, book=f"{name}.xlsm", form="project-self-evaluation")
            for name in "一二三四五"
        ]
        rows = [*standings(map(brief, store.all())), *others]
        strange = Roster((), ("名册第2行看不懂。",))
        done = roll_up(store, rows, strange, RollupOrder(tmp_path / "全部.xlsm"))
    assert strange.remarks[0] in done.remarks
    assert "另有 5 本是“项目支出绩效自评标准工作簿”，没有计入汇总。" in done.remarks
    assert done.level.units == NUMBER
    counted = [row[3].value for row in load_workbook(done.account)["计入的单位"].iter_rows(min_row=3)]
    assert counted == ["是"] * NUMBER + ["否"] * 5


def test_after_a_review_with_rules_nothing_is_looked_at_anew(folder: Path, tmp_path: Path) -> None:
    rules = tmp_path / "规则.toml"
    rule = "id = '自-1'\ntitle = '题'\nrelation = '收入.合计 >= 0'\nseverity = 'warning'"
    basis = "basis = { document = '文件', clause = '条款' }"
    rules.write_text(f"[[check]]\n{rule}\n{basis}\n", encoding="utf-8")
    (tmp_path / "上报").mkdir()
    (tmp_path / "上报" / "坏.xlsm").write_bytes(b"x")
    days = {"deadline": date(2025, 3, 31), "reply_by": date(2025, 3, 20)}
    wanted = ReviewOrder(Orders(str(tmp_path / "上报"), rules=(str(rules),)), tmp_path / "out", **days)
    said: list[str] = []
    reviewing(wanted).run(Processes(1), lambda step, examined: None, said.append)
    assert ["2025-03-20 早于报送期限" in one for one in said] == [True]
    with Store(tmp_path / "out" / FILE) as store:
        orders, beside = as_before(store, tmp_path / "上报")
        assert orders.rules == (str(rules),)
        assert days_before(store) == Deadlines(wanted.deadline, wanted.reply_by)
        before = store.state()
        list(work_on(store, NoCrew(), orders, beside))
        assert store.state() == before


class NoCrew(Processes):
    """Nobody who could work."""

    def open(self) -> ProcessPoolExecutor:
        nobody = super().open()
        nobody.shutdown()
        return nobody
