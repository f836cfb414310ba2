"""What is shipped of a pack: its data proven by the examples in it, its own workbooks built from them."""

from __future__ import annotations

from pathlib import Path

from jixiao.building.workbook import ENDINGS, built, for_ending
from jixiao.files import write_atomically
from jixiao.model.filling import Filling
from jixiao.pack.carryover import load_sources
from jixiao.pack.errors import lying_in
from jixiao.pack.loading import data_folder, load_pack
from jixiao.pack.pack import Pack
from jixiao.pack.upload import load_upload


def prove_pack(pack: Pack) -> None:
    """Hold the pack's data against the examples in it. Raises PackError."""
    from jixiao.checks.last_year import prove_years
    from jixiao.checks.proof import prove_checks
    from jixiao.report.language.style_file import load_style
    from jixiao.report.template.outlines import prove_outlines
    from jixiao.scoring.proof import prove_framework

    with lying_in(pack.folder):
        prove_checks(pack)
        prove_years(pack)
        load_sources(pack, load_pack)
        load_upload(pack)
    if pack.form.assessment is not None:
        for file in pack.framework_files:
            prove_framework(pack.framework(file.stem), pack.vocabulary, pack.form.assessment, file)
    if pack.form.report_name:
        prove_outlines(pack, load_style(pack.reports, pack.form.units.factors))


def build_books(pack: Pack) -> tuple[Path, ...]:
    """Rebuild the pack's own workbooks from its data: with buttons, and the twin without macros."""
    books = tuple(pack.workbook.with_suffix(ending) for ending in ENDINGS)
    for book in books:
        write_atomically(book, built(for_ending(pack, book), pack.form.framework, Filling()))
    return books


def build_reviewer_book() -> Path:
    """Rebuild the workbook from which a reviewer starts."""
    from jixiao.workbook.written.reviewer_book import NAME, reviewer_book

    book = data_folder("workbook_templates") / NAME
    write_atomically(book, reviewer_book())
    return book
