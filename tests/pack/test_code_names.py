"""Names typed beside codes: what is said of another spelling, by how certain the list is of its own."""

from decimal import Decimal

import pytest

from jixiao.checks.confront import confront
from jixiao.model.filling import Filling
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.computed import record_of
from jixiao.pack.loading import DEFAULT, load_pack
from jixiao.pack.pack import Pack

OVERALL = load_pack(DEFAULT)
ACCOUNTS = load_pack("department-final-accounts")
FORMS = pytest.mark.parametrize(
    ("pack", "table"),
    [(OVERALL, "功能分类"), (ACCOUNTS, "收入决算"), (ACCOUNTS, "支出决算")],
    ids=["overall", "income", "expenditure"],
)
Row = tuple[str, str]  # code and typed name; an empty one is filled in from the list


def told(pack: Pack, year: int, tables: dict[str, Row], own: Row | None = None) -> list[str]:
    """The severities of what is said of names, where each table has one row."""
    rows = {**tables, **({"自有科目": own} if own else {})}
    groups = {
        table: (Filling({f"{table}.编码": code, f"{table}.名称": name} if name else {f"{table}.编码": code}),)
        for table, (code, name) in rows.items()
    }
    record = record_of(Filling({"单位.年度": Decimal(year)}, groups), pack)
    verdicts = confront(record, pack.checks, pack.vocabulary, pack.names_of_codes)
    return [
        verdict.check.data.severity
        for verdict in verdicts
        if verdict.outcome is Outcome.INCONSISTENT and ".名称" in verdict.check.data.relation
    ]


@FORMS
@pytest.mark.parametrize(
    "row",
    [
        ("20103", "政府办公厅(室)及相关机构事务"),  # half-width brackets, checked
        ("2100601", "中医(民族医) 药专项"),  # the same and a blank, unchecked
        ("2089999", "其他社会保障和就业支出"),
        ("2080899", "其他优抚支出"),
    ],
)
def test_width_and_blanks_make_no_other_name(pack: Pack, table: str, row: Row):
    assert told(pack, 2023, {table: row}) == []


@FORMS
@pytest.mark.parametrize(
    ("year", "row"),
    [
        (2023, ("2089999", "其他社会保障和就业")),  # checked in the year
        (2023, ("2013899", "其他市场监督管理事务支出")),  # the list has it without 支出
        (2021, ("2089999", "其他社会保障和就业")),  # checked in other years
        (2023, ("2080899", "其他优抚")),  # unchecked
        (2023, ("2080803", "在乡复员，退伍军人生活补助")),
        (2022, ("21305", "巩固脱贫衔接乡村振兴")),  # its name in earlier books
    ],
)
def test_a_name_spelt_a_little_otherwise_is_at_most_a_note(pack: Pack, table: str, year: int, row: Row):
    assert told(pack, year, {table: row}) == [Severity.NOTE]
    assert told(pack, year, {table: row}, own=row) == []


@FORMS
@pytest.mark.parametrize(
    ("year", "severity", "left"), [(2023, Severity.ERROR, [Severity.WARNING]), (2021, Severity.WARNING, [])]
)
def test_another_name_of_a_checked_code_is_closed_by_the_units_own_codes(
    pack: Pack, table: str, year: int, severity: Severity, left: list[Severity]
):
    row = ("2089999", "离退休人员管理机构")
    assert told(pack, year, {table: row}) == [severity]
    assert told(pack, year, {table: row}, own=row) == left  # a warning, to be explained


@pytest.mark.parametrize(
    ("income", "expenditure"), [("旧的名称", ""), ("", "旧的名称"), ("旧的名称", "其他优抚支出")]
)
def test_a_name_that_may_be_filled_in_from_an_unchecked_entry_contradicts_no_typed_one(
    income: str, expenditure: str
):
    rows = {"收入决算": ("2080899", income), "支出决算": ("2080899", expenditure)}
    assert told(ACCOUNTS, 2023, rows) == [Severity.NOTE]


def test_nor_does_one_filled_in_from_an_entry_of_other_years():
    rows = {"收入决算": ("2080505", "旧的名称"), "支出决算": ("2080505", "")}
    assert told(ACCOUNTS, 2021, rows) == [Severity.WARNING]


@pytest.mark.parametrize("code", ["2080899", "2089797"])
def test_two_typed_names_of_one_code_that_are_both_not_the_lists_are_an_error(code: str):
    rows = {"收入决算": (code, "某项"), "支出决算": (code, "另一项")}
    assert Severity.ERROR in told(ACCOUNTS, 2023, rows)
