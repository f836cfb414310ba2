"""A run writes results where the names of a result sheet point, and never over what people have entered."""

from pathlib import Path
from re import sub

import pytest
from workbook.books import (
    inspected,
    pack,
    package_of,
    part_of,
    saved,
    silent_sample,
    structure_of,
    with_members,
)

from jixiao.pack.sections import FindingsSection, ScorecardSection
from jixiao.pipeline import inspect
from jixiao.workbook.results.result_areas import areas_of, section_of
from jixiao.write_back import workbook_with_results

BOOK = "xl/workbook.xml"


def moved(name: str, place: str) -> bytes:
    """The sample with a name that points elsewhere."""
    old = package_of(silent_sample()).part(BOOK).decode()
    new = sub(f'(<definedName name="{name}"[^>]*>)[^<]*', rf"\g<1>{place}", old)
    assert new != old
    return with_members(silent_sample(), {BOOK: new.encode()})


def left_alone(folder: Path, book: bytes, *sheets: str) -> list[str]:
    """What is said of the result sheets; the cells of these sheets are those of before."""
    inspection = inspect(saved(folder, book), pack())
    after = workbook_with_results(inspection)
    for sheet in sheets:
        assert package_of(after).part(part_of(book, sheet)) == package_of(book).part(part_of(book, sheet))
    return [finding.message for finding in inspection.findings if finding.id == "RESULT-01"]


@pytest.mark.parametrize(
    ("name", "place", "said"),
    [
        ("校验结果.级别", "功能分类!$A$7:$A$66", "它的名称分散在“功能分类”“校验结果”几张表里"),
        ("校验结果.错误", "功能分类!$A$7", "它的名称分散在“校验结果”“功能分类”几张表里"),
        ("校验结果.问题", "校验结果!$A$8:$A$2000", "它的名称指到了别的列或别的行"),
        ("校验结果.问题", "校验结果!$C$2:$C$2000", "它的名称指到了别的列或别的行"),
    ],
)
def test_nothing_is_written_where_a_name_of_the_findings_has_moved(name, place, said, tmp_path):
    (message,) = left_alone(tmp_path, moved(name, place), "功能分类", "校验结果")
    assert message == f"工作表“校验结果”被改动过：{said}。为免覆盖填报的内容，没有往里写结果。"


@pytest.mark.parametrize(("name", "place"), [("得分", "功能分类!$C$7:$C$34"), ("总分", "收支总表!$B$6")])
def test_nothing_is_written_where_a_name_of_the_scores_has_moved(name, place, tmp_path):
    (message,) = left_alone(tmp_path, moved(f"评分表.{name}", place), "功能分类", "收支总表", "评分表")
    assert "几张表里" in message


def test_all_names_together_on_a_sheet_that_is_filled_in_are_no_result_sheet(tmp_path):
    text = package_of(silent_sample()).part(BOOK).decode()
    book = with_members(silent_sample(), {BOOK: text.replace("'校验结果'!", "'功能分类'!").encode()})
    (message,) = left_alone(tmp_path, book, "功能分类", "校验结果")
    assert "它的名称指到了“功能分类”表，那里是“功能分类." in message


def test_a_sheet_that_shares_its_part_with_another_is_not_written(tmp_path):
    relations = "xl/_rels/workbook.xml.rels"
    ours, theirs = (part_of(silent_sample(), sheet).removeprefix("xl/") for sheet in ("校验结果", "功能分类"))
    text = package_of(silent_sample()).part(relations).decode()
    book = with_members(silent_sample(), {relations: text.replace(f'"{ours}"', f'"{theirs}"').encode()})
    (message,) = left_alone(tmp_path, book, "功能分类")
    assert "它与“功能分类”在文件里共用一张表" in message


@pytest.mark.parametrize("place", ["单位概况!$B$4", "收支总表!$B$6", "填报说明!$A$1"])
def test_the_line_about_the_last_run_is_written_where_its_formula_stands(place, tmp_path):
    book = moved("校验结果.上次运行", place)
    assert left_alone(tmp_path, book, place.partition("!")[0]) == []


def test_where_names_have_moved_nothing_there_counts_as_an_explanation(tmp_path):
    book = moved("校验结果.审核说明", "功能分类!$B$7:$B$66")
    assert inspected(tmp_path, book).explanations == {}


def test_of_the_workbook_as_it_is_made_all_columns_are_there():
    structure = structure_of(silent_sample())
    for kind in (FindingsSection, ScorecardSection):
        section = section_of(pack().form, kind)
        assert len(areas_of(section, structure, pack())) == len(section.columns)
