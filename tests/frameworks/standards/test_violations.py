"""Points lost for each case."""

from frameworks.reading import given, standard

from jixiao.frameworks.standards.violations import read_violations


def read(text, full="5", beside=""):
    return read_violations(standard(text, full, "资金使用合规性", beside))


def test_each_case_costs_points():
    assert given(read("每发现一起违规扣2分，扣完为止")) == {"deduct": "2"}
    assert given(read("每缺一项扣1分，最多扣3分")) == {"deduct": "1", "floor": "2"}


def test_the_first_case_may_cost_all():
    assert given(read("无违规得满分，发现一例即不得分")) == {"deduct": "5"}


def test_a_veto_beside_deductions_is_told():
    rule = read("每发现一例扣1分；发生重大违纪的本项不得分")
    assert rule.parameters == {"deduct": "1"}
    assert "一票否决" in rule.doubts[0]


def test_an_open_list_and_different_amounts_are_not_sure():
    assert not read("每发现一起截留、挪用等问题扣2分").sure
    assert read("挪用的每起扣2分；账目不清的每处扣1分").type == ""


def test_points_that_cannot_cost_the_weight_are_told():
    rule = read("每有一项不符合扣1分", "5", "①合规；②审批；③论证")
    assert rule.doubts == ("分值是5分，3个要点每项扣1分，合计3分",)
    assert read("每有一项不符合扣1分", "3", "①合规；②审批；③论证").sure


def test_months_of_delay_are_counted_and_called_so():
    found = read("每延迟1个月扣1分")
    assert found.sure
    assert found.parameters["unit"] == "月"
