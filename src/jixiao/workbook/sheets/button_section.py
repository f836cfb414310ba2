"""Section of buttons -> the room for them on the first sheet, and the cell for what they last said."""

from __future__ import annotations

from functools import lru_cache

from msgspec import structs

from jixiao.pack.form import Sheet
from jixiao.pack.pack import Pack
from jixiao.pack.sections import ButtonsSection, Section, TextSection
from jixiao.workbook.sheets.layout import CellRole
from jixiao.workbook.sheets.page import Page

LAST_ANSWER = "JixiaoSaid"  # a name that the macros know; ASCII, as their source is
ROOM = 36.0  # points for the buttons
SAYING = 52.0  # points for three lines


def place_buttons(page: Page, section: ButtonsSection) -> None:
    """A row over which the buttons are drawn, and below it what they last said."""
    page.title(section.title)
    slot = page.put(0, CellRole.TEXT, right=page.last)
    page.buttons = (slot.box, section.buttons)
    page.end_row(ROOM)
    page.put(0, CellRole.LABEL, section.said)
    formula = f'IF({LAST_ANSWER}="","{section.unsaid}",{LAST_ANSWER})'
    page.put(1, CellRole.RESULT, section.unsaid, formula=formula, right=page.last)
    page.end_row(SAYING)


@lru_cache(maxsize=4)  # one pack, one layout
def without_macros(pack: Pack) -> Pack:
    """The pack of the twin workbook without macros: where the buttons would be, it says how to go on."""
    sheets = tuple(_plain_sheet(sheet) for sheet in pack.form.sheets)
    return structs.replace(pack, form=structs.replace(pack.form, sheets=sheets))


def _plain_sheet(sheet: Sheet) -> Sheet:
    return structs.replace(sheet, sections=tuple(_plain(section) for section in sheet.sections))


def _plain(section: Section) -> Section:
    if not isinstance(section, ButtonsSection):
        return section
    return TextSection(title=section.title, lines=(section.without,))
