"""Amounts that have slid against what stands in front of them are told with the row where it begins."""

from __future__ import annotations

from checks.sheets import YUAN, Sheet, sheet

from jixiao.checks.diagnosis.hints import hints

NAMES = "甲乙丙丁戊"
AMOUNTS = ("12.31", "25.48", "40.07", "8.56", "19.93")
CELLS = dict(zip(("一", "二", "三", "四", "合计"), AMOUNTS, strict=True))
RELATIONS = [
    f'{cell} = SUMIF(明细.名称, "{name}", 明细.金额)' for cell, name in zip(CELLS, NAMES, strict=True)
]


def told(*amounts: str) -> list[str]:
    names = NAMES.ljust(len(amounts))
    rows = [{"名称": name.strip(), "金额": amount} for name, amount in zip(names, amounts, strict=True)]
    book: Sheet = sheet(*RELATIONS, rows=rows, **CELLS)
    return [one.message for hint in hints(book.network, YUAN).values() for one in hint.suggestions]


def test_amounts_at_their_rows_are_left_in_peace():
    assert told(*AMOUNTS) == []


def test_amounts_a_row_too_low_are_told_from_the_first_of_them():
    [message] = told(AMOUNTS[0], "", *AMOUNTS[1:])
    assert message.startswith("表 第21行“乙”起像是错行：")
    assert "比名称低了一行，逐行上移一行，则3项全部相符" in message


def test_amounts_a_row_too_high_have_lost_the_first_of_them():
    [message] = told(AMOUNTS[0], *AMOUNTS[2:], "")
    assert "表 第21行“乙”起像是错行：" in message
    assert "比名称高了一行，逐行下移一行（第21行自己的金额不见了，须补填）" in message


def test_a_wrong_amount_has_not_slid():
    assert not any("错行" in message for message in told("21.31", *AMOUNTS[1:]))
