"""Tables that lie on their side."""

from frameworks.invented import make_xlsx

from jixiao.documents.reading import read_document
from jixiao.frameworks.columns.upright import upright

LYING = """评分表
指标名称|执行率|满意度|公开
分值|50|30|20
评分标准|执行率×50|满意得30分，不满意0分|公开得20分，否则0分
注：略"""


def test_rows_become_columns_and_lines_around_them_paragraphs(tmp_path):
    found = upright(read_document(make_xlsx(LYING, tmp_path / "a.xlsx")))
    assert [each.text for each in found.paragraphs] == ["评分表", "注：略"]
    (table,) = found.tables
    assert [table.seen(row, 2) for row in sorted(table.rows)] == ["指标名称", "执行率", "满意度", "公开"]


def test_a_table_that_stands_stays_as_it_is(tmp_path):
    document = read_document(make_xlsx("三级指标|分值|评分标准\n执行率|100|执行率×100", tmp_path / "a.xlsx"))
    assert upright(document) == document
