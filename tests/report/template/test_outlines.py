"""Which template makes the report: an outline of the pack, or a Word file of the user's own."""

import io
import re
import zipfile
from pathlib import Path

import msgspec
import pytest
from report.filled import PACK, THE_2022_REPORT, UNIT, Row, record, scorecard
from report.small import STYLE, docx
from report.template.test_template import everything

from jixiao.model.errors import UnusableInput
from jixiao.pack.errors import PackError
from jixiao.report.language.style import Outline
from jixiao.report.making import ReportMaker
from jixiao.report.template.outlines import prove_outlines
from jixiao.report.word.projection import projection

OUTLINE_B = """
部门、单位基本情况 一般公共预算支出情况 政府性基金预算支出情况 国有资本经营预算支出情况
社会保险基金预算支出情况 部门整体支出绩效情况 存在的问题及原因分析 下一步改进措施
部门整体支出绩效自评结果拟应用和公开情况 其他需要说明的情况
""".split()  # noqa: SIM905


def made(template: str | None = None, entries: Row = THE_2022_REPORT, *, draft: bool = False) -> str:
    maker = ReportMaker(PACK, template)
    return projection(maker.make(record(entries), scorecard(), draft=draft))


def test_without_a_choice_the_first_outline_is_used() -> None:
    assert made() == made(STYLE.outlines[0].name)
    assert "# 二、部门整体收支情况" in made()


@pytest.mark.parametrize("choice", ["大纲B", "outline-b.docx"])
def test_an_outline_is_chosen_by_its_name_or_its_file(choice: str) -> None:
    headings = [line for line in made(choice).splitlines() if line.startswith("# ")]
    numbers = "一二三四五六七八九十"
    assert headings == [f"# {number}、{name}" for number, name in zip(numbers, OUTLINE_B, strict=True)]


def test_outline_b_lists_its_annexes_before_the_signature() -> None:
    said = made("大纲B")
    end = said[said.index("附件：1.") :]
    assert end.startswith(
        "附件：1. 部门整体支出绩效评价基础数据表\n2. 部门整体支出绩效自评表\n耒阳市工伤保险服务中心\n"
    )
    assert end.index("\n附件1\n") < end.index("\n附件2\n")


@pytest.mark.parametrize("outline", STYLE.outlines, ids=lambda outline: outline.name)
def test_annexes_that_the_text_names_exist(outline: object) -> None:
    said = made(outline.name)  # type: ignore[attr-defined]
    marks = set(re.findall(r"^附件\d$", said, re.MULTILINE))
    named = set(re.findall(r"见(附件\d)", said))
    assert len(named) == 2
    assert named <= marks <= named | {"附件1"}  # in outline A the report itself is 附件1


@pytest.mark.parametrize("outline", STYLE.outlines, ids=lambda outline: outline.name)
def test_every_outline_prints_all_figures_of_the_2022_report(outline: object) -> None:
    said = made(outline.name)  # type: ignore[attr-defined]
    for figure in (
        "346.08万元",
        "38.17万元",
        "4990.17万元",
        "-1471万元",
        "580.51万元",
        "99分",
        "106.96%",
        "减少4.55万元，下降1.3%",
    ):
        assert figure in said


def test_outline_b_of_an_empty_workbook_says_in_every_section_what_is_missing() -> None:
    said = made("大纲B", UNIT, draft=True)
    sections = said[said.index("# 二、") :].split("\n# ")
    told = ("六、部门整体支出绩效情况", "七、存在的问题及原因分析")  # the scorecard is there all the same
    assert not [
        part for part in sections if not re.search("（无）|（未填）", part) and not part.startswith(told)
    ]


def test_outline_b_with_every_cell_filled_says_none_nowhere() -> None:
    assert "（无）" not in made("大纲B", everything())


def test_the_users_own_file_is_a_template_with_the_packs_words(tmp_path: Path) -> None:
    own = tmp_path / "我的模板.docx"
    own.write_bytes(docx("支出{{ 支出.合计|万元 }}，{{ 占比(支出.基本支出, 支出.合计, '支出') }}。"))
    assert "支出346.08万元，，占支出的100%。" in made(str(own))


def test_a_template_that_is_not_there_is_said_with_the_outlines_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match=r"没有“.*没有.docx”这个大纲.*“大纲A”、“大纲B”"):
        ReportMaker(PACK, str(tmp_path / "没有.docx"))


@pytest.mark.parametrize("content", [b"", b"no zip"])
def test_a_damaged_template_is_said(tmp_path: Path, content: bytes) -> None:
    damaged = tmp_path / "坏了.docx"
    damaged.write_bytes(content)
    with pytest.raises(UnusableInput, match=r"坏了.docx.*(不是 Word 文档|损坏)"):
        ReportMaker(PACK, str(damaged))


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="可用的大纲"):
        ReportMaker(PACK, str(tmp_path))


def test_the_document_properties_are_filled() -> None:
    content = ReportMaker(PACK, "大纲B").make(record(THE_2022_REPORT), scorecard(), draft=False)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        core, app = (archive.read(f"docProps/{name}.xml").decode() for name in ("core", "app"))
    assert "<dc:title>耒阳市工伤保险服务中心2022年部门整体支出绩效自评报告</dc:title>" in core
    assert "<dc:subject>2022年度部门整体支出绩效自评</dc:subject>" in core
    assert "<dc:creator>耒阳市工伤保险服务中心</dc:creator>" in core
    assert "<Company>耒阳市工伤保险服务中心</Company>" in app


def test_the_shipped_outlines_are_those_that_the_form_offers() -> None:
    prove_outlines(PACK, STYLE)


def test_an_outline_that_the_form_does_not_offer_is_told_before_any_workbook() -> None:
    third = Outline(name="大纲丙", file="report.docx", title="试")
    with pytest.raises(
        PackError, match=r"form.toml.*报告.大纲.*应与 report.toml 的大纲一样：大纲A、大纲B、.*大纲丙"
    ):
        prove_outlines(PACK, msgspec.structs.replace(STYLE, outlines=(*STYLE.outlines, third)))


def test_an_outline_without_its_file_is_told() -> None:
    lost = Outline(name="大纲A", file="没有.docx", title="试")
    with pytest.raises(PackError, match=r"report.toml.*大纲的文件“没有.docx”无法读取"):
        prove_outlines(PACK, msgspec.structs.replace(STYLE, outlines=(lost, STYLE.outlines[1])))
