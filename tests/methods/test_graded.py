"""A share of the full score by the level that was judged."""

from decimal import Decimal

from jixiao.methods.graded import Grade, Graded

D = Decimal


def test_a_grade_is_worth_its_share():
    method = Graded(grades=(Grade(name="好", share=D(1)), Grade(name="较好", share=D("0.8"))))
    assert method.mark("好", D(7)).working == "评为“好”，得7分"
    assert method.mark("较好", D(7)).score == D("5.6")
    assert method.mark("较好", D(7)).working == "评为“较好”，按80%，7分×80%，得5.6分"
