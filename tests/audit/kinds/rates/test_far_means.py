"""Means whose amount or count stands elsewhere."""

from __future__ import annotations

from audit.reports import ids, said


def test_of_a_hospital():
    said_before = (
        "医疗收入中，门急诊收入3412.78万元；住院收入6461.58万元。",
        "全年门急诊236815人次；出院17486人次。",
    )
    assert ids(*said_before, "门急诊次均费用144.11元，出院患者人均费用3695.29元。") == []
    assert said(*said_before, "门急诊次均费用141.11元。") == [("MEAN", "141.11元", "144.11元")]
    assert ids(*said_before, "门急诊次均费用350.00元。") == []


def test_under_the_name_of_its_item():
    text = "1.社会保险补贴。全年享受社会保险补贴41286人，人均补贴{}元。"
    assert ids("社会保险补贴支出6214.35万元。", text.format("1505.20")) == []
    assert ids("社会保险补贴支出6214.35万元。", text.format("1525.20")) == ["MEAN"]


def test_of_an_area():
    text = "校舍建筑面积31260平方米。", "在校学生2846人。"
    assert ids(*text, "生均校舍面积10.98平方米。") == []
    assert ids(*text, "生均校舍面积17.98平方米。") == ["MEAN"]


def test_of_each_thing_that_is_counted_elsewhere():
    text = "1.终端设备购置费296.40万元，平均每套{}元；"
    assert ids(text.format("2872.09"), "实际建成应急广播终端1032套。") == []
    assert ids(text.format("287.21"), "实际建成应急广播终端1032套。") == ["MEAN"]
    assert ids(text.format("287.21"), "实际建成户外音柱1032套。") == []
    assert ids(text.format("3120.00"), "实际建成应急广播终端1032套。") == []
