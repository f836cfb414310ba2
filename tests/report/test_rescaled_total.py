"""How the total comes about where indicators do not apply is printed, and read back."""

import pytest
from frameworks.invented import make_docx
from workbook.books import silent

from jixiao.building.workbook import built
from jixiao.frameworks.made.own_framework import own_framework
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect
from jixiao.report.word.projection import projection
from jixiao.reporting import report_of
from jixiao.verifying import verify

PACK = load_pack()
TABLE = """
部门整体支出绩效评分表
一级指标|二级指标|三级指标|分值|评分标准
管理|执行|制度建设|60|好得60分，较好得50分。
^|^|信息公开|40|公开得40分，未公开不得分。
合计|||100|
注：不适用的指标不计分，其余指标得分按比例折算为百分制。
"""
SAID = "得分合计50分，满分60分，折算为83.33分"


@pytest.mark.parametrize(("reason", "times"), [("不适用：没有这项业务", 2), ("没有公开", 0)])
def test_the_report_and_its_annex_say_it(reason, times, tmp_path):
    framework = own_framework(make_docx(TABLE, tmp_path / "评分表.docx"), PACK).framework
    rows = (("A1", {"等级": "较好"}), ("A2", {"扣分原因": reason} | ({} if times else {"等级": "未公开"})))
    said = tuple(
        Filling({"指标自评.编号": id_} | {f"指标自评.{column}": text for column, text in cells.items()})
        for id_, cells in rows
    )
    book = tmp_path / "我单位2024.xlsx"
    book.write_bytes(built(silent(PACK), framework, Filling({}, {"指标自评": said})))
    inspection = inspect(book)
    report = tmp_path / "报告.docx"
    report.write_bytes(report_of(inspection))
    assert projection(report.read_bytes()).count(SAID) == times
    assert verify(report, inspection).agrees
