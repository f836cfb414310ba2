"""A day that is past and a letter without a signature are told; others are not."""

from datetime import date

import pytest

from jixiao.desk.about_orders import about_days, about_signature
from jixiao.desk.letters.sender import Sender
from jixiao.desk.standing import Arrival, Review, Standing

TODAY = date(2025, 4, 10)


@pytest.mark.parametrize(
    ("reply_by", "today", "told"),
    [(date(2025, 4, 9), TODAY, 1), (TODAY, TODAY, 0), (None, TODAY, 0), (date(2025, 4, 9), None, 0)],
)
def test_a_day_that_is_past_is_told(reply_by: date | None, today: date | None, told: int) -> None:
    said = list(about_days(None, reply_by, today))
    assert ["（--reply-by）2025-04-09 已经过了（今天是 2025-04-10）" in one for one in said] == [True] * told


def test_a_letter_without_a_signature_is_told() -> None:
    wrong = Standing("甲局", "", Arrival.CAME, verdict=Review.ERRORS)
    passed = Standing("乙局", "", Arrival.CAME, verdict=Review.PASSED)
    (said,) = about_signature(Sender(), [passed, wrong])
    assert "通知的落款是空的" in said
    assert list(about_signature(Sender(), [passed])) == []
    assert list(about_signature(Sender("局"), [wrong])) == []
    assert list(about_signature(Sender(template="a.docx"), [wrong])) == []
