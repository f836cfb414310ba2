"""Comments stand at the places of findings, however the text is cut into runs, and nothing else changes."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from documents.word_files import cell, paragraph, table, word_file
from lxml import etree

from jixiao.audit.audit import audit
from jixiao.audit.document.finding import AuditFinding
from jixiao.audit_results.word_copy import MarkedCopy, marked_word_copy
from jixiao.documents.reading import read_document, read_word_package
from jixiao.model.errors import UnusableInput
from jixiao.report.word.wordml import w

TITLE = paragraph("2023年度部门决算情况说明")
WRONG = "本年支出合计300.50万元，其中：基本支出200.20万元；项目支出110.30万元。"


def runs(*texts: str) -> str:
    return f"<w:p>{''.join(f'<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>' for text in texts)}</w:p>"


def marked(file: Path) -> MarkedCopy:
    return marked_word_copy(read_word_package(file), findings(file))


def findings(file: Path) -> tuple[AuditFinding, ...]:
    return audit(read_document(file)).findings


def said(file: Path, copy: MarkedCopy) -> list[tuple[str, str]]:
    """The stretch that each comment stands at, and what it says."""
    out = file.with_name("out.docx")
    out.write_bytes(copy.content)
    with ZipFile(out) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
        if "word/comments.xml" not in archive.namelist():
            return []
        comments = etree.fromstring(archive.read("word/comments.xml"))
    texts = {one.get(w("id")): "".join(one.itertext()) for one in comments}
    stretches: dict[str, str] = {}
    begun: set[str] = set()
    for element in document.iter():
        if element.tag == w("commentRangeStart"):
            begun.add(element.get(w("id")))
            stretches[element.get(w("id"))] = ""
        elif element.tag == w("commentRangeEnd"):
            begun.remove(element.get(w("id")))
        elif element.tag == w("t"):
            for number in begun:
                stretches[number] += element.text or ""
    assert begun == set()
    assert stretches.keys() == texts.keys()
    return [(stretch, texts[number]) for number, stretch in stretches.items()]


@pytest.mark.parametrize("cuts", [(WRONG,), tuple(WRONG), (WRONG[:8], WRONG[8:30], WRONG[30:])])
def test_a_figure_is_marked_however_its_paragraph_is_cut_into_runs(tmp_path: Path, cuts: tuple[str, ...]):
    file = word_file(tmp_path / "报告.docx", TITLE + runs(*cuts))
    [(stretch, words)] = said(file, marked(file))
    assert stretch == "300.50万元"
    assert words.startswith("第1条（错误）")
    assert "310.50万元" in words


def test_the_copy_reads_as_the_report_does(tmp_path: Path):
    file = word_file(tmp_path / "报告.docx", TITLE + runs(*WRONG))
    (tmp_path / "copy.docx").write_bytes(marked(file).content)
    assert read_document(tmp_path / "copy.docx").blocks == read_document(file).blocks


def test_a_figure_in_a_second_paragraph_of_a_cell_is_marked_there(tmp_path: Path):
    rows = [["项目", "预算数（万元）", "决算数（万元）"], ["基本支出", "100.00", "90.00"]]
    rows.append(["项目支出", "50.00", "45.00"])
    last = f"<w:tc><w:tcPr/>{paragraph(' ')}{paragraph('  160.00 ')}</w:tc>{cell('135.00')}"
    body = table(*("".join(map(cell, row)) for row in rows), cell("合计") + last)
    file = word_file(tmp_path / "报告.docx", TITLE + body)
    stretches = [stretch for stretch, _ in said(file, marked(file))]
    assert "160.00" in stretches
    assert len(stretches) == len(set(stretches)) > 1  # those that it follows from, once in each row


def test_a_report_without_findings_stays_as_it_is(tmp_path: Path):
    file = word_file(tmp_path / "报告.docx", TITLE + paragraph("本单位没有这项支出。"))
    assert marked(file) == MarkedCopy(file.read_bytes())


def test_a_place_in_a_text_box_is_marked_around_the_box(tmp_path: Path):
    """Word opens no file with a comment inside of one."""
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph(WRONG)}</w:txbxContent></w:pict></w:r></w:p>"
    file = word_file(tmp_path / "报告.docx", TITLE + box)
    [(stretch, words)] = said(file, marked(file))
    assert stretch == WRONG
    assert words.startswith("第1条")


def test_a_minus_that_is_an_element_of_its_own_hinders_no_mark(tmp_path: Path):
    text = "<w:p><w:r><w:t>比上年减少2.00万元，增长</w:t><w:noBreakHyphen/><w:t>20.00%。</w:t></w:r></w:p>"
    file = word_file(tmp_path / "报告.docx", TITLE + paragraph(WRONG) + text)
    copy = marked(file)
    assert copy.unplaced == ()


def test_comments_that_are_there_stay(tmp_path: Path):
    theirs = '<w:comments><w:comment w:id="3" w:author="甲"><w:p/></w:comment></w:comments>'
    file = word_file(tmp_path / "报告.docx", TITLE + paragraph(WRONG), comments=theirs)
    with ZipFile((tmp_path / "copy.docx"), "w") as out, ZipFile(file) as archive:
        for name in archive.namelist():
            out.writestr(name, archive.read(name))
    (tmp_path / "copy.docx").write_bytes(marked(file).content)
    with ZipFile(tmp_path / "copy.docx") as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
    assert [one.get(w("id")) for one in comments] == ["3", "4"]


def test_a_broken_part_for_comments_is_said(tmp_path: Path):
    file = word_file(tmp_path / "报告.docx", TITLE + paragraph(WRONG))
    with ZipFile(file, "a") as archive:
        archive.writestr("word/comments.xml", "<w:comments")
    with pytest.raises(UnusableInput, match=r"报告\.docx"):
        marked(file)


def test_what_is_said_cannot_become_markup(tmp_path: Path):
    evil = WRONG.replace("项目支出", "&lt;/w:t&gt;&lt;b&gt;支出")
    file = word_file(tmp_path / "报告.docx", TITLE + paragraph(evil))
    assert len(said(file, marked(file))) >= 1
