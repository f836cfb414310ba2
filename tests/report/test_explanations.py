"""Explanations of warnings in the report, where the workbook wants them printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from workbook.books import BALANCED, Typed, after_run, inspected, typed
from workbook.books import silent_sample as sample
from workbook.results.test_result_sheets import explained

from jixiao.inspection import Inspection
from jixiao.report.language.explained import WRITTEN
from jixiao.report.word.projection import projection
from jixiao.reporting import reported
from jixiao.verifying import verify

WHY = "年中按财预〔2022〕10号文追加预算 22.52 万元。"
LEAD = "下列事项与审核要求不符，经核实情况属实，说明如下："
TOLD = f"经核实，本年数据与“整体支出没有超过年初预算”的审核要求不符，情况属实，原因是：{WHY}"
PRINTED: dict[str, Typed] = {"报告.审核说明": "是"}
OTHERS: dict[str, Typed] = {"文字材料.章节#80": "其他说明", "文字材料.正文#80": "本年机构合并。"}


def inspected_with(tmp_path: Path, text: str = WHY, **cells: Typed) -> Inspection:
    book = after_run(tmp_path, typed(sample(BALANCED), cells))
    return inspected(tmp_path, explained(book, "BUD-03", text))


def section(inspection: Inspection) -> list[str]:
    """What the report says under 其他需要说明的情况, up to the signature or the list of annexes."""
    _, made = reported(inspection)
    assert made is not None
    lines = projection(made.content).split("\n")
    start = next(number for number, line in enumerate(lines) if line.endswith("其他需要说明的情况"))
    rest = lines[start + 1 :]
    end = next(n for n, line in enumerate(rest) if line.startswith(("附件", "耒阳市")))
    return rest[:end]


@pytest.mark.parametrize("outline", ["大纲A", "大纲B"])
def test_they_are_printed_with_the_rule_that_was_not_met(tmp_path: Path, outline: str):
    inspection = inspected_with(tmp_path, **PRINTED, **{"报告.大纲": outline})
    assert section(inspection) == [TOLD]


@pytest.mark.parametrize("outline", ["大纲A", "大纲B"])
def test_they_stand_behind_what_else_there_is_to_say(tmp_path: Path, outline: str):
    inspection = inspected_with(tmp_path, **PRINTED, **OTHERS, **{"报告.大纲": outline})
    assert section(inspection) == ["本年机构合并。", TOLD]


def test_several_are_numbered(tmp_path: Path):
    inspection = inspected_with(tmp_path, **PRINTED)
    [told] = [finding for finding in inspection.findings if finding.explanation]
    other = replace(told, title="“三公”经费没有超过预算")
    lead, *items = section(replace(inspection, findings=(told, other)))
    assert (lead, [item[:4] for item in items]) == (LEAD, ["（一）与", "（二）与"])


@pytest.mark.parametrize("cells", [{}, {"报告.审核说明": "否"}])
def test_they_are_not_printed_where_the_workbook_does_not_want_it(tmp_path: Path, cells: dict[str, Typed]):
    assert section(inspected_with(tmp_path, **cells)) == ["（无）"]


def test_what_closes_nothing_is_not_printed(tmp_path: Path):
    assert section(inspected_with(tmp_path, "同上", **PRINTED)) == ["（无）"]


def test_the_report_is_read_back_and_verified_with_them(tmp_path: Path):
    inspection = inspected_with(tmp_path, **PRINTED)
    told, made = reported(inspection)
    assert made is not None
    assert [finding.id for finding in told.findings if finding.id.startswith("REPORT")] == []
    report = tmp_path / "报告.docx"
    report.write_bytes(made.content)
    assert verify(report, inspection).agrees
    assert not verify(report, inspected_with(tmp_path, "年中追加预算 99 万元。", **PRINTED)).agrees


def test_a_figure_in_an_explanation_is_traced_to_it(tmp_path: Path):
    _, made = reported(inspected_with(tmp_path, **PRINTED))
    assert made is not None
    [source] = [each.value.source for each in made.printed if str(each.value) == WHY.rstrip("。")]
    assert (source.working, source.term) == (WRITTEN, "审核说明.说明")
