"""What was laid out in any of the published styles is read back: every figure, nothing more."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from balanced_accounts import AccountsYear
from importing.published import Style, publish

from jixiao.importing.importing import read_tables
from jixiao.importing.recognising import PACK
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack

ACCOUNTS = load_pack(PACK)
NEVER_PUBLISHED = ("三公数量.", "附报.", "上年年末.", "编制数.", "实有数.", "单位.性质", "填报.")
PLAIN = Style()
STYLES = {
    "as the ministry prints them": PLAIN,
    "old numbers, 金额": replace(PLAIN, old_numbers=True),
    "in 元": replace(PLAIN, unit="元"),
    "codes in three columns": replace(PLAIN, split_codes=True),
    "codes in three columns, numeric": replace(PLAIN, split_codes=True, numeric_codes=True),
    "codes in three columns, not repeated": replace(PLAIN, split_codes=True, carried_codes=True),
    "flat headers": replace(PLAIN, deep=False),
    "flat headers, codes in three columns": replace(PLAIN, deep=False, split_codes=True),
    "without merged cells": replace(PLAIN, merged=False),
    "codes in three columns, without merged cells": replace(PLAIN, split_codes=True, merged=False),
    "without line numbers": replace(PLAIN, line_numbers=False, deep=False),
    "indented": replace(PLAIN, indented=True, blank_rows=True),
    "amounts as texts": replace(PLAIN, texts=True, unit="元", nothing="-"),
    "numeric codes, nothing for zero": replace(PLAIN, numeric_codes=True, nothing=None),
    "three blocks of items": replace(PLAIN, blocks=3),
    "three blocks, flat": replace(PLAIN, blocks=3, deep=False, notes=False),
    "“三公” as rows": replace(PLAIN, grid_of_three=True),
    "all in one line": replace(PLAIN, one_line=True, nothing="——"),
}


def flat(filling: Filling) -> dict[tuple[str, ...], object]:
    """Every entry under its name; rows by their code; without zeros and what no table publishes."""
    entries: dict[tuple[str, ...], object] = {(term,): value for term, value in filling.entries.items()}
    for table, rows in filling.groups.items():
        for row in rows:
            code = str(row.entries[f"{table}.编码"])
            entries |= {(term, code): value for term, value in row.entries.items()}
    printed = ("总表.功能分类.名称", "财拨总表.功能分类.名称")
    used = {
        key[1] for key, value in entries.items() if len(key) == 2 and isinstance(value, Decimal) and value
    }
    return {
        key: value
        for key, value in entries.items()
        if value != 0
        and not key[0].startswith(NEVER_PUBLISHED)
        and key[0] not in printed
        and (len(key) == 1 or key[1] in used)
        and not key[0].endswith("功能分类.编码")
    }


@pytest.mark.parametrize("suffix", [".xlsx", ".xls"])
@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
def test_what_was_laid_out_is_read_back(style: Style, suffix: str, tmp_path: Path):
    filling = AccountsYear(len(suffix), funds=suffix == ".xls").filling(style.unit)
    done = read_tables(publish(tmp_path, filling, style, suffix), ACCOUNTS)
    assert done.leftovers == ()
    assert flat(done.assembly.filling) == flat(filling)


@pytest.mark.office
def test_an_xls_that_an_office_program_has_saved_is_read_back(office: ModuleType, tmp_path: Path):
    filling = AccountsYear(5).filling("元")
    (book,) = publish(tmp_path, filling, replace(PLAIN, unit="元", split_codes=True))
    target = ("--convert-to", "xls:MS Excel 97", "--outdir", tmp_path / "out")
    office.soffice(*map(str, target), str(book), timeout=90)
    done = read_tables([tmp_path / "out" / "决算1.xls"], ACCOUNTS)
    assert done.leftovers == ()
    assert flat(done.assembly.filling) == flat(filling)
