"""Made-up tables and what an import reads from them: the beginning of most tests."""

from __future__ import annotations

from pathlib import Path

from balanced_accounts import AccountsYear
from importing.pages import Page, write_xlsx
from importing.published import Layout, Style

from jixiao.importing.importing import Imported, read_tables
from jixiao.importing.recognising import PACK
from jixiao.pack.loading import load_pack

ACCOUNTS = load_pack(PACK)
FILLING = AccountsYear(1, funds=True).filling("万元")
YUAN = AccountsYear(1, funds=True).filling("元")


def pages(style: Style | None = None) -> list[Page]:
    style = style or Style()
    return Layout(YUAN if style.unit == "元" else FILLING, style).pages()


def whole(style: Style | None = None) -> Page:
    return pages(style)[0]


def read(folder: Path, *sheets: Page, unit: str = "") -> Imported:
    return read_tables([write_xlsx(folder / "决算.xlsx", list(sheets))], ACCOUNTS, unit)


def place_of(page: Page, text: str, skip: int = 0) -> tuple[int, int]:
    """The cell that holds a text."""
    return [place for place, value in page.cells.items() if value == text][skip]


def listed(done: Imported) -> list[tuple[str, str]]:
    return [(left.cell, left.content) for left in done.leftovers]


def entry(done: Imported, term: str) -> object:
    return done.assembly.filling.entries.get(term)
