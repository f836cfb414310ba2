"""What we write opens without repair: well-formed, unique ids, relationships resolved; LibreOffice agrees."""

import subprocess
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest
from report.filled import THE_2022_REPORT, report
from report.opened import TEMPLATES
from report.small import docx, filled_document, paragraph
from report.sound import faults

from jixiao.building.samples import samples

TEXTS = (
    "{{ 7*7 }}{% for a in b %}{# x #}",
    "</w:t></w:r></w:p><w:p>&amp;<b>R&D]]>",
    "一\n\n二\r\n三\t四",
    "长" * 30000,
    "甲\x00\x0b\x1f乙\ud800丙\uffff丁",
    "𠮷野家😀👨‍👩‍👧🇨🇳㐀",
    "_x000D_ _x005F_",
    "\u200fשלום\u202eabc\u202c",
)
REPORTS = [sample.report for sample in samples() if sample.report.exists()]


@pytest.mark.parametrize("path", [*REPORTS, *TEMPLATES], ids=lambda path: path.name)
def test_reports_of_the_samples_and_templates_are_sound(path: Path) -> None:
    assert faults(path.read_bytes()) == []


@pytest.mark.parametrize("typed", TEXTS, ids=range(len(TEXTS)))
def test_a_report_is_sound_whatever_stands_in_the_cells(typed: str) -> None:
    texts = [{"章节": "部门职责", "正文": typed}, {"章节": "存在的问题", "正文": typed}]
    entries = {**THE_2022_REPORT, "单位.名称": typed, "单位.简称": typed, "文字材料": texts}
    assert faults(report(entries)) == []


def test_the_checker_finds_what_word_would_complain_of() -> None:
    broken = docx(
        paragraph("甲").replace("<w:r>", '<w:bookmarkStart w:id="1" w:name="a"/><w:r>'),
        "<w:tbl><w:tr><w:tc></w:tc></w:tr></w:tbl>",
        more={"word/lost.bin": "x"},
    )
    found = "\n".join(faults(broken))
    assert "bookmarkStart 1 without its other half" in found
    assert "a cell that does not end in a paragraph" in found
    assert "word/lost.bin: no content type" in found


def test_libreoffice_shows_every_text_as_typed(office: ModuleType, tmp_path: Path) -> None:
    typed = ("{{ 7*7 }}{% x %}", "</w:t>&amp;<b>R&D", "𠮷㐀", "_x000D_", "末" * 3000)
    path = tmp_path / "texts.docx"
    rows = [{"名称": text} for text in typed]
    blocks = ["{%p for 行 in 内设股室 %}", "{{ 行.名称 }}。", "{%p endfor %}"]
    path.write_bytes(filled_document(*blocks, entries={"内设股室": rows}))
    pdf = office.to_pdf([path], tmp_path / "out")[0]
    said = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True).stdout
    shown = unicodedata.normalize("NFKC", "".join(said.decode().split()))
    for text in typed:
        assert "".join(text.split()) in shown
