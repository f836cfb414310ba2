"""Tables that were not read wholly are marked in the workbook, so that right figures raise no alarm."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from importing.pages import Page, write_xlsx
from importing.readings import ACCOUNTS, pages, read

from jixiao.importing.importing import Imported, import_tables
from jixiao.model.outcome import Outcome
from jixiao.pipeline import inspect


def marked(done: Imported) -> set[str]:
    return {term for term in done.assembly.filling.entries if term.startswith("未读全.")}


def test_nothing_is_marked_where_all_was_read(tmp_path: Path):
    assert marked(read(tmp_path, *pages())) == set()


def test_a_table_with_a_figure_left_and_one_that_is_missing_are_marked(tmp_path: Path):
    sheets = pages()
    sheets[2].cells[(30, 12)] = Decimal("4.2")
    assert marked(read(tmp_path, *sheets[:4], *sheets[5:])) == {"未读全.支出决算", "未读全.一般公共"}


def test_a_table_that_was_refused_is_marked(tmp_path: Path):
    other = pages()[1]
    place = next(place for place, value in other.cells.items() if isinstance(value, Decimal) and value)
    other.cells[place] = Decimal("1.23")
    assert marked(read(tmp_path, *pages(), other)) == {"未读全.收入决算"}


def broken(folder: Path, sheets: list[Page]) -> list[str]:
    out = folder / "新.xlsx"
    import_tables([write_xlsx(folder / "决算.xlsx", sheets)], out, ACCOUNTS)
    return sorted(f.id for f in inspect(out).findings if f.outcome is Outcome.INCONSISTENT)


def test_an_import_of_some_tables_raises_no_false_alarm(tmp_path: Path):
    (tmp_path / "all").mkdir()
    (tmp_path / "some").mkdir()
    known = set(broken(tmp_path / "all", pages()))
    assert set(broken(tmp_path / "some", pages()[1:4])) - known == {f"E51-{n}" for n in (1, 5, 6, 7, 8, 9)}
