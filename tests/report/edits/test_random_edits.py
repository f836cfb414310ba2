"""Random work in Word, random figures: every edit is in the new report or a comment, no figure is wrong."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.edits.worked_on import FIGURES, MADE, comments, lines, paragraph, rewritten
from report.filled import PACK, THE_2022_REPORT, record, scorecard
from volume import volume

from jixiao.model.fact import Kind
from jixiao.report.edits.carrying import carry_over
from jixiao.report.making import ReportMaker
from jixiao.report.proof.differences import compare_reports
from jixiao.report.proof.origins import Origin
from jixiao.report.word.reading import read_document

MAKER = ReportMaker(PACK)
TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*[一-鿿][^<]*)(</w:t>)")
PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|<w:sectPr|<w:drawing).)*?</w:p>", re.DOTALL)
AMOUNTS = (
    "收入.合计",
    "支出.合计",
    "支出.基本支出",
    "一般公共预算.收入",
    "基本支出.人员经费",
    "结转结余.年初",
)

places = st.lists(st.floats(0, 1, exclude_max=True), max_size=4)


def in_words(xml: str, place: float, marker: str) -> str:
    """Somebody puts a word into a run, in front of, behind or between the characters that are there."""
    runs = list(TEXT.finditer(xml))
    run = runs[int(place * len(runs))]
    at = int(place * 1000) % (len(run[2]) + 1)
    if re.search(r"&[^;]*$", run[2][:at]):
        at = 0
    return f"{xml[: run.start(2)]}{run[2][:at]}{marker}{run[2][at:]}{xml[run.end(2) :]}"


def added(xml: str, place: float, marker: str) -> str:
    """A paragraph of hers behind a random one of the body."""
    ends = [match.end() for match in PARAGRAPH.finditer(xml) if not inside_table(xml, match.start())]
    at = ends[int(place * len(ends))]
    return f"{xml[:at]}{paragraph(marker)}{xml[at:]}"


def deleted(xml: str, place: float) -> tuple[str, str]:
    """A random paragraph of the body is gone."""
    found = [
        match
        for match in PARAGRAPH.finditer(xml)
        if TEXT.search(match[0]) and not inside_table(xml, match.start())
    ]
    gone = found[int(place * len(found))]
    return xml[: gone.start()] + xml[gone.end() :], "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", gone[0]))


def inside_table(xml: str, at: int) -> bool:
    return xml.count("<w:tbl>", 0, at) > xml.count("</w:tbl>", 0, at)


@pytest.mark.volume
@settings(max_examples=volume(60, 12))
@given(
    words=places,
    paragraphs=places,
    gone=st.lists(st.floats(0, 1, exclude_max=True), max_size=2),
    amounts=st.dictionaries(st.sampled_from(AMOUNTS), st.integers(0, 10**9), max_size=4),
    rows=st.integers(1, 4),
)
def test_every_edit_is_in_the_new_report_or_in_a_comment(words, paragraphs, gone, amounts, rows):
    facts = THE_2022_REPORT | {term: str(Decimal(cents) / 100) for term, cents in amounts.items()}
    facts = facts | {"功能分类": list(facts["功能分类"])[:rows]}
    new = MAKER.made(record(facts), scorecard(), draft=False)
    markers: list[str] = []
    lost: list[str] = []

    def work(xml: str) -> str:
        for place in gone:
            xml, text = deleted(xml, place)
            lost.append(text)
        for place in words:
            markers.append(f"甲{len(markers)}乙")
            xml = in_words(xml, place, markers[-1])
        for place in paragraphs:
            markers.append(f"丙{len(markers)}丁")
            xml = added(xml, place, markers[-1])
        return f"{xml}\n"

    worked_on = rewritten(MADE, work)
    done = carry_over(new.content, worked_on, FIGURES)
    assert done is not None
    hers = "\n".join(lines(worked_on))
    text, said = "\n".join(lines(done.content)), comments(done.content)
    for marker in filter(hers.__contains__, markers):  # one may have torn another apart
        assert marker in text or marker in said, marker
    for each in lost:
        now, done_now, before = (lines(one).count(each) for one in (new.content, done.content, MADE))
        told = "已经删去" in said or "改动过" in said  # if hers stands there instead, it is one change
        given_way = now < before or not now  # （无） to a figure that there is this time
        assert done_now < now or given_way or told, each
    compared = compare_reports(
        read_document(new.content, "新"), new.printed, read_document(done.content, "合"), FIGURES
    )
    assert [each for each in compared.figures if each.origin and not dated(each.origin)] == []


def dated(origin: Origin) -> bool:
    """True for a year or a date: no figure, so a paragraph that has only that may be deleted."""
    return all(fact.kind in (Kind.YEAR, Kind.DATE) for fact in origin.facts)
