"""Figures in the wrong cells, said so that they are found."""

from decimal import Decimal

from checks.sheets import sheet

from jixiao.checks.diagnosis.disorders.misplacement import misplacement
from jixiao.checks.diagnosis.disorders.rearranging import Disorder, Rearrangement, Settled
from jixiao.model.fact import Fact

ROWS = [
    {"名称": name, "金额": amount} for name, amount in zip("甲乙丙", ("1.00", "2.00", "3.00"), strict=True)
]
BOOK = sheet("合计 = SUM(明细.金额)", rows=ROWS, 一="5.00", 二="6.00")
RECORDS = {id(fact): row for row in BOOK.record.groups["明细"] for fact in row.fields.values()}
RECORDS |= {id(fact): BOOK.record for fact in BOOK.record.fields.values()}


def told(disorder: Disorder, *figures: tuple[Fact, str], since: int = 0) -> str:
    moved = tuple((fact, Decimal(figure)) for fact, figure in figures)
    by = {id(fact): figure - fact.number for fact, figure in moved}
    return misplacement(Settled(Rearrangement(disorder, moved), (0,), by, since=since), RECORDS)


def test_columns_are_named_with_their_letters():
    one, other = BOOK.fact("一"), BOOK.fact("二")
    assert (
        told(Disorder.COLUMNS, (one, "6.00"), (other, "5.00"))
        == "表 B列“一”与C列“二”的数像是填反了：两列对调"
    )


def test_two_cells_of_a_column_are_named_with_their_rows():
    one, other = BOOK.fact("明细.金额"), BOOK.fact("明细.金额", 1)
    said = told(Disorder.ROWS, (one, "2.00"), (other, "1.00"))
    assert said == f"{one.place} “甲 金额”与 {other.place} “乙 金额”的数像是填反了：两处对调"


def test_slid_figures_are_named_with_the_row_where_it_begins():
    cells = [BOOK.fact("明细.金额", number) for number in range(3)]
    said = told(Disorder.DOWN, (cells[1], "3.00"), (cells[2], "0.00"), since=21)
    assert said == "表 第21行“乙”起像是错行：B列金额比名称低了一行，逐行上移一行".replace(
        "B列", said.split("：")[1][:2]
    )
