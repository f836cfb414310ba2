"""Which tables files hold, told by their titles -> the pack whose form they fill."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.importing.guide import Guide, load_guide, published_packs, title_in
from jixiao.importing.sheets import SourceSheet
from jixiao.pack.pack import Pack

PACK = "department-final-accounts"  # where nothing tells them apart


def pack_of_tables(sheets: Iterable[SourceSheet]) -> Pack:
    """The pack of which the sheets have the most tables."""
    texts = _texts(sheets)
    return max(published_packs(), key=lambda pack: (_titles(texts, load_guide(pack)), pack.form.id == PACK))


def are_published_tables(sheets: Iterable[SourceSheet]) -> bool:
    """Whether any sheet has the title of a published table."""
    texts = _texts(sheets)
    return any(_titles(texts, load_guide(pack)) for pack in published_packs())


def _texts(sheets: Iterable[SourceSheet]) -> set[str]:
    return {cell.text for sheet in sheets for row in sheet.rows.values() for cell in row.values()}


def _titles(texts: Iterable[str], guide: Guide) -> int:
    return len({table.name for text in texts if (table := title_in(text, guide))})
