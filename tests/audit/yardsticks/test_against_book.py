"""Our own report agrees with its workbook; one changed figure is found; what may be another is not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from audit.reports import report
from msgspec.structs import replace

from jixiao.audit.audit import audit
from jixiao.audit.document.finding import AuditFinding, AuditKind
from jixiao.audit.yardsticks.against_book import yardstick_of_book
from jixiao.audit.yardsticks.known import Moment, Yardstick
from jixiao.building.samples import samples
from jixiao.documents.document import SourceDocument, SourceParagraph
from jixiao.documents.reading import read_document
from jixiao.pipeline import inspect

SAMPLES = {sample.values.stem: sample.workbook for sample in samples()}


@cache
def yardstick(name: str) -> Yardstick:
    return yardstick_of_book(inspect(SAMPLES[name]))


@cache
def own_report(name: str) -> SourceDocument:
    return read_document(SAMPLES[name].with_suffix(".report.docx"))


def replaced(document: SourceDocument, old: str, new: str) -> SourceDocument:
    """The same with one piece of its text changed, where it stands first."""
    blocks = list(document.blocks)
    for number, block in enumerate(blocks):
        if isinstance(block, SourceParagraph) and old in block.text:
            blocks[number] = replace(block, text=block.text.replace(old, new, 1))
            return replace(document, blocks=tuple(blocks))
    raise AssertionError(old)


def by_hand(*lines: str) -> SourceDocument:
    """A report of the year of the workbook."""
    document = report("2022年度部门整体支出绩效自评报告", *lines)
    return replace(document, blocks=document.blocks[1:])


def found(document: SourceDocument, name: str) -> list[AuditFinding]:
    """What differs from the workbook."""
    every = audit(document, (yardstick(name),)).findings
    return [one for one in every if one.kind is AuditKind.BOOK]


@pytest.mark.parametrize(
    ("name", "least"), [("leiyang-2022-balanced", 80), ("leiyang-2022", 80), ("training-project-2024", 8)]
)
def test_a_report_of_our_own_agrees_with_its_workbook(name: str, least: int):
    plain, held = audit(own_report(name)), audit(own_report(name), (yardstick(name),))
    assert held.findings == plain.findings
    assert held.relations - plain.relations >= least


@pytest.mark.parametrize(
    ("old", "new", "needed"),
    [
        ("本年收入合计346.08万元", "本年收入合计364.08万元", "346.08万元"),
        ("工资福利支出307.91万元", "工资福利支出370.91万元", "307.91万元"),
        ("公用经费38.17万元", "公用经费37.17万元", "38.17万元"),
        ("公务接待费0.62万元", "公务接待费0.26万元", "0.62万元"),
        ("期末滚存结余580.51万元", "期末滚存结余508.51万元", "580.51万元"),
        ("实有在职人员共31人", "实有在职人员共13人", "31人"),
        ("比上年减少0.28万元", "比上年减少0.82万元", "0.28万元"),
        ("部门整体支出年初预算323.56万元", "部门整体支出年初预算332.56万元", "323.56万元"),
    ],
)
def test_one_changed_figure_is_found_once(old: str, new: str, needed: str):
    name = "leiyang-2022-balanced"
    [one] = found(replaced(own_report(name), old, new), name)
    assert new.endswith(one.stated)
    assert one.computed == needed


def test_what_breaks_only_because_of_it_follows_from_it():
    name = "leiyang-2022-balanced"
    changed = replaced(own_report(name), "公用经费38.17万元", "公用经费31.17万元")
    [one] = audit(changed, (yardstick(name),)).findings
    assert (one.kind, one.stated) == (AuditKind.BOOK, "31.17万元")
    assert [each.kind for each in one.consequences] == [AuditKind.SUM]


def test_a_report_that_somebody_wrote_by_hand():
    line = (
        "全年总的情况是：本年支出合计346万元，其中：基本支出346.08万元，项目支出0万元。"
        "公务接待费6500元，比上年减少0.25万元。"
    )
    assert [(one.stated, one.computed) for one in found(by_hand(line), "leiyang-2022-balanced")] == [
        ("6500元", "6200元"),
        ("0.25万元", "0.28万元"),
    ]


@pytest.mark.parametrize(
    ("line", "right", "wrong", "needed"),
    [
        ("2022年度支出合计346.08万元，其中人员经费{}万元。", "307.91", "309.71", "307.91万元"),
        ("2022年支出346.08万元，比上年{}万元减少4.55万元。", "350.63", "350.36", "350.63万元"),
        ("2022年支出346.08万元，比上年350.63万元减少4.55万元，下降{}%。", "1.30", "1.22", "1.3%"),
        ("支出合计346.08万元。与上年支出{}万元相比减少4.55万元。", "350.63", "350.36", "350.63万元"),
        ("2022年“三公”经费1.70万元，上年为{}万元。", "2.10", "2.01", "2.10万元"),
        ("支出合计346.08万元。年初预算{}万元，年中追加22.52万元。", "323.56", "323.65", "323.56万元"),
        ("年初预算323.56万元，年中追加{}万元，全年预算346.08万元。", "22.52", "22.43", "22.52万元"),
        ("我馆核定编制31名，实有在职{}人。", "31", "30", "31人"),
    ],
)
def test_the_ways_in_which_hands_write_it(line: str, right: str, wrong: str, needed: str):
    assert found(by_hand(line.format(right)), "leiyang-2022-balanced") == []
    told = found(by_hand(line.format(wrong)), "leiyang-2022-balanced")
    assert needed in [one.computed for one in told]


def test_an_amount_before_a_paragraph_that_is_less_than_its_parts_is_not_their_whole():
    classes = "按功能分类，社会保障和就业支出307.75万元、卫生健康支出{}万元、住房保障支出18.44万元。"
    before = "2022年“三公”经费1.70万元，上年为2.10万元。"
    assert found(by_hand(before, classes.format("19.89")), "leiyang-2022-balanced") == []
    [one] = found(by_hand(before, classes.format("18.99")), "leiyang-2022-balanced")
    assert one.computed == "19.89万元"


def test_many_slips_are_told_one_by_one():
    line = "支出合计346.08万元，其中人员经费309.71万元，公用经费36.37万元。"
    line += "与上年支出350.36万元相比减少4.28万元。"
    more = "我馆实有在职30人。2022年“三公”经费1.07万元。"
    assert len(found(by_hand(line, more), "leiyang-2022-balanced")) >= 6


@pytest.mark.parametrize(
    "line",
    [
        "教育支出120万元，其中：基本支出100万元，项目支出20万元。",
        "某业务专项10万元，其中：差旅费5万元。",
        "政府性基金预算支出情况。其中基本支出5万元。",
        "一般公共预算支出346.08万元，其中：差旅费5万元。",
        "公务接待费预算0.85万元，支出0.62万元。",
        "组织培训3期，培训费支出0.5万元用于外聘教师。",
        "乡镇站点改造项目：预算10万元，支出合计9.5万元。",
        "2021年本年收入合计350.63万元，基本支出350.63万元。",
        "2023年预算收入合计360万元，基本支出360万元。",
        "2022年度一般公共预算基本支出346.08万元。按经济分类看：工资福利支出300.91万元；商品和服务支出38.17万元。",
        "上半年本年支出合计170万元。",
        "2021年度基本支出350.63万元。",
        "基本支出约350万元。",
        "下属单位基本支出100万元。",
        "年初预算332.65万元。",
        "免费开放项目年初预算60万元，年中追加5万元。",
        "支出合计346.08万元。“三公”经费方面，年初预算2万元，年中追加1万元。",
        "支出合计346.08万元。公务接待费0.62万元，年初预算0.58万元。",
        "收入合计346.08万元。年初预算323.56万元，年中追加30万元，年中追减7.48万元。",
        "支出合计346.08万元。免费开放，年初预算60万元。",
        "支出合计346.08万元。年初预算323.56万元，年中追加20万元，年底追加2.52万元。",
        "局机关核定编制25名，实有在职20人。",
        "实有在职在编人员28人。",
        "支出合计346.08万元。免费开放补助约50万元，年初预算60万元。",
        "支出合计400万元，其中人员经费309.71万元。",
        "教育支出100万元，比上年90万元增加10万元。",
        "支出合计346.08万元，其中：差旅费5万元，上年为4万元。",
        "某项目支出合计9.5万元，比上年8万元增加1.5万元。",
        "业务专项支出9.5万元，与上年支出8万元相比增加1.5万元。",
    ],
)
def test_what_may_be_something_else_is_not_told(line: str):
    assert found(by_hand(line), "leiyang-2022-balanced") == []


def test_another_year_is_told_and_nothing_compared(tmp_path: Path):
    document = replaced(own_report("leiyang-2022-balanced"), "本年收入合计346.08", "本年收入合计364.08")
    held = audit(document, (yardstick("training-project-2024"),))
    [one] = [finding for finding in held.findings if finding.kind is AuditKind.BOOK]
    assert one.id == "BOOK-YEAR"
    assert "2022年" in one.message
    assert "2024年" in one.message


def test_a_workbook_of_somebody_else_is_told_once():
    lines = tuple(
        f"本年{one}万元。" for one in ("收入合计9", "支出合计8", "基本支出7", "人员经费5", "公用经费2")
    )
    document = by_hand(*lines)
    [one] = found(document, "leiyang-2022-balanced")
    assert (one.id, len(one.consequences)) == ("BOOK-OTHER", 5)


def test_the_budget_of_the_projects_is_the_one_at_the_beginning_of_the_year():
    figures = [one for one in yardstick("leiyang-2022-balanced").figures if one.whence == "基础数据表!C15"]
    assert {one.moment for one in figures} == {Moment.INITIAL}
