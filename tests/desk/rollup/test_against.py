from decimal import Decimal

import pytest
from msgspec.structs import replace

from jixiao.desk.rollup.against import Deviation, Nearness, differences
from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.total import Total
from jixiao.pack.loading import load_pack

TERM = "收入.合计"
UNITS = [("甲", 1_000_000), ("乙", 230_000), ("丙", 45_000)]


def compared(own: int | Decimal, rounded: int = 0, term: str = TERM) -> list[tuple[Nearness, str]]:
    units = [(name, Total({term: Decimal(value)})) for name, value in UNITS]
    summed = Total({term: Decimal(sum(value for _, value in UNITS))})
    level = SummedLevel("全部", "", summed, summed, (), (), rounded=rounded)
    found = differences(Total({term: Decimal(own)}), level, units, load_pack())
    return [(one.nearness, one.suspected) for one in found]


@pytest.mark.parametrize(
    ("gap", "suspected"),
    [
        (-230_000, "“乙”可能没有算进去"),
        (45_000, "“丙”可能算了两次"),
        (-2_000_000, "“甲”可能正负号反了"),
        (-44_995.5, "“丙”可能把万元当成了元"),
        (123, ""),
    ],
)
def test_a_gap_that_one_unit_explains_names_it(gap: float, suspected: str) -> None:
    assert compared(Decimal(1_275_000) + Decimal(str(gap))) == [(Nearness.DIFFERENT, suspected)]


def test_of_two_slips_that_explain_a_gap_the_nearer_one_is_named() -> None:
    """A figure left out and one taken for 元 differ by less than rounding where it is small."""
    assert compared(1_275_000 - 45_000, rounded=1) == [(Nearness.DIFFERENT, "“丙”可能没有算进去")]


def test_heads_are_not_rounded() -> None:
    assert compared(1_275_002, rounded=100, term="编制数.合计") == [(Nearness.DIFFERENT, "")]


def test_heads_are_said_as_heads() -> None:
    heads = Deviation("编制数.合计", Decimal(1254), Decimal(1252), Nearness.DIFFERENT, (), amount=False)
    assert (heads.said(heads.own), replace(heads, amount=True).said(heads.gap)) == ("1,254", "2.00")


def test_where_nothing_is_rounded_a_cent_is_a_difference_and_else_it_depends_on_the_number_of_units() -> None:
    assert compared(1_275_000) == []
    assert compared(1_275_001)[0][0] is Nearness.DIFFERENT
    assert compared(1_275_000 + 500, rounded=100)[0][0] is Nearness.ROUNDING
    assert compared(1_275_000 + 4_000, rounded=100)[0][0] is Nearness.PERHAPS
    assert compared(1_275_000 + 6_000, rounded=100)[0][0] is Nearness.DIFFERENT
