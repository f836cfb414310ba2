"""The flag that makes Excel compute all formulas is set once, however it is written."""

import pytest

from jixiao.workbook.file.calculation_flag import calculated_on_load, is_calculated_on_load


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'<calcPr calcId="1"/>', b'<calcPr calcId="1" fullCalcOnLoad="1"/>'),
        (b'<calcPr fullCalcOnLoad="0" calcId="1"/>', b'<calcPr calcId="1" fullCalcOnLoad="1"/>'),
        (b'<x:calcPr calcId="1"></x:calcPr>', b'<x:calcPr calcId="1" fullCalcOnLoad="1"></x:calcPr>'),
        (b"<calcPr/>", b'<calcPr fullCalcOnLoad="1"/>'),
        (b"<calcPr fullCalcOnLoad='0' calcId='1'/>", b"<calcPr calcId='1' fullCalcOnLoad=\"1\"/>"),
        (b'<calcPr fullCalcOnLoad\n= "0"/>', b'<calcPr fullCalcOnLoad="1"/>'),
        (b"<workbook/>", b"<workbook/>"),
    ],
)
def test_the_flag_that_makes_excel_calculate_is_set_once(before, after):
    assert calculated_on_load(before) == after
    assert calculated_on_load(after) == after
    assert (is_calculated_on_load(before), is_calculated_on_load(after)) == (False, b"calcPr" in after)
