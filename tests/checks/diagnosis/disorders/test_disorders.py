"""Of all rearrangements the one that settles most, and none where it could be chance."""

from checks.sheets import CENT, YUAN, Sheet, sheet

from jixiao.checks.diagnosis.appraisal import Appraisal
from jixiao.checks.diagnosis.disorders.disorders import Disorders
from jixiao.checks.diagnosis.disorders.rearranging import Disorder, Settled
from jixiao.checks.diagnosis.localisation import Search

SPENT, PLANNED = ("12.31", "25.48", "40.07"), ("11.02", "30.55", "44.90")


def best(book: Sheet) -> tuple[Settled, ...]:
    search = Search(book.network, CENT / 2)
    return Disorders(search, Appraisal(book.network, YUAN)).best(tuple(book.network.broken))


def table(spent: tuple[str, ...], planned: tuple[str, ...]) -> Sheet:
    rows = [
        {"名称": name, "金额": one, "预算": other}
        for name, one, other in zip("甲乙丙", spent, planned, strict=True)
    ]
    single = ('一 = SUMIF(明细.名称, "甲", 明细.金额)', '二 = SUMIF(明细.名称, "乙", 明细.金额)')
    sums = ("合计 = SUM(明细.金额)", "总计 = SUM(明细.预算)")
    return sheet(*sums, *single, rows=rows, 合计="77.86", 总计="86.47", 一="12.31", 二="25.48")


def test_exchanged_columns_settle_everything():
    first, *_ = best(table(PLANNED, SPENT))
    assert (first.rearrangement.disorder, len(first.positions), first.left) == (Disorder.COLUMNS, 4, 0)


def test_a_wrong_digit_is_no_disorder():
    assert best(table(("12.81", *SPENT[1:]), PLANNED)) == ()
