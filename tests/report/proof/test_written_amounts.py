"""Amounts in the texts of a workbook: those that no cell has are told, with what they may have been."""

import time
from decimal import Decimal

import pytest
from msgspec.structs import replace
from report.filled import PACK, fact, record, scorecard
from report.small import PHRASES, STYLE

from jixiao.model.fact import Fact, Kind, Place, Record
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.report.language.texts import SourcedText
from jixiao.report.language.values import Figure
from jixiao.report.making import ReportMaker
from jixiao.report.proof.numbers import Figures
from jixiao.report.proof.occurrences import Occurrence
from jixiao.report.proof.written_amounts import MOST, unknown_amounts
from jixiao.report.word.parts import DOCUMENT

MAKER = ReportMaker(PACK)
MONEY = {
    "单位.年度": "2022",
    "一般公共预算.支出": "346.08",
    "上年一般公共预算.支出": "350.63",
    "支出.合计": "346.08",
}


def doubts(text: str, facts: Record | None = None) -> tuple[Finding, ...]:
    """What is said about the amounts in a text that was printed."""
    typed = SourcedText(text, fact("文字材料.正文", text))
    printed = [Occurrence(DOCUMENT, 0, 0, len(text), text, typed)]
    return unknown_amounts(printed, facts or record(MONEY), Figures(STYLE.figures), PHRASES.numerals)


def test_a_text_of_amounts_without_end_is_read_in_a_moment() -> None:
    begun = time.process_time()
    assert len(doubts("支出1.07万元，" * 30_000)) == 1
    assert len(doubts("".join(f"支出{number}.07万元，" for number in range(30_000)))) == MOST
    assert time.process_time() - begun < 8  # it takes one second, and took a minute


@pytest.mark.parametrize("sign", ["9", "a", "\n", "1 "])
def test_a_text_of_one_sign_without_end_is_read_in_a_moment(sign: str) -> None:
    begun = time.process_time()
    doubts(f"{sign * 50_000}1.07万元")
    assert time.process_time() - begun < 4  # it takes a tenth of a second, and took a minute


def in_a_report(text: str) -> tuple[Finding, ...]:
    """The same in one paragraph of the narrative of a whole report."""
    facts = record(MONEY | {"文字材料": [{"章节": "部门预算管理", "正文": text}]})
    return MAKER.read_back(MAKER.made(facts, scorecard(), draft=False), facts)


@pytest.mark.parametrize(
    "text",
    [
        "全年支出346.08万元。",
        "全年支出3460800元，约346.1万元，约0.03亿元。",
        "比上年减少4.55万元，下降1.3%。",
        "办理12件，共5天，满意度96.5%，见财预〔2020〕10号。",
        "全年支出846。08 万元，收入846,80万元。",
    ],
)
def test_amounts_of_cells_and_of_the_report_raise_no_doubt(text: str) -> None:
    assert in_a_report(text) == ()


def test_what_is_told_of_a_text_is_told_of_a_report():
    assert in_a_report("全年支出346.80万元。") == doubts("全年支出346.80万元。") != ()


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("全年支出346.80万元。", "像是写错了：“本年支出合计（本年数）”是346.08万元。"),
        ("本年支出合计364.08万元。", "像是写错了：“本年支出合计（本年数）”是346.08万元。"),
        ("本年支出合计346.08元。", "像是单位写错了：“本年支出合计（本年数）”是346.08万元。"),
    ],
)
def test_an_amount_that_looks_like_a_slip_of_another_is_a_warning(text: str, likely: str) -> None:
    [doubt] = doubts(text)
    assert (doubt.id, doubt.severity, doubt.label) == ("REPORT-04", Severity.WARNING, "正文")
    assert doubt.message.endswith(f"工作簿里没有这个金额。{likely}")


@pytest.mark.parametrize("text", ["节约资金20万元。", "全年支出352万元。"])
def test_an_amount_that_is_like_no_other_is_a_note_and_stops_nothing(text: str) -> None:
    [doubt] = doubts(text)
    assert (doubt.severity, doubt.open) == (Severity.NOTE, False)
    assert doubt.message.endswith("工作簿里没有这个金额。")


def test_no_number_is_cut_in_the_words_around_an_amount() -> None:
    [doubt] = doubts("截至年末累计办理业务1234567笔，节约资金20万元，其中本级7654321元。")[:1]
    assert "文字“…务1234567笔，节约资金20万元，其中本级…”里的20万元" in doubt.message
    [doubt] = doubts("23笔，节约资金20万元，甲 乙")
    assert "文字“23笔，节约资金20万元，甲乙”里的20万元" in doubt.message
    [doubt] = doubts(f"{'甲' * 20}5678笔，共节约资金用于民生20万元")
    assert "文字“…笔，共节约资金用于民生20万元”里的20万元" in doubt.message


def test_goals_of_projects_may_name_amounts_of_their_own() -> None:
    project = {"项目名称": "甲", "全年预算数": "10", "全年执行数": "10"}
    goal = {
        "项目名称": "甲",
        "一级指标": "产出指标",
        "年度指标值": "≤5万元",
        "实际完成值": "4.8万元",
        "分值": "90",
        "得分": "90",
    }
    facts = record(MONEY | {"项目自评": [project], "项目指标": [goal]})
    maker = ReportMaker(PACK, "大纲B")
    assert maker.read_back(maker.made(facts, scorecard(), draft=False), facts) == ()


def test_an_amount_written_twice_in_a_cell_is_named_once() -> None:
    assert len(doubts("先用20万元，再用20万元，又用30万元。")) == 2


def label(text: str) -> str:
    return doubts(text)[0].message


def test_what_is_told_of_an_amount():
    [doubt] = doubts("全年支出346.80万元。")
    assert doubt == Finding(
        id="REPORT-04",
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label="正文",
        message="文字“全年支出346.80万元。”里的346.80万元，工作簿里没有这个金额。"
        "像是写错了：“本年支出合计（本年数）”是346.08万元。",
        stated="346.8",
        mend="请核对，写错的改正；确是另一个金额的，请在审核说明中写明。",
        key="REPORT-04@None@346.80万元",
    )
    [note] = doubts("节约资金20万元。")
    assert note.mend == "请核对，写错的改正；本来就不在表里的，不用处理。"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全年支出346.09万元。", True),
        ("全年支出346.1万元。", False),
        ("全年支出346.2万元。", True),
        ("全年支出3460799元。", True),
        ("全年支出3460800.0元。", False),
        ("全年支出-346.08万元。", False),
        ("全年支出0.02亿元。", True),
        ("全年支出346.08万元，846。20万元。", False),
        ("全年支出346.08万元，846.20，20万元。", False),
        ("全年支出20%元。", False),
        ("全年支出20。", False),
    ],
)
def test_an_amount_is_about_a_cell_if_rounding_to_its_digits_gives_it(text: str, told: bool):
    assert bool(doubts(text)) is told


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("全年支出364.08万元", True),
        ("全年支出346.80万元", True),
        ("全年支出346.18万元", True),
        ("全年支出346.19万元", False),
        ("全年支出366.04万元", False),
        ("全年支出436.80万元", False),
        ("全年支出34608万元", False),
        ("全年支出346.080万元", False),
        ("全年支出46.08万元", False),
        ("全年支出308.46万元", False),
        ("全年支出346008万元", False),
    ],
)
def test_one_digit_or_two_beside_each_other_make_a_slip(text: str, likely: bool):
    found = doubts(text)
    assert bool(found and "像是写错了" in found[0].message) is likely


@pytest.mark.parametrize(
    ("text", "likely"), [("支出346.08元", True), ("支出346.1元", True), ("支出346元", False)]
)
def test_another_unit_is_likely_only_of_an_amount_with_digits_enough(text: str, likely: bool):
    assert ("像是单位写错了" in label(f"{text}。")) is likely


def test_of_several_that_it_may_be_the_one_that_the_words_speak_of_is_named():
    for words, named in (("本年一般公共预算支出", "支出"), ("上年一般公共预算支出", "上年")):
        assert named in label(f"{words}350.36万元。")


@pytest.mark.parametrize(
    ("words", "named"),
    [("", "子丑寅"), ("甲", "子丑寅"), ("丙", "子丑寅"), ("甲乙", "甲乙丙"), ("乙丙", "甲乙丙")],
)
def test_two_characters_of_a_label_speak_of_it_and_otherwise_the_first_is_named(words: str, named: str):
    amounts = (("子丑寅", "3460800"), ("甲乙丙", "3461800"))
    facts = Record({label: Fact(label, label, Kind.AMOUNT, None, Decimal(value)) for label, value in amounts})
    [doubt] = doubts(f"{words}346.28万元", facts)
    assert f"像是写错了：“{named}”是" in doubt.message


def test_the_words_around_an_amount_are_cut_at_fourteen_characters():
    [doubt] = doubts(f"{'甲' * 20}20万元{'乙' * 20}")
    assert f"文字“…{'甲' * 14}20万元{'乙' * 12}…”里的20万元" in doubt.message
    [doubt] = doubts(f"{'甲' * 14}20万元{'乙' * 12}")
    assert f"文字“{'甲' * 14}20万元{'乙' * 12}”里的20万元" in doubt.message


def test_only_so_many_are_told():
    text = "，".join(f"又用{number}万元" for number in range(1001, 1031))
    assert len(doubts(text)) == MOST


def amounts(*values: str) -> Record:
    """A workbook with these amounts, in 元."""
    cells = {value: Fact(value, value, Kind.AMOUNT, Place("表", "A1"), Decimal(value)) for value in values}
    return Record(cells)


@pytest.mark.parametrize(
    ("written", "told"), [("346.1万元", False), ("346.0万元", False), ("345.9万元", True)]
)
def test_an_amount_half_way_between_two_roundings_is_about_both(written: str, told: bool):
    assert bool(doubts(f"支出{written}", amounts("3460500"))) is told


@pytest.mark.parametrize(("written", "likely"), [("12.35万元", True), ("1.24万元", False)])
def test_an_amount_of_four_digits_may_be_a_slip(written: str, likely: bool):
    [doubt] = doubts(f"支出{written}", amounts("123400", "12300"))
    assert ("像是写错了" in doubt.message) is likely


def test_the_cell_of_the_likely_amount_is_named():
    [doubt] = doubts("支出12.35万元", amounts("123400"))
    assert doubt.message.endswith("像是写错了：“123400”（表!A1）是12.34万元。")


@pytest.mark.parametrize("text", ["共31元", "共0万元"])
def test_only_amounts_that_somebody_has_typed_are_amounts(text: str):
    assert doubts(text, record({"实有数.合计": "31", "支出.合计": "346.08"}))


def test_an_amount_that_the_report_works_out_may_be_the_one_that_was_meant():
    worked_out = Figure(Decimal(123400), Kind.AMOUNT, PHRASES.numerals)
    text = SourcedText("节约12.35万元", fact("文字材料.正文", "节约12.35万元"))
    printed = [
        Occurrence(DOCUMENT, 0, 0, 5, "12.34", worked_out),
        Occurrence(DOCUMENT, 1, 0, len(text), str(text), text),
    ]
    [doubt] = unknown_amounts(printed, amounts(), Figures(STYLE.figures), PHRASES.numerals)
    assert doubt.message.endswith("像是写错了：报告里的12.34万元是12.34万元。")


def test_the_place_of_the_text_is_named():
    place = Place("文字材料", "C3")
    text = SourcedText("节约20万元", replace(fact("文字材料.正文", "节约20万元"), place=place))
    printed = [Occurrence(DOCUMENT, 0, 0, len(text), str(text), text)]
    [doubt] = unknown_amounts(printed, amounts("1"), Figures(STYLE.figures), PHRASES.numerals)
    assert doubt.message.startswith("文字材料!C3 文字“节约20万元”里的")
    assert (doubt.place, doubt.cells, doubt.key) == (place, (place,), "REPORT-04@文字材料!C3@20万元")
