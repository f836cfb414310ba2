import sys
from collections.abc import Iterator
from decimal import Decimal

import pytest
from msgspec.structs import replace

from jixiao.desk.examined import ExaminedBook, PlainRecord
from jixiao.desk.rollup.adding import Adding
from jixiao.desk.rollup.against import proof
from jixiao.desk.rollup.levels import SummedLevel, UnitFigures, books_of, levels_of
from jixiao.desk.rollup.members_said import told_apart
from jixiao.desk.rollup.named_rows import NamedRows
from jixiao.desk.rollup.proof_sheets import proof_sheets
from jixiao.desk.rollup.rolled_workbook import _of_its_own
from jixiao.desk.rollup.total import Total
from jixiao.desk.roster import Listed, Roster
from jixiao.desk.standing import Arrival, Standing
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import load_pack
from jixiao.pack.rollup_file import load_rollup

PACK = load_pack()
TREE = Roster(
    (
        Listed("某县", "0", row=2),
        Listed("甲局", "01", "0", row=3),
        Listed("甲局一所", "0101", "甲局", row=4),
        Listed("乙局", "02", "某县", row=5),
        Listed("丙局", "03", "0", row=6),
        Listed("丙局一所", "0301", "03", row=7),
    )
)


def book(name: str, unit: Listed | None = None, *, rounded: bool = False, **figures: int) -> UnitFigures:
    terms = {
        "income": "收入.合计",
        "received": "收入.上级补助",
        "spent": "支出.合计",
        "paid": "支出.对附属单位补助",
    }
    total = Total({terms[what]: Decimal(value) for what, value in figures.items()})
    return UnitFigures(Standing(name, "", Arrival.CAME, listed=unit, book=f"{name}.xlsm"), total, rounded)


def level(books: list[UnitFigures], roster: Roster | None) -> SummedLevel:
    return levels_of("全部", books, roster, Adding(PACK, load_rollup(PACK), []), NamedRows())


BOOKS = [
    book("甲局", TREE.units[1], income=100, spent=90, paid=20, rounded=True),
    book("甲局一所", TREE.units[2], income=50, received=20, spent=45),
    book("乙局", TREE.units[3], income=7, received=3, spent=6),
]


def test_each_department_is_the_sum_of_its_units_and_transfers_end_at_its_border() -> None:
    top = level(BOOKS, TREE)
    assert [one.name for one in top.walk()] == ["某县", "甲局"]
    department = top.below[0]
    assert [member.name for member in department.members] == ["甲局（本级）", "甲局一所"]
    assert (department.total.figures["收入.合计"], department.before.figures["收入.合计"]) == (130, 150)
    assert (top.total.figures["收入.合计"], top.total.figures["收入.上级补助"]) == (137, 3)
    assert (top.units, top.rounded, department.units) == (3, 1, 2)


def test_nothing_is_lost_between_the_units_and_the_sum() -> None:
    units = [(one.standing.name, one.total) for one in BOOKS]
    proven = {term.name: numbers for term, *numbers in proof(level(BOOKS, TREE), units, PACK.vocabulary)}
    assert proven["收入.合计"] == [157, 20, 137]
    assert all(whole == taken + rest for whole, taken, rest in proven.values())


def test_without_a_roster_and_with_strangers_all_are_one_department() -> None:
    unlisted = [replace(one, standing=replace(one.standing, listed=None)) for one in BOOKS]
    assert level(unlisted, None).total.figures["收入.合计"] == 137
    stranger = book("外来", None, income=1)
    top = level([*BOOKS, stranger], TREE)
    assert (top.name, top.units, [one.name for one in top.walk()]) == ("某县", 4, ["某县", "甲局"])
    paid = book("外来", None, received=5)
    department = level([*BOOKS[:2], paid], Roster(TREE.units[1:3]))
    assert [one.taken for one in department.eliminated] == [20]  # what a stranger received is not counted
    assert department.total.figures["收入.上级补助"] == 5


def test_a_unit_above_itself_is_told() -> None:
    circle = Roster((Listed("甲", "1", "2", row=2), Listed("乙", "2", "1", row=3)))
    assert len(circle.circles) == 2
    with pytest.raises(UnusableInput, match="成了自己的上级"):
        level([], circle)


def test_between_departments_nothing_is_taken_out() -> None:
    area = level(
        [
            *BOOKS[:2],
            book("乙局", TREE.units[3], income=7, received=3, paid=2, spent=6),
            book("丙局", TREE.units[4], income=9, paid=5, spent=8),
        ],
        TREE,
    )
    assert area.eliminated == ()
    assert (area.total.figures["收入.上级补助"], area.total.figures["支出.对附属单位补助"]) == (3, 7)


def test_what_a_unit_pays_to_its_own_units_is_none_of_its_departments_transfers() -> None:
    unit = book("甲局一所", TREE.units[2], income=50, received=20, spent=45, paid=9)
    department = level([BOOKS[0], unit], TREE).below[0]
    (one,) = (found for found in department.eliminated if found.label == "对附属单位补助")
    assert (one.taken, one.paid, one.received) == (20, {"甲局（本级）": 20}, {"甲局一所": 20})
    assert department.total.figures["支出.对附属单位补助"] == 9


def test_a_department_whose_office_has_not_reported_is_told_and_an_area_is_not() -> None:
    top = level(BOOKS[1:], TREE)
    assert [(one.name, one.officeless) for one in top.walk()] == [("某县", True), ("甲局", True)]
    area = replace(TREE.units[0], due=False)
    top = level(BOOKS[1:], Roster((area, *TREE.units[1:])))
    assert [(one.name, one.officeless) for one in top.walk()] == [("某县", False), ("甲局", True)]


def test_the_office_may_have_a_row_of_its_own() -> None:
    rows = (
        Listed("甲局", "01", row=2),
        Listed("甲局本级", "0100", "甲局", row=3),
        Listed("一所", "0101", "甲局", row=4),
    )
    roster = Roster(rows)
    assert [roster.is_due(one) for one in rows] == [False, True, True]
    top = level([book("甲局本级", rows[1], paid=20), book("一所", rows[2], received=20)], roster)
    assert [(one.label, one.taken) for one in top.eliminated] == [("对附属单位补助", 20)]
    assert [member.name for member in top.members] == ["甲局（本级）", "一所"]


def test_each_department_has_its_three_columns() -> None:
    area = level(BOOKS, TREE)
    units = [(one.standing.name, one.total) for one in BOOKS]
    (page,) = (one for one in proof_sheets(area, units, PACK) if one.name == "各部门")
    rows = {(row[0], row[3]): row[4:7] for row in page.rows}
    assert rows[("甲局", "本年收入合计（本年数）")] == [150, 20, 130]
    assert rows[("甲局", "上级补助收入（本年数）")] == [20, 20, 0]
    assert rows[("某县", "本年收入合计（本年数）")] == [137, 0, 137]
    assert rows[("某县：直接计入、没有下级的单位", "本年收入合计（本年数）")] == [7, 0, 7]  # 137 = 130 + 7


def test_a_department_does_not_stand_above_itself() -> None:
    above = {"单位.主管部门": "甲局", "单位.会计制度": "政府会计制度"}
    units = [replace(one, figures=replace(one.total, texts=above)) for one in BOOKS[:2]]
    department = level(units, TREE).below[0]
    assert department.total.texts == above
    assert _of_its_own(department).texts == {"单位.会计制度": "政府会计制度"}


def test_a_name_that_is_given_stands_at_what_is_eliminated_too() -> None:
    named = level(BOOKS, Roster(TREE.units[1:3])).called("某部门")
    assert {named.name, *(one.department for one in named.eliminated)} == {"某部门"}
    assert named.eliminated


def test_a_sum_that_is_added_up_has_the_rounding_of_its_units() -> None:
    adding = Adding(PACK, load_rollup(PACK), [])
    for unit, summed, number in (("万元", "3", 3), ("万元", "", 1), ("元", "", 0)):
        fields = {"单位.汇总户数": (summed, "1")} if summed else {}
        one = ExaminedBook("a.xlsm", "", document={"unit": unit}, figures=PlainRecord(fields))
        assert [found.rounded for found in books_of([(Standing("甲", "", Arrival.CAME), one)], adding)] == [
            number
        ]


@pytest.mark.parametrize(
    ("codes", "names"),
    [("12", ["小学（1）", "小学（2）"]), ("11", ["小学（0.xlsm）", "小学（1.xlsm）"])],
)
def test_units_of_one_name_are_told_apart(codes: str, names: list[str]) -> None:
    rows = [Standing("小学", code, Arrival.CAME, book=f"{n}.xlsm") for n, code in enumerate(codes)]
    other = Standing("中学", "3", Arrival.CAME)
    assert [row.name for row in told_apart([*rows, other])] == [*names, "中学"]


def test_a_workbook_that_was_added_is_let_go() -> None:
    held = []

    def read() -> Iterator[tuple[Standing, ExaminedBook]]:
        last = None
        for number in range(4):
            one = ExaminedBook(f"{number}.xlsm", "")
            yield Standing(str(number), "", Arrival.CAME), one
            held.append(sys.getrefcount(last) if last else 0)
            last = one

    assert len(books_of(read(), Adding(PACK, load_rollup(PACK), []))) == 4
    assert held[1:] == [2] * 3  # its name here, and the question
