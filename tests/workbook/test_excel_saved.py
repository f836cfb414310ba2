"""A workbook that Excel has saved is read like a new one, and keeps all that Excel has added."""

from collections.abc import Iterable

import pytest
from openxml_audit import OpenXmlValidator
from workbook.books import inspected, pack, package_of, part_of, raw_members, saved, silent_sample, typed
from workbook.excel_saved import saved_by_excel

from jixiao.model.finding import Finding
from jixiao.pipeline import run
from jixiao.write_back import workbook_with_results


def said(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(finding.id, finding.message) for finding in findings]


def test_the_fixture_has_what_excel_adds():
    package = package_of(saved_by_excel())
    table = package.part(part_of(saved_by_excel(), "功能分类"))
    assert b'<f t="shared" si=' in table
    assert b"x14ac:dyDescent" in table
    assert b"<extLst>" in table
    assert package.has("xl/calcChain.xml")
    assert package.has("xl/threadedComments/threadedComment1.xml")


def test_it_is_read_like_a_new_one(tmp_path):
    ours, theirs = inspected(tmp_path, silent_sample()), inspected(tmp_path, saved_by_excel())
    assert theirs.record == ours.record
    assert said(theirs.findings) == said(ours.findings)


def test_a_run_changes_the_result_sheets_alone(tmp_path):
    before = saved_by_excel()
    after = workbook_with_results(inspected(tmp_path, before))
    names = {name for name, content in raw_members(before).items() if raw_members(after)[name] != content}
    results = {part_of(before, sheet) for sheet in ("校验结果", "评分表", "填报说明")}
    assert list(raw_members(after)) == list(raw_members(before))
    assert names <= {*results, "xl/workbook.xml"}
    assert b"fullCalcOnLoad" not in package_of(after).part("xl/workbook.xml")


@pytest.mark.exhaustive
def test_a_run_leaves_a_sound_file(tmp_path):
    path = run(saved(tmp_path, saved_by_excel()), pack()).workbook
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


def test_a_second_run_after_typing_writes_the_same_as_into_a_new_one(tmp_path):
    change = {"支出.合计": 999}
    results = [
        workbook_with_results(inspected(tmp_path, typed(book, change)))
        for book in (silent_sample(), workbook_with_results(inspected(tmp_path, saved_by_excel())))
    ]
    cells = [package_of(book).sheet(part_of(book, "校验结果")).find("{*}sheetData") for book in results]
    texts = [["".join(cell.itertext()) for cell in data.iter("{*}c")] for data in cells]
    assert texts[0] == texts[1]
