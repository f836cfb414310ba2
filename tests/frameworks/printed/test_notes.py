"""Notes below a table that change points beside its rows."""

import pytest
from frameworks.invented import make_docx
from workbook.books import silent

from jixiao.building.new_workbook import new_workbook
from jixiao.frameworks.made.own_framework import own_framework
from jixiao.frameworks.printed.notes import note_remarks, printed_notes
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect
from jixiao.report.word.projection import projection
from jixiao.reporting import report_of

PACK = load_pack()
TABLE = """
部门整体支出绩效评分表
一级指标|二级指标|三级指标|分值|评分标准
预算管理|执行|制度建设|60|健全得60分，不健全得0分。
^|^|信息公开|40|公开得40分，未公开不得分。
扣分项||逾期报送|-5|每逾期1天扣1分。
合计|||100|
注：1.90分（含）以上为甲等，90分以下为乙等。
2.材料按顺序装订。
填表人：　　联系电话：
"""
PRINTED = (
    "扣分项　逾期报送　-5　每逾期1天扣1分。",
    "注：1.90分（含）以上为甲等，90分以下为乙等。",
    "2.材料按顺序装订。",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notes")
    own, book = own_framework(make_docx(TABLE, folder / "评分表.docx"), PACK), folder / "我单位2024.xlsx"
    new_workbook(silent(PACK), book, year=2024, framework=own.framework)
    return own, book


def test_notes_and_deductions_are_printed_below_the_table_again(made):
    own, _ = made
    assert own.read.below == own.framework.below == PRINTED


def test_they_stand_below_the_score_sheet_and_the_table_of_the_report(made):
    from openpyxl import load_workbook

    inspection = inspect(made[1])
    assert inspection.scorecard.below == PRINTED
    texts = [row[0].value for row in load_workbook(made[1])["评分表"]]
    assert tuple(texts[-3:]) == PRINTED
    lines = projection(report_of(inspection)).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("总分：") and "满分100分" in line)
    assert tuple(lines[at + 1 : at + 4]) == PRINTED


def test_the_grades_stand_on_the_sheet_of_the_framework_and_are_no_stray_text(made):
    from openpyxl import load_workbook

    texts = [cell.value for row in load_workbook(made[1])["指标体系"] for cell in row]
    assert "甲等≥90分，乙等<90分" in texts
    assert not [each for each in inspect(made[1]).findings if each.id.startswith("FRAME")]


@pytest.mark.parametrize(
    ("behind", "printed"),
    [
        (
            ["注：略。", "（1）甲；", "（2）乙。", "三、工作要求", "（1）丙。"],
            ("注：略。", "（1）甲；", "（2）乙。"),
        ),
        (["四、有关要求", "1.按时报送。"], ()),
        (["填表人：张三", "说明：以决算为准"], ("说明：以决算为准",)),
        (["评价得分90分以上为优，直接评定为先进。"], ("评价得分90分以上为优，直接评定为先进。",)),
        ([f"注：{n}" for n in range(40)], ()),
    ],
)
def test_only_what_is_a_note_of_the_table_is_printed(behind, printed):
    assert printed_notes(3, [], behind) == printed


def test_a_sentence_among_the_indicators_is_not_printed_below():
    lines = [(1, "本部分由财政局填写"), (None, "加分项　5"), (3, "备注：略\n见附件")]
    assert printed_notes(3, lines, []) == ("加分项　5", "备注：略", "见附件")


def test_bonus_and_veto_are_told_each_by_itself():
    notes = "备注：1.加分：获国家级荣誉加3分。2.财政局保留解释权。\n※ 发生重大事故的，直接评定为差等次。"
    told = list(note_remarks(notes))
    assert len(told) == 2
    assert "获国家级荣誉加3分" in told[0]
    assert "直接评定为差等次" in told[1]


def test_how_a_form_scores_its_targets_is_read_and_not_told():
    assert not list(note_remarks("“≤”类指标超过指标值的，每超过1%扣1分。\n预算数以批复为准。"))


def test_deductions_from_the_whole_and_lowered_grades_are_told():
    notes = "1.凡发生重大违纪的，总分扣10分。\n2.审计发现重大问题的，评价结果下调一个等级。"
    notes += "\n3.差异较大的，按复核得分的90%计算。\n4.未开展满意度调查的，扣5%。"
    assert len(list(note_remarks(notes))) == 4


def test_that_no_row_loses_more_than_it_has_goes_without_saying():
    assert not list(note_remarks("6.以上指标扣分以扣完该指标分值为限。"))


def test_a_title_that_begins_with_the_year_is_printed_with_that_of_the_workbook(tmp_path):
    table = make_docx(f"2023年度{TABLE.strip()}", tmp_path / "评分表.docx")
    own, book = own_framework(table, PACK), tmp_path / "我单位2024.xlsx"
    new_workbook(silent(PACK), book, year=2024, framework=own.framework)
    assert own.framework.title == "部门整体支出绩效评分表"
    assert "2024年度部门整体支出绩效评分表" in projection(report_of(inspect(book))).splitlines()


ABSENT = "没有相关业务的指标为不适用指标，不计分，总分按其余指标折算为百分制。"


def test_what_is_taken_of_business_that_a_unit_lacks_is_not_told_as_not_taken():
    assert not list(note_remarks(f"2.{ABSENT}"))


def test_what_stands_beside_it_still_is():
    (told,) = note_remarks(f"2.{ABSENT[:-1]}，逾期报送的总分扣2分。")
    assert "总分扣2分" in told
    assert list(note_remarks("没有相关业务而未说明的，扣2分后按比例折算。"))


def test_a_note_on_decimals_is_followed_and_printed_again(tmp_path):
    note = "注：各指标得分保留一位小数。"
    table = TABLE.partition("注：")[0] + note
    own = own_framework(make_docx(table, tmp_path / "评分表.docx"), PACK)
    assert (own.framework.decimals, own.framework.below[-1]) == (1, note)
