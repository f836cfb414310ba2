"""How a report speaks of its own unit and of accounts."""

from __future__ import annotations

from audit.reports import ids


def test_another_kind_of_unit():
    assert ids(
        "石桥县培训中心2023年度自评报告", "我中心认真自评。", "我中心成立小组。", "我局公开结果。"
    ) == ["WORDS-OWN"]


def test_a_kind_that_the_unit_is_not():
    own = ("石桥县中医医院2023年度决算", "石桥县中医医院是公益二类事业单位。")
    assert ids(*own, "截至年末，本学校共有车辆2辆。") == ["WORDS-OWN"]
    assert ids(*own, "截至年末，本院共有车辆2辆，本办法由本会计年度执行。") == []


def test_a_misnamed_account():
    assert ids("对家庭和个人的补助5.00万元。") == ["WORDS-OWN"]


def test_within_the_budget_beside_a_rate_above_it():
    assert ids("预算执行率为106.96%。", "支出控制在年初预算范围之内。") == ["WORDS-OWN"]
    assert ids("预算执行率为96.96%。", "支出控制在年初预算范围之内。") == []
    for own in ("支出5.80万元，控制在预算7.00万元以内。", "公务接待费控制在预算范围之内。"):
        assert ids("预算执行率为106.96%。", own) == []


def test_a_brigade_in_the_report_of_a_bureau():
    own = ("石桥县应急管理局2023年度自评报告", "我局认真自评。", "我局成立小组。")
    assert ids(*own, "我大队将充实力量。") == ["WORDS-OWN"]
    assert ids(*own, "我局将充实力量，本大队长负责。") == []
