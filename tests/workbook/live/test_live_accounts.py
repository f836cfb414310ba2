"""The nine tables' live sheets: what Python stored in them is what a spreadsheet program computes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from balanced_accounts import PACK, AccountsYear
from msgspec.structs import replace

from jixiao.building.workbook import built
from jixiao.model.fact import Kind
from jixiao.model.filling import Filling

LIVE = ("勾稽关系", "逐行核对")
SLIPS = ("0.01", "0.05", "3.22", "-7")


def slipped(filling: Filling, seed: int) -> Filling:
    """The filling with one amount in a dozen changed, here and in its tables."""
    chance = random.Random(seed)
    entries = {
        term: entry + Decimal(chance.choice(SLIPS))
        if _is_amount(term) and not chance.randrange(12)
        else entry
        for term, entry in filling.entries.items()
    }
    groups = {
        name: tuple(slipped(row, seed + n) for n, row in enumerate(rows))
        for name, rows in filling.groups.items()
    }
    return replace(filling, entries=entries, groups=groups)


def _is_amount(term: str) -> bool:
    return PACK.vocabulary[term].kind is Kind.AMOUNT


def shown(content: bytes) -> Iterator[tuple[str, str, object]]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), data_only=True)
    for name in LIVE:
        for row in book[name].iter_rows():
            for cell in row:
                value = round(cell.value, 6) if isinstance(cell.value, float | int) else cell.value or ""
                yield name, cell.coordinate, value


@pytest.mark.exhaustive
def test_stored_values_are_what_a_spreadsheet_program_computes(office: ModuleType, tmp_path: Path):
    years = [(0, "元"), (3, "万元")]
    fillings = [Filling(), *(slipped(AccountsYear(seed).filling(unit), seed) for seed, unit in years)]
    files = [tmp_path / f"{number}.xlsm" for number in range(len(fillings))]
    for path, filling in zip(files, fillings, strict=True):
        path.write_bytes(built(PACK, "", filling))
    for path, computed in zip(files, office.recalculate(files, tmp_path / "out"), strict=True):
        stored, fresh = (set(shown(file.read_bytes())) for file in (path, computed))
        assert stored ^ fresh == set(), path.name
