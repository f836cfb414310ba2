"""Shares of one total in a row of paragraphs."""

from __future__ import annotations

from audit.reports import ids, said

ITEMS = (
    "1.教育（类）支出3718043.20元，占一般公共预算总支出的86.12%。",
    "2.卫生健康（类）支出188340.07元，占一般公共预算总支出的{}。",
    "3.住房保障（类）支出222817.00元，占一般公共预算总支出的5.16%。",
    "4.农林水（类）支出188259.73元，占一般公共预算总支出的4.36%。",
)


def test_the_one_that_does_not_fit():
    lines = ("2023年度支出决算为4317460.00元。", *ITEMS)
    right = [line.format("4.36%") for line in lines]
    assert ids(*right) == []
    wrong = [line.format("4.63%") for line in lines]
    assert said(*wrong) == [("SHARE-COMMON", "4.63%", "4.36%")]


def test_shares_in_brackets():
    parts = (
        "甲类550.00万元（55.00%）、乙类270.00万元（27.00%）、丙类130.00万元（13.00%）、丁类50.00万元（{}%）"
    )
    text = f"支出1000.00万元。其中{parts}。"
    assert ids(text.format("5.00")) == []
    assert ids(text.format("8.00")) != []


def test_of_what_the_share_before_it_is_one():
    text = (
        "全年总收入18642.50万元，其中医疗收入16238.40万元，占87.10%，财政补助收入2186.30万元，占11.73%，"
        "其他收入217.80万元，占1.17%。医疗收入中，门急诊收入5683.44万元，占医疗收入的35.00%；"
        "住院收入10554.96万元，占65.00%。"
    )
    assert ids(text) == []


def test_shares_that_make_up_a_hundred_end_their_row():
    text = (
        "资金总额1860万元，其中市级财政资金1116万元，占比60%；区级配套资金744万元，占比40%。"
        "实际支出1798.62万元，执行率96.70%。",
        "支出明细：清扫保洁986.40万元，占54.84%；清运处理428.60万元，占23.83%；公厕管护186.42万元，占10.36%；"
        "绿化养护197.20万元，占10.96%。",
    )
    assert ids(*text) == []
