"""Items of expenditure, one by one: those of a class come to it, all to the total before them."""

from __future__ import annotations

from audit.reports import found, ids, said

CLASSES = "一般公共预算财政拨款支出30.00万元，主要用于：教育（类）支出{}万元；住房保障（类）支出9.00万元。"
ITEMS = (
    "一般公共预算财政拨款支出年初预算为31.00万元，支出决算为30.00万元。其中：",
    "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为{}万元，支出决算为12.34万元。",
    "2.教育支出（类）普通教育（款）初中教育（项）。年初预算为8.00万元，支出决算为{}万元。",
    "3.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为10.00万元，支出决算为9.00万元。",
)


def _report(spent: str = "8.66", budget: str = "13.00", of_class: str = "21.00") -> list[str]:
    head, first, second, third = ITEMS
    return [CLASSES.format(of_class), head, first.format(budget), second.format(spent), third]


def test_items_come_to_their_class_and_to_the_total():
    assert ids(*_report()) == []


def test_an_item_that_was_mistyped_is_told_once():
    assert said(*_report(spent="8.86")) == [("SUM-ITEMS", "21.00万元", "21.20万元")]


def test_the_budgets_add_up_too():
    assert said(*_report(budget="15.00")) == [("SUM-ITEMS", "31.00万元", "33.00万元")]


def test_the_class_stands_against_its_items():
    (told,) = found(*_report(of_class="27.00"))
    assert told.pointers[0].text == "27.00万元"
    assert told.pointers[0].culprit


def test_items_of_a_part_only_say_nothing():
    head, *items = _report()[1:]
    assert ids(head.replace("30.00", "95.17"), *items) == []


def test_below_a_heading_with_class_and_kind_items_stand_alone():
    items = (
        ITEMS[0].replace("31.00", "21.00").replace("30.00", "21.00"),
        "（一）教育支出（类）普通教育（款）",
        "1．小学教育（项）。年初预算13.00万元，支出决算12.34万元。",
        "2．初中教育（项）。年初预算8.00万元，支出决算{}万元。",
    )
    assert ids(*items[:3], items[3].format("8.66")) == []
    assert said(*items[:3], items[3].format("8.68")) == [("SUM-ITEMS", "21.00万元", "21.02万元")]


def test_classes_before_the_items_are_no_total():
    classes = "教育支出21.00万元，占70.00%；住房保障支出9.00万元，占30.00%。"
    assert ids(classes, *_report()[2:]) == []
