"""The sentences an accountant reads."""

from __future__ import annotations

from decimal import Decimal

import pytest
from balanced import record_of

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.hints import hints
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.findings import findings_of, results_of
from jixiao.checks.unit import Unit
from jixiao.model.filling import Filling
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.computed import with_computed
from jixiao.pack.example import record_of_example
from jixiao.pack.loading import load_pack

PACK = load_pack()
WAN = Unit("万元", Decimal(10000))
YUAN = Unit("元", Decimal(1))
FUND = {
    "社保基金.名称": "工伤保险基金",
    "社保基金.收入合计": "8.00",
    "社保基金.支出合计": "13.22",
    "社保基金.收支结余": "-5.22",
    "社保基金.支出项目.金额": ["4.00", "6.00"],
}

BUDGET = {
    "项目预算.专项经费": "4.00",
    "项目预算.其他项目": "6.00",
    "整体预算.年初预算数": "30.00",
    "基本预算.年初预算数": "20.00",
}


def verdicts(given: dict[str, str | list[str]], unit: Unit = WAN):
    record = with_computed(record_of_example(given, PACK, unit.factor), PACK)
    return confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)


def _found(given: dict[str, str | list[str]], unit: Unit) -> tuple[Finding, ...]:
    came_out = verdicts(given, unit)
    return findings_of(came_out, unit, hints(Network(came_out, PACK.formulas), unit))


def findings(given: dict[str, str | list[str]], unit: Unit = WAN) -> dict[str, Finding]:
    return {finding.id: finding for finding in _found(given, unit)}


def test_a_broken_sum_says_both_sides_and_the_difference():
    message = findings(FUND)["FUND-02"].message
    assert "“支出合计”13.22万元，“支出项目”各行金额之和10.00万元，相差3.22万元" in message


def test_the_hint_blames_the_items_where_the_total_agrees_elsewhere():
    assert "问题更可能在明细：少列一项或少填 3.22万元" in findings(FUND)["FUND-02"].message


def test_the_total_is_to_blame_where_nothing_else_can_be():
    message = findings(BUDGET | {"项目预算.合计": "13.00"}, YUAN)["GPB-12"].message
    assert "“项目支出合计（年初预算数）”填 13.00，若为 10.00 则2项全部相符" in message


def test_there_is_no_hint_where_nothing_bears_it_out():
    staff = {"实有数.合计": "22", "实有数.全额": "7", "实有数.差额": "3", "实有数.自收自支": "1"}
    others = {"实有数.行政": "4", "实有数.参公": "5"}  # neither of them has been forgotten
    finding = findings(staff | others)["STAFF-02"]
    assert finding.message.endswith("相差2。")
    assert finding.suggestions == ()


def test_figures_are_told_in_the_unit_of_the_workbook():
    given = {"收入.合计": "12345.67", "收入.一般公共预算": "10.00"}
    finding = findings(given, YUAN)["INC-01"]
    assert "12,345.67元" in finding.message  # 元 are long: thousands apart for reading, digits for reckoning
    assert (finding.stated, finding.expected, finding.difference) == ("12345.67", "10.00", "12335.67")
    assert finding.amounts
    swapped = given | dict.fromkeys(("收入.一般公共预算", "一般公共预算.收入"), "12345.76")
    suggestion = findings(swapped, YUAN)["INC-01"].suggestions[0]
    assert "填 12,345.67，若为 12,345.76" in suggestion.message
    assert suggestion.corrections[0].stated == "12345.67"


def test_a_limit_is_told_as_a_limit():
    message = findings({"实有数.合计": "32", "编制数.合计": "31"})["STAFF-03"].message
    assert "32，应不大于" in message
    assert message.endswith("超出1。")


def test_a_rate_is_told_in_percent_and_its_excess_in_points():
    message = findings({"支出.合计": "106.96", "整体预算.年初预算数": "100.00"})["BUD-03"].message
    assert "106.96%，应不大于100%，超出6.96个百分点" in message


def test_a_wrong_name_is_told_with_the_right_one():
    given: dict[str, str | list[str]] = {"经济分类.编码": ["303"], "经济分类.名称": ["对家庭和个人的补助"]}
    message = findings(given | {"单位.年度": "2022"})["ECON-18"].message
    assert "填的是“对家庭和个人的补助”，代码表《经济分类科目》中303的名称是“对个人和家庭的补助”" in message


def test_a_sentence_of_the_pack_is_filled_with_the_values():
    given: dict[str, str | list[str]] = {
        "项目指标.项目名称": ["甲"],
        "项目指标.得分": ["8"],
        "项目指标.分值": ["10"],
    }
    assert "得分 8，不到分值 10，没有写偏差原因" in findings(given)["SELF-05-项目指标"].message


def test_a_rounding_difference_is_a_note_that_needs_nothing():
    finding = findings({"收入.合计": "10.01", "收入.一般公共预算": "10.00"})["INC-01"]
    assert (finding.severity, finding.outcome) == (Severity.NOTE, Outcome.ROUNDING)
    assert "尾差" in finding.message
    assert not finding.open


@pytest.mark.parametrize(
    ("id_", "outcome", "reason"),
    [
        ("STAFF-03", Outcome.PASSED, ""),
        ("INC-01", Outcome.NOT_CHECKED, "未填"),
        ("GPB-06", Outcome.NOT_CHECKED, ""),
    ],
)
def test_every_other_check_is_listed_with_its_outcome(id_: str, outcome: Outcome, reason: str):
    results = {result.id: result for result in results_of(verdicts({"实有数.合计": "3", "编制数.合计": "3"}))}
    assert results[id_].outcome is outcome
    assert reason in results[id_].reason


def test_a_check_that_holds_within_rounding_alone_is_not_listed_as_passed():
    rounded = verdicts({"收入.合计": "10.01", "收入.一般公共预算": "10.00"})
    assert "INC-01" not in {result.id for result in results_of(rounded)}


def test_codes_that_no_list_has_are_one_note_for_all_tables_that_says_each_once():
    codes = {"功能分类": ("205", "20598", "2059801", "20598"), "经济分类": ("39997",)}
    rows = {name: tuple(Filling({f"{name}.编码": code}) for code in found) for name, found in codes.items()}
    record = record_of(Filling({"单位.年度": "2024"}, rows), "元")
    found = findings_of(confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes), YUAN)
    (finding,) = [one for one in found if one.id in ("FUNC-21", "ECON-21")]
    assert finding.message == "代码表没有收录的科目有3个：20598、2059801、39997。"
    assert (finding.severity, finding.id, finding.key) == (Severity.NOTE, "FUNC-21", "FUNC-21")
    assert not finding.open
    assert "这不是差错" in finding.mend
