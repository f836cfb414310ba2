"""--trace: the copy whose figures carry comments, and the table of figures."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from openpyxl import load_workbook
from report.filled import PACK, record, scorecard
from report.small import ENVIRONMENT, PHRASES, STYLE, prepared
from report.small import docx as template_of
from word_edits import DOCUMENT, edited, replaced

from jixiao.building.samples import samples
from jixiao.pipeline import Run, run
from jixiao.report.edits.carrying import same_making
from jixiao.report.language.context import context_of
from jixiao.report.proof.numbers import Figures
from jixiao.report.proof.traced_figures import traced_figures
from jixiao.report.rendering import Renderer
from jixiao.report.word.comments import Comment, with_comments
from jixiao.report.word.projection import projection
from jixiao.report.word.properties import untouched
from jixiao.report.word.reading import read_document
from jixiao.tracing import write_trace

[SAMPLE] = [sample.workbook for sample in samples() if sample.values.stem == "leiyang-2022"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(Path(shutil.copy(SAMPLE, tmp_path_factory.mktemp("trace"))))


@pytest.fixture(scope="module")
def traces(done: Run) -> tuple[Path, Path]:
    copy, table = write_trace(done)
    return copy, table


def comments(copy: Path) -> dict[str, str]:
    """The commented stretches of text with their comments; the last of equal ones."""
    document = docx.Document(str(copy))
    said = {comment.comment_id: comment.text for comment in document.comments}
    found, open_ = {}, {}
    for element in document.element.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        number = int(element.get(f"{W}id", "-1"))
        if element.tag.endswith("Start"):
            open_[number] = ""
        elif element.tag.endswith("End"):
            found[open_.pop(number)] = said[number]
        else:
            open_ = {each: text + (element.text or "") for each, text in open_.items()}
    return found


def rows(table: Path) -> list[dict[str, str]]:
    sheet = load_workbook(table).active
    header = [cell.value for cell in sheet[2]]
    lines = sheet.iter_rows(min_row=3, values_only=True)
    return [dict(zip(header, (cell or "" for cell in line), strict=True)) for line in lines]


def test_the_copy_reads_as_the_report_and_the_report_is_untouched(done: Run, traces: tuple[Path, Path]):
    assert done.report is not None
    assert done.made is not None
    written = done.report.read_bytes()
    assert untouched(written)
    assert same_making(written, done.made.content)
    assert projection(traces[0].read_bytes()) == projection(done.made.content)


def test_a_figure_of_a_cell_names_workbook_sheet_cell_and_term(traces: tuple[Path, Path]):
    said = comments(traces[0])["4990.17"]
    assert "社保基金.支出合计" in said
    assert "leiyang-2022.xlsm　社会保险基金!B33" in said


def test_a_difference_names_both_figures_and_how_it_was_reckoned(traces: tuple[Path, Path]):
    said = comments(traces[0])["4.55"]
    assert "|一般公共预算.支出 - 上年一般公共预算.支出|" in said
    assert said.count("!") == 2


def test_a_computed_cell_names_its_relation_and_the_cells_below_it(traces: tuple[Path, Path]):
    [row] = [row for row in rows(traces[1]) if row["名称"] == "执行率.年初预算"]
    assert row["印出的数"] == "106.96%"
    assert "支出.合计 / 整体预算.年初预算数" in row["怎样算出"]
    assert row["单元格"].count("!") == 3


def test_a_score_names_its_working_and_the_cells_it_was_scored_by(traces: tuple[Path, Path]):
    found = [
        row for row in rows(traces[1]) if row["名称"] == "评分表.明细.得分" and "预算执行率" in row["含义"]
    ]
    [row] = found
    assert row["印出的数"] == "4"
    assert row["单元格"].startswith("收支总表!")
    assert "支出.合计" in row["怎样算出"]
    assert "得4分" in row["怎样算出"]


def test_every_figure_has_a_row_with_its_place_and_a_link_that_leads_to_a_cell(
    done: Run, traces: tuple[Path, Path]
):
    table = load_workbook(traces[1]).active
    links = [cell.hyperlink for cell in table["K"][2:] if cell.hyperlink]
    assert len(links) > 150
    assert {link.target for link in links} == {done.workbook.name}
    sheets = set(load_workbook(done.workbook, read_only=True).sheetnames)
    assert {re.fullmatch(r"'(.+)'![A-Z]+\d+", link.location)[1] for link in links} <= sheets
    assert all(row["印出的数"] and row["位置"] and row["名称"] for row in rows(traces[1]))


def test_the_links_lead_to_a_workbook_with_a_number_sign_in_its_name(tmp_path: Path):
    odd = run(Path(shutil.copy(SAMPLE, tmp_path / "1#楼 [100%].xlsm")))
    _, table = write_trace(odd)
    links = [cell.hyperlink for cell in load_workbook(table).active["K"][2:] if cell.hyperlink]
    assert {unquote(link.target) for link in links} == {"1#楼 [100%].xlsm"}
    assert {link.target for link in links} == {"1%23楼%20%5b100%25%5d.xlsm"}
    assert all(re.fullmatch(r"'[^#]+'![A-Z]+\d+", link.location) for link in links)


def test_a_figure_in_a_typed_text_is_traced_to_the_cell_of_the_text():
    facts = record({"文字材料": [{"正文": "2022年办理12件。"}]})
    context = context_of(facts, scorecard(), PACK, STYLE, draft=False)
    template = prepared("{%p for 段 in 文字材料 %}", "{{ 段.正文 }}", "{%p endfor %}")
    report = Renderer(ENVIRONMENT, PHRASES).rendered(template, context, "试.docx")
    document = read_document(report.content, "试.docx")
    [traced] = traced_figures(document, report.printed, Figures(STYLE.figures), facts, PACK)
    assert (traced.text, traced.origin.term, traced.origin.text) == ("12", "文字材料.正文", True)


def test_the_comments_are_sound_wordprocessingml(traces: tuple[Path, Path]):
    with ZipFile(traces[0]) as archive:
        document = etree.fromstring(archive.read(DOCUMENT))
        said = etree.fromstring(archive.read("word/comments.xml"))
        relations, types = archive.read("word/_rels/document.xml.rels"), archive.read("[Content_Types].xml")
    ids = [each.get(f"{W}id") for each in said]
    assert len(ids) == len(set(ids)) > 100
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(each.get(f"{W}id") for each in document.iter(f"{W}{kind}")) == sorted(ids)
    assert relations.count(b'Target="comments.xml"') == types.count(b'"/word/comments.xml"') == 1


def test_comments_of_the_templates_author_stay_and_ids_go_on(tmp_path: Path):
    theirs = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="4" w:author="甲"><w:p/></w:comment></w:comments>'
    )
    base = template_of("合计 5 & 6 万元", more={"word/comments.xml": theirs})
    with ZipFile(
        io.BytesIO(with_comments(base, [Comment(0, 3, 4, ("一",)), Comment(0, 7, 8, ("<二>",))]))
    ) as made:
        said = etree.fromstring(made.read("word/comments.xml"))
        text = "".join(etree.fromstring(made.read(DOCUMENT)).itertext())
    assert sorted(int(each.get(f"{W}id")) for each in said) == [4, 5, 6]
    assert text == "合计 5 & 6 万元"


def test_the_same_report_gives_the_same_trace(done: Run, traces: tuple[Path, Path]):
    before = [file.read_bytes() for file in traces]
    assert [file.read_bytes() for file in write_trace(done)] == before


def test_libreoffice_opens_the_copy_and_keeps_its_comments(
    traces: tuple[Path, Path], office: ModuleType, tmp_path: Path
):
    office.soffice("--convert-to", "odt", "--outdir", str(tmp_path), str(traces[0]), timeout=120)
    [odt] = tmp_path.glob("*.odt")
    with ZipFile(odt) as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<office:annotation ") == len(docx.Document(str(traces[0])).comments)


def test_a_copy_in_which_somebody_has_written_is_kept(done: Run, traces: tuple[Path, Path]):
    assert untouched(traces[0].read_bytes())
    edited(traces[0], replaced("4990.17", "4986.95"))
    copy, _ = write_trace(done)
    assert untouched(copy.read_bytes())
    assert len(list(copy.parent.glob("*溯源）（手工修改1）.docx"))) == 1


def test_a_table_of_figures_in_which_somebody_has_written_is_kept(done: Run, traces: tuple[Path, Path]):
    table, said = traces[1], []
    made = table.read_bytes()
    table.write_bytes(made.replace(b"docProps", b"docprops", 1))
    written = table.read_bytes()
    write_trace(done, said.append)
    assert table.read_bytes() == made
    kept = table.with_stem(f"{table.stem}（原有1）")
    assert kept.read_bytes() == written
    assert [sentence for sentence in said if kept.name in sentence]


def test_a_chart_carries_one_comment_with_the_origin_of_each_of_its_figures(traces: tuple[Path, Path]):
    said = [comment.text for comment in docx.Document(str(traces[0])).comments if "｜" in comment.text]
    assert len(said) == 4
    assert "社会保障和就业支出｜金额：307.75　（功能分类.金额，功能分类!C7）" in said[0].splitlines()
    assert any(
        "评分表.得分，收支总表!B22、" in line and "等14个单元格" in line for line in said[3].splitlines()
    )


def test_the_figures_of_a_chart_stand_in_the_table_under_its_heading(traces: tuple[Path, Path]):
    found = [row for row in rows(traces[1]) if row["位置"] == "图3"]
    assert [(row["印出的数"], row["单元格"]) for row in found] == [
        ("3519.17", "社会保险基金!B21"),
        ("4990.17", "社会保险基金!B33"),
        ("580.51", "社会保险基金!B35"),
    ]
    assert {row["所在标题"] for row in found} == {"六、社会保险基金预算支出情况"}


def test_the_table_lists_the_figures_in_the_order_of_the_report(traces: tuple[Path, Path]):
    places = [row["位置"] for row in rows(traces[1])]
    assert places.index("图1") < places.index("图3") < places.index("图4")
    assert places.index("图4") < max(nth for nth, place in enumerate(places) if place.startswith("表"))
