"""Pages without a header, and what is not read."""

from frameworks.invented import make_docx, make_xlsx

from jixiao.documents.reading import read_document
from jixiao.frameworks.columns.score_table import headers_in
from jixiao.frameworks.printed.table_sections import sections_of
from jixiao.frameworks.read_framework import read_framework
from jixiao.pack.loading import load_pack

HEAD = "一级指标|二级指标|三级指标|分值|评分标准"
ROW = "投入|预算|控制率|50|≤100%得满分，否则不得分"


def sections(layout, tmp_path):
    tables = list(read_document(make_docx(layout, tmp_path / "a.docx")).tables)
    return sections_of(tables, [list(headers_in(table)) for table in tables])


def test_a_table_without_header_goes_on_with_the_one_before(tmp_path):
    found = sections(f"{HEAD}\n{ROW}\n\n过程|执行|执行率|50|得分＝执行率×50", tmp_path)
    assert [[row.cell(3)[0] for row in each.rows] for each in found.read] == [["控制率"], ["执行率"]]


def test_another_table_behind_is_no_page_of_it(tmp_path):
    found = sections(f"{HEAD}\n{ROW}\n\n单位|姓名|电话|日期|签字\n甲|乙|丙|丁|戊", tmp_path)
    assert len(found.read) == 1
    assert not found.told


def test_points_in_a_table_that_is_not_understood_are_told(tmp_path):
    more = "\n\n迟报|扣2分\n漏报|每项扣1分"
    assert sections(HEAD + "\n" + ROW + more, tmp_path).told == (
        "“第2个表”里有计分的内容，但看不出表头，没有读",
    )


def test_a_filled_example_is_passed_over_and_a_summary_with_other_weights_told(tmp_path):
    layout = f"""== 汇总
一级指标|分值|自评得分|备注
投入|45||
== 填报示例
{HEAD}
投入|预算|示例指标|100|合理得100分，不合理得0分
== 评分表
{HEAD}
{ROW}
过程|执行|执行率|50|得分＝执行率×50"""
    found = read_framework(make_xlsx(layout, tmp_path / "a.xlsx"), load_pack())
    assert [each.row.name for each in found.rows] == ["控制率", "执行率"]
    assert "“填报示例”是填写示例，没有读" in found.remarks
    assert "“汇总”里“投入”写的是45分，评分表里是50分，不一致" in found.remarks
