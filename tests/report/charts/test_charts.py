"""Charts of a report: native, with their data inside, each gone where there is nothing to show."""

import io
import re
import subprocess
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest
from lxml import etree
from report.drawn import PART, TEMPLATE, charts, parts, read_back, rendered, with_alternative_text, zipped
from report.filled import MONEY, PACK, THE_2022_REPORT, report
from report.small import filled
from report.sound import faults

from jixiao.report.charts import placing
from jixiao.report.lint.template_lint import lint
from jixiao.report.proof.read_back import CHANGED, FROM_NOWHERE
from jixiao.report.word.errors import TemplateError
from jixiao.report.word.wordml import CHART, DRAWN, w

BY_FUNCTION = "支出按功能分类（万元）"
FUNDS = "基金收支和结余（万元）"


def test_a_chart_shows_the_rows_that_the_text_lists() -> None:
    names, series = charts(report())[BY_FUNCTION]
    assert names == ["社会保障和就业支出", "卫生健康支出", "住房保障支出"]
    assert series == {"金额": ["307.75", "19.89", "18.44"]}


CLASSES = (
    *("一般公共服务", "国防", "公共安全", "教育", "科学技术", "文化旅游体育与传媒", "社会保障和就业"),
    *("卫生健康", "节能环保", "城乡社区", "农林水", "交通运输", "住房保障"),
)
MANY = THE_2022_REPORT | {
    "功能分类": [
        {"编码": str(201 + nth), "名称": f"{name}支出", "金额": f"{nth + 1}.01"}
        for nth, name in enumerate(CLASSES)
    ]
}


def test_of_many_classes_the_ten_greatest_and_the_sum_of_the_others_are_drawn() -> None:
    document = report(MANY)
    names, series = charts(document)[BY_FUNCTION]
    assert names == [*(f"{name}支出" for name in CLASSES[3:]), "其他各项"]
    assert series["金额"] == [*(f"{number}.01" for number in range(4, 14)), "6.03"]
    assert read_back(TEMPLATE, MANY) == ()


def heights(document: bytes) -> dict[str, int]:
    """How high the charts are, in mm."""
    root = etree.fromstring(parts(document)["word/document.xml"])
    return {one.get("descr", ""): int(one.getprevious().get("cy")) // 36000 for one in root.iter(DRAWN)}


def test_a_chart_with_more_categories_is_higher_but_never_lower_than_drawn() -> None:
    few, many = heights(report()), heights(report(MANY))
    assert many[BY_FUNCTION] >= 11 * 5 > few[BY_FUNCTION]
    assert {title: height for title, height in few.items() if title != BY_FUNCTION} == {
        title: height for title, height in many.items() if title != BY_FUNCTION
    }
    one = THE_2022_REPORT | {"功能分类": [{"编码": "208", "名称": "社会保障和就业支出", "金额": "1"}]}
    assert heights(report(one))[BY_FUNCTION] == next(iter(heights(TEMPLATE).values()))


def test_standing_bars_stay_as_high_as_drawn() -> None:
    members = parts(TEMPLATE)
    for name in filter(PART.fullmatch, members):
        members[name] = members[name].replace(b'<c:barDir val="bar"/>', b'<c:barDir val="col"/>')
    assert set(heights(rendered(zipped(members), MANY)).values()) == {25}


def test_no_label_of_a_category_is_left_out_whoever_drew_the_chart() -> None:
    members = parts(TEMPLATE)
    for name in filter(PART.fullmatch, members):
        members[name] = members[name].replace(b'<c:tickLblSkip val="1"/>', b"")
    for document in (report(), rendered(zipped(members))):
        drawn = [etree.fromstring(part) for name, part in parts(document).items() if PART.fullmatch(name)]
        axes = [axis for root in drawn for axis in root.iter(f"{{{CHART}}}catAx")]
        assert len(axes) == 4
        for axis in axes:
            tags = [etree.QName(child).localname for child in axis]
            assert tags[-2:] == ["tickLblSkip", "noMultiLvlLbl"]
            assert axis.find(f"{{{CHART}}}tickLblSkip").get("val") == "1"


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
