"""Headers that also hold data, items above 预算数 and 决算数, code columns in many dresses."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from importing.pages import Page, Value
from importing.readings import entry, listed, read

from jixiao.importing.importing import Imported


def page(title: str, *rows: tuple[Value, ...]) -> Page:
    made = Page(title)
    made.put(title)
    made.put("单位：万元")
    for row in rows:
        made.put(*row)
    return made


def rows_of(done: Imported, table: str) -> list[list[object]]:
    return [list(row.entries.values()) for row in done.assembly.filling.groups[table]]


SPENT = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]
TOTAL = (Decimal("30.5"), Decimal("10.5"), Decimal(20))
ROWS = [("208", "社会保障和就业支出", *TOTAL), ("20805", "行政事业单位养老支出", *TOTAL)]


def test_a_row_with_the_levels_of_codes_may_also_hold_the_totals(tmp_path: Path):
    sheet = page(
        "支出决算表",
        ("项目", None, None, None, *SPENT),
        ("功能分类科目编码", None, None, "科目名称"),
        ("类", "款", "项", "合计", *TOTAL),
        ("208", None, None, "社会保障和就业支出", *TOTAL),
        ("208", "05", None, "行政事业单位养老支出", *TOTAL),
    )
    done = read(tmp_path, sheet)
    assert listed(done) == []
    assert entry(done, "支出决算合计.本年支出合计") == TOTAL[0]
    assert [row[0] for row in rows_of(done, "支出决算")] == ["208", "20805"]


def test_the_row_of_totals_may_hold_the_lower_headers(tmp_path: Path):
    sheet = page(
        "政府性基金预算财政拨款收入支出决算表",
        ("项目", None, "年初结转和结余", "本年收入", "本年支出", None, None, "年末结转和结余"),
        ("功能分类科目编码", "科目名称"),
        ("合计", None, Decimal(1), Decimal(5), "小计", "基本支出", "项目支出", Decimal(2)),
        ("212", "城乡社区支出", Decimal(1), Decimal(5), Decimal(4), None, Decimal(4), Decimal(2)),
    )
    sheet.merge(3, 5, 3, 7)
    done = read(tmp_path, sheet)
    assert listed(done) == []
    assert [
        entry(done, f"政府性基金合计.{name}") for name in ("年初结转和结余", "本年收入", "年末结转和结余")
    ] == [1, 5, 2]
    row = done.assembly.filling.groups["政府性基金"][0].entries
    assert (row["政府性基金.本年支出"], row["政府性基金.项目支出"]) == (4, 4)


THREE = "财政拨款“三公”经费支出决算表"
ITEMS = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", None, None, "公务接待费"]
CARS = ["小计", "公务用车购置费", "公务用车运行维护费"]
BUDGETED, FINAL = [Decimal(n) for n in (10, 1, 7, 3, 4, 2)], [Decimal(n) for n in (9, 0, 7, 3, 4, 2)]
NAMES = ["合计", "出国经费", "公务用车", "公车购置", "公车运行维护", "公务接待"]


def three(done: Imported) -> list[list[object]]:
    return [[entry(done, f"三公{kind}.{name}") for name in NAMES] for kind in ("预算", "决算")]


def test_three_public_with_the_items_above(tmp_path: Path):
    upper = [value for item in ITEMS for value in (item, None)]
    sheet = page(
        THREE,
        tuple(upper),
        (*[None] * 4, *(value for car in CARS for value in (car, None))),
        ("预算数", "决算数") * 6,
        tuple(value for pair in zip(BUDGETED, FINAL, strict=True) for value in pair),
    )
    for left in (1, 3, 11):
        sheet.merge(3, left, 4, left + 1)
    sheet.merge(3, 5, 3, 10)
    for left in (5, 7, 9):
        sheet.merge(4, left, 4, left + 1)
    done = read(tmp_path, sheet)
    assert listed(done) == []
    assert three(done) == [BUDGETED, FINAL]


def test_three_public_with_the_items_as_columns(tmp_path: Path):
    sheet = page(
        THREE, ("项目", *ITEMS), (None, None, None, *CARS), ("预算数", *BUDGETED), ("决算数", *FINAL)
    )
    sheet.merge(3, 4, 3, 6)
    done = read(tmp_path, sheet)
    assert listed(done) == []
    assert three(done) == [BUDGETED, FINAL]


@pytest.mark.parametrize("numbers", [range(12), (1, 2, 2, *range(4, 13)), (*range(1, 7), *range(8, 14))])
def test_columns_that_are_counted_wrongly_are_no_figures(numbers: Sequence[int], tmp_path: Path):
    upper = ("预算数", *[None] * 5, "决算数")
    sheet = page(
        THREE, upper, tuple(ITEMS * 2), (None, None, *CARS, None) * 2, tuple(numbers), (*BUDGETED, *FINAL)
    )
    for left in (1, 7):
        sheet.merge(3, left, 3, left + 5)
        sheet.merge(4, left + 2, 4, left + 4)
    done = read(tmp_path, sheet)
    assert listed(done) == []
    assert three(done) == [BUDGETED, FINAL]


@pytest.mark.parametrize(
    "head",
    [
        [("项目", None, None, None, *SPENT), ("类", "款", "项", "科目名称")],
        [("科目编码", None, None, "科目名称", *SPENT)],
        [("项目", None, None, None, *SPENT)],
        [
            ("项目", None, None, None, *SPENT),
            ("科目编码", None, None, "科目名称"),
            ("类", "款", "项", "栏次", 1, 2, 3, 4, 5, 6),
        ],
    ],
)
@pytest.mark.parametrize(
    "codes", [("208", "05", "05"), ("208", "5", "5"), (208, 5, 5), ("208", "20805", "2080505")]
)
def test_code_columns_without_merged_cells(
    head: list[tuple[Value, ...]], codes: tuple[Value, ...], tmp_path: Path
):
    first, second, third = codes
    sheet = page(
        "支出决算表",
        *head,
        ("合计", None, None, None, *TOTAL),
        (first, None, None, "社会保障和就业支出", *TOTAL),
        (first, second, None, "行政事业单位养老支出", *TOTAL),
        (first, second, third, "机关事业单位基本养老保险缴费支出", *TOTAL),
    )
    done = read(tmp_path, sheet)
    assert listed(done) == []
    assert [row[:3] for row in rows_of(done, "支出决算")] == [
        ["208", "社会保障和就业支出", TOTAL[0]],
        ["20805", "行政事业单位养老支出", TOTAL[0]],
        ["2080505", "机关事业单位基本养老保险缴费支出", TOTAL[0]],
    ]
    assert entry(done, "支出决算合计.项目支出") == 20


def test_a_row_that_has_slid_is_listed_whole(tmp_path: Path):
    sheet = page(
        "支出决算表",
        ("科目编码", "科目名称", *SPENT),
        ("合计", None, *TOTAL),
        *ROWS,
        ("20806", Decimal("1283.7"), Decimal("3.5"), Decimal("9.25")),
        (Decimal("0.5"), "某项支出", Decimal("6.25")),
    )
    done = read(tmp_path, sheet)
    assert [content for _, content in listed(done)] == ["20806", "1283.7", "3.5", "9.25", "0.5", "6.25"]
    assert "整行没有导入" in done.leftovers[2].reason
    assert [row[0] for row in rows_of(done, "支出决算")] == ["208", "20805"]


def test_a_lower_total_belongs_to_the_header_right_above_it(tmp_path: Path):
    sheet = page(
        "一般公共预算财政拨款支出决算表",
        ("项目", None, "本年支出"),
        ("功能分类科目编码", "科目名称", "合计", "基本支出", None, "项目支出"),
        (None, None, None, "小计", "人员经费"),
        ("合计", None, Decimal(30), Decimal(10), Decimal(6), Decimal(20)),
    )
    sheet.merge(3, 3, 3, 6)
    sheet.merge(4, 4, 4, 5)
    done = read(tmp_path, sheet)
    assert [entry(done, f"一般公共合计.{name}") for name in ("本年支出", "基本支出", "项目支出")] == [
        30,
        10,
        20,
    ]
    assert listed(done) == [("E6", "6")]


def items(*changed: tuple[Value, ...]) -> Page:
    rows = [
        ("合计", None, Decimal(10), Decimal(6), Decimal(4)),
        ("301", "工资福利支出", Decimal(6), Decimal(6), None),
        ("30101", "基本工资", Decimal(6), Decimal(6), Decimal(0)),
        ("302", "商品和服务支出", Decimal(4), None, Decimal(4)),
    ]
    head = ("经济分类科目编码", "科目名称", "合计", "人员经费", "公用经费")
    return page("一般公共预算财政拨款基本支出决算表", head, *(changed or rows))


def test_items_may_stand_in_one_list_with_staff_and_office_as_columns(tmp_path: Path):
    done = read(tmp_path, items())
    assert listed(done) == []
    assert (done.assembly.taken, done.listed) == (10, 0)
    assert [entry(done, f"基本支出明细合计.{name}") for name in ("人员经费", "公用经费")] == [6, 4]
    assert [row[::2] for row in rows_of(done, "基本支出明细")] == [["301", 6], ["30101", 6], ["302", 4]]


def test_what_is_said_twice_and_differs_is_listed(tmp_path: Path):
    total, first = (
        ("合计", None, Decimal(11), Decimal(6), Decimal(4)),
        ("301", "工资", Decimal(6), Decimal(5), None),
    )
    done = read(tmp_path, items(total, first))
    assert listed(done) == [("C4", "11"), ("D5", "5")]


def test_code_and_name_may_stand_in_one_cell(tmp_path: Path):
    rows = [("201 一般公共服务支出", *TOTAL), ("20101人大事务", *TOTAL)]
    done = read(tmp_path, page("支出决算表", ("科目", *SPENT), ("合计", *TOTAL), *rows))
    assert listed(done) == []
    assert [row[:2] for row in rows_of(done, "支出决算")] == [
        ["201", "一般公共服务支出"],
        ["20101", "人大事务"],
    ]


def test_a_table_whose_header_has_slid_is_not_taken(tmp_path: Path):
    sheet = page("支出决算表", ("科目编码", "科目名称", None, *SPENT), ("合计", None, *TOTAL), *ROWS)
    done = read(tmp_path, sheet, items())
    assert "支出决算合计.基本支出" not in done.assembly.filling.entries
    assert "有一栏数上面没有表头" in done.leftovers[0].reason
    assert done.listed == 9


def test_a_row_that_ends_behind_the_last_column_is_not_taken(tmp_path: Path):
    amounts = [Decimal(number) + Decimal("0.5") for number in range(1, 7)]
    sheet = page("支出决算表", ("科目编码", "科目名称", *SPENT), ("合计", None, None, *amounts), *ROWS)
    done = read(tmp_path, sheet)
    assert [content for _, content in listed(done)] == ["1.5", "2.5", "3.5", "4.5", "5.5", "6.5"]
    assert entry(done, "支出决算合计.基本支出") is None
