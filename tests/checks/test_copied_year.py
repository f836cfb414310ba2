"""A workbook that says what last year's says: told once, and before what follows from it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.checks.copied_year import FEWEST, copied_year
from jixiao.model.fact import Fact, Kind, Place, Record


def book(amounts: range, add: int = 0, changed: int = 0, zeros: int = 0) -> Record:
    """A book of these amounts, each with `add` on top, the first `changed` of them with one more."""
    values = [number + add + (index < changed) for index, number in enumerate(amounts)] + [0] * zeros
    facts = (
        Fact(f"支出.{index}", f"{index}", Kind.AMOUNT, Place("表", f"B{index}"), Decimal(value))
        for index, value in enumerate(values)
    )
    return Record({fact.term: fact for fact in facts})


ENOUGH = range(1, FEWEST + 1)


def test_a_copy_is_told_with_its_figures():
    found = copied_year(book(ENOUGH), book(ENOUGH), (), "上年.xlsm")
    assert found is not None
    assert "本工作簿的10个金额全都与上年工作簿“上年.xlsm”同一格的数一样" in found.message
    assert found.open


def test_a_copy_in_which_some_cells_were_changed_is_one_still():
    found = copied_year(book(range(1, 21), changed=2), book(range(1, 21)), (), "上年.xlsm")
    assert found is not None
    assert "20个金额有18个与" in found.message


@pytest.mark.parametrize(
    ("this", "last"),
    [
        (book(ENOUGH, add=5), book(ENOUGH)),
        (book(range(1, 21), changed=3), book(range(1, 21))),
        (book(range(1, FEWEST)), book(range(1, FEWEST))),
        (book(range(1, 3), zeros=50), book(range(1, 3), zeros=50)),
    ],
)
def test_another_year_is_not_told_nor_what_is_too_little_to_tell(this: Record, last: Record):
    assert copied_year(this, last, (), "上年.xlsm") is None


def test_what_nobody_types_proves_nothing():
    computed = {f"支出.{index}" for index in range(5)}
    assert copied_year(book(ENOUGH), book(ENOUGH), computed, "上年.xlsm") is None
