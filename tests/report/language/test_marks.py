"""The marks around printed values leave nothing behind, and tell where each value stands."""

import io
import zipfile

import pytest
from report.filled import PACK, record, scorecard
from report.small import ENVIRONMENT, PHRASES, STYLE, filled, paragraph, prepared, reports_of_samples

from jixiao.building.samples import Sample
from jixiao.pipeline import inspect
from jixiao.report.language import marks
from jixiao.report.language.context import context_of
from jixiao.report.language.marks import CLOSE, NO_MARKS, OPEN, escaped
from jixiao.report.making import ReportMaker
from jixiao.report.proof.occurrences import Occurrence
from jixiao.report.rendering import Renderer


def printed(*blocks: str, entries: dict[str, object]) -> tuple[Occurrence, ...]:
    context = context_of(record(entries), scorecard(), PACK, STYLE, draft=False)
    report = Renderer(ENVIRONMENT, PHRASES).rendered(prepared(*blocks), context, "试.docx")
    return report.printed


def places(found: tuple[Occurrence, ...]) -> list[tuple[int, int, str]]:
    return [(each.paragraph, each.start, each.text) for each in found]


@pytest.mark.parametrize(("sample", "outline"), reports_of_samples(), ids=str)
def test_the_report_is_the_same_wherever_the_marks_stand(
    sample: Sample, outline: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspection = inspect(sample.workbook)
    maker = ReportMaker(inspection.pack, outline)
    usual = maker.make(inspection.record, inspection.scorecard, draft=inspection.draft)
    monkeypatch.setattr(marks, "_between", lambda code, text: f"{OPEN}{code}{CLOSE}{escaped(text)}")
    assert maker.make(inspection.record, inspection.scorecard, draft=inspection.draft) == usual


def test_no_mark_is_left_in_any_part() -> None:
    report = ReportMaker(PACK).make(record({"单位.名称": "第3\n中心 "}), scorecard(), draft=True)
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        for name in archive.namelist():
            assert not NO_MARKS.search(archive.read(name).decode("utf-8", "replace")), name


def test_each_value_is_found_in_its_paragraph_behind_the_heading_number() -> None:
    found = printed(paragraph("共{{ 支出.合计 }}", "Heading1"), entries={"支出.合计": "5"})
    assert places(found) == [(0, 0, "一、"), (0, 3, "5")]
    assert [each.value is None for each in found] == [True, False]


def test_a_text_of_several_lines_is_found_in_each_of_its_paragraphs() -> None:
    found = printed("前{{ 单位.名称 }}后", entries={"单位.名称": "甲1\n乙 2\t丙"})
    assert places(found) == [(0, 1, "甲1"), (1, 0, "乙 2\t丙")]


def test_escaped_text_is_counted_as_it_reads() -> None:
    found = printed("R&D<{{ 单位.名称 }}>{{ 支出.合计 }}", entries={"单位.名称": "<3&", "支出.合计": "5"})
    assert places(found) == [(0, 4, "<3&"), (0, 8, "5")]


def test_the_parts_of_a_phrase_are_found_one_by_one() -> None:
    entries = {"支出.合计": "346.08", "上年支出.合计": "350.63"}
    found = printed(
        "{{ 同比(支出.合计, 上年支出.合计, 单位.名称) }}", entries=entries | {"单位.名称": "减少2人"}
    )
    assert [each.text for each in found] == ["4.55", "1.3%", "减少2人"]


def test_to_a_template_a_printed_text_is_plain() -> None:
    tag = "{% if 支出.合计|万元 == '5万元' %}{{ (支出.合计|万元)|length }}{% endif %}"
    assert filled(tag, entries={"支出.合计": "5"}) == "3"
