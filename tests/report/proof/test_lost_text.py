"""What was printed is looked for in the finished file: what stands there otherwise or not at all is told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace
from report.filled import fact, record
from report.pages import chart, drawing, field, only, run, with_charts
from report.small import PHRASES, STYLE, docx

from jixiao.model.fact import Kind, Place, Record
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.report.language.derived import DIFFERENCE, PRODUCT, Derived
from jixiao.report.language.texts import SourcedText
from jixiao.report.language.values import Figure
from jixiao.report.proof.occurrences import Occurrence
from jixiao.report.proof.read_back import CHANGED, FROM_NOWHERE, NOT_ARRIVED, ReadBack
from jixiao.report.word.parts import DOCUMENT

SPENT = replace(fact("支出.合计", "346.08"), place=Place("收支总表", "B10"))
FIGURE = Figure(SPENT.number, Kind.AMOUNT, PHRASES.numerals, SPENT)
RATE = Figure(Decimal("0.013"), Kind.PERCENT, PHRASES.numerals)
PEOPLE = Figure(Decimal(31), Kind.NUMBER, PHRASES.numerals)
NAME = SourcedText("第3中心", fact("单位.名称", "第3中心"))


def at(paragraph: int, start: int, text: str, value: object = FIGURE) -> Occurrence:
    return Occurrence(DOCUMENT, paragraph, start, start + len(text), text, value)


def told(printed: list[Occurrence], *paragraphs: str) -> list[Finding]:
    """What is told of a report of these paragraphs, in which this was printed."""
    reader = ReadBack.of(STYLE, PHRASES.numerals, record({"支出.合计": "346.08", "实有数.合计": "31"}))
    return list(reader.findings(docx(*paragraphs), printed))


def ids(printed: list[Occurrence], *paragraphs: str) -> list[str]:
    return [finding.id for finding in told(printed, *paragraphs)]


def test_what_stands_where_it_was_printed_is_not_told():
    assert told([at(0, 2, "第3中心", NAME), at(1, 2, "346.08")], "我们第3中心。", "支出346.08万元。") == []


@pytest.mark.parametrize(
    ("printed", "paragraphs"),
    [
        (at(0, 2, "第3中心", NAME), ("我们中心，第3。",)),
        (at(0, 2, "第3中心", NAME), ("我们第3中",)),
        (at(0, 2, "第3中心", NAME), ("第3中心",)),
        (at(0, 0, "一、", None), ("概况",)),
        (at(1, 2, "第3中心", NAME), ("我们第3中心。", "我们。")),
        (at(5, 2, "第3中心", NAME), ("我们第3中心。",)),
    ],
)
def test_a_text_that_stands_otherwise_or_elsewhere_is_told(printed: Occurrence, paragraphs: tuple[str, ...]):
    assert NOT_ARRIVED in ids([printed], *paragraphs)


def test_a_text_without_digits_that_is_lost_is_told_too():
    words = SourcedText("耒阳市中心", fact("单位.名称", "耒阳市中心"))
    [finding] = told([at(0, 0, "耒阳市中心", words)], "我们中心")
    assert (finding.id, finding.stated) == (NOT_ARRIVED, "耒阳市中心")


def test_the_paragraph_that_a_report_lacks_is_told_with_all_that_stood_in_it():
    printed = [at(2, 0, "第3中心", NAME), at(2, 8, "346.08"), at(0, 2, "346.08")]
    found = told(printed, "支出346.08万元。", "以上。")
    assert [(one.id, one.stated) for one in found] == [(NOT_ARRIVED, "第3中心"), (NOT_ARRIVED, "346.08")]


def test_a_figure_of_another_part_is_not_looked_for_in_this_one():
    header = Occurrence("word/header9.xml", 0, 2, 8, "346.08", FIGURE)
    assert ids([header, at(0, 2, "346.08")], "支出346.08万元。") == [NOT_ARRIVED]


def test_what_did_not_arrive_is_told_with_its_cell_and_how_to_mend_it():
    [finding] = told([at(3, 0, "346.08")], "无")
    assert finding == Finding(
        id=NOT_ARRIVED,
        severity=Severity.ERROR,
        outcome=Outcome.INCONSISTENT,
        label="报告",
        message="“支出.合计”（收支总表!B10）的“346.08”没有原样印进报告。",
        stated="346.08",
        expected="",
        mend="请检查报告模板的这一处，或换用表样自带的模板再试。",
        key="REPORT-03@346.08",
    )


@pytest.mark.parametrize(
    ("figure", "text", "behind"),
    [
        (FIGURE, "346.08", "万元"),
        (FIGURE, "346.1", "万元"),
        (FIGURE, "346", "万元"),
        (FIGURE, "３４６．０８", "万元"),
        (RATE, "1.3%", ""),
        (RATE, "1%", ""),
        (PEOPLE, "31", "人"),
    ],
)
def test_a_figure_may_be_rounded_to_the_digits_that_are_shown(figure: Figure, text: str, behind: str):
    assert told([at(0, 2, text, figure)], f"共计{text}{behind}。") == []


@pytest.mark.parametrize(
    ("figure", "text", "behind"),
    [
        (FIGURE, "346.09", "万元"),
        (FIGURE, "346.07", "万元"),
        (FIGURE, "346.2", "万元"),
        (FIGURE, "345", "万元"),
        (FIGURE, "346.0894", "万元"),
        (RATE, "1.4%", ""),
        (RATE, "2%", ""),
        (PEOPLE, "32", "人"),
        (PEOPLE, "30", "人"),
        (PEOPLE, "31.2", "人"),
    ],
)
def test_a_figure_that_is_off_by_a_digit_is_told(figure: Figure, text: str, behind: str):
    assert ids([at(0, 2, text, figure)], f"共计{text}{behind}。") == [CHANGED]


def half(number: str) -> Figure:
    return Figure(Decimal(number), Kind.NUMBER, PHRASES.numerals)


@pytest.mark.parametrize(
    ("number", "told_of"), [("30.5", []), ("30.49", [CHANGED]), ("31.5", []), ("31.51", [CHANGED])]
)
def test_the_last_digit_shown_reaches_half_a_step_to_either_side(number: str, told_of: list[str]):
    assert ids([at(0, 0, "31", half(number))], "31人") == told_of


def test_a_figure_in_another_unit_is_told_with_both_units():
    [finding] = told([at(0, 2, "346.08")], "支出346.08元。")
    assert (finding.id, finding.stated, finding.expected) == (CHANGED, "346.08元", "346.08万元")
    assert finding.message == (
        "报告中“支出346.08元。”里的“346.08元”与工作簿不符：“支出.合计”（收支总表!B10）应印成“346.08万元”。"
    )
    assert finding.mend == "请检查报告模板的这一处：标签前后不要再写数字、正负号、百分号或别的单位。"


def test_a_figure_in_its_own_unit_is_told_without_it():
    [finding] = told([at(0, 2, "346.09")], "支出346.09万元。")
    assert (finding.stated, finding.expected) == ("346.09", "346.09")


@pytest.mark.parametrize(
    ("value", "whence"),
    [
        (FIGURE, "“支出.合计”（收支总表!B10）"),
        (SourcedText("346.08", Derived("规定", term="评分表.满分")), "“评分表.满分”"),
        (None, ""),
    ],
)
def test_what_was_printed_is_named_as_far_as_it_is_known(value: object, whence: str):
    [finding] = told([at(3, 0, "346.08", value)], "无")
    assert finding.message == f"{whence}的“346.08”没有原样印进报告。"


def test_the_unit_of_an_amount_that_the_template_has_converted_is_its_own_business():
    converted = Figure(SPENT.number, Kind.AMOUNT, PHRASES.numerals, derived=Derived(PRODUCT, (FIGURE, 1)))
    assert told([at(0, 2, "346.08", converted)], "支出346.08元。") == []


def test_the_unit_behind_a_number_that_is_no_amount_is_not_looked_at():
    assert told([at(0, 0, "31", PEOPLE)], "31元以内的") == []


@pytest.mark.parametrize("between", ["", " "])
def test_a_score_may_stand_before_a_per_cent_sign_of_the_template(between: str):
    assert told([at(0, 0, "31", PEOPLE)], f"31{between}%") == []
    assert ids([at(0, 0, "346.08")], f"346.08{between}%") == [CHANGED]


def test_two_figures_that_run_together_are_told_once():
    printed = [at(0, 0, "31", PEOPLE), at(0, 2, "31", PEOPLE)]
    assert [(one.id, one.stated, one.expected) for one in told(printed, "3131人")] == [
        (CHANGED, "3131", "31")
    ]


def test_a_word_that_holds_a_digit_may_have_more_digits_of_the_template_behind_it_only_if_apart():
    assert ids([at(0, 0, "甲2", SourcedText("甲2", None))], "甲2") == []
    assert ids([at(0, 0, "甲2", SourcedText("甲2", None))], "甲25") == [CHANGED]


def test_a_figure_that_the_template_has_worked_out_with_a_number_of_its_own_is_told():
    typed = Figure(SPENT.number, Kind.AMOUNT, PHRASES.numerals, derived=Derived(DIFFERENCE, (FIGURE, 800)))
    [finding] = told([at(0, 2, "346.08", typed)], "支出346.08万元。")
    assert (finding.id, finding.stated, finding.expected) == (CHANGED, "346.08", "")
    assert finding.message == (
        "报告中“支出346.08万元。”里的“346.08”是模板用“支出.合计 - 800”算出来的，掺进了模板里写死的数。"
    )
    assert finding.mend == "请在报告模板里去掉写死的数，只用工作簿里的名称计算。"


def test_a_figure_from_nowhere_in_a_chart_is_told_with_what_to_write_there():
    more = with_charts(rId7=chart(("甲", "31"), title="前10项"))  # the title is the author's
    reader = ReadBack.of(STYLE, PHRASES.numerals, record({"实有数.合计": "31"}))
    [finding] = reader.findings(only(f"<w:p>{drawing('rId7')}</w:p>", more=more), [])
    assert finding.message == "报告的图表中“甲｜金额：31”里的“31”不是从工作簿取的数。"
    assert finding.mend == (
        '请在报告模板里这张图表的替换文字里写上取数的标记，例如 {{ 图表("标题", 表名, "类别列", "数列") }}，'
        "或删去这张图表。"
    )


def test_the_place_of_the_cell_that_has_the_figure_is_named():
    facts = record({"支出.合计": "346.08"})
    placed = Record({**facts.fields, "支出.合计": SPENT}, facts.groups)
    [finding] = ReadBack.of(STYLE, PHRASES.numerals, placed).findings(docx("支出346.08万元"), [])
    assert "工作簿里“本年支出合计（本年数）”（收支总表!B10）正好是这个数。" in finding.message


def test_a_figure_from_nowhere_is_told_with_its_sentence_and_how_to_mend_it():
    [finding] = told([], "一二三四五六七八九十一二三四五六77人一二三四五六七八九十一二三四五六")
    assert (
        finding.message
        == "报告中“…三四五六七八九十一二三四五六77人一二三四五六七八九十一二三…”里的“77”不是从工作簿取的数。"
    )
    assert finding.mend == '请在报告模板里把它换成名称；每份报告都不变的数，写成 {{ "77"|固定 }}。'
    assert (finding.id, finding.stated, finding.key) == (FROM_NOWHERE, "77", "REPORT-01@77")


def test_of_a_figure_from_nowhere_the_cell_that_has_it_is_offered():
    [finding] = told([], "支出346.08万元")
    assert finding.message.endswith("不是从工作簿取的数。工作簿里“本年支出合计（本年数）”正好是这个数。")
    assert finding.mend.startswith("请在报告模板里把它换成名称，例如 {{ 支出.合计 }}；每份报告都不变的数，")


@pytest.mark.parametrize("number", ["0", "2022"])
def test_blank_cells_texts_and_years_are_not_offered(number: str):
    facts = record({"单位.年度": "2022", "单位.名称": "0"})
    [finding] = ReadBack.of(STYLE, PHRASES.numerals, facts).findings(docx(f"增加{number}人"), [])
    assert finding.message.endswith("不是从工作簿取的数。")


def test_blanks_in_the_words_around_a_figure_are_told_as_one():
    [finding] = told([], "甲 \t 乙77人  丙")
    assert "“甲 乙77人 丙”" in finding.message


@pytest.mark.parametrize(("behind", "end"), [("乙" * 13, ""), ("乙" * 14, "…")])
def test_only_words_that_are_cut_off_are_hinted_at(behind: str, end: str):
    [finding] = told([], f"77人{behind}")
    assert f"“77人{'乙' * 13}{end}”" in finding.message


def test_a_figure_from_nowhere_is_told_behind_one_that_was_printed_and_one_that_word_computes():
    assert [one.stated for one in told([at(0, 2, "346.08")], "支出346.08万元，另有33人。")] == ["33"]
    reader = ReadBack.of(STYLE, PHRASES.numerals, record({}))
    block = f"<w:p>{run('第')}{field('7')}{run('页，另有33人')}</w:p>"
    assert [one.stated for one in reader.findings(only(block), [])] == ["33"]


def test_a_figure_that_was_printed_as_text_is_compared_with_its_cell_too():
    assert told([at(0, 2, "346.08", SourcedText("346.08", FIGURE))], "支出346.08万元") == []
    assert ids([at(0, 2, "346.09", SourcedText("346.09", FIGURE))], "支出346.09万元") == [CHANGED]


def test_of_too_many_figures_from_nowhere_the_last_finding_says_how_many():
    *first, last = told([], *(f"另有{number}人" for number in range(101, 133)))
    assert [one.stated for one in first] == [f"{number}" for number in range(101, 131)]
    assert (last.id, last.stated) == (FROM_NOWHERE, "……等 32 处")
    assert last.message == "不是从工作簿取的数共 32 处，这里只列出前 30 处。"
    assert last.mend == "请先改正列出的各处，再生成一次报告。"
