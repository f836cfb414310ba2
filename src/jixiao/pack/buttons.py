"""buttons.toml as typed data: the buttons of a workbook, and what their macros say; shared by all packs."""

from __future__ import annotations

from jixiao.strict import Strict

BUTTONS = "buttons.toml"  # beside the packs


class Button(Strict, kw_only=True):
    """A button of the first sheet and of the ribbon, and the macro behind it."""

    name: str
    caption: str
    macro: str  # a procedure of macros/JixiaoButtons.bas
    tip: str
    image: str  # an icon of Office by its imageMso name


class ButtonsFile(Strict, kw_only=True):
    """buttons.toml: the buttons, and what their macros say; shared by all packs."""

    sheet: str
    tab: str
    group: str
    limit: int  # seconds that the macro waits for the program
    button: tuple[Button, ...]
    words: dict[str, str]
