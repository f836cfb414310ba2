"""The printed table looks like hers: the same columns in the same order, her headings, her title."""

from decimal import Decimal
from io import BytesIO

import pytest
from frameworks.invented import make_docx
from frameworks.projection import TABLES
from msgspec.structs import replace
from workbook.books import silent, with_only

from jixiao.building.new_workbook import new_workbook
from jixiao.building.workbook import built
from jixiao.frameworks.made.own_framework import own_framework
from jixiao.frameworks.printed.printed_rows import PrintedRow, PrintedRows
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack
from jixiao.pack.printed_cells import own_formula, without_formula, wording
from jixiao.pipeline import inspect
from jixiao.report.word.projection import projection
from jixiao.reporting import report_of
from jixiao.write_back import workbook_with_results

PACK = load_pack()


def own(name, folder):
    table = make_docx((TABLES / f"{name}.txt").read_text(encoding="utf-8"), folder / "评分细则.docx")
    return own_framework(table, PACK).framework


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The score sheet of a table whose columns stand in an order of their own, after a run."""
    from openpyxl import load_workbook

    folder = tmp_path_factory.mktemp("printed")
    typed = {"编号": "B5", "违规次数": Decimal(1), "依据": "制度汇编", "扣分原因": "缺一项制度"}
    row = Filling({f"指标自评.{column}": value for column, value in typed.items()})
    book = folder / "我单位.xlsm"
    book.write_bytes(built(silent(PACK), own("column-order", folder), Filling(groups={"指标自评": (row,)})))
    inspection = inspect(book, PACK)
    book.write_bytes(workbook_with_results(inspection))
    scores = load_workbook(BytesIO(with_only(book.read_bytes(), "评分表")))["评分表"]
    return inspection, [list(row) for row in scores.values]


HERS = ["序号", "三级指标", "标准分", "计分办法", "一级指标", "二级指标", "指标含义", "自评得分", "佐证材料"]


def test_title_headings_and_order_are_those_of_the_table(printed):
    _, rows = printed
    assert rows[0][0] == "县级部门整体支出绩效自评指标评分细则"
    header = next(row for row in rows if "计分办法" in row)
    assert header[: len(HERS)] == HERS
    assert header[9:11] == ["指标值", "扣分原因"]  # what a run has to say, and her table has no column for


def test_her_wording_and_the_results_stand_in_their_columns(printed):
    inspection, rows = printed
    row = next(row for row in rows if row[1] == "管理制度健全性")
    assert row[3] == "每符合一项得2分。"
    assert row[6].startswith("①有预算资金管理办法")
    assert row[7:11] == [6, "制度汇编", "1次", "缺一项制度"]
    assert not [each for each in inspection.findings if each.id == "RESULT-01"]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("one-level", ["考核要素", "基础分", "考核要点", "考核办法", "自评", "审核得分", "扣分情况"]),
        ("many-sheets", ["一级指标", "评价内容", "评价指标", "分值", "评分细则", "自评分", "扣分说明"]),
        ("level-rows", ["一级指标", "二级指标", "三级指标", "满分", "计分规则", "得分"]),
        ("project-table", ["一级指标", "二级指标", "三级指标", "分值", "指标解释", "评分标准"]),
    ],
)  # fmt: skip
def test_tables_with_fewer_columns_keep_theirs(table, columns, tmp_path):
    assert [each.label for each in own(table, tmp_path).columns] == columns


def test_the_annex_of_the_report_looks_like_hers_too(printed):
    text = projection(report_of(printed[0]))
    annex = text[text.rindex("附件3") :].splitlines()
    assert annex[1] == "（未填）年度县级部门整体支出绩效自评指标评分细则"
    assert annex[3] == f"| {' | '.join([*HERS, '指标值', '扣分原因'])} |"
    assert any(line.endswith("| 6 | 制度汇编 | 1次 | 缺一项制度 |") for line in annex)
    assert "总分：6分（满分100分）\u3000指标尚未评完" in annex
    assert any("投入 / （20分） | 预算配置 / （20分）" in line for line in annex)


LIKE_HERS = """我县评分表
序号|一级指标|分值|二级指标|分值|三级指标|分值|指标解释|评价标准|评分办法|数据来源|自评分|复评分
1|管理|40|预算|40|控制率|40|支出/预算|≤100%|≤100%得满分，否则不得分|决算报表||
2|效果|60|满意度|60|满意度|60|抽样调查|≥90%|≥90%得满分，否则不得分|问卷||
"""


def test_what_the_table_itself_says_is_printed_cell_by_cell(tmp_path):
    from openpyxl import load_workbook

    hers = own_framework(make_docx(LIKE_HERS, tmp_path / "表.docx"), PACK).framework
    book = tmp_path / "我.xlsm"
    book.write_bytes(built(silent(PACK), hers, Filling()))
    inspection = inspect(book, PACK)
    expected = [
        "1",
        "管理",
        "40",
        "预算",
        "40",
        "控制率",
        "40",
        "支出/预算",
        "≤100%",
        "≤100%得满分，否则不得分",
    ]
    scores = load_workbook(BytesIO(workbook_with_results(inspection)))["评分表"]
    rows = [[str(cell or "") for cell in row] for row in scores.values]
    assert next(row for row in rows if row[0] == "1")[:13] == [*expected, "决算报表", "", ""]
    annex = projection(report_of(inspection))
    assert f"| {' | '.join([*expected, '决算报表', '—', ''])} |" in annex


def test_a_column_for_explanation_and_standard_prints_both(tmp_path):
    text = "三级指标|分值|指标说明及评分标准\n接种率|100|目标值≥95%。达到目标值得满分，否则不得分\n"
    hers = own_framework(make_docx(text, tmp_path / "表.docx"), PACK).framework
    assert [each.holds for each in hers.columns] == ["name", "max_score", "wording"]
    (row,) = hers.indicators
    assert wording(row.formula, row.standard) == "目标值≥95%。\n达到目标值得满分，否则不得分"


@pytest.mark.parametrize(
    ("table", "printed"),
    [
        (
            "三级指标|计算符号|指标值|分值|完成值|得分|原因\n合格率|≥|95|100|||",
            ("", "≥", "95", "", "", "", ""),
        ),
        (
            "三级指标|评分标准|分值|得分|扣分原因\n合格率|按时得满分|100|90|缺一份",
            (),
        ),  # filled in by somebody
    ],
)
def test_what_stands_in_other_columns(table, printed, tmp_path):
    hers = own_framework(make_docx(f"我县评分表\n{table}\n", tmp_path / "表.docx"), PACK).framework
    assert hers.indicators[0].printed == printed


def test_an_indicator_over_two_rows_prints_what_stands_in_both():
    first = PrintedRow("", "", "规划", None, cells={"要点分#1": "50", "来源#1": "文件"})
    found = PrintedRows()
    found.add(first)
    found.add(replace(first, reaching=frozenset({"来源#1"})))
    assert found.rows[0].cells == {"要点分#1": "50\n50", "来源#1": "文件"}


def test_a_target_beside_its_sign_is_printed_without_it():
    assert (wording("", "≥95", "95"), wording("", "≥96", "95")) == ("95", "≥96")


def test_a_changed_explanation_is_printed_instead_of_the_parts_it_was_made_of():
    parts = ("1", "支出/预算", "≤100%")
    assert own_formula("支出/预算\n≤100%", parts, 1) == "支出/预算"
    left = without_formula(parts, "支出/预算\n≤100%")
    assert (left, own_formula("另一个", left, 1)) == (("1", "", ""), "另一个")


@pytest.mark.parametrize("name", ["project-self-evaluation", "social-insurance-fund"])
def test_the_form_of_a_project_or_fund_prints_her_table_too(name, tmp_path):
    """And takes the score of none of its rows for that of the execution."""
    pack = load_pack(name)
    table = make_docx(LIKE_HERS, tmp_path / "评分表.docx")
    framework, book = own_framework(table, pack).framework, tmp_path / "我单位.xlsx"
    new_workbook(silent(pack), book, framework=framework)
    lines = projection(report_of(inspect(book))).splitlines()
    assert framework.title in lines
    heads = [each.label for each in framework.columns]
    assert any(line.startswith(f"| {' | '.join(heads)}") for line in lines)
    for each in framework.indicators:
        assert any(f"| {each.name} |" in line for line in lines), each.name
    assert not [line for line in lines if "没有填报" in line and line.startswith("| 没有")]
    assert all(line.endswith("| — |") for line in lines if line.startswith("| 年度资金总额"))


def test_a_form_without_the_execution_has_no_score_for_it(tmp_path):
    """A shipped framework from which the row was taken: no other row's score stands beside the rate."""
    pack = load_pack("project-self-evaluation")
    whole = pack.framework(pack.form.framework)
    levels, rows = whole.levels[1:], whole.indicators[1:]
    total = sum((each.max_score for each in rows), Decimal(0))
    less = replace(whole, own=True, name="自定", levels=levels, indicators=rows, total=total)
    book = tmp_path / "我单位.xlsx"
    new_workbook(silent(pack), book, framework=less)
    lines = projection(report_of(inspect(book))).splitlines()
    (funds,) = (line for line in lines if line.startswith("| 年度资金总额"))
    assert [cell.strip() for cell in funds.strip("| ").split("|")][4:5] == [""]
