"""A wrong code or a missing row is told as such, first, and what follows from it only points there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from balanced import PACK, Year, record_of
from msgspec.structs import replace
from profiles import profile
from workbook.books import silent

from jixiao.building.workbook import built
from jixiao.checks.acceptance import explained
from jixiao.checks.codes.faults import code_faults
from jixiao.checks.codes.hints import code_hints
from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.hints import hints
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.findings import findings_of
from jixiao.checks.keys import keys_of
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact, Record, State
from jixiao.model.finding import Finding
from jixiao.pipeline import inspect

YUAN = Unit("元", PACK.form.units.factors["元"])
CODE, NAME = "功能分类.编码", "功能分类.名称"
Change = Callable[[Record], Record | None]


@cache
def sound() -> Record:
    return record_of(Year(1).filling(), "元")


def found(change: Change, table: str = "功能分类") -> list[Finding]:
    """The findings of a consistent book of which the rows of one table were changed."""
    rows = tuple(row for old in sound().groups[table] if (row := change(old)) is not None)
    record = replace(sound(), groups={**sound().groups, table: rows})
    verdicts = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    codes = code_hints(code_faults(verdicts, record, PACK), keys_of(verdicts))
    said = {**hints(Network(verdicts, PACK.formulas, (), codes.said.keys()), YUAN), **codes.said}
    return list(explained(codes.leading(findings_of(verdicts, YUAN, said)), {}, ()))


def recoded(code: str, typed: str) -> Change:
    def change(row: Record) -> Record:
        if row.key != code:
            return row
        return replace(row, key=typed, fields={**row.fields, CODE: replace(row.fields[CODE], value=typed)})

    return change


def without(code: str) -> Change:
    return lambda row: None if row.key == code else row


def test_a_consistent_book_has_no_finding():
    assert found(lambda row: row) == []


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("20805", "208050"),
        ("20805", "20850"),
        ("208", "280"),
        ("2080505", "2080550"),
        ("2080505", "20805055"),
    ],
)
def test_a_wrong_digit_is_told_first_with_the_code_that_was_meant(code: str, typed: str):
    first, *others = found(recoded(code, typed))
    assert f"填 {typed}，若为 {code}（" in first.message
    assert first.suggestions[0].corrections[0].needed == code
    assert all(
        f"编码 {typed} 填错引起的" in other.message
        for other in others
        if other.suggestions or "合计" in other.label
    )
    assert not any("仍是旧数" in finding.message for finding in (first, *others))


@pytest.mark.parametrize("code", ["20805", "208"])
def test_a_missing_row_of_a_level_is_told_first(code: str):
    first, *others = found(without(code))
    assert f"补上 {code}（{PACK.names_of_codes['功能分类科目'][code]}）一行" in first.message
    assert all(f"缺 {code} 这一行引起的" in other.message for other in others)


def test_codes_that_are_as_near_are_all_named():
    """Only the name could tell, and it is not that of either."""

    def change(row: Record) -> Record:
        if row.key != "2080505":
            return row
        unnamed = replace(row, fields={**row.fields, NAME: replace(row.fields[NAME], value="其他")})
        return recoded("2080505", "2080597")(unnamed)

    (finding,) = [each for each in found(change) if each.id == "FUNC-19"]
    assert "只差一位的有" in finding.message
    assert {each.corrections[0].needed for each in finding.suggestions} == {"2080507", "2080599"}


def test_a_wrong_name_does_not_accuse_the_code():
    def change(row: Record) -> Record:
        return row if row.key != "2080505" else replace(row, fields={**row.fields, NAME: renamed(row)})

    def renamed(row: Record) -> Fact:
        return replace(row.fields[NAME], value="机关事业单位养老保险")

    (finding,) = found(change)
    assert finding.id == "FUNC-18"
    assert finding.suggestions == ()


def test_the_name_tells_which_code_was_meant():
    """2080506 is a code too, but this row bears the name of 2080505."""
    first, *_ = found(recoded("2080505", "2080506"))
    assert "若为 2080505（机关事业单位基本养老保险缴费支出）" in first.message


def test_a_wrong_amount_is_no_fault_of_the_codes():
    def change(row: Record) -> Record:
        amount = row.fields["功能分类.金额"]
        raised = replace(amount, value=amount.number + 900)
        return row if row.key != "20805" else replace(row, fields={**row.fields, "功能分类.金额": raised})

    assert not any("编码" in one.reason for finding in found(change) for one in finding.suggestions)


@pytest.mark.parametrize(
    ("listed", "code", "typed"),
    [
        ("2100408", "2100497", "2101497"),
        ("2100101", "2100197", "2100297"),
        ("2100408", "2100497", "2100697"),
    ],
)
def test_a_code_that_the_list_lacks_is_meant_where_its_level_is_in_the_book(
    listed: str, code: str, typed: str
):
    health = record_of(profile("health"), "万元")
    rows = tuple(recoded(listed, typed)(row) or row for row in health.groups["功能分类"])
    record = replace(health, groups={**health.groups, "功能分类": rows})
    assert code not in PACK.names_of_codes[PACK.code_tables["功能分类"].title]
    [fault] = code_faults(confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes), record, PACK)
    assert (fault.needed, fault.verdicts[0].check.data.id) == ((code,), "FUNC-16")
    assert {"FUNC-10", "FUNC-11", "FUNC-12"} <= {verdict.check.data.id for verdict in fault.verdicts}


def test_the_report_of_a_whole_workbook_begins_with_the_wrong_code(tmp_path: Path):
    filling = Year(1).filling()
    rows = tuple(
        replace(row, entries={**row.entries, CODE: "208050"}) if row.entries[CODE] == "20805" else row
        for row in filling.groups["功能分类"]
    )
    book = tmp_path / "自评.xlsm"
    book.write_bytes(
        built(
            silent(PACK), PACK.form.framework, replace(filling, groups={**filling.groups, "功能分类": rows})
        )
    )
    first, *followed = [one for one in inspect(book).findings if one.id.startswith("FUNC")]
    assert first.place == first.suggestions[0].corrections[0].place
    assert f"{first.place} “科目编码”填 208050，若为 20805（行政事业单位养老支出）则" in first.message
    assert len(followed) == 4
    assert all("208050 填错引起的" in finding.message for finding in followed)


@pytest.mark.parametrize(
    ("typed", "state", "said"),
    [
        ("208 社会保障和就业支出", State.TEXT, "“科目编码”填 208 社会保障和就业支出，若为 208（"),
        ("社保", State.TEXT, "“科目编码”填 社保，若为 208（"),
        ("", State.BLANK, "“科目编码”空着，若为 208（"),
    ],
)
def test_a_row_without_a_code_that_can_be_read_explains_the_sums_that_miss_it(
    typed: str, state: State, said: str
):
    def change(row: Record) -> Record:
        if row.key != "208":
            return row
        cell = replace(row.fields[CODE], value=None, typed=typed, state=state)
        return replace(row, key="", fields={**row.fields, CODE: cell})

    first, *others = (finding for finding in found(change) if finding.id.startswith("FUNC"))
    assert said in first.message
    assert others
    assert all(one.follows == first.key for one in others)
    assert not any("旧数" in one.message for one in (first, *others))


def in_rows(change: Callable[[Record], tuple[Record, ...]]) -> list[Finding]:
    """The findings about the table of a unit with rows that were changed, repeated or left out."""
    health = record_of(profile("health"), "万元")
    rows = tuple(new for row in health.groups["功能分类"] for new in change(row))
    record = replace(health, groups={**health.groups, "功能分类": rows})
    verdicts = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    codes = code_hints(code_faults(verdicts, record, PACK), keys_of(verdicts))
    told = codes.leading(findings_of(verdicts, YUAN, codes.said))
    return [one for one in told if one.id.startswith("FUNC") and one.severity != "note"]


def test_a_row_that_was_typed_twice_is_to_be_dropped_and_its_sums_follow():
    first, *others = in_rows(lambda row: (row, replace(row)) if row.key == "2100409" else (row,))
    assert first.id == "FUNC-14"
    assert first.suggestions[0].message.endswith("这一行则5项全部相符，像是同一行录了两遍。")
    assert [one.id for one in others] == ["FUNC-10", "FUNC-11", "FUNC-12"]
    assert all(one.follows == first.key for one in others)


def test_a_level_that_stands_in_two_rows_is_told_first_and_its_sums_follow():
    def change(row: Record) -> tuple[Record, ...]:
        if row.key != "208":
            return (row,)
        half = {t: replace(f, value=f.number / 2) for t, f in row.fields.items() if f.kind.numeric}
        split = replace(row, fields={**row.fields, **half})
        return split, replace(split)

    first, *others = in_rows(change)
    assert first.id == "FUNC-14"
    assert "这一行的数并入 208 的第一行，则" in first.message
    assert others
    assert all(one.follows == first.key for one in others)
    assert not any("旧数" in one.message for one in others)


def test_a_row_with_neither_code_nor_name_is_told_under_which_code_it_is_missed():
    """It is no old total: the row is there."""

    def change(row: Record) -> tuple[Record, ...]:
        if row.key != "2100409":
            return (row,)
        bare = {term: replace(row.fields[term], value=None, state=State.BLANK) for term in (CODE, NAME)}
        return (replace(row, key="", fields={**row.fields, **bare}),)

    first, *others = in_rows(change)
    assert "“科目编码”空着，若为 21004（公共卫生）的下级则3项全部相符，像是漏填了编码。" in first.message
    assert [one.id for one in (first, *others)] == ["FUNC-10", "FUNC-11", "FUNC-12"]
    assert all(one.follows == first.key for one in others)
