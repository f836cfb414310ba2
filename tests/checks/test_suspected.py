"""What is suspected of a year of balanced figures with nothing, a figure, a name or a code changed."""

from __future__ import annotations

from decimal import Decimal

from balanced import PACK, Year, record_of

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.suspected import suspected_cells, suspected_codes
from jixiao.checks.unit import Unit
from jixiao.model.hint import NO_HINTS, CodeHints, Hints, Pasted

YUAN = Unit("元", Decimal(1))


def suspected(year: Year) -> tuple[CodeHints, Hints]:
    record = record_of(year.filling(), "元")
    verdicts = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    codes = suspected_codes(verdicts, (), Pasted(record), PACK)
    return codes, suspected_cells(Network(verdicts, PACK.formulas, (), codes.said.keys()), YUAN, record, PACK)


def test_nothing_is_suspected_of_a_year_in_which_nothing_is_broken():
    assert suspected(Year(1)) == (CodeHints(), NO_HINTS)


def test_a_wrong_figure_is_suspected():
    year = Year(1)
    year.amounts["支出.合计"] += 9
    codes, cells = suspected(year)
    assert codes == CodeHints()
    assert any("支出合计" in hint.ending for hint in cells.values())


def test_a_name_that_other_rows_do_not_find_is_suspected():
    year = Year(1)
    year.tables["项目自评"][0]["项目自评.项目名称"] += "支出"
    codes, cells = suspected(year)
    assert codes == CodeHints()
    assert any("像是同一个名称写得不一样" in hint.ending for hint in cells.values())


def test_a_wrong_code_is_suspected_and_no_figure_for_what_it_breaks():
    year = Year(1)
    year.tables["经济分类"][1]["经济分类.编码"] = "30601"
    codes, cells = suspected(year)
    assert any("像是打错了编码" in hint.ending for hint in codes.said.values())
    assert cells == NO_HINTS
