"""The printed table looks like hers: the same columns in the same order, her headings, her title."""

from decimal import Decimal
from io import BytesIO

import pytest
from frameworks.invented import make_docx
from frameworks.projection import TABLES
from workbook.books import silent, with_only

from jixiao.building import built
from jixiao.frameworks.own_framework import own_framework
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack
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


HERS = ["三级指标", "标准分", "计分办法", "一级指标", "二级指标", "指标含义", "自评得分", "佐证材料"]


def test_title_headings_and_order_are_those_of_the_table(printed):
    _, rows = printed
    assert rows[0][0] == "县级部门整体支出绩效自评指标评分细则"
    header = next(row for row in rows if "计分办法" in row)
    assert header[:8] == HERS
    assert header[8:10] == ["指标值", "扣分原因"]  # what a run has to say, and her table has no column for


def test_her_wording_and_the_results_stand_in_their_columns(printed):
    inspection, rows = printed
    row = next(row for row in rows if row[0] == "管理制度健全性")
    assert row[2] == "每符合一项得2分。"
    assert row[5].startswith("①有预算资金管理办法")
    assert row[6:10] == [6, "制度汇编", "1次", "缺一项制度"]
    assert not [each for each in inspection.findings if each.id == "RESULT-01"]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("one-level", ["考核要素", "基础分", "考核要点", "考核办法", "自评", "扣分情况"]),
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
    assert annex[1] == "县级部门整体支出绩效自评指标评分细则"
    assert annex[3] == f"| {' | '.join([*HERS, '指标值', '扣分原因'])} |"
    assert any(line.endswith("| 6 | 制度汇编 | 1次 | 缺一项制度 |") for line in annex)
    assert "总分：6分（满分100分）\u3000指标尚未评完" in annex
