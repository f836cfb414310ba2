"""Word documents and PDF files: whatever the style, what was printed is read back, and nothing is left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from balanced_accounts import AccountsYear
from importing.pages import Page
from importing.papers import write_docx, write_pdf
from importing.published import Layout, Style
from importing.test_styles import STYLES, flat

from jixiao.importing.importing import Imported, read_tables
from jixiao.importing.recognising import PACK
from jixiao.pack.loading import load_pack

ACCOUNTS = load_pack(PACK)
FILLING = AccountsYear(6, funds=True).filling("万元")
Writer = Callable[[Path, list[Page]], Path]


def pages() -> list[Page]:
    return Layout(FILLING, Style()).pages()


def read(path: Path) -> Imported:
    return read_tables([path], ACCOUNTS)


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
@pytest.mark.parametrize(("write", "name"), [(write_docx, "决算.docx"), (write_pdf, "决算.pdf")])
def test_what_was_printed_is_read_back(write: Writer, name: str, style: Style, tmp_path: Path):
    filling = AccountsYear(6, funds=True).filling(style.unit)
    done = read(write(tmp_path / name, Layout(filling, style).pages()))
    assert done.leftovers == ()
    assert flat(done.assembly.filling) == flat(filling)
