"""Charts of a report: native, with their data inside, each gone where there is nothing to show."""

import io
import re
import subprocess
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import msgspec
import openpyxl
import pytest
from lxml import etree
from report.filled import MONEY, PACK, THE_2022_REPORT, Row, record, report, scorecard
from report.small import ENVIRONMENT, PHRASES, STYLE, filled
from report.sound import faults

from jixiao.model.fact import Kind
from jixiao.model.finding import Finding
from jixiao.report.charts import placing
from jixiao.report.charts.data import ChartData, Series
from jixiao.report.charts.drawn import filled_chart, pattern_of
from jixiao.report.charts.inner_workbook import inner_workbook
from jixiao.report.errors import TemplateError
from jixiao.report.language.context import context_of
from jixiao.report.language.environment import make_environment
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.values import Figure
from jixiao.report.proof.read_back import CHANGED, FROM_NOWHERE, ReadBack
from jixiao.report.rendering import Renderer
from jixiao.report.template.lint import lint
from jixiao.report.template.preparing import prepare
from jixiao.report.wordml import CHART, DRAWN, w

TEMPLATE = (PACK.reports / "report.docx").read_bytes()
BY_FUNCTION = "支出按功能分类（万元）"
FUNDS = "基金收支和结余（万元）"
PART = re.compile(r"word/charts/[^/]+\.xml")

Drawn = dict[str, tuple[list[str], dict[str, list[str]]]]  # title -> names, series


def parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(element: etree._Element | None) -> list[str]:
    return [] if element is None else [value.text or "" for value in element.iter(f"{{{CHART}}}v")]


def charts(document: bytes) -> Drawn:
    """What the charts of a document show."""
    found: Drawn = {}
    for name, content in parts(document).items():
        if PART.fullmatch(name):
            root = etree.fromstring(content)
            title = "".join(text for text in root.find(f".//{{{CHART}}}title").itertext())
            series = list(root.iter(f"{{{CHART}}}ser"))
            names = texts(series[0].find(f"{{{CHART}}}cat"))
            values = {
                texts(one.find(f"{{{CHART}}}tx"))[0]: texts(one.find(f"{{{CHART}}}val")) for one in series
            }
            found[title.strip()] = (names, values)
    return found


def series_of(name: str, *numbers: int) -> Series:
    return Series(name, tuple(Figure(Decimal(number), Kind.NUMBER, PHRASES.numerals) for number in numbers))


def with_alternative_text(old: str, new: str) -> bytes:
    """The template with another tag in a chart's alternative text."""
    changed = parts(TEMPLATE)
    document = changed["word/document.xml"].decode()
    assert document.count(old) == 1
    changed["word/document.xml"] = document.replace(old, new).encode()
    return zipped(changed)


def zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def rendered(template: bytes, entries: Row = THE_2022_REPORT, **style: object) -> bytes:
    chosen = msgspec.structs.replace(STYLE, **style)
    phrases = Phrases(chosen, PHRASES.numerals)
    environment = make_environment(phrases)
    context = context_of(record(entries), scorecard(), PACK, chosen, draft=False)
    return Renderer(environment, phrases).render(
        prepare(template, "试.docx", environment), context, "试.docx"
    )


def test_a_chart_shows_the_rows_that_the_text_lists() -> None:
    names, series = charts(report())[BY_FUNCTION]
    assert names == ["社会保障和就业支出", "卫生健康支出", "住房保障支出"]
    assert series == {"金额": ["307.75", "19.89", "18.44"]}


def test_several_columns_are_several_series() -> None:
    _, series = charts(report())["基金收支和结余（万元）"]
    assert series == {"收入合计": ["3519.17"], "支出合计": ["4990.17"], "期末滚存结余": ["580.51"]}


def test_scores_stand_beside_what_could_be_had() -> None:
    names, series = charts(report())["各部分得分"]
    assert names[1] == "预算执行"
    assert (series["得分"][1], series["分值"][1]) == ("16", "17")


def test_the_workbook_inside_a_chart_has_the_same_data() -> None:
    members = parts(report())
    shown = charts(report())
    books = [name for name in members if name.startswith("word/embeddings/")]
    assert len(books) == len(shown) == 4
    inside = [list(openpyxl.load_workbook(io.BytesIO(members[name])).active.values) for name in books]
    found = [([row[0] for row in rows], [str(row[1]) for row in rows]) for _, *rows in inside]
    wanted = [(names, list(map(plain, next(iter(series.values()))))) for names, series in shown.values()]
    assert sorted(found) == sorted(wanted)


def plain(digits: str) -> str:
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def test_nothing_of_the_template_s_own_figures_is_left() -> None:
    names = parts(report())
    assert not [name for name in names if "drawn" in name]
    assert faults(report()) == []


def test_a_chart_without_figures_goes_with_its_paragraph() -> None:
    without = THE_2022_REPORT | {"社保基金": []}
    document = report(without)
    assert set(charts(report())) - set(charts(document)) == {"基金收支和结余（万元）"}
    assert "基金收支和结余" not in parts(document)["word/document.xml"].decode()
    assert faults(document) == []


def two_in_one_paragraph() -> bytes:
    """The template with the chart of the funds beside that of the functions, in one paragraph."""
    members = parts(TEMPLATE)
    root = etree.fromstring(members["word/document.xml"])
    drawn = {one.get("descr", ""): next(one.iterancestors(w("r"))) for one in root.iter(DRAWN)}
    run = {title: next(each for tag, each in drawn.items() if title in tag) for title in (BY_FUNCTION, FUNDS)}
    run[BY_FUNCTION].addnext(run[FUNDS])
    return zipped(members | {"word/document.xml": etree.tostring(root)})


def test_of_two_charts_in_a_paragraph_the_empty_one_goes_alone() -> None:
    document = rendered(two_in_one_paragraph(), THE_2022_REPORT | {"社保基金": []})
    assert BY_FUNCTION in charts(document)
    assert FUNDS not in charts(document)
    assert faults(document) == []


def test_two_empty_charts_go_with_their_paragraph() -> None:
    document = rendered(two_in_one_paragraph(), THE_2022_REPORT | {"社保基金": [], "功能分类": []})
    shown = parts(document)["word/document.xml"].decode()
    assert shown.count("<w:drawing>") == len(charts(document)) == 2
    assert faults(document) == []


def test_a_figure_that_cannot_be_read_is_left_out_and_not_drawn_as_zero() -> None:
    unreadable = Figure(Decimal(0), Kind.AMOUNT, PHRASES.numerals, instead=STYLE.unreadable)
    data = ChartData("题", ("甲", "乙"), (Series("一", (unreadable, *series_of("一", 2).figures)),))
    drawn = next(content for name, content in parts(TEMPLATE).items() if PART.fullmatch(name))
    values = etree.fromstring(filled_chart(pattern_of(drawn), data)).find(f".//{{{CHART}}}val")
    assert [point.get("idx") for point in values.iter(f"{{{CHART}}}pt")] == ["1"]
    assert texts(values) == ["2"]
    assert list(openpyxl.load_workbook(io.BytesIO(inner_workbook(data))).active.values)[1:] == [
        ("甲", None),
        ("乙", 2),
    ]


def test_labels_that_somebody_typed_into_a_chart_do_not_stay() -> None:
    label = (
        '<c:dLbls><c:dLbl><c:idx val="0"/><c:tx><c:rich><a:p><a:r><a:t>888.88</a:t></a:r></a:p></c:rich>'
        "</c:tx></c:dLbl></c:dLbls>"
    )
    drawn = next(content for name, content in parts(TEMPLATE).items() if PART.fullmatch(name)).decode()
    typed = re.sub(r"(<c:order [^>]*/>)", rf"\1{label}", drawn, count=1)
    assert "888.88" in typed
    data = ChartData("题", ("甲",), (series_of("一", 1),))
    assert b"888.88" not in filled_chart(pattern_of(typed.encode()), data)


def test_words_drawn_into_a_chart_are_read_back() -> None:
    axis = "<c:title><c:tx><c:rich><a:p><a:r><a:t>共999.99万元</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    members = parts(TEMPLATE)
    name = next(name for name in members if PART.fullmatch(name))
    members[name] = re.sub(rb"(<c:axPos [^>]*/>)", rb"\1" + axis.encode(), members[name], count=1)
    assert [finding.stated for finding in read_back(zipped(members))] == ["999.99"]


def test_all_charts_can_be_switched_off() -> None:
    document = rendered(TEMPLATE, charts=False)
    assert charts(document) == {}
    assert "<w:drawing" not in parts(document)["word/document.xml"].decode()
    assert faults(document) == []


def test_one_chart_can_be_switched_off_by_its_title() -> None:
    document = rendered(TEMPLATE, charts_off=(BY_FUNCTION,))
    assert BY_FUNCTION not in charts(document)
    assert len(charts(document)) == 3


def test_a_chart_in_a_loop_is_drawn_for_every_round() -> None:
    members = parts(TEMPLATE)
    root = etree.fromstring(members["word/document.xml"])
    chart = next(p for p in root.iter(w("p")) if BY_FUNCTION in etree.tostring(p, encoding="unicode"))
    for text, put in (("{%p for 行 in 功能分类 %}", chart.addprevious), ("{%p endfor %}", chart.addnext)):
        put(etree.fromstring(f'<w:p xmlns:w="{w("")[1:-1]}"><w:r><w:t>{text}</w:t></w:r></w:p>'))
    drawing = next(one for one in chart.iter() if BY_FUNCTION in one.get("descr", ""))
    drawing.set("descr", "{{ 图表(行.名称, 经济分类, '名称', '金额') }}")
    document = rendered(zipped(members | {"word/document.xml": etree.tostring(root)}))
    assert {row["名称"] for row in MONEY["功能分类"]} <= set(charts(document))
    assert faults(document) == []


def test_curly_and_double_quotes_in_an_alternative_text_are_understood() -> None:
    tag = "{{ 图表('各部分得分', 评分表.二级指标, '名称', '得分', '分值') }}"
    for quotes in ("“”", ("&quot;", "&quot;")):
        typed = re.sub("'([^']*)'", lambda said, quotes=quotes: f"{quotes[0]}{said[1]}{quotes[1]}", tag)
        assert "各部分得分" in charts(rendered(with_alternative_text(tag, typed)))


def test_more_series_than_were_drawn_are_added_in_colours_of_their_own() -> None:
    drawn = next(content for name, content in parts(TEMPLATE).items() if PART.fullmatch(name))
    data = ChartData("题", ("甲", "乙"), tuple(series_of(name, 1, 2) for name in ("一", "二", "三")))
    root = etree.fromstring(filled_chart(pattern_of(drawn), data))
    series = list(root.iter(f"{{{CHART}}}ser"))
    assert [texts(one.find(f"{{{CHART}}}tx")) for one in series] == [["一"], ["二"], ["三"]]
    assert [one.find(f"{{{CHART}}}spPr") is None for one in series] == [False, True, True]
    order = [etree.QName(child).localname for child in series[1]]
    assert order == sorted(order, key=["idx", "order", "tx", "spPr", "invertIfNegative", "cat", "val"].index)


def drawn_as(kind: str) -> bytes:
    """A chart of the template turned into one of another kind."""
    drawn = next(content for name, content in parts(TEMPLATE).items() if PART.fullmatch(name))
    turned = re.sub(rb"(</?c:)barChart\b", rb"\1" + kind.encode(), drawn)
    assert f"<c:{kind}>".encode() in turned
    return turned


@pytest.mark.parametrize("kind", ["scatterChart", "bubbleChart"])
def test_a_chart_without_categories_is_refused(kind: str) -> None:
    with pytest.raises(TemplateError, match="图表“题”是散点图、气泡图一类"):
        filled_chart(pattern_of(drawn_as(kind)), ChartData("题", ("甲",), (series_of("一", 1),)))


@pytest.mark.parametrize("kind", ["barChart", "line3DChart", "doughnutChart", "radarChart"])
def test_a_chart_of_any_kind_with_categories_is_filled(kind: str) -> None:
    root = etree.fromstring(
        filled_chart(pattern_of(drawn_as(kind)), ChartData("题", ("甲",), (series_of("一", 1),)))
    )
    assert texts(root.find(f".//{{{CHART}}}cat")) == ["甲"]


def test_many_series_stand_in_the_columns_that_a_sheet_has() -> None:
    data = ChartData("题", ("甲",), tuple(series_of(f"第{n}", 1) for n in range(1, 54)))
    root = etree.fromstring(filled_chart(pattern_of(drawn_as("barChart")), data))
    cells = [one.text for one in root.iterfind(f".//{{{CHART}}}val/{{{CHART}}}numRef/{{{CHART}}}f")]
    assert [cells[n] for n in (0, 24, 25, 52)] == [f"Sheet1!${c}$2:${c}$2" for c in ("B", "Z", "AA", "BB")]


def test_a_chart_whose_address_counts_from_the_root_is_found() -> None:
    members = parts(TEMPLATE)
    name = "word/_rels/document.xml.rels"
    absolute = members[name].replace(b'Target="charts/', b'Target="/word/charts/')
    assert absolute != members[name]
    document = rendered(zipped(members | {name: absolute}))
    assert charts(document) == charts(report())
    assert faults(document) == []


def test_a_column_of_words_cannot_be_drawn() -> None:
    tag = "'名称', '得分', '分值')"
    with pytest.raises(TemplateError, match="“名称”不是数，不能画成图"):
        rendered(with_alternative_text(tag, "'名称', '名称')"))


def test_a_rate_cannot_be_drawn_because_a_chart_shows_plain_numbers() -> None:
    tag = "图表('各部分得分', 评分表.二级指标, '名称', '得分', '分值')"
    rates = "图表('控制率', 楼堂馆所, '项目名称', '规模控制率')"
    building = {"项目名称": "甲", "批复规模": "100", "实际规模": "90"}
    with pytest.raises(TemplateError, match="“规模控制率”是百分数，不能画成图"):
        rendered(with_alternative_text(tag, rates), THE_2022_REPORT | {"楼堂馆所": [building]})


def test_a_chart_drawn_by_hand_comes_from_nowhere() -> None:
    tag = "{{ 图表('各部分得分', 评分表.二级指标, '名称', '得分', '分值') }}"
    found = read_back(with_alternative_text(tag, "各部分得分"))
    assert {finding.id for finding in found} == {FROM_NOWHERE}
    assert "｜" in found[0].message


def test_lint_points_out_a_chart_without_a_tag() -> None:
    tag = "{{ 图表('各部分得分', 评分表.二级指标, '名称', '得分', '分值') }}"
    [trouble] = lint(with_alternative_text(tag, "各部分得分"), "试.docx", PACK).troubles
    assert (trouble.kind, trouble.text) == ("untagged-chart", "各部分得分")
    assert "没有取数的标记" in trouble.message


def test_a_figure_of_a_chart_that_was_changed_on_its_way_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    filled = placing.filled_chart
    wrong = lambda pattern, data: filled(pattern, data).replace(b">307.75<", b">370.75<")  # noqa: E731
    monkeypatch.setattr(placing, "filled_chart", wrong)
    named = {finding.id for finding in read_back(TEMPLATE)}
    assert CHANGED in named


def read_back(template: bytes) -> tuple[Finding, ...]:
    """What is found in the report of a template when its file is read again."""
    facts = record(THE_2022_REPORT)
    context = context_of(facts, scorecard(), PACK, STYLE, draft=False)
    ready = prepare(template, "试.docx", ENVIRONMENT)
    done = Renderer(ENVIRONMENT, PHRASES).rendered(ready, context, "试.docx")
    return ReadBack.of(STYLE, PHRASES.numerals, facts).findings(done.content, done.printed)


def test_data_on_a_picture_that_is_no_chart_is_refused() -> None:
    members = parts(TEMPLATE)
    document = members["word/document.xml"].decode()
    bare = re.sub(r"<c:chart [^>]*/>", "", document, count=1)
    assert bare != document
    with pytest.raises(TemplateError, match="不是图表的图形"):
        rendered(zipped(members | {"word/document.xml": bare.encode()}))


def test_a_tag_that_stands_in_the_text_prints_the_title_alone() -> None:
    assert filled('{{ 图表("题", 功能分类, "名称", "金额") }}', entries=MONEY) == "题"


@pytest.mark.office
def test_libreoffice_draws_the_charts(office: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "报告.docx"
    file.write_bytes(report())
    [pdf] = office.to_pdf([file], tmp_path)
    shown = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True
    ).stdout.decode()
    assert all(title in shown for title in charts(report()))
