"""The table of contents: off as shipped; switched on it lists the headings with links to them."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from report.filled import PACK, THE_2022_REPORT, record, scorecard
from report.opened import Opened

from jixiao.report.making import ReportMaker
from jixiao.report.word.wordml import w


@pytest.fixture
def with_contents(tmp_path: Path) -> Opened:
    """The 2022 report of a pack whose report.toml says contents = true."""
    reports = shutil.copytree(PACK.reports, tmp_path / "reports")
    words = reports / "report.toml"
    words.write_text(words.read_text("utf-8").replace("contents = false", "contents = true"), "utf-8")
    maker = ReportMaker(replace(PACK, reports=reports))
    return Opened(maker.make(record(THE_2022_REPORT), scorecard(), draft=False))


def entries(document: Opened) -> list[str]:
    return [
        said(paragraph)
        for paragraph in document.body
        if style(paragraph).startswith("TOC") and is_entry(paragraph)
    ]


def style(paragraph: object) -> str:
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")  # type: ignore[attr-defined]
    return "" if found is None else found.get(w("val"))


def is_entry(paragraph: object) -> bool:
    return paragraph.find(w("hyperlink")) is not None  # type: ignore[attr-defined]


def said(paragraph: object) -> str:
    return "".join(text.text or "" for text in paragraph.iter(w("t")))  # type: ignore[attr-defined]


def test_the_shipped_report_has_no_contents() -> None:
    content = ReportMaker(PACK).make(record(THE_2022_REPORT), scorecard(), draft=False)
    assert not entries(Opened(content))


def test_the_contents_list_two_levels_of_headings_and_the_annexes_in_order(with_contents: Opened) -> None:
    listed = {"Heading1", "Heading2", "附件标题"}
    headings = [said(paragraph) for paragraph in with_contents.body if style(paragraph) in listed]
    assert entries(with_contents) == headings
    assert headings[0] == "一、部门、单位基本情况"
    assert headings[-1] == "2022年度部门整体支出绩效评价指标评分表"


def test_each_entry_leads_to_a_bookmark_at_its_heading(with_contents: Opened) -> None:
    marks = {
        mark.get(w("name")): said(mark.getparent()) for mark in with_contents.body.iter(w("bookmarkStart"))
    }
    links = {link.get(w("anchor")): said(link) for link in with_contents.body.iter(w("hyperlink"))}
    assert links == marks
    ids = [mark.get(w("id")) for mark in with_contents.body.iter(w("bookmarkStart"))]
    assert len(ids) == len(set(ids))


def test_word_is_told_to_fill_in_the_pages_and_none_are_invented(with_contents: Opened) -> None:
    signs = list(with_contents.body.iter(w("fldChar")))
    kinds = [sign.get(w("fldCharType")) for sign in signs]
    assert signs[0].get(w("dirty")) == "true"
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    assert not any(entry[-1].isdigit() for entry in entries(with_contents))


def test_the_text_begins_on_a_page_of_its_own(with_contents: Opened) -> None:
    elements = list(with_contents.body)
    first = next(nth for nth, element in enumerate(elements) if style(element) == "Heading1")
    assert elements[first - 1].find(f".//{w('br')}").get(w("type")) == "page"
