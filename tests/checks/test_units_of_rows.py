"""A row typed in 万元 among 元, or the other way round: a note, and none about right small figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from balanced import Year, record_of
from msgspec.structs import replace
from profiles import profile

from jixiao.checks.confront import confront
from jixiao.model.filling import Filling
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.loading import load_pack

PACK = load_pack()
CHECKS = tuple(check for check in PACK.checks if check.data.id.startswith("UNIT-03"))
PARTS = tuple(check for check in PACK.checks if check.data.id.startswith("UNIT-04"))
ITEMS = tuple(check.data.id.rpartition("-")[2] for check in CHECKS)
COLUMNS = ("上年决算", "本年预算", "本年决算", "上年末资产", "年末资产")
CENT = Decimal("0.01")


def told(filling: Filling) -> list[str]:
    record = record_of(filling, str(filling.entries["单位.金额单位"]))
    verdicts = confront(record, (*CHECKS, *PARTS), PACK.vocabulary, PACK.names_of_codes)
    return [
        v.check.data.id.rpartition("-")[2]
        for v in verdicts
        if v.outcome not in (Outcome.PASSED, Outcome.NOT_CHECKED)
    ]


def scaled(filling: Filling, item: str, factor: str) -> Filling:
    row = {f"{column}.{item}" for column in COLUMNS} & filling.entries.keys()
    wrong = {name: (Decimal(filling.entries[name]) * Decimal(factor)).quantize(CENT) for name in row}
    return replace(filling, entries={**filling.entries, **wrong})


def positive(filling: Filling, item: str) -> bool:
    return any(Decimal(filling.entries.get(f"{column}.{item}") or 0) > 0 for column in COLUMNS)


BOOKS = {
    **{f"year-{seed}": Year(seed).filling("元") for seed in range(20)},
    **{f"{name}-{seed}": profile(name, seed) for name in ("school", "township") for seed in range(5)},
}
IN_TEN_THOUSANDS = {
    f"{name}-{seed}": profile(name, seed) for name in ("health", "bureau", "tiny") for seed in range(5)
}


def test_it_is_only_a_note():
    assert {check.data.severity for check in CHECKS} == {Severity.NOTE}
    assert {"政府采购金额", "水费", "总额"} < set(ITEMS)


def test_an_amount_that_cannot_be_a_part_of_what_was_spent_is_a_warning():
    assert {check.data.severity for check in PARTS} == {Severity.WARNING}


def test_consistent_workbooks_are_quiet():
    assert [name for name, book in (BOOKS | IN_TEN_THOUSANDS).items() if told(book)] == []


def test_each_row_that_was_typed_in_the_larger_unit_is_told():
    slips = [(name, item) for name, book in BOOKS.items() for item in ITEMS if positive(book, item)]
    assert len(slips) > 150
    assert [(n, item) for n, item in slips if told(scaled(BOOKS[n], item, "0.0001")) != [item]] == []


def test_so_is_procurement_typed_in_the_smaller_unit_which_no_equation_knows():
    books = {n: book for n, book in IN_TEN_THOUSANDS.items() if positive(book, "政府采购金额")}
    assert len(books) >= 10
    assert {tuple(told(scaled(book, "政府采购金额", "10000"))) for book in books.values()} == {
        ("政府采购金额",)
    }


@pytest.mark.parametrize("spent", ["120", "360.50", "88"])
def test_small_figures_of_a_small_unit_are_right(spent):
    """A station with 20 000 元 for its office: a water bill of 88 元 cannot be 88 万元."""
    small = {"单位.金额单位": "元", "支出.合计": "260000", "本年决算.公用经费": "20000"}
    rows = {f"{column}.{item}": spent for column in COLUMNS[:3] for item in ("水费", "会议费", "三公经费")}
    assert (
        told(Filling({k: v if k == "单位.金额单位" else Decimal(v) for k, v in (small | rows).items()})) == []
    )


def test_assets_of_three_hundred_yuan_are_told_and_of_a_station_not():
    book = {"单位.金额单位": "元", "支出.合计": Decimal(3460000)}
    assert told(Filling(book | {"年末资产.总额": Decimal(380)})) == ["总额"]
    assert told(Filling(book | {"年末资产.总额": Decimal(52000)})) == []


def test_rows_of_last_year_alone_are_not_measured_by_a_year_that_is_still_blank():
    """A workbook just made from last year's: its item stands there, this year's and the total do not."""
    assert told(Filling({"单位.金额单位": "万元", "上年决算.水费": Decimal(3)})) == []
