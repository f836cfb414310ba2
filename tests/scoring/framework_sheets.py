"""The sheet 指标体系 as a reading would give it, made of a framework, with some cells typed over."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from jixiao.model.fact import Place
from jixiao.pack.carried_framework import stored_head
from jixiao.pack.framework import Framework
from jixiao.pack.framework_rows import EDITED, FrameworkSheet, SheetRow, row_of
from jixiao.pack.loading import load_pack
from jixiao.pack.sections import FrameworkSection

PACK = load_pack()
SECTION = next(
    section
    for sheet in PACK.form.sheets
    for section in sheet.sections
    if isinstance(section, FrameworkSection)
)


def sheet_of(framework: Framework, changes=None, added=(), **whole: str) -> FrameworkSheet:
    """`changes`: by id, what is typed over, None for a row that was cleared; `added`: texts of new rows."""
    changes = changes or {}
    rows = []
    for number, each in enumerate(framework.indicators, 7):
        over = changes.get(each.id, {})
        texts = dict.fromkeys(EDITED, "") if over is None else row_of(each, SECTION) | over
        rows.append(_row(number, texts, each.id, changed=each.id in changes))
    rows += [
        _row(60 + n, dict.fromkeys(EDITED, "") | texts, "", changed=True) for n, texts in enumerate(added)
    ]
    sheet = FrameworkSheet(
        section=SECTION,
        title=framework.title,
        total=str(framework.total if framework.stated is None else framework.stated),
        title_place=Place("指标体系", "B4"),
        total_place=Place("指标体系", "B5"),
        head=stored_head(framework),
        rows=tuple(rows),
    )
    return replace(sheet, **whole)


def _row(number: int, texts, id_: str, *, changed: bool) -> SheetRow:
    places = {
        held: Place("指标体系", f"{letter}{number}")
        for held, letter in zip(EDITED, "ABCDEFGHIJ", strict=True)
    }
    return SheetRow(texts, places, id_, changed)


def weights(framework: Framework) -> dict[str, Decimal]:
    return {each.id: each.max_score for each in framework.indicators}
