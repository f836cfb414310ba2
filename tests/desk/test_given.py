from pathlib import Path

import pytest
from docx import Document

from jixiao.desk.examining import Orders
from jixiao.desk.given import check_given, check_outside, check_places
from jixiao.desk.letters.sender import Sender
from jixiao.model.errors import UnusableInput


def word(file: Path, text: str) -> Path:
    document = Document()
    document.add_paragraph(text)
    document.save(str(file))
    return file


@pytest.mark.parametrize("text", ["{{ 不存在 }}", "{% for x in %}", "{{ 1/0 }}", "{{ 1 + '1' }}"])
def test_a_letter_that_cannot_be_filled_is_told_before_the_work(tmp_path: Path, text: str) -> None:
    file = word(tmp_path / "模板.docx", text)
    with pytest.raises(UnusableInput, match="”用不了"):
        check_given(Orders("", sender=Sender(template=str(file))))


def test_what_is_no_word_file_and_rules_that_are_none_are_told(tmp_path: Path) -> None:
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"junk")
    missing = str(tmp_path / "没有.docx")
    for orders, said in (
        (Orders("", sender=Sender(template=str(bad))), "^通知模板“坏.docx”不是 Word 文档"),
        (Orders("", sender=Sender(template=missing)), "^找不到通知模板“"),
        (Orders("", template=str(bad)), "^报告模板“坏.docx”不是 Word 文档"),
        (Orders("", rules=(str(bad),)), "坏"),
    ):
        with pytest.raises(UnusableInput, match=said):
            check_given(orders)


def test_what_fits_one_of_the_forms_is_taken(tmp_path: Path) -> None:
    file = word(tmp_path / "模板.docx", "{{ 单位 }}：{{ 错误数 }}")
    check_given(Orders("", template="大纲B", sender=Sender(template=str(file))))


def test_results_and_sums_lie_apart_from_the_files_of_the_units(tmp_path: Path) -> None:
    units, results = tmp_path / "上报", tmp_path / "上报" / "审核结果"
    check_places(units, results)
    check_outside(units, tmp_path / "全县.xlsm", results)
    check_outside(units, results / "全县.xlsm", results)
    with pytest.raises(UnusableInput, match="中间"):
        check_places(units, units)
    with pytest.raises(UnusableInput, match="审核结果"):
        check_places(results / "结果", results)
    with pytest.raises(UnusableInput, match="中间"):
        check_outside(units, units / "甲" / "全县.xlsm", results)
