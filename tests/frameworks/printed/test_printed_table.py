"""The score table among the sheets and tables of a document."""

import pytest
from frameworks.invented import make_docx, make_xlsx

from jixiao.documents.reading import read_document
from jixiao.frameworks.printed.printed_table import printed_table
from jixiao.frameworks.printed.titles import without_year

TABLE = "一级指标|二级指标|三级指标|分值|评分标准\n投入|预算|控制率|100|≤100%得满分，否则不得分\n合计|||100|"


def test_the_title_is_the_line_that_calls_itself_a_table(tmp_path):
    made = make_docx(
        f"附件3\n2025年度部门整体支出绩效评价评分表\n单位名称：\n{TABLE}\n备注：略", tmp_path / "a.docx"
    )
    found = printed_table(read_document(made))
    assert found.title == "2025年度部门整体支出绩效评价评分表"
    assert without_year(found.title) == "部门整体支出绩效评价评分表"
    assert found.notes == "备注：略"


def test_a_second_table_is_told_and_not_read(tmp_path):
    made = make_xlsx(f"== 整体\n{TABLE}\n== 项目\n{TABLE}", tmp_path / "a.xlsx")
    found = printed_table(read_document(made))
    assert len(found.rows) == 1
    assert found.remarks == ("“项目”是另一张评分表，没有读",)


def test_a_table_that_goes_on_is_one(tmp_path):
    first, *_ = TABLE.replace("控制率|100", "控制率|40").rpartition("\n")
    rest = TABLE.replace("控制率|100", "执行率|60")
    made = make_docx(f"{first}\n\n{rest}", tmp_path / "a.docx")
    found = printed_table(read_document(made))
    assert [row.name for row in found.rows] == ["控制率", "执行率"]


def test_a_document_without_one_has_none(tmp_path):
    assert printed_table(read_document(make_docx("只有一段话。", tmp_path / "a.docx"))) is None


def test_what_stands_below_the_total_without_weight_and_standard_is_a_note(tmp_path):
    below = "自评结论|执行良好，得分90分|<|<|<\n填报人：||审核人：||"
    found = printed_table(read_document(make_docx(f"{TABLE}\n{below}", tmp_path / "a.docx")))
    assert [row.name for row in found.rows] == ["控制率"]
    assert "执行良好，得分90分" in found.notes


def test_a_text_that_reaches_over_the_weight_is_no_name(tmp_path):
    *rows, total = TABLE.split("\n")
    other = "其他需要说明的事项||无|<|<"
    made = make_docx("\n".join([*rows, other, total]), tmp_path / "a.docx")
    assert [row.name for row in printed_table(read_document(made)).rows] == ["控制率"]


def test_a_paragraph_with_points_above_a_table_is_the_level_of_its_rows(tmp_path):
    rows = "指标名称|分值|评分标准\n执行率|60|≥95%得60分，否则不得分"
    made = make_docx(f"一、预算管理指标（60分）\n{rows}\n\n二、履职效果（40分）\n{rows}", tmp_path / "a.docx")
    found = printed_table(read_document(made))
    assert [row.level1 for row in found.rows] == ["预算管理指标", "履职效果"]
    assert [level.weight.value for level in found.level_weights] == [60, 40]


def test_remarks_that_hold_formulas_explain_the_indicators(tmp_path):
    rows = "三级指标|分值|计分标准|备注\n完成率|10|100%得10分，每低1%扣1分|完成率＝完成数/计划数×100%"
    found = printed_table(read_document(make_docx(rows, tmp_path / "a.docx")))
    assert found.rows[0].explanation == "完成率＝完成数/计划数×100%"


def test_a_second_whole_without_a_total_is_told_by_its_title(tmp_path):
    first, *_ = TABLE.rpartition("\n")
    made = make_docx(
        f"附件1部门整体评分表\n{first}\n附件2项目支出评分表\n{first.replace('控制率', '完成率')}",
        tmp_path / "a.docx",
    )
    found = printed_table(read_document(made))
    assert [row.name for row in found.rows] == ["控制率"]
    assert found.remarks == ("“附件2项目支出评分表”是另一张评分表，没有读",)


def test_a_weight_with_the_name_and_another_in_the_column_are_told(tmp_path):
    made = make_docx(TABLE.replace("控制率", "控制率（90分）"), tmp_path / "a.docx")
    found = printed_table(read_document(made))
    assert found.remarks == ("“控制率”的分值印了两次，不一样：100和90，按100取",)


def test_a_level_that_says_another_weight_on_the_next_page_is_told(tmp_path):
    first, *_ = TABLE.replace("控制率|100", "控制率|40").replace("投入|", "投入（45分）|").rpartition("\n")
    rest = TABLE.replace("控制率|100", "执行率|60").replace("投入|", "投入（续）（40分）|")
    found = printed_table(read_document(make_docx(f"{first}\n\n{rest}", tmp_path / "a.docx")))
    assert found.remarks == ("“投入”的分值印了两次，不一样：45和40，按45取",)


FORM = "一级指标|二级指标|三级指标|计算符号|指标值|分值|评分规则|得分\n效益|经济效益|产值|≥|90|100||"


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("^|可持续影响|||||", ["产值", ""]),
        ("^|可持续影响|||||\n满意度|满意度|群众满意度|≥|90|10||", ["产值", "", "群众满意度"]),
        ("^|可持续影响|||||\n||机制|≥|90|10||", ["产值", "机制"]),  # heads the row below
        ("^|^|||||得满分|", ["产值"]),
    ],
)
def test_a_level_with_nothing_beside_it_is_a_slot_of_a_form_that_has_rules_for_some_rows(
    tmp_path, rows, names
):
    found = printed_table(read_document(make_xlsx(f"{FORM}\n{rows}", tmp_path / "a.xlsx")))
    assert [row.name for row in found.rows] == names
