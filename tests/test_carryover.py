"""What a new workbook takes over from last year's and from the nine tables; the checks across years."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from balanced import FACTORS, PACK, Year, record_of
from balanced_accounts import AccountsYear
from msgspec.structs import replace
from workbook.books import silent

from jixiao.building.workbook import built
from jixiao.carryover.taking import SourceFile, TakenOver, errors_of, read_source, taken_from
from jixiao.checks.confront import confront
from jixiao.checks.last_year import confront_years, findings_across_years, prove_years
from jixiao.checks.unit import Unit
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Record, State
from jixiao.model.filling import Filling
from jixiao.model.outcome import Outcome
from jixiao.pack.carryover import load_sources, load_two_years
from jixiao.pack.computed import filled_record
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import data_folder, load_pack, pack_names
from jixiao.pack.pack import Pack
from jixiao.pipeline import inspect

ACCOUNTS = load_pack("department-final-accounts")
YEARS = load_two_years(PACK)
assert YEARS is not None
LAST_SAMPLE = data_folder("samples") / "leiyang-2022.xlsm"
NINE_TABLES = data_folder("samples") / "final-accounts-2024.xlsm"
FROM_LAST_YEAR = {
    term
    for source in load_sources(PACK, load_pack)
    if source.years == 1
    for take in source.takes
    for term in take.terms
}
KEYS = {group.key for group in PACK.groups.values()}


def take_over(pack: Pack, files: list[Path], given: Filling, values: str = "") -> TakenOver:
    return taken_from([read_source(path) for path in files], pack, given, values)


class TwoBooks(NamedTuple):
    over: TakenOver
    this: Record
    last: Record


def read(filling: Filling, unit: str, year: int, pack: Pack = PACK, file: str = "来源.xlsm") -> SourceFile:
    """What reading the filling's workbook would give, made without a file."""
    return SourceFile(file, record_of(filling, unit, pack), unit, pack, year)


def last_year(unit: str) -> SourceFile:
    return read(Year(1, fiscal_only=False).filling(unit), unit, 2022)


def without(filling: Filling, terms: set[str]) -> Filling:
    """The filling without these cells, in all its rows; keys stay, or rows could not be told apart."""
    entries = {term: entry for term, entry in filling.entries.items() if term not in terms - KEYS}
    groups = {name: tuple(without(row, terms) for row in rows) for name, rows in filling.groups.items()}
    return Filling(entries, groups)


def this_year(unit: str) -> Filling:
    """2023 as its accountant has it before anything of 2022 is filled in."""
    filling = without(Year(2, fiscal_only=False).filling(unit), FROM_LAST_YEAR)
    return replace(filling, entries={**filling.entries, "单位.金额单位": unit})


def two_books(last_unit: str, unit: str) -> TwoBooks:
    last = last_year(last_unit)
    over = taken_from([last], PACK, this_year(unit), year=2023)
    return TwoBooks(over, record_of(over.filling, unit), last.record)


def outcomes(books: TwoBooks, this: Record | None = None) -> dict[str, Outcome]:
    verdicts = confront_years(this or books.this, books.last, YEARS)
    return {verdict.key: verdict.outcome for verdict in verdicts}


UNITS = [("元", "元"), ("万元", "万元"), ("元", "万元"), ("万元", "元")]


@pytest.mark.parametrize(("last_unit", "unit"), UNITS)
def test_what_is_taken_over_from_last_year_passes_every_check_against_it(last_unit, unit):
    came_out = outcomes(two_books(last_unit, unit))
    assert Outcome.INCONSISTENT not in came_out.values()
    assert sum(outcome in (Outcome.PASSED, Outcome.ROUNDING) for outcome in came_out.values()) > 40
    if last_unit == unit:
        assert Outcome.ROUNDING not in came_out.values()


def stated_terms() -> list[tuple[str, str]]:
    """Each check over single cells with the cell of this year that it states."""
    checks = [check for check in YEARS.pack.checks if not check.path]
    return [(check.data.id, check.relation.terms[0]) for check in checks if check.data.id != "YEAR-01"]


@pytest.mark.parametrize("units", [("元", "元"), ("元", "万元")], ids="→".join)
def test_a_broken_link_is_found_by_exactly_its_check(units):
    books = two_books(*units)
    before = {key for key, outcome in outcomes(books).items() if outcome is Outcome.INCONSISTENT}
    for id_, term in stated_terms():
        fact = books.this.fields[term]
        wrong = {"value": fact.number + 300_000, "quantum": FACTORS[units[1]] / 100, "state": State.FILLED}
        moved = replace(fact, **wrong)
        this = replace(books.this, fields={**books.this.fields, term: moved})
        broken = {key for key, out in outcomes(books, this).items() if out is Outcome.INCONSISTENT}
        assert broken - before == {id_}


@pytest.mark.parametrize(
    ("group", "term", "key"),
    [
        ("社保基金", "社保基金.期初结余", "YEAR-10@工伤保险基金"),
        ("社保基金", "社保基金.上年期末滚存结余", "YEAR-11@工伤保险基金"),
        ("项目明细", "项目明细.上年支出数", "YEAR-12@专项经费0"),
    ],
)
def test_a_broken_link_in_a_fund_or_a_project_is_found_by_exactly_its_check(group, term, key):
    books = two_books("元", "元")
    first, *rest = books.this.groups[group]
    moved = replace(first.fields[term], value=first.fields[term].number + 300_000)
    first = replace(first, fields={**first.fields, term: moved})
    this = replace(books.this, groups={**books.this.groups, group: (first, *rest)})
    assert [k for k, outcome in outcomes(books, this).items() if outcome is Outcome.INCONSISTENT] == [key]


def test_a_finding_names_the_cells_of_both_workbooks_and_stands_at_this_years(tmp_path):
    book = tmp_path / "2023.xlsm"
    over = take_over(PACK, [LAST_SAMPLE], Filling({"上年收入.合计": Decimal("300")}))
    book.write_bytes(built(silent(PACK), PACK.form.framework, over.filling))
    findings = inspect(book, last_year=LAST_SAMPLE).findings
    (finding,) = [finding for finding in findings if finding.id == "YEAR-02-合计"]
    assert finding.id == "YEAR-02-合计"
    assert str(finding.place) == "收支总表!C13"
    assert [str(cell) for cell in finding.cells] == ["收支总表!C13"]
    assert "“leiyang-2022.xlsm”的 收支总表!B13" in finding.message
    assert (finding.stated, finding.expected) == ("300.00", "346.08")


def test_of_a_copy_it_is_told_first_and_no_cell_of_last_year_gets_advice(tmp_path):
    sample = read_filling(LAST_SAMPLE.with_suffix(".toml"), PACK)
    book = tmp_path / "水利.xlsm"
    copy = replace(sample, entries={**sample.entries, PACK.form.year: Decimal(2023)})
    book.write_bytes(built(silent(PACK), PACK.form.framework, copy))
    findings = inspect(book, last_year=LAST_SAMPLE).findings
    across = [finding for finding in findings if finding.id.startswith(("YEAR-", "ROWS-03"))]
    assert [finding.id for finding in across if not finding.follows] == ["ROWS-03"]
    assert len(across) > 1
    assert not any(finding.suggestions for finding in across)


def test_a_rounding_difference_between_units_is_a_note():
    books = two_books("元", "万元")
    verdicts = confront_years(books.this, books.last, YEARS)
    found = findings_across_years(verdicts, Unit("万元", Decimal(10000)), YEARS, "上年.xlsm")
    assert found
    assert {finding.outcome for finding in found} == {Outcome.ROUNDING}
    assert not any(finding.open for finding in found)


def test_amounts_are_converted_and_what_is_rounded_is_said():
    over = two_books("元", "万元").over
    (cell,) = [cell for cell in over.taken if cell.offer.term == "上年收入.合计"]
    assert cell.rounded
    assert abs(cell.entry * 10000 - cell.offer.value) <= 50
    assert cell.entry == cell.entry.quantize(Decimal("0.01"))


@pytest.mark.parametrize("unit", ["元", "万元"])
def test_without_a_word_about_it_the_unit_of_the_file_is_taken_over(unit):
    over = taken_from([last_year(unit)], PACK, Filling())
    assert (over.unit, over.filling.entries["单位.金额单位"]) == (unit, unit)
    assert not any(cell.rounded for cell in over.taken)


def test_the_year_follows_from_the_file():
    assert take_over(PACK, [LAST_SAMPLE], Filling()).year == 2023
    assert take_over(PACK, [NINE_TABLES], Filling()).year == 2024


def test_neither_staff_nor_this_years_figures_are_taken_from_last_year():
    taken = take_over(PACK, [LAST_SAMPLE], Filling()).filling
    assert not [
        term for term in taken.entries if term.startswith(("编制数", "实有数", "收入", "支出", "本年"))
    ]
    (fund,) = taken.groups["社保基金"]
    assert fund.entries["社保基金.期初结余"] == Decimal("580.51")
    assert [tuple(row.entries) for row in fund.groups["社保基金.收入项目"]] == [
        ("社保基金.收入项目.项目",)
    ] * 3


def test_texts_about_the_year_are_offered_behind_a_mark_and_what_repeats_as_it_is():
    rows = take_over(PACK, [LAST_SAMPLE], Filling()).filling.groups["文字材料"]
    texts = [(str(row.entries["文字材料.章节"]), str(row.entries["文字材料.正文"])) for row in rows]
    marked = {chapter for chapter, text in texts if text.startswith("上年文字：")}
    assert {chapter for chapter, text in texts} - marked == {"部门职责"}
    assert marked >= {"存在的问题", "改进措施"}


def test_a_text_that_nobody_has_revised_is_told_and_taken_over_no_second_time():
    last = last_year("万元")
    over = taken_from([last], PACK, Filling())
    record = record_of(over.filling, over.unit)
    verdicts = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    broken = [verdict for verdict in verdicts if verdict.check.data.id == "TEXT-16"]
    assert {verdict.outcome for verdict in broken} == {Outcome.PASSED, Outcome.INCONSISTENT}
    again = taken_from([read(over.filling, over.unit, 2023)], PACK, Filling())
    rows = again.filling.groups["文字材料"]
    assert {row.entries["文字材料.章节"] for row in rows} == {"部门职责"}


@pytest.mark.parametrize(("seed", "unit"), [(0, "元"), (1, "万元"), (2, "万元"), (3, "元")])
def test_the_nine_tables_fill_what_passes_every_check_but_for_what_they_do_not_tell(seed, unit):
    tables = read(AccountsYear(seed).filling(unit), unit, 2024, ACCOUNTS)
    record = record_of(taken_from([tables], PACK, Filling()).filling, unit)
    verdicts = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    found = {outcome: {v.check.data.id for v in verdicts if v.outcome is outcome} for outcome in Outcome}
    assert found[Outcome.INCONSISTENT] <= UNTOLD
    met = found[Outcome.PASSED] | found[Outcome.ROUNDING]
    assert met >= TOLD
    assert met & {"DATA-15", "DATA-28"}  # by whether all basic expenditure is of one kind


# The tables tell income, expenditure, functions, balances, government funds and “三公” …
TOLD = {"INC-01", "EXP-01", "BAL-01", "FUNC-01", "FUNC-05", "FUNC-07", "FUNC-10"}
TOLD |= {"GPB-01", "GPB-08", "DATA-05", "DATA-09", "DATA-10", "DATA-13"}
# … but not all money by economic class, whose checks wait, nor texts.
UNTOLD = {"TAKE-经济分类"} | {f"TEXT-{n}" for n in ("08", "09", "10", *range(19, 24))}


def test_two_files_that_disagree_leave_the_cell_blank_and_are_both_named():
    tables = read(AccountsYear(1).filling("元"), "元", 2024, ACCOUNTS, "决算.xlsm")
    last = read(Year(3).filling("元"), "元", 2023, PACK, "上年.xlsm")
    over = taken_from([tables, last], PACK, Filling())
    (clash,) = [clash for clash in over.clashes if clash.refused[0].term == "结转结余.年初"]
    assert clash.kept is None
    assert {offer.origin.file for offer in clash.refused} == {"决算.xlsm", "上年.xlsm"}
    assert "结转结余.年初" not in over.filling.entries


def test_what_the_user_gives_wins_and_the_clash_is_named():
    over = take_over(PACK, [LAST_SAMPLE], Filling({"上年收入.合计": Decimal("1.00")}), "我的数.toml")
    assert over.filling.entries["上年收入.合计"] == Decimal("1.00")
    (clash,) = over.clashes
    assert clash.kept is not None
    assert clash.kept.origin.file == "我的数.toml"
    assert [str(offer.origin) for offer in clash.refused] == ["leiyang-2022.xlsm 收支总表!B13"]


def test_given_rows_of_a_chapter_replace_those_of_last_year_as_a_whole():
    own = Filling({"文字材料.章节": "部门职责", "文字材料.正文": "新的职责。"})
    over = take_over(PACK, [LAST_SAMPLE], Filling({}, {"文字材料": (own,)}))
    rows = [row.entries for row in over.filling.groups["文字材料"]]
    assert [row["文字材料.正文"] for row in rows if row["文字材料.章节"] == "部门职责"] == ["新的职责。"]
    assert len(over.clashes) == 1


def test_two_equal_sources_are_no_clash():
    over = take_over(PACK, [LAST_SAMPLE, LAST_SAMPLE], Filling())
    assert over.clashes == ()
    assert over.filling == take_over(PACK, [LAST_SAMPLE], Filling()).filling


def test_files_of_different_years_are_refused():
    with pytest.raises(UnusableInput, match=r"新工作簿是2024年的，“leiyang-2022\.xlsm”应是2023年的"):
        take_over(PACK, [NINE_TABLES, LAST_SAMPLE], Filling())


def test_last_years_workbook_of_another_year_or_form_is_refused():
    with pytest.raises(UnusableInput, match=r"上年工作簿应是2021年的，“leiyang-2022\.xlsm”是2022年的"):
        inspect(LAST_SAMPLE, last_year=LAST_SAMPLE)
    with pytest.raises(UnusableInput, match="表样是“department-final-accounts”"):
        inspect(LAST_SAMPLE, last_year=NINE_TABLES)


def test_the_nine_tables_of_next_year_begin_with_the_closing_balances(tmp_path):
    over = take_over(ACCOUNTS, [NINE_TABLES], Filling())
    book = tmp_path / "2025.xlsm"
    book.write_bytes(built(silent(ACCOUNTS), "", over.filling))
    inspection = inspect(book, last_year=NINE_TABLES)
    assert over.filling.entries["总表.收入.年初结转和结余"] == Decimal("21.45")
    assert [finding.id for finding in inspection.findings if finding.id.startswith("YEAR-")] == []
    assert [result.id for result in inspection.others if result.id == "YEAR-02"] == ["YEAR-02"]


@pytest.mark.parametrize("name", pack_names())
def test_every_check_across_the_years_comes_out_as_its_examples_say(name):
    prove_years(load_pack(name))
    assert load_two_years(load_pack(name)).pack.checks


def test_codes_that_no_list_has_are_known_next_year():
    """Those that were entered last year, and those that stood in a table; each once."""
    row = {"功能分类.编码": "2089977", "功能分类.名称": "某项支出"}
    listed = {"功能分类.编码": "208", "功能分类.名称": "社会保障和就业支出"}
    own = {"自有科目.编码": "2050205", "自有科目.名称": "高等教育"}
    table = (Filling(row), Filling(listed), Filling({"功能分类.编码": "2050205"}))
    last = Filling({"单位.年度": "2022"}, {"功能分类": table, "自有科目": (Filling(own),)})
    rows = taken_from([read(last, "元", 2022)], PACK, Filling()).filling.groups["自有科目"]
    assert [tuple(found.entries.values()) for found in rows] == [
        ("2050205", "高等教育"),
        ("2089977", "某项支出"),
    ]


def test_a_choice_that_is_missing_in_a_source_makes_none_of_its_figures_doubtful():
    year = AccountsYear(1, funds=False).filling("元")
    record = filled_record(year, ACCOUNTS)
    assert errors_of(record, ACCOUNTS) == ()
    assert errors_of(filled_record(changed(year, "总表.收入.总计"), ACCOUNTS), ACCOUNTS)


def changed(filling: Filling, term: str) -> Filling:
    entry = filling.entries[term]
    assert isinstance(entry, Decimal)
    return Filling({**filling.entries, term: entry + 1}, filling.groups)
