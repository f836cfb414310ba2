"""What comes of one slip stands behind the finding that says what it is; nothing disappears."""

from __future__ import annotations

from checks.sheets import YUAN, check, sheet

from jixiao.checks.acceptance import explained, in_order
from jixiao.checks.diagnosis.hints import hints
from jixiao.checks.keys import told_apart
from jixiao.model.finding import Finding, with_those_behind
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.written_explanation import WrittenExplanation


def finding(key: str, severity: Severity = Severity.ERROR, follows: str = "") -> Finding:
    return Finding(key, severity, Outcome.INCONSISTENT, key, key, key=key, follows=follows)


def test_follow_ons_stand_behind_their_lead_whatever_their_weight():
    found = (
        finding("W", Severity.WARNING, follows="B"),
        finding("A"),
        finding("B"),
        finding("C", follows="B"),
    )
    assert [one.key for one in in_order(found)] == ["A", "B", "C", "W"]
    assert [(lead.key, len(behind)) for lead, behind in with_those_behind(in_order(found))] == [
        ("A", 0),
        ("B", 2),
    ]


def test_what_follows_nothing_that_is_there_stands_for_itself():
    [one] = in_order([finding("A", follows="gone")])
    assert one.follows == ""


def test_what_follows_an_explained_warning_stands_for_itself():
    found = explained(
        [finding("A", Severity.WARNING), finding("B", follows="A")], {"A": WrittenExplanation("已核实，属实")}
    )
    assert all(one.follows == "" for one in found)


def test_a_repeated_key_is_told_apart():
    assert list(told_apart(["A", "B", "A"])) == ["A", "B", "A#2"]


def test_a_group_has_one_lead_that_the_others_name():
    book = sheet(
        "合计 = 一 + 二",
        check("总计 = 合计 + 三", name="X-9"),
        一="10.11",
        二="20.22",
        合计="33.03",
        三="1.00",
        总计="31.33",
    )
    lead, *others = hints(book.network, YUAN).values()
    assert [one.follows for one in (lead, *others)] == ["", "X-1"]
