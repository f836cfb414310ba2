"""Points in proportion, without a formula."""

from frameworks.reading import given, standard

from jixiao.frameworks.standards.proportion import read_proportion


def read(text):
    return read_proportion(standard(text, "8", "完成率"))


def test_work_done_earns_its_share():
    assert given(read("全部完成得满分，未完成的按比例计分")) == {"inverse": False}
    assert given(read("按完成比例计分，低于60%不得分")) == {"inverse": False, "zero_below": "0.6"}


def test_below_a_target_there_are_two_readings():
    assert "90%" in read("达到90%得满分，未达到的按比例得分").doubts[0]


def test_a_deduction_in_proportion_needs_a_formula():
    assert read("未完成的按比例扣分").doubts
    assert read("不超过100%得满分，超过的按比例扣分").doubts
