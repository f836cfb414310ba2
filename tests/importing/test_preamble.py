"""What stands around a table: unit, name and year, wherever in the line they are said."""

from __future__ import annotations

import pytest
from importing.regions_of_rows import GUIDE
from importing.test_sheets import only_sheet, table

from jixiao.documents.document import SourcePlace
from jixiao.importing.preamble import Preamble, read_preamble


def read(*rows: tuple[str, ...]) -> Preamble:
    return read_preamble(only_sheet(table(SourcePlace(table=1), *rows)), 1, len(rows), GUIDE.words)


@pytest.mark.parametrize(
    ("row", "name", "unit"),
    [
        (("编制单位：某县某局", "金额单位：万元"), "某县某局", "万元"),
        (("部门：某县某局　　单位：元",), "某县某局", "元"),
        (("单位名称：", "某县某局", "单位：", "万元"), "某县某局", "万元"),
        (("编制部门：某县某局　　2024年度　　金额单位：万元",), "某县某局", "万元"),
        (("单位名称：某县某局（盖章）", "金额单位：人民币元"), "某县某局", "元"),
        (("部门：某县某局（本级）", "（单位：元）"), "某县某局（本级）", "元"),
        (("（金额：万元）", "（万元）"), "", "万元"),
    ],
)
def test_name_and_unit_are_told_apart(row: tuple[str, ...], name: str, unit: str):
    said = read(row)
    assert (said.unit_name, said.unit) == (name, unit)


def test_the_year_is_that_of_the_first_text_that_says_one():
    assert read(("2024年度部门决算",), ("2023年底在职人数",)).year == 2024
    assert read(("部门决算",)).year is None
