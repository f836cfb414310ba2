"""A second spreadsheet program comes to the same: every stored value, every verdict, every coloured cell."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from live_books import package
from live_twins import Held, twins_of
from live_years import year
from volume import volume

from jixiao.building.workbook import built
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import data_folder
from jixiao.relation.texts import same_text
from jixiao.workbook.file.cells import Content, RawCell
from jixiao.workbook.file.source import SavedBook
from jixiao.workbook.sheets.layout import address

SAMPLES = {
    "leiyang-2022": "department-overall",
    "leiyang-2022-balanced": "department-overall",
    "final-accounts-2024": "department-final-accounts",
    "training-project-2024": "project-self-evaluation",
}
YEAR_ROWS = 60  # more than are filled; what a recalculation costs grows with their square
NEAR = 1e-9  # two programs add up in different order


@pytest.mark.exhaustive  # LibreOffice does it in every run
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_stored_value_of_a_sample_comes_out_again(
    sample: str, gnumeric: ModuleType, tmp_path: Path
) -> None:
    twins = twins_of(SAMPLES[sample])
    filling = read_filling(data_folder("samples") / f"{sample}.toml", twins.pack)
    stored, computed = tmp_path / "stored.xlsm", tmp_path / "computed.xlsx"
    stored.write_bytes(built(twins.pack, twins.pack.form.framework, filling))
    gnumeric.recalculate(stored, computed)
    ours, theirs = (SavedBook(package(path.read_bytes())) for path in (stored, computed))
    different, compared = [], 0
    for sheet in twins.books.layout.sheets:
        where = {address(slot.box.top, slot.box.left) for slot in sheet.slots if slot.formula}
        first, second = ours.cells(sheet.name, where), theirs.cells(sheet.name, where)
        compared += len(where)
        different += [
            (sheet.name, cell, first.get(cell), second.get(cell))
            for cell in sorted(where)
            if not same(first.get(cell), second.get(cell))
        ]
    assert different == []
    assert compared > (2_000 if SAMPLES[sample] == "project-self-evaluation" else 10_000)


def same(ours: RawCell | None, theirs: RawCell | None) -> bool:
    """Texts of another width are the same: Gnumeric narrows 、 and 。, which have a narrow form in Japan."""
    if ours and theirs and ours.content is theirs.content is Content.NUMBER:
        return abs(float(ours.text) - float(theirs.text)) <= NEAR * max(1, abs(float(ours.text)))
    return same_text(ours.text if ours else "") == same_text(theirs.text if theirs else "")


@pytest.mark.volume
@pytest.mark.parametrize("pack", sorted(set(SAMPLES.values())))
def test_generated_workbooks_say_what_python_says(pack: str, gnumeric: ModuleType, tmp_path: Path) -> None:
    twins = twins_of(pack, YEAR_ROWS)
    fillings = (year(twins.books, seed) for seed in range(volume(12, 1)))
    held = Held(twins, twins.counted(fillings, gnumeric, tmp_path))
    assert held.different == []
