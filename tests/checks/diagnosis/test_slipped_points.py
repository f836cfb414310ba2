"""A point in the wrong place, where no equation holds the figure: the cell is named, the rest follows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.hints import hints
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.diagnosis.trial import Trial
from jixiao.checks.findings import findings_of
from jixiao.checks.unit import Unit
from jixiao.model.finding import Finding
from jixiao.pack.example import record_of_example
from jixiao.pack.loading import load_pack

PACK = load_pack()
WAN = Unit("万元", Decimal(10000))
ITEMS = {"公用经费": "40.00", "办公经费": "9.60", "水费": "2.40", "电费": "2.50", "差旅费": "4.10"}
YEARS = ("上年决算", "本年预算", "本年决算")


def found(**typed: str) -> dict[str, Finding]:
    """What is told of the sheet with other figures of last year in some cells."""
    given = {f"{year}.{item}": figure for year in YEARS for item, figure in ITEMS.items()}
    given |= {f"上年决算.{item}": figure for item, figure in typed.items()}
    record = record_of_example(given, PACK, WAN.factor)
    verdicts = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    said = hints(Network(verdicts, PACK.formulas), WAN, Trial(record, PACK))
    told = findings_of(verdicts, WAN, said)
    return {one.id: one for one in told if one.id.startswith(("SIZE", "DATA-04", "COLUMN"))}


@pytest.mark.parametrize(("typed", "meant"), [("96.00", "9.60"), ("960.00", "9.60")])
def test_the_total_that_is_too_small_follows_the_part_that_is_ten_times_too_large(typed: str, meant: str):
    told = found(办公经费=typed)
    assert set(told) == {"DATA-04", "SIZE-01-办公经费"}
    [correction] = told["DATA-04"].suggestions[0].corrections
    assert (correction.stated, correction.needed) == (typed, meant)
    assert f"填 {typed}，若为 {meant} 则与旁边的数大小相当" in told["DATA-04"].message
    assert told["SIZE-01-办公经费"].follows == "DATA-04"


def test_a_total_that_lost_a_digit_is_named_itself():
    told = found(公用经费="4.00")
    assert told["DATA-04"].suggestions[0].corrections[0].needed == "40.00"
    assert told["SIZE-01-公用经费"].follows == "DATA-04"


def test_a_figure_that_is_three_times_as_much_has_no_slipped_point():
    [told] = found(差旅费="12.30").values()
    assert (told.id, told.suggestions) == ("SIZE-01-差旅费", ())


def test_a_column_in_another_unit_is_told_of_once():
    told = found(办公经费="96.00", 水费="24.00", 电费="25.00", 差旅费="41.00", 公用经费="400.00")
    assert list(told) == ["COLUMN-01"]
    assert told["COLUMN-01"].suggestions == ()
