"""jixiao verify: a report that was edited in Word is held against its workbook, figure by figure."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner
from word_edits import edited, replaced, split_runs, swapped, tracked, without_paragraph

from jixiao.building.samples import samples
from jixiao.faces.cli import cli
from jixiao.inspection import Inspection
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import data_folder
from jixiao.pipeline import inspect, run
from jixiao.report.proof.differences import Difference
from jixiao.verifying import Verified, verify

[SAMPLE] = [sample.workbook for sample in samples() if sample.values.stem == "leiyang-2022"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A report, and its workbook after the run has written into it."""
    book = Path(shutil.copy(SAMPLE, tmp_path_factory.mktemp("made")))
    report = run(book).report
    assert report is not None
    return report, book


@pytest.fixture(scope="module")
def inspection(made: tuple[Path, Path]) -> Inspection:
    return inspect(made[1])


@pytest.fixture
def report(made: tuple[Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copy(made[0], tmp_path / "报告.docx"))


def differences(result: Verified) -> list[tuple[str, str, str]]:
    return [(each.stated, each.expected, whence(each)) for each in result.comparison.figures]


def whence(difference: Difference) -> str:
    origin = difference.origin
    return f"{origin.term} {origin.cells}" if origin else ""


def test_an_untouched_report_agrees_with_the_workbook_that_was_written_to(
    report: Path, inspection: Inspection
):
    result = verify(report, inspection)
    assert (result.agrees, result.untouched, result.tracked, result.same_entries) == (True, True, False, True)
    assert result.comparison.agreed > 100
    assert result.comparison.words == []


@pytest.mark.parametrize("outline", ["大纲A", "大纲B"])
def test_the_outline_is_the_one_that_the_report_names(outline: str, tmp_path: Path):
    book = Path(shutil.copy(SAMPLE, tmp_path))
    written = run(book, template=outline).report
    assert written is not None
    assert verify(written, inspect(book)).agrees


def test_an_edited_figure_is_named_with_its_term_and_cell(report: Path, inspection: Inspection):
    result = verify(edited(report, replaced("4990.17", "4986.95")), inspection)
    assert differences(result) == [("4986.95万元", "4990.17万元", "社保基金.支出合计 社会保险基金!B33")]
    assert "工伤保险基金支出4986.95万元" in result.comparison.figures[0].paragraph
    assert not result.untouched
    assert result.comparison.words == []


def test_a_figure_changed_in_a_chart_is_named_and_the_report_is_not_untouched(
    report: Path, inspection: Inspection
):
    changed = replaced("<c:v>307.75</c:v>", "<c:v>370.75</c:v>")
    result = verify(edited(report, changed, "word/charts/chart1.xml"), inspection)
    assert differences(result) == [("370.75", "307.75", "功能分类.金额 功能分类!C7")]
    assert not result.untouched


def test_a_figure_written_into_the_title_of_a_chart_is_named(report: Path, inspection: Inspection):
    changed = replaced("支出按功能分类（万元）", "支出按功能分类，共999.99万元")
    result = verify(edited(report, changed, "word/charts/chart1.xml"), inspection)
    assert differences(result) == [("999.99万元", "", "")]


def test_two_figures_swapped_are_two_differences(report: Path, inspection: Inspection):
    result = verify(edited(report, swapped("307.75", "19.89")), inspection)
    assert [(stated, expected) for stated, expected, _ in differences(result)] == [
        ("19.89万元", "307.75万元"),
        ("307.75万元", "19.89万元"),
    ]


def test_a_figure_that_no_cell_has_is_named(report: Path, inspection: Inspection):
    result = verify(edited(report, replaced("全部为一般公共预算收入", "另有利息3.5万元")), inspection)
    assert differences(result) == [("3.5万元", "", "")]


def test_a_deleted_paragraph_takes_its_figures_with_it(report: Path, inspection: Inspection):
    result = verify(edited(report, without_paragraph("期末滚存结余")), inspection)
    assert all(stated == "" for stated, _, _ in differences(result))
    assert ("", "580.51万元", "社保基金.期末滚存结余 社会保险基金!B35") in differences(result)


def test_a_changed_unit_sign_or_year_is_a_changed_figure(report: Path, inspection: Inspection):
    edited(report, replaced("-1471万元", "1471万元"))
    edited(report, replaced("期初结余2051.51万元", "期初结余2051.51元"))
    edited(report, replaced("2022年末", "2021年末"))
    assert [(stated, expected) for stated, expected, _ in differences(verify(report, inspection))] == [
        ("2021", "2022"),
        ("2051.51元", "2051.51万元"),
        ("1471万元", "-1471万元"),
    ]


def test_a_score_edited_in_the_table_is_named_with_its_working(report: Path, inspection: Inspection):
    result = verify(edited(report, replaced("3/3项符合", "2/3项符合")), inspection)
    [difference] = result.comparison.figures
    assert (difference.stated, difference.expected) == ("2", "3")
    assert difference.origin is not None
    assert "评分表.明细.指标值" in difference.origin.term
    assert difference.origin.cells


@pytest.mark.parametrize(
    "change",
    [
        replaced("全部为一般公共预算收入", "都是一般公共预算收入"),
        replaced("2432.40万元", "2,432.4 万元"),
        replaced("2432.40万元", "２４３２．４０万元"),
        replaced("在职人员减少", "人员减少"),
    ],
)
def test_words_without_figures_are_listed_apart(
    report: Path, inspection: Inspection, change: Callable[[str], str]
):
    result = verify(edited(report, change), inspection)
    assert result.agrees
    assert len(result.comparison.words) == 1


def test_runs_split_by_word_change_nothing(report: Path, inspection: Inspection):
    result = verify(edited(report, split_runs), inspection)
    assert (differences(result), result.comparison.words) == ([], [])


def test_a_change_in_split_runs_is_seen(report: Path, inspection: Inspection):
    result = verify(edited(edited(report, replaced("4990.17", "4986.95")), split_runs), inspection)
    assert [stated for stated, _, _ in differences(result)] == ["4986.95万元"]


def test_a_tracked_change_is_read_as_accepted_and_said(report: Path, inspection: Inspection):
    result = verify(edited(report, tracked("4990.17", "4986.95")), inspection)
    assert result.tracked
    assert [(stated, expected) for stated, expected, _ in differences(result)] == [
        ("4986.95万元", "4990.17万元")
    ]


def test_what_was_added_and_cannot_be_read_is_told(report: Path, made: tuple[Path, Path]):
    field = "</w:t></w:r><w:r><w:instrText> EQ \\o(9) </w:instrText></w:r><w:r><w:t>"
    edited(report, replaced("4990.17", f"4990.17{field}"))
    said = CliRunner().invoke(cli, ["verify", str(report), str(made[1])]).output
    assert "报告里比生成时多了：由 Word 画出来的域 1 处。" in said


def test_the_report_of_another_unit_does_not_agree(report: Path, inspection: Inspection):
    edited(report, lambda xml: xml.replace("耒阳市工伤保险服务中心", "别的单位"))
    result = verify(report, inspection)
    assert (result.agrees, result.comparison.figures, result.unit) == (False, [], "耒阳市工伤保险服务中心")


def test_a_template_is_no_report(report: Path, inspection: Inspection):
    edited(report, replaced("4990.17", "{{ 社保基金.支出合计 }}"))
    with pytest.raises(UnusableInput, match="是报告模板"):
        verify(report, inspection)


def test_a_workbook_changed_afterwards_is_noticed(report: Path):
    [other] = [sample.workbook for sample in samples() if sample.values.stem == "leiyang-2022-balanced"]
    result = verify(report, inspect(other))
    assert result.same_entries is False
    assert not result.agrees


@pytest.mark.exhaustive
def test_libreoffice_may_save_report_and_workbook_again(
    report: Path, made: tuple[Path, Path], office: ModuleType, tmp_path: Path
):
    edited(report, replaced("4990.17", "4986.95"))
    office.soffice(
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "again"), str(report), timeout=120
    )
    book = Path(shutil.copy(made[1], tmp_path))
    office.soffice(
        "--convert-to",
        "xlsm:Calc MS Excel 2007 VBA XML",
        "--outdir",
        str(tmp_path / "again"),
        str(book),
        timeout=120,
    )
    result = verify(tmp_path / "again" / report.name, inspect(tmp_path / "again" / book.name))
    assert result.same_entries
    assert [(stated, expected) for stated, expected, _ in differences(result)] == [
        ("4986.95万元", "4990.17万元")
    ]
    assert result.comparison.words == []


def test_a_report_that_says_nothing_about_itself_is_compared_all_the_same(
    report: Path, inspection: Inspection
):
    edited(report, lambda _: "<Properties><!--x--><?x y?></Properties>", part="docProps/custom.xml")
    result = verify(report, inspection)
    assert (result.agrees, result.same_entries) == (True, None)


def test_the_report_of_a_template_of_ones_own_asks_for_it(report: Path, inspection: Inspection):
    edited(report, replaced(">report.docx<", ">自己的.docx<"), part="docProps/custom.xml")
    with pytest.raises(UnusableInput, match="--template"):
        verify(report, inspection)


def test_a_report_with_a_doctype_is_not_called_a_template(report: Path, inspection: Inspection):
    edited(report, lambda xml: xml.replace("<w:document", "<!DOCTYPE x><w:document", 1))
    with pytest.raises(UnusableInput, match=r"^文档里有 DOCTYPE"):
        verify(report, inspection)


def test_the_command_says_what_differs_and_leaves_with_1(report: Path, made: tuple[Path, Path]):
    agrees = CliRunner().invoke(cli, ["verify", str(report), str(made[1])], standalone_mode=False)
    assert agrees.return_value == 0
    edited(report, replaced("4990.17", "4986.95"))
    done = CliRunner().invoke(cli, ["verify", str(report), str(made[1]), "--json"], standalone_mode=False)
    document = json.loads(done.output)
    assert (done.return_value, document["agrees"]) == (1, False)
    [difference] = document["differences"]
    assert difference["cells"] == ["社会保险基金!B33"]
    assert "报告写的是“4986.95万元”，工作簿应为“4990.17万元”" in difference["message"]


def test_the_manual_shows_what_the_command_says(report: Path, made: tuple[Path, Path]):
    edited(report, replaced("本年收入合计346.08", "本年收入合计364.08"))
    said = CliRunner().invoke(cli, ["verify", str(report), str(made[1])]).output.splitlines()
    page = (data_folder("docs") / "manual.zh-CN.md").read_text(encoding="utf-8")
    assert "\n".join(said[-2:]) in page


def test_a_report_of_something_else_is_said_to_be_that_and_not_listed_to_the_last_figure(
    made: tuple[Path, Path], tmp_path: Path
):
    import docx

    other = docx.Document()
    other.add_paragraph("关于召开年度工作会议的通知")
    other.save(str(tmp_path / "通知.docx"))
    said = CliRunner().invoke(cli, ["verify", str(tmp_path / "通知.docx"), str(made[1])]).output
    assert "这份报告不像是由这个工作簿生成的" in said
    assert "全部见 --json" in said
    assert len(said.splitlines()) < 100


MARK = '</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>'
HIDDEN = "</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>3</w:t></w:r><w:r><w:t>"


@pytest.mark.parametrize("shown", [f"4990.17{MARK}", f"49{HIDDEN}90.17"])
def test_marks_and_hidden_text_are_no_part_of_a_figure(shown: str, report: Path, inspection: Inspection):
    assert differences(verify(edited(report, replaced("4990.17", shown)), inspection)) == []


def test_a_figure_that_somebody_has_put_into_a_field_is_compared(report: Path, inspection: Inspection):
    field = (
        '</w:t></w:r><w:fldSimple w:instr="=SUM(ABOVE)"><w:r><w:t>4986.95</w:t></w:r></w:fldSimple><w:r><w:t>'
    )
    result = verify(edited(report, replaced("4990.17", field)), inspection)
    assert [(stated, expected) for stated, expected, _ in differences(result)] == [
        ("4986.95万元", "4990.17万元")
    ]
