"""A figure planted anywhere in a table is taken or listed: nothing is dropped silently."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import pytest
from balanced_accounts import AccountsYear
from importing.pages import Page, Value, write_web_page, write_xls, write_xlsx
from importing.published import Layout, Style
from volume import volume

from jixiao.importing.importing import Imported, read_tables
from jixiao.importing.recognising import PACK
from jixiao.pack.loading import load_pack

ACCOUNTS = load_pack(PACK)
PLANTED = Decimal("987654.32")
WRITTEN: tuple[Value, ...] = (PLANTED, "987,654.32", "９８７６５４.３２元")
STYLES = (
    Style(unit="元"),
    Style(unit="元", split_codes=True, blocks=3),
    Style(unit="元", merged=False, deep=False),
)


def planted(seed: int) -> tuple[Page, Page]:
    """A page with the figure in a place that held nothing, and another page."""
    dice = random.Random(seed)
    pages = Layout(AccountsYear(seed).filling("元"), dice.choice(STYLES)).pages()
    page, other = dice.sample(pages, 2)
    last, wide = (max(place[axis] for place in page.cells) for axis in (0, 1))
    covered = {
        (row, column)
        for top, left, bottom, right in page.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    places = {(row, column) for row in range(1, last + 4) for column in range(1, wide + 3)}
    place = dice.choice(sorted(places - covered - set(page.cells)))
    page.cells[place] = dice.choice(WRITTEN)
    return page, other


def figures(done: Imported) -> set[object]:
    filling = done.assembly.filling
    rows = (row for rows in filling.groups.values() for row in rows)
    return {*filling.entries.values(), *(value for row in rows for value in row.entries.values())}


def taken_or_listed(done: Imported) -> bool:
    listed = {left.content for left in done.leftovers}
    return PLANTED in figures(done) or bool(listed & {"987654.32", "987,654.32", "９８７６５４.３２元"})


@pytest.mark.volume
@pytest.mark.parametrize("seed", range(200, 200 + volume(30, 12)))
def test_a_figure_planted_among_two_tables_side_by_side_is_taken_or_listed(seed: int, tmp_path: Path):
    page, other = planted(seed)
    right = max(column for _, column in page.cells) + 1 + seed % 2
    cells = page.cells | {(row, column + right): value for (row, column), value in other.cells.items()}
    shifted = [(top, left + right, bottom, end + right) for top, left, bottom, end in other.merges]
    both = Page(page.title, cells, page.merges + shifted)
    assert taken_or_listed(read_tables([write_xlsx(tmp_path / "决算.xlsx", [both])], ACCOUNTS))


@pytest.mark.volume
@pytest.mark.parametrize("seed", range(300, 300 + volume(30, 12)))
def test_a_figure_planted_in_a_web_page_is_taken_or_listed(seed: int, tmp_path: Path):
    path = write_web_page(tmp_path / "决算.xls", list(planted(seed)))
    assert taken_or_listed(read_tables([path], ACCOUNTS))


@pytest.mark.volume
@pytest.mark.parametrize("seed", range(volume(60, 24)))
def test_a_planted_figure_is_taken_or_listed(seed: int, tmp_path: Path):
    write, suffix = (write_xls, ".xls") if seed % 2 else (write_xlsx, ".xlsx")
    done = read_tables([write(tmp_path / f"决算{seed}{suffix}", list(planted(seed)))], ACCOUNTS)
    assert taken_or_listed(done)


def amounts_on(pages: list[Page]) -> int:
    """All figures that are no codes and no numbers of lines."""
    values = [value for page in pages for value in page.cells.values()]
    return sum(isinstance(value, Decimal) for value in values)


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize("seed", range(400, 404))
def test_all_figures_are_counted_as_taken_or_listed(seed: int, style: Style, tmp_path: Path):
    pages = Layout(AccountsYear(seed, funds=bool(seed % 2)).filling("元"), style).pages()
    dice = random.Random(seed)
    for page in dice.sample(pages, 3):  # a word that nobody knows, in a header or before a row
        words = [place for place, value in page.cells.items() if isinstance(value, str) and place[0] > 5]
        words = [place for place in words if page.cells[place] not in ("栏次", "行次")]
        page.cells[dice.choice(sorted(words))] = "某栏"
    done = read_tables([write_xlsx(tmp_path / "决算.xlsx", pages)], ACCOUNTS)
    assert done.assembly.taken + done.listed == amounts_on(pages)
    assert done.listed > 0 or done.complete
