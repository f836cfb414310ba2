"""Parts with two figures each."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = "安排项目{}个，预算金额合计{}万元；其中延续性项目8个、预算1862.00万元，新增项目4个、预算624.00万元。"


def test_both_sums():
    assert ids(TEXT.format(12, "2486.00")) == []
    assert said(TEXT.format(12, "2468.00")) == [("SUM-LIST", "2468.00万元", "2486.00万元")]
    assert said(TEXT.format(13, "2486.00")) == [("SUM-LIST", "13个", "12个")]


def test_some_of_all():
    assert ids(TEXT.format(19, "3860.00")) == []


def test_in_a_sentence_of_its_own_with_means():
    text = (
        "发现不合规享受补贴{}人，涉及金额31.50万元，占抽查资金的2.50%。其中：超期发放27人、14.58万元，人均5400元；"
        "重复享受11人、3.96万元；不符合条件6人、12.96万元，人均21600元。"
    )
    assert ids(text.format(44)) == []
    assert said(text.format(45)) == [("SUM-LIST", "45人", "44人")]
    assert ids(text.format(45).replace("；不符合条件6人、12.96万元，人均21600元", "")) == []


def test_wholes_of_two_things():
    text = "中标价合计6700.80万元{}设计变更9项，其中增加造价6项、78.64万元，减少造价3项、{}万元。"
    assert ids(text.format("；施工过程发生", "21.30")) == []
    assert ids(text.format("，涉及", "6622.16")) == []
    assert said(text.format("，涉及", "6622.61")) == [("SUM-LIST", "6700.80万元", "6701.25万元")]
