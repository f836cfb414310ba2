"""Checks of a sheet that is said to lack figures wait, in Python and in the formulas; others do not."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from balanced_accounts import AccountsYear
from refusals import refused
from workbook.books import silent

from jixiao.building.workbook import built, for_ending
from jixiao.inspection import Inspection
from jixiao.model.filling import Entry, Filling
from jixiao.model.outcome import Outcome
from jixiao.pack import loading
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect

ACCOUNTS = load_pack("department-final-accounts")
FILLING = AccountsYear(1).filling("元")


def inspected(folder: Path, **entries: Entry) -> Inspection:
    out = folder / "决算.xlsx"
    filling = Filling({**FILLING.entries, **entries}, FILLING.groups)
    out.write_bytes(built(for_ending(silent(ACCOUNTS), out), "", filling))
    return inspect(out)


def broken(found: Inspection) -> set[str]:
    return {finding.id for finding in found.findings if finding.outcome is Outcome.INCONSISTENT}


WRONG = {"支出决算合计.基本支出": Decimal("1.23")}


def test_checks_of_the_sheet_wait_and_that_is_an_error(tmp_path: Path):
    of_sheet = broken(inspected(tmp_path, **WRONG))
    assert any(id_.startswith("E08") for id_ in of_sheet)
    found = inspected(tmp_path, **WRONG, **{"未读全.支出决算": "没有读全"})
    assert broken(found) - broken(inspected(tmp_path)) == {"E51-3"}
    assert "导入时“支出决算表”没有读全" in str([finding.message for finding in found.findings])
    assert {other.reason for other in found.others if other.id in of_sheet} == {"原表没有读全"}


def test_checks_of_other_sheets_do_not_wait(tmp_path: Path):
    assert broken(inspected(tmp_path, **WRONG)) <= broken(
        inspected(tmp_path, **WRONG, **{"未读全.三公": "没有读全"})
    )


def test_what_was_mended_is_checked_again(tmp_path: Path):
    mended = inspected(tmp_path, **WRONG, **{"未读全.支出决算": "已补填"})
    assert broken(mended) == broken(inspected(tmp_path, **WRONG))


def test_the_field_must_be_a_single_cell_with_choices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("workbook_templates", "report_templates"):
        shutil.copytree(loading.data_folder(name), tmp_path / name)
    monkeypatch.setattr(loading, "data_folder", lambda name: tmp_path / name)
    form = tmp_path / "workbook_templates/department-final-accounts/form.toml"
    text = form.read_text(encoding="utf-8")
    form.write_text(re.sub('incomplete = "未读全.总表"', 'incomplete = "单位.名称"', text), encoding="utf-8")
    with refused("it is no single cell of the form with choices"):
        load_pack("department-final-accounts")
