"""Points for each step beyond a limit."""

from frameworks.reading import given, standard

from jixiao.frameworks.standards.per_point import read_per_point

USUAL = "≤100%得5分；每超过1个百分点扣0.5分，扣完为止"


def read(text, full="5"):
    return read_per_point(standard(text, full))


def test_limit_step_and_deduction_are_read():
    assert given(read(USUAL)) == {
        "limit": "1",
        "direction": "over",
        "step": "0.01",
        "deduct": "0.5",
        "rounding": "ceil",
    }


def test_what_a_part_of_a_step_costs_is_told_where_the_text_is_silent():
    assert read(USUAL).silent
    assert not read(f"{USUAL}，不足1个百分点的不扣分").silent
    assert read(f"{USUAL}，不足1%按比例折算").parameters["rounding"] == "exact"


def test_a_floor_is_what_the_deductions_leave():
    assert given(read("≤100%得5分；每超1%扣1分，最多扣3分"))["floor"] == "2"


def test_nothing_from_a_rate_on():
    assert given(read("≥95%得5分；每低1%扣0.5分；低于80%不得分"))["zero_beyond"] == "0.8"


def test_two_limits_are_not_sure():
    assert read("≤100%得5分；超过105%的，每超1%扣0.5分").doubts


def test_a_corridor_is_not_sure():
    assert read("95%—105%得5分，每偏离1%扣1分").doubts


def test_steps_of_two_kinds_are_left_to_people():
    assert read("≥95%得5分；每低1%扣0.5分；低于85%后每低2%扣1分").type == ""


def test_steps_of_people_are_no_steps_of_a_rate():
    assert read("不超编得5分，每超过1人扣1分").type == ""


def test_the_name_says_that_the_rate_is_what_goes_beyond():
    text = "未超支得5分；每超支1%扣1分，扣完为止"
    assert given(read_per_point(standard(text, name="成本超支率")))["limit"] == "0"
    assert given(read_per_point(standard(text, name="成本控制率")))["limit"] == "1"
