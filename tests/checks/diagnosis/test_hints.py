"""What the findings of broken relations say beyond them."""

from checks.sheets import YUAN, check, sheet

from jixiao.checks.diagnosis.hints import hints
from jixiao.checks.diagnosis.network import Network

SLIP = {"合计": "33.03", "一": "10.11", "二": "20.22", "三": "1.00", "总计": "31.33"}


def test_a_book_that_holds_together_has_none():
    assert hints(sheet("合计 = 一 + 二", 合计="30.33", 一="10.11", 二="20.22").network, YUAN) == {}


def test_the_heaviest_finding_says_what_is_wrong_and_the_others_follow_it():
    warning = check("合计 = 一 + 二", "warning")
    book = sheet(warning, check("总计 = 合计 + 三", name="X-9"), **SLIP)
    said = hints(book.network, YUAN)
    light, heavy = (said[id(verdict)] for verdict in book.verdicts)
    assert heavy.suggestions[0].corrections[0].needed == "30.33"
    assert (heavy.follows, light.follows) == ("", "X-9")
    assert "出于同一处差错" in light.ending


def test_of_an_explained_warning_nothing_is_said():
    book = sheet(check("合计 = 一 + 二", "warning"), **SLIP)
    accepted = [id(verdict) for verdict in book.verdicts]
    assert hints(Network(book.verdicts, {}, (), accepted), YUAN) == {}
