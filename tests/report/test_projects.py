"""Annex 3 of outline B: the self-evaluation table of each project, and nothing where there is none."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from report import long
from report.filled import PACK, THE_2022_REPORT, Row, record, scorecard
from report.opened import Opened
from report.test_long_report import lines_of

from jixiao.pack.computed import with_computed
from jixiao.report.making import ReportMaker, maker_for
from jixiao.report.word.projection import projection
from jixiao.report.word.wordml import w

TITLE = "2022年度项目支出绩效自评表"
TRAINING: Row = {
    "项目名称": "工伤预防培训（一期）",
    "预期目标": "培训重点行业职工。\n发放宣传资料。",
    "实际完成情况": "培训4场，1260人次。",
    "年初预算数": "50",
    "全年预算数": "52",
    "全年执行数": "48.6",
    "当年财政拨款": "40",
    "上年结转资金": "8.6",
}
ARCHIVES: Row = {
    "项目名称": "档案数字化",
    "主管部门": "耒阳市档案局",
    "实施单位": "耒阳市档案馆",
    "全年预算数": "61",
    "全年执行数": "61",
}


def indicator(project: str, level1: str, level2: str, name: str, weight: str, score: str) -> Row:
    levels = {"项目名称": project, "一级指标": level1, "二级指标": level2, "三级指标": name}
    reason = "资料到货推迟；提前启动采购" if weight != score else ""
    points = {"分值": weight, "得分": score, "偏差原因": reason}
    return levels | points | {"年度指标值": "≥95%", "实际完成值": "97.5%"}


APART = {"年度指标值": "≥95", "实际完成值": "97.5", "计量单位": "%"}
INDICATORS = [
    indicator("工伤预防培训（一期）", "产出指标", "数量指标", "培训场次", "30", "30") | {"计量单位": "%"},
    indicator("工伤预防培训（一期）", "产出指标", "数量指标", "资料份数", "30", "27.5") | APART,
    indicator("工伤预防培训(一期)", "效益指标", "社会效益指标", "工伤事故率", "30", "30"),
    indicator("档案数字化", "产出指标", "数量指标", "加工卷数", "90", "90"),
]


def report(*projects: Row, contents: str = "否") -> bytes:
    own = {"项目自评": projects, "项目指标": INDICATORS if projects else [], "报告.目录": contents}
    filled = with_computed(record(THE_2022_REPORT | own), PACK)
    return maker_for(filled, PACK, "大纲B").make(filled, scorecard(), draft=False)


def annex(*projects: Row) -> str:
    said = projection(report(*projects))
    return said[said.index("\n附件3") :]


def test_a_project_has_its_head_its_money_and_its_goals() -> None:
    said = annex(TRAINING)
    assert said.startswith(f"\n附件3\n{TITLE}\n")
    head = ("工伤预防培训（一期）", "耒阳市人力资源和社会保障局", "耒阳市工伤保险服务中心")
    assert "| 项目名称 | {} | 主管部门 | {} | 实施单位 | {} |".format(*head) in said
    assert "| 年度资金总额 | 50.00 | 52.00 | 48.60 | 10 | 93.46% | 9.35 |" in said
    assert "| 上年结转资金 | — | — | 8.60 | — | — | — |" in said
    assert "预期目标：培训重点行业职工。 / 发放宣传资料。 | 实际完成情况：培训4场，1260人次。 |" in said


def test_its_indicators_are_found_whatever_the_width_of_the_brackets_in_its_name() -> None:
    said = annex(TRAINING)
    assert "| 产出指标 | 数量指标 | 培训场次 | ≥95% | 97.5% | 30 | 30 |  |" in said
    assert "|  |  | 资料份数 | ≥95% | 97.5% | 30 | 27.5 | 资料到货推迟；提前启动采购 |" in said
    assert "| 效益指标 | 社会效益指标 | 工伤事故率 |" in said
    assert "| 总分 | 100 | 96.85 |  |" in said


def test_equal_levels_below_each_other_are_one_cell() -> None:
    table = Opened(report(TRAINING)).tables[-1]
    going_on = [cell for cell in table.iter(w("tcBorders")) if cell.find(w("top")) is not None]
    assert len(going_on) == 2


def test_two_projects_have_a_numbered_table_each() -> None:
    said = annex(TRAINING, ARCHIVES)
    first, second = said.split("\n附件3-2\n")
    assert first.startswith(f"\n附件3-1\n{TITLE}\n")
    assert second.startswith(f"{TITLE}\n")
    assert "| 主管部门 | 耒阳市档案局 | 实施单位 | 耒阳市档案馆 |" in second
    assert ("培训场次" in first, "加工卷数" in first) == (True, False)
    assert ("培训场次" in second, "加工卷数" in second) == (False, True)


def test_a_project_without_figures_and_indicators_says_so() -> None:
    said = annex({"项目名称": "检查补助"})
    assert "| 年度资金总额 | — | — | — | 10 | — | — |" in said
    assert "预期目标：— | 实际完成情况：— |" in said
    assert "| 没有填报指标 |\n| 总分 | 10 | — |  |" in said


@pytest.mark.parametrize("projects", [(), (TRAINING,)], ids=len)
def test_the_text_and_its_list_of_annexes_name_annex_3_only_with_projects(projects: tuple[Row, ...]) -> None:
    said = projection(report(*projects))
    assert ("\n3. 项目支出绩效自评表\n" in said) == bool(projects)
    assert ("，各项目的自评见附件3。" in said) == bool(projects)


def test_without_projects_the_report_ends_with_annex_2() -> None:
    body = Opened(report()).body
    assert "附件3" not in projection(report())
    last = body.findall(w("p"))[-1]
    assert "".join(last.itertext()).startswith("填表人：")
    assert last.getnext().tag == w("sectPr")


def test_the_contents_list_annex_3_once() -> None:
    said = projection(report(TRAINING, ARCHIVES, contents="是"))
    listed = said[said.index("\n目录\n") : said.index("\n# ")]
    assert listed.count(TITLE) == 1


@pytest.fixture(scope="module")
def pages(office: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The lines of the pages of annex 3 with thirty projects, as LibreOffice sets them."""
    folder = tmp_path_factory.mktemp("projects")
    path = folder / "report.docx"
    maker = ReportMaker(PACK, "大纲B")
    path.write_bytes(maker.make(record(long.entries()), long.scorecard(), draft=False))
    said = lines_of(office.to_pdf([path], folder / "out")[0])
    return said[next(nth for nth, page in enumerate(said) if _mark(page)) :]


def _mark(page: list[str]) -> str:
    found = re.fullmatch(r"附件(3-\d+)", page[0].replace(" ", ""))
    return found[1] if found else ""


def test_each_project_begins_a_page(pages: list[list[str]]) -> None:
    marks = [mark for page in pages if (mark := _mark(page))]
    assert marks == [f"3-{number}" for number in range(1, long.PROJECTS + 1)]


def test_every_page_with_indicators_has_their_heading_row(pages: list[list[str]]) -> None:
    for page in pages:
        heading = next(nth for nth, line in enumerate(page) if "一级指标" in line and "三级指标" in line)
        assert all(heading < nth for nth, line in enumerate(page) if "≥95%" in line)


def test_all_indicators_of_all_projects_are_printed(pages: list[list[str]]) -> None:
    said = "".join("".join(page) for page in pages)
    assert said.count("≥95%") == long.PROJECTS * long.PROJECT_INDICATORS
    assert len(re.findall(r"总分\s*100\s*99\.32", said)) == long.PROJECTS
