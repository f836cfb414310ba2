"""The report is read back: a figure that no tag has printed, or that was changed on its way, is named."""

import pytest
from report.filled import PACK, Row, record, scorecard
from report.small import ENVIRONMENT, PHRASES, STYLE, filled, paragraph, prepared, reports_of_samples

from jixiao.building.samples import Sample
from jixiao.model.finding import Finding
from jixiao.model.outcome import Severity
from jixiao.pipeline import inspect
from jixiao.report.language.context import context_of
from jixiao.report.making import ReportMaker
from jixiao.report.proof.numbers import numbers_in
from jixiao.report.proof.read_back import CHANGED, FROM_NOWHERE, MOST_FROM_NOWHERE, ReadBack
from jixiao.report.rendering import Renderer
from jixiao.report.word.errors import TemplateError

ENTRIES = {"支出.合计": "346.08", "支出.基本支出": "12.5", "实有数.合计": "31", "单位.年度": "2022"}


def wrong(*blocks: str, entries: Row = ENTRIES) -> tuple[Finding, ...]:
    """What reading back finds in the report of a template of these blocks."""
    facts = record(entries)
    context = context_of(facts, scorecard(), PACK, STYLE, draft=False)
    report = Renderer(ENVIRONMENT, PHRASES).rendered(prepared(*blocks), context, "试.docx")
    return ReadBack.of(STYLE, PHRASES.numerals, facts).findings(report.content, report.printed)


@pytest.mark.parametrize(("sample", "outline"), reports_of_samples(), ids=str)
def test_no_figure_of_a_sample_comes_from_nowhere(sample: Sample, outline: str) -> None:
    inspection = inspect(sample.workbook)
    maker = ReportMaker(inspection.pack, outline)
    report = maker.made(inspection.record, inspection.scorecard, draft=inspection.draft)
    assert sum(occurrence.value is not None for occurrence in report.printed) > 50
    assert maker.read_back(report, inspection.record) == ()


@pytest.mark.parametrize("year", ["{{ 单位.年度 }}年度", "2022年", "{{ 单位.年度 }}"])
def test_a_name_that_ends_in_digits_is_told_from_the_year_behind_it(year: str) -> None:
    named = ENTRIES | {"单位.名称": "某市急救中心120"}
    found = wrong(f"{{{{ 单位.名称 }}}}{year}自评", entries=named)
    assert [one.id for one in found] == ([] if "年" in year.rpartition("}")[2] else [CHANGED])


def test_a_figure_that_runs_into_the_digits_of_a_name_is_named() -> None:
    named = ENTRIES | {"单位.名称": "某市急救中心120"}
    for behind in ("{{ 支出.合计 }}万元", "33人", "2022"):
        assert [one.id for one in wrong(f"{{{{ 单位.名称 }}}}{behind}", entries=named)] == [CHANGED]
    typed = wrong("{{ 单位.名称 }}2022年，{{ 支出.合计 }}0万元", entries=named)
    assert [one.stated for one in typed] == ["346.080"]


def test_a_figure_typed_into_the_template_comes_from_nowhere() -> None:
    [finding] = wrong("实有在职人员33人，支出{{ 支出.合计 }}万元。")
    assert (finding.id, finding.severity, finding.stated) == (FROM_NOWHERE, Severity.ERROR, "33")
    assert "“33”不是从工作簿取的数" in finding.message


def test_the_cell_that_holds_a_typed_figure_is_offered() -> None:
    [finding] = wrong("实有在职人员31人。")
    assert "正好是这个数" in finding.message
    assert "{{ 实有数.合计 }}" in finding.mend


@pytest.mark.parametrize(
    "typed", ["３３人", "1,234.50万元", "下降1.3%", "5 %", "-7万元", "增长2.5倍", "{{ 33 + 1 }}人"]
)
def test_every_way_of_writing_a_figure_is_seen(typed: str) -> None:
    assert [finding.id for finding in wrong(f"全年{typed}。")] == [FROM_NOWHERE]


@pytest.mark.parametrize(
    "typed",
    [
        "2022年度、2021—2023年、5月10日、2023年5月10日、2023-05-10",
        "财预〔2020〕10号，湘财绩〔2021〕3号，第1号令，第3季度，第十二条、第12条",
        "见附件2、表3，公开01表，GB/T 9704-2012，A4纸",
        "附件：1. 基础数据表",
        "（1）概况",
        "1. 概况",
        "1.2 概况",
        "联系电话：0734-4332211，13800000000，上午9:30",
        "三公经费、一般公共预算、十四五",
        '咨询电话{{ "12345"|固定 }}',
    ],
)
def test_numbers_that_are_no_figures_raise_no_alarm(typed: str) -> None:
    assert wrong(typed) == ()


def test_figures_in_the_accountants_own_texts_raise_no_alarm() -> None:
    entries = {"单位.名称": "第3中心", "文字材料": [{"正文": "全年办理12件。\n满意度96.5%，投诉0起"}]}
    blocks = (
        "{{ 单位.名称 }}",
        "{%p for 段 in 文字材料 %}",
        "{{ loop.index }} {{ 段.正文|半句 }}。",
        "{%p endfor %}",
    )
    assert wrong(*blocks, entries=entries) == ()


@pytest.mark.parametrize(
    ("target", "unit", "found"),
    [("95", "%", 0), ("97.5", "‰", 0), ("不低于95", "％", 0), ("9", "0%", 1), ("1,200", "人", 0)],
)
def test_a_per_cent_sign_that_stands_in_a_cell_of_its_own_raises_no_alarm(
    target: str, unit: str, found: int
) -> None:
    rows: Row = {"项目指标": [{"年度指标值": target, "计量单位": unit}]}
    block = "{% for 行 in 项目指标 %}≥{{ 行.年度指标值 }}{{ 行.计量单位 }}{% endfor %}"
    assert len(wrong(block, entries=rows)) == found


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 支出.合计 - 支出.基本支出 }}万元",
        "{{ (支出.基本支出 / 支出.合计)|百分比 }}",
        "{{ (支出.合计 + 支出.基本支出) / 2 }}万元",
        "折合{{ 支出.合计 / 10000 }}亿元",
        "{{ 同比(支出.合计, 上年支出.合计) }}",
        "{{ 预算差异(支出.合计, 支出.基本支出) }}{{ 占比(支出.基本支出, 支出.合计, '支出') }}",
        "{{ 支出.合计|万元|半句 }}",
        "{{ 支出.合计|千分位 }}",
        "{{ 单位.年度 }}年{{ 实有数.合计 }}人",
        "{{ 评分表.总分 }}分，满分{{ 评分表.满分 }}分",
    ],
)
def test_figures_that_phrases_and_templates_compute_are_known(tag: str) -> None:
    assert wrong(tag, entries=ENTRIES | {"上年支出.合计": "300"}) == ()


@pytest.mark.parametrize(
    ("tag", "stated", "expected"),
    [
        ("支出{{ 支出.合计 }}5万元", "346.085", "346.08"),
        ("支出1{{ 支出.合计 }}万元", "1346.08", "346.08"),
        ("支出-{{ 支出.合计 }}万元", "-346.08", "346.08"),
        ("支出{{ 支出.合计 }}%", "346.08%", "346.08"),
        ("支出{{ 支出.合计 }}元", "346.08元", "346.08万元"),
    ],
)
def test_a_figure_that_reads_otherwise_than_its_cell_is_named(tag: str, stated: str, expected: str) -> None:
    [finding] = wrong(tag)
    assert (finding.id, finding.stated, finding.expected) == (CHANGED, stated, expected)
    assert "“支出.合计”" in finding.message


@pytest.mark.parametrize(
    "tag", ["{{ 支出.合计 - 800 }}万元", "{{ 支出.合计 * 2 }}万元", "{{ 支出.合计 / 0.9 }}万元"]
)
def test_a_figure_altered_by_a_number_typed_in_the_template_is_named(tag: str) -> None:
    [finding] = wrong(tag)
    assert finding.id == CHANGED
    assert "写死的数" in finding.message


@pytest.mark.parametrize(
    "tag", ["{{ 支出.合计 // 10000 }}", "{{ 支出.合计 - 支出.合计 % 10000 }}", "{{ 支出.合计|round }}"]
)
def test_rounding_in_a_template_is_refused(tag: str) -> None:
    with pytest.raises(TemplateError, match=r"取整|没有“round”"):
        filled(tag, entries=ENTRIES)


def test_of_very_many_figures_from_nowhere_the_first_are_named_and_all_are_counted() -> None:
    *named, last = wrong("、".join(f"{number}人" for number in range(3000, 6000)))
    assert [finding.stated for finding in named] == [str(3000 + n) for n in range(MOST_FROM_NOWHERE)]
    assert (last.id, last.stated) == (FROM_NOWHERE, "……等 3000 处")
    assert f"共 3000 处，这里只列出前 {MOST_FROM_NOWHERE} 处" in last.message


def test_as_many_as_are_named_need_no_count() -> None:
    found = wrong("、".join(f"{number}人" for number in range(3000, 3000 + MOST_FROM_NOWHERE)))
    assert len(found) == MOST_FROM_NOWHERE


@pytest.mark.parametrize(
    ("tag", "found"), [("loop.index", 0), ("loop.index0 + 1", 0), ("loop.index + 887", 1)]
)
def test_the_number_of_a_round_is_no_figure_but_a_sum_with_it_is(tag: str, found: int) -> None:
    block = f"{{% for 段 in 文字材料 %}}第{{{{ {tag} }}}}人{{% endfor %}}"
    assert len(wrong(block, entries={"文字材料": [{"正文": "甲"}]})) == found


def test_page_numbers_are_no_figures() -> None:
    field = '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    assert wrong(field, paragraph("{{ 支出.合计 }}万元")) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("结余-1471万元", "-1471"),
        ("结余–1,471.5万元", "-1471.5"),
        ("共３４６．０８万元", "346.08"),
        ("下降1.3 ％", "0.013"),
        ("占5‰", "0.005"),
        ("5-10人", "5"),
    ],
)
def test_a_number_is_worth_what_it_says(text: str, value: str) -> None:
    assert str(next(numbers_in(text)).value) == value
