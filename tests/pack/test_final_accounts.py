"""The nine published tables of 部门决算 as a pack: checks, sample, and rows printed in the form."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from balanced import record_of
from balanced_accounts import PACK, AccountsYear
from checks.equations import verdicts_of
from refusals import refused
from workbook.books import silent

from jixiao.building.samples import samples
from jixiao.building.workbook import built
from jixiao.checks.proof import prove_checks
from jixiao.inspection import Inspection
from jixiao.model.fact import Record
from jixiao.model.filling import Filling
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack import loading
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect
from jixiao.workbook.written.cell_contents import FillingError

[SAMPLE] = [sample for sample in samples() if sample.pack == PACK.form.id]


@pytest.fixture(scope="module")
def sample() -> Inspection:
    return inspect(SAMPLE.workbook)


def broken(record: Record) -> set[str]:
    return {verdict.key for verdict in verdicts_of(record, PACK) if verdict.outcome is Outcome.INCONSISTENT}


def year_with(table: str, rows: tuple[Filling, ...]) -> Record:
    """A consistent year in which one table has other rows."""
    filling = AccountsYear(0).filling()
    return record_of(Filling(filling.entries, {**filling.groups, table: rows}), "元", PACK)


def rows_of(table: str) -> tuple[Filling, ...]:
    return AccountsYear(0).filling().groups[table]


def test_every_check_comes_out_on_its_examples_as_they_say():
    prove_checks(PACK)


def test_every_equation_of_the_working_list_has_a_check_except_the_readers_own():
    numbers = {check.data.id.partition("-")[0] for check in PACK.checks}
    assert {f"E{number:02}" for number in range(1, 49)} - numbers == {"E44"}


def test_each_check_says_how_far_its_basis_can_be_trusted():
    tags = ("核对过", "得出", "通行做法", "拟定", "科目编码规则", "检查规则", "不在 E01")
    assert [c.data.id for c in PACK.checks if not any(tag in c.data.basis.clause for tag in tags)] == []


def test_sheets_bear_the_names_of_the_tables_and_no_number():
    names = [sheet.name for sheet in PACK.form.sheets]
    assert sum("决算" in name for name in names) == 9
    assert not any(sign.isdigit() for name in names for sign in name)


def test_the_sample_has_no_findings(sample: Inspection):
    assert sample.findings == ()
    assert sum(result.times for result in sample.others if result.outcome is Outcome.PASSED) > 700


def test_the_sample_says_that_it_is_invented():
    assert "虚构" in SAMPLE.values.read_text(encoding="utf-8").partition("[notes]")[2]


def test_a_workbook_of_this_pack_is_neither_scored_nor_reported(sample: Inspection):
    assert sample.scorecard is None
    assert not SAMPLE.report.exists()


def test_an_empty_form_breaks_no_relation_and_passes_none(tmp_path: Path):
    path = tmp_path / "空表.xlsm"
    path.write_bytes(built(silent(PACK), "", Filling()))
    tally = inspect(path).tally
    assert tally.not_checked == tally.checks


def test_a_parent_row_that_is_missing_is_named():
    rows = tuple(row for row in rows_of("一般公共") if row.entries["一般公共.编码"] != "20805")
    found = broken(year_with("一般公共", rows))
    of_the_item = {name for name in found if name.endswith("@2080505")}
    assert of_the_item == {key("一般公共预算支出表的项有对应的款") + "@2080505"}
    assert key("一般公共预算支出表上级科目的本年支出等于下级之和") + "@208" in found


def test_a_row_that_stands_twice_is_named():
    rows = rows_of("支出决算")
    doubled = next(row for row in rows if row.entries["支出决算.编码"] == "208")
    found = broken(year_with("支出决算", (*rows, doubled)))
    assert key("支出决算表的科目编码不重复") + "@208" in found
    assert key("支出决算表合计行的本年支出合计等于各类之和") in found


def test_a_class_in_the_wrong_printed_row_is_found_in_both_rows():
    rows = {row.entries["总表.功能分类.编码"]: row for row in rows_of("总表.功能分类")}
    rows["211"] = Filling({**rows["210"].entries, "总表.功能分类.编码": "211"})
    rows["210"] = Filling({"总表.功能分类.编码": "210"})
    found = broken(year_with("总表.功能分类", tuple(rows.values())))
    assert {"E14-1@210", "E14-1@211"} <= found


def key(title: str) -> str:
    return next(check.data.id for check in PACK.checks if check.data.title == title)


def test_printed_rows_are_filled_by_their_code_wherever_they_stand_in_the_data(tmp_path: Path):
    table = "总表.功能分类"
    rows = tuple(
        Filling({f"{table}.编码": code, f"{table}.决算数": Decimal(code)}) for code in ("221", "208")
    )
    path = tmp_path / "类.xlsm"
    path.write_bytes(built(silent(PACK), "", Filling(groups={"总表.功能分类": rows})))
    found = inspect(path).record.groups["总表.功能分类"]
    filled = {row.key: row.fields["总表.功能分类.决算数"].number for row in found}
    assert len(filled) == 26
    assert {code: amount for code, amount in filled.items() if amount} == {
        "208": Decimal(2080000),
        "221": Decimal(2210000),
    }


def test_a_row_that_is_not_printed_is_refused():
    row = Filling({"总表.功能分类.编码": "999", "总表.功能分类.决算数": Decimal(1)})
    with pytest.raises(FillingError, match="999"):
        built(silent(PACK), "", Filling(groups={"总表.功能分类": (row,)}))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('{ "编码" = "202", "名称"', '{ "编码" = "202", "没有"', "columns it does not have|the same columns"),
        ('{ "编码" = "201", "名称"', '{ "编码" = "201", "没有"', "columns it does not have"),
        ('id = "department-final-accounts"', 'id = "other"', "name of the folder"),
        ('version = "1"', 'version = "1"\nframework = "x"', "go together"),
        ('name = "单位信息"', 'name = "支出决算表"', "two sheets share this name"),
    ],
)
def test_a_spoilt_form_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, reason: str
):
    shutil.copytree(loading.data_folder("workbook_templates"), tmp_path / "workbook_templates")
    monkeypatch.setattr(loading, "data_folder", lambda name: tmp_path / name)
    form = tmp_path / "workbook_templates" / PACK.form.id / "form.toml"
    text = form.read_text(encoding="utf-8")
    assert old in text
    form.write_text(text.replace(old, new, 1), encoding="utf-8")
    with refused(reason):
        load_pack(PACK.form.id)


def test_errors_warnings_and_notes_are_all_there():
    assert {check.data.severity for check in PACK.checks} == {str(severity) for severity in Severity}
