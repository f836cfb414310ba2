"""The workbooks in the repository are those of the last release: with older checks, but the form of today."""

from pathlib import Path

import pytest

from jixiao.building.samples import Sample, sample_workbook, samples
from jixiao.building.workbook import ENDINGS, built, for_ending
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack, pack_names
from jixiao.pack.pack import Pack
from jixiao.pack.sections import RelationsSection
from jixiao.pipeline import inspect
from jixiao.workbook.file.source import open_package
from jixiao.workbook.file.structure import read_structure

REBUILD = "the form has changed, so the committed workbooks have to: make books"
BOOKS = [load_pack(name).workbook.with_suffix(ending) for name in pack_names() for ending in ENDINGS]
SAMPLES = pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.values.stem)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_every_cell_of_the_form_is_where_the_pack_puts_it(book: Path, tmp_path: Path):
    pack = load_pack(book.stem)
    fresh = tmp_path / book.name
    fresh.write_bytes(built(for_ending(pack, book), pack.form.framework, Filling()))
    assert cells(book, pack) == cells(fresh, pack), REBUILD
    assert inspect(book).findings == inspect(fresh).findings, REBUILD  # of its version, and blank alike


def cells(book: Path, pack: Pack) -> dict[str, object]:
    """All names but those of the live relations, which follow the checks."""
    live = tuple(
        f"{section.name}."
        for sheet in pack.form.sheets
        for section in sheet.sections
        if isinstance(section, RelationsSection)
    )
    names = read_structure(open_package(book)).names
    return {name: area for name, area in names.items() if not name.startswith(live)}


@SAMPLES
def test_a_sample_holds_what_its_values_say(sample: Sample, tmp_path: Path):
    today = inspect(sample_workbook(sample, tmp_path))
    committed = inspect(sample.workbook)
    assert list(committed.record.walk()) == list(today.record.walk()), REBUILD
    assert committed.findings == today.findings
