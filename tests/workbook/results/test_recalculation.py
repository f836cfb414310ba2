"""Excel calculates anew, and asks to save at closing, only where results have made a formula untrue."""

from functools import cache
from pathlib import Path
from re import sub

import pytest
from workbook.books import (
    Raw,
    cell_xml,
    inspected,
    pack,
    package_of,
    part_of,
    saved,
    silent_sample,
    typed,
    with_members,
)
from workbook.file.test_dropping import chained, signed

from jixiao.pipeline import run
from jixiao.workbook.file.calculation_flag import is_calculated_on_load
from jixiao.write_back import workbook_with_results

BOOK = "xl/workbook.xml"


@cache
def saved_by_excel() -> bytes:
    """The sample without the flag of a new workbook, which Excel takes off, and with its list of formulas."""
    text = sub(' fullCalcOnLoad="1"', "", package_of(silent_sample()).part(BOOK).decode())
    return chained(with_members(silent_sample(), {BOOK: text.encode()}))


def calculated(folder: Path, book: bytes) -> bool:
    after = workbook_with_results(inspected(folder, book))
    return is_calculated_on_load(package_of(after).part(BOOK))


def with_formula(sheet: str, address: str, formula: str, value: str = "<v>1</v>") -> bytes:
    """Somebody types a formula into a cell that has nothing, and Excel works it out."""
    book = saved_by_excel()
    part = part_of(book, sheet)
    text = package_of(book).part(part).decode()
    row = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    cell = f'<c r="{address}"><f>{formula}</f>{value}</c>'
    new = sub(rf'(<row r="{row}"[^>]*>.*?)(</row>)', rf"\g<1>{cell}\g<2>", text, count=1)
    assert new != text
    return with_members(book, {part: new.encode()})


def test_results_that_change_no_formula_leave_the_workbook_as_calculated(tmp_path):
    assert not calculated(tmp_path, saved_by_excel())


@pytest.mark.parametrize(
    ("sheet", "address", "formula"),
    [
        ("收支总表", "Z6", "评分表!G33*2"),
        ("收支总表", "Z6", "校验结果.错误+1"),
        ("收支总表", "Z6", "'评分表'!G33"),
        ("评分表", "Z6", "G6*2"),
    ],
)
def test_a_formula_that_reads_results_is_calculated_anew(sheet, address, formula, tmp_path):
    assert calculated(tmp_path, with_formula(sheet, address, formula))


@pytest.mark.parametrize("formula", ["B6*2", "&quot;见校验结果.错误&quot;&amp;B6"])
def test_a_formula_that_reads_none_is_not(formula, tmp_path):
    assert not calculated(tmp_path, with_formula("收支总表", "Z6", formula))


@pytest.mark.parametrize("value", ["", "<v></v>", "<v/>"])
def test_a_formula_that_was_never_calculated_is_calculated(value, tmp_path):
    assert calculated(tmp_path, with_formula("收支总表", "Z6", "B6*2", value))


def test_the_list_of_formulas_stays_while_it_is_true_and_goes_when_a_formula_is_written_over(tmp_path):
    kept = package_of(workbook_with_results(inspected(tmp_path, saved_by_excel())))
    assert kept.has("xl/calcChain.xml")
    over = typed(saved_by_excel(), {"校验结果.问题": Raw('t="str"', "<f>A1</f><v>x</v>")})
    after = workbook_with_results(inspected(tmp_path, over))
    assert not package_of(after).has("xl/calcChain.xml")
    assert cell_xml(after, "校验结果", "C8").find("{*}f") is None


def test_a_signature_is_told_of_before_it_is_broken(tmp_path):
    book = signed(saved_by_excel())
    done = run(saved(tmp_path, book), pack())
    assert (tmp_path / "工作簿.xlsm").read_bytes() == book
    assert done.workbook.name == "工作簿（结果）.xlsm"
    assert "带有数字签名，写入结果会使签名失效" in done.remarks[0]
    assert not package_of(done.workbook.read_bytes()).has("_xmlsignatures/origin.sigs")
