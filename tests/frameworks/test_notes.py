"""Notes below a table that change points beside its rows."""

from jixiao.frameworks.notes import note_remarks


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
