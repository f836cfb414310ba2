"""A hypothesis must satisfy what is broken and break nothing that holds."""

from checks.sheets import CENT, Sheet, sheet

from jixiao.checks.diagnosis.disorders.rearranging import Disorder, Rearrangement, Settled, tried
from jixiao.checks.diagnosis.localisation import Search

FIGURES = {"一": "12.31", "二": "25.48", "三": "25.48", "四": "12.31"}


def exchanged(book: Sheet) -> Rearrangement:
    one, other = book.fact("一"), book.fact("二")
    return Rearrangement(Disorder.COLUMNS, ((one, other.number), (other, one.number)))


def settled(book: Sheet) -> Settled | None:
    return tried(exchanged(book), tuple(book.network.broken), Search(book.network, CENT / 2))


def test_an_exchange_that_satisfies_all_is_settled():
    found = settled(sheet("一 = 三", "二 = 四", **FIGURES))
    assert found is not None
    assert (len(found.positions), found.left, len(found.by)) == (2, 0, 2)


def test_what_breaks_an_equation_that_holds_is_none():
    assert settled(sheet("一 = 三", "二 = 四", "一 = 结余", **FIGURES, 结余="12.31")) is None


def test_what_settles_nothing_is_none():
    assert settled(sheet("一 = 三", "二 = 四", 一="1.00", 二="2.00", 三="3.00", 四="4.00")) is None
