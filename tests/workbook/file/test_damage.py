"""Damaged and tampered files: refused, or read with a finding that says what is wrong; never a traceback."""

import re
import tempfile
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from volume import volume
from workbook.books import Raw, pack, package_of, part_of, saved, typed, with_members, with_text
from workbook.books import silent_sample as sample

from jixiao.model.errors import UnusableInput
from jixiao.model.outcome import Severity
from jixiao.pipeline import inspect
from jixiao.write_back import workbook_with_results

BOOK, STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"
SECONDS = 5
ATTRIBUTES = [b"", b"0", b"-1", b"x", b"A0", b"#REF!", b"9" * 5000, "甲".encode()]
MEMBERS = [
    BOOK,
    "xl/_rels/workbook.xml.rels",
    STRINGS,
    *(f"xl/worksheets/sheet{n}.xml" for n in (1, 2, 3, 8, 12, 13)),
]


def survives(book: bytes) -> bool:
    """Whether the file is inspected and written back, or refused; any other exception goes through."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return bool(workbook_with_results(inspect(saved(Path(folder), book), pack())))
        except UnusableInput:
            return True


@pytest.mark.volume
@settings(max_examples=volume(40, 10))
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
def test_damaged_bytes_anywhere_never_end_in_a_traceback(offset, rubbish):
    at = offset % len(sample())
    assert survives(sample()[:at] + rubbish + sample()[at + len(rubbish) :])


@settings(max_examples=40)
@given(st.integers(0, 10**6))
def test_a_file_cut_anywhere_never_ends_in_a_traceback(offset):
    assert survives(sample()[: offset % len(sample())])


@pytest.mark.volume
@settings(max_examples=volume(80, 12))
@given(st.sampled_from(MEMBERS), st.integers(0, 10**6), st.sampled_from(ATTRIBUTES))
def test_a_strange_attribute_in_any_part_never_ends_in_a_traceback(member, position, rubbish):
    content = package_of(sample()).part(member)
    places = list(re.finditer(rb'="([^"]*)"', content))
    at = places[position % len(places)]
    assert survives(with_members(sample(), {member: content[: at.start(1)] + rubbish + content[at.end(1) :]}))


@pytest.mark.volume
@settings(max_examples=volume(80, 12))
@given(st.sampled_from(MEMBERS), st.integers(0, 10**6))
def test_an_element_gone_from_any_part_never_ends_in_a_traceback(member, position):
    root = etree.fromstring(package_of(sample()).part(member))
    inner = [element for element in root.iter() if element.getparent() is not None]
    gone = inner[position % len(inner)]
    gone.getparent().remove(gone)
    assert survives(with_members(sample(), {member: etree.tostring(root)}))


def other(member: str, old: str, new: str) -> bytes:
    return with_text(sample(), member, old, new)


def findings(folder: Path, book: bytes) -> list[tuple[str, str]]:
    """Id and sentence of what is wrong with the file, not with its figures."""
    found = inspect(saved(folder, book), pack()).findings
    return [(finding.id, finding.message) for finding in found if finding.id.startswith(("READ", "RESULT"))]


def test_a_sheet_removed_is_one_finding(tmp_path):
    gone = other(BOOK, '<sheet name="收支总表"', '<gone name="x"')
    (found,) = findings(tmp_path, gone)
    assert found == ("READ-11", "工作表“收支总表”不见了，表中数据无法读取。")


def test_a_deleted_name_is_one_finding_that_names_it(tmp_path):
    gone = other(BOOK, '<definedName name="支出.合计">', '<definedName name="x">')
    (found,) = findings(tmp_path, gone)
    assert found[0] == "READ-10"
    assert "名称“支出.合计”" in found[1]


def test_a_name_that_points_nowhere_is_a_deleted_name(tmp_path):
    area = package_of(sample()).part(BOOK).decode().partition('name="支出.合计">')[2].partition("<")[0]
    (found,) = findings(tmp_path, other(BOOK, f'name="支出.合计">{area}', 'name="支出.合计">#REF!'))
    assert found[0] == "READ-10"


def test_a_name_over_a_million_rows_is_a_finding_and_does_not_take_long(tmp_path):
    area = package_of(sample()).part(BOOK).decode().partition('name="功能分类.金额">')[2].partition("<")[0]
    huge = other(BOOK, f'name="功能分类.金额">{area}', "name=\"功能分类.金额\">'功能分类'!$C$1:$C$1048576")
    started = time.monotonic()
    assert [id_ for id_, _ in findings(tmp_path, huge)] == ["READ-10"]
    assert time.monotonic() - started < SECONDS


@pytest.mark.parametrize("sheet", ["校验结果", "评分表"])
def test_a_result_sheet_removed_is_a_warning(sheet, tmp_path):
    gone = other(BOOK, f'<sheet name="{sheet}"', '<gone name="x"')
    assert findings(tmp_path, gone) == [("RESULT-01", f"工作表“{sheet}”不见了或被改动过，结果不能完整写回。")]


@pytest.mark.parametrize("stored", ["NaN", "INF", "-inf", "1E+308"])
def test_a_number_that_is_none_is_an_error_and_reading_goes_on(stored, tmp_path):
    inspection = inspect(saved(tmp_path, typed(sample(), {"支出.合计": Raw("", f"<v>{stored}</v>")})), pack())
    found = [finding for finding in inspection.findings if finding.id in ("READ-02", "READ-12")]
    assert [(finding.severity, finding.label) for finding in found] == [
        (Severity.ERROR, "本年支出合计（本年数）")
    ]


def test_cells_beyond_the_sheet_and_rows_without_numbers_do_not_disturb(tmp_path):
    strange = '<row><c><v>1</v></c></row><row r="1048577"><c r="XFE1048577"><v>1</v></c></row></sheetData>'
    book = other(part_of(sample(), "收支总表"), "</sheetData>", strange)
    assert findings(tmp_path, book) == []


def test_a_large_but_bearable_workbook_is_read_in_seconds(tmp_path):
    rows = "".join(f'<row r="{n}"><c r="Z{n}"><v>{n}{"7" * 9}</v></c></row>' for n in range(1000, 200_000))
    book = other(part_of(sample(), "收支总表"), "</sheetData>", f"{rows}</sheetData>")
    started = time.process_time()
    assert inspect(saved(tmp_path, book), pack()).record.fields["支出.合计"].value == Decimal("3460800.00")
    assert time.process_time() - started < SECONDS
