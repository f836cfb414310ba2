"""This year's workbook against last year's: what is compared, and how both are named."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from msgspec import to_builtins
from msgspec.structs import replace
from refusals import refused

from jixiao.checks.confront import confront
from jixiao.checks.last_year import confront_years, findings_across_years, prove_years
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact, Place, Record, State
from jixiao.model.finding import Correction, Finding, Suggestion
from jixiao.model.hint import Hint
from jixiao.model.outcome import Outcome
from jixiao.pack.carryover import FILE, load_two_years
from jixiao.pack.check import CheckData
from jixiao.pack.checks_file import ChecksFile
from jixiao.pack.example import record_of_example
from jixiao.pack.loading import load_pack
from jixiao.pack.two_years import two_years
from jixiao.strict import Basis

PACK = load_pack()
YEARS = load_two_years(PACK)
assert YEARS is not None
YUAN = Unit("元", Decimal(1))
OPENING, CLOSING = "结转结余.年初", "结转结余.年末"


def record(placed: bool = True, **cells: str) -> Record:
    """A workbook in which only these two balances are filled."""
    filled = {f"结转结余.{name}": Decimal(typed) for name, typed in cells.items()}
    fields = {}
    for term in PACK.single_terms:
        known = PACK.vocabulary[term]
        place = Place(known.sheet, "B2" if term == OPENING else "C3") if placed else None
        state = State.FILLED if term in filled else State.BLANK
        fields[term] = Fact(term, known.label, known.kind, place, filled.get(term), state=state)
    return Record(fields)


def findings(this: Record, last: Record) -> list[Finding]:
    verdicts = confront_years(this, last, YEARS)
    return [
        finding
        for finding in findings_across_years(verdicts, YUAN, YEARS, "上年.xlsm")
        if finding.cells and finding.cells[0].cell == "B2"
    ]


def test_an_opening_balance_that_is_last_years_closing_balance_is_in_order():
    assert findings(record(年初="5.00"), record(年末="5.00")) == []


def test_one_that_is_not_is_found_with_the_cells_of_this_year_alone():
    [finding] = findings(record(年初="7.00"), record(年末="5.00"))
    assert finding.outcome is Outcome.INCONSISTENT
    assert [place.cell for place in finding.cells] == ["B2"]


def test_the_sentence_names_the_file_and_the_cell_of_last_year():
    [finding] = findings(record(年初="7.00"), record(年末="5.00"))
    sheet = PACK.vocabulary[CLOSING].sheet
    assert finding.message.endswith(f"上年数见“上年.xlsm”的 {sheet}!C3。")


def test_without_a_cell_of_last_year_the_file_alone_is_named():
    [finding] = findings(record(年初="7.00"), record(placed=False, 年末="5.00"))
    assert finding.message.endswith("上年数取自“上年.xlsm”。")


def test_a_hint_stands_between_the_finding_and_the_file():
    this, last = record(年初="7.00"), record(年末="5.00")
    verdicts = confront_years(this, last, YEARS)
    hints = {id(verdict): Hint("很可能另有原因。") for verdict in verdicts}
    found = findings_across_years(verdicts, YUAN, YEARS, "上年.xlsm", hints)
    assert any("很可能另有原因。上年数见" in finding.message for finding in found)


def test_only_what_joins_the_two_years_is_checked():
    verdicts = confront_years(record(), record(), YEARS)
    assert {verdict.check.data.id for verdict in verdicts} == {check.data.id for check in YEARS.pack.checks}
    assert {verdict.outcome for verdict in verdicts} == {Outcome.NOT_CHECKED}


def test_an_example_of_a_check_across_the_years_that_comes_out_otherwise_is_refused(tmp_path: Path):
    text = (PACK.folder / FILE).read_text("utf-8")
    (tmp_path / FILE).write_text(text.replace("| passed", "| rounding", 1), "utf-8")
    with refused("needs an example that passes and one that fails"):
        prove_years(replace(PACK, folder=tmp_path))


def test_a_pack_without_checks_across_the_years_has_nothing_to_prove(tmp_path: Path):
    prove_years(replace(PACK, folder=tmp_path))


def test_where_a_check_compares_names_as_well_the_figure_of_last_year_is_named():
    relation = "AND(结转结余.年初 = 上年表.结转结余.年末, 单位.名称 = 上年表.单位.名称)"
    basis = Basis(document="文件", clause="条款")
    data = CheckData(id="X", title="题", relation=relation, severity="error", basis=basis, examples=())
    years = two_years(PACK, YEARS.prefix, ChecksFile(check=(to_builtins(data),)), FILE)
    verdicts = confront_years(record(年初="7.00"), record(年末="5.00"), years)
    [finding] = findings_across_years(verdicts, YUAN, years, "上年.xlsm")
    assert finding.message.endswith(f"上年数见“上年.xlsm”的 {PACK.vocabulary[CLOSING].sheet}!C3。")


def of_a_project(*hints: Suggestion) -> Finding:
    given = {"项目明细.项目名称": ["甲"], "项目明细.上年支出数": ["3.00"]}
    given |= {"上年表.项目明细.项目名称": ["甲"], "上年表.项目明细.支出数": ["5.00"]}
    pack = YEARS.pack
    verdicts = confront(record_of_example(given, pack, Decimal(1)), pack.checks, pack.vocabulary, {})
    said = {id(verdict): Hint("", hints) for verdict in verdicts}
    [finding] = findings_across_years(verdicts, YUAN, YEARS, "上年.xlsm", said)
    return finding


def test_of_a_table_its_name_says_that_it_is_last_years():
    said = "“上年表”的“项目明细”中项目名称为“甲”的本年支出数之和5.00元"
    assert said in of_a_project().message


def test_a_cell_that_seems_forgotten_is_to_be_filled_in_whatever_else_a_check_advises():
    forgotten = Suggestion("", "像是漏填", (Correction(None, "上年支出数", "", "5.00"),))
    assert of_a_project().mend.startswith("同名而不是")
    assert of_a_project(forgotten).mend.startswith("漏填的请补填；同名而不是")
