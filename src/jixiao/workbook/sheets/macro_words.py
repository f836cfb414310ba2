"""The hidden sheet from which the macros take every Chinese word, and on which they keep what they said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from jixiao.pack.buttons import ButtonsFile
from jixiao.pack.form import Form
from jixiao.pack.pack import Pack
from jixiao.pack.sections import FindingsSection, ScorecardSection
from jixiao.workbook.sheets.button_section import LAST_ANSWER
from jixiao.workbook.sheets.form_layout import join_names
from jixiao.workbook.sheets.layout import CellRole, Layout
from jixiao.workbook.sheets.page import Page

WORDS, REPORT = "JixiaoWords", "JixiaoReport"  # names that the macros know, beside LAST_ANSWER
_WIDTHS = (18.0, 100.0)


def with_words(layout: Layout, pack: Pack) -> Layout:
    """The workbook with its macros' words; unchanged for a form without buttons. Raises PackError."""
    if not layout.buttons:
        return layout
    page = words_page(pack.buttons.sheet, _words(pack.buttons, pack.form))
    names = dict(layout.names)
    join_names(names, page.names)
    return replace(layout, sheets=(*layout.sheets, page.finished("codes", landscape=False)), names=names)


def words_page(sheet: str, words: Iterable[tuple[str, str]]) -> Page:
    """The sheet of this name with the words, and the cells that the macros keep something in."""
    page = Page(sheet, _WIDTHS)
    page.hidden = True
    for name in (LAST_ANSWER, REPORT):  # blank: what the macros said last, and the report they made
        page.put(0, CellRole.HINT, name)
        page.names[name] = page.put(1, CellRole.HINT).box
        page.row += 1
    first = page.row
    for key, text in words:
        page.put(0, CellRole.HINT, key)
        page.put(1, CellRole.HINT, text)
        page.row += 1
    page.names[WORDS] = page.box(0, 1, top=first, bottom=page.row - 1)
    return page


def _words(data: ButtonsFile, form: Form) -> Iterator[tuple[str, str]]:
    """Settings, then a cell of each sheet that the macros may fill, then what they say."""
    shared = iter(plain_words(data))
    yield from islice(shared, 2)  # the settings
    for sheet in form.sheets:
        for section in sheet.sections:
            if isinstance(section, ScorecardSection):  # by a column that every printed table has
                label = next(column.label for column in section.columns if column.holds == "score")
                yield "result", f"{section.name}.{label}"
            if isinstance(section, FindingsSection):
                yield "result", f"{section.name}.{section.columns[0].label}"
                yield from (("typed_in", f"{section.name}.{label}") for label in _typed(section))
    yield from shared


def plain_words(data: ButtonsFile) -> Iterator[tuple[str, str]]:
    """Two settings, then what the macros say."""
    yield "limit", str(data.limit)
    yield "box", "yes"  # a message box for every answer
    yield from data.words.items()


def _typed(section: FindingsSection) -> Iterator[str]:
    """The columns of the findings into which people type."""
    return (column.label for column in section.columns if column.holds == "explanation")
