"""The explanations beside findings, as a workbook keeps them."""

from __future__ import annotations

import zlib
from functools import lru_cache

from jixiao.model.written_explanation import WrittenExplanation
from jixiao.pack.pack import Pack
from jixiao.pack.sections import FindingsSection, Held
from jixiao.workbook.file.source import CellSource
from jixiao.workbook.file.structure import Area, BookStructure
from jixiao.workbook.reading.shown import as_shown
from jixiao.workbook.results.result_areas import areas_of, section_of

_SUM = "#"
STRAY = "未对应"  # key of an explanation that stands beside no finding; it is kept all the same


def read_explanations(source: CellSource, pack: Pack) -> dict[str, WrittenExplanation]:
    """What the accountant typed beside findings: key of the finding -> explanation."""
    places = _places(source.structure, pack)
    if places is None:
        return {}
    typed, columns, wanted = places
    cells = source.cells(typed.sheet, wanted)
    found: dict[str, WrittenExplanation] = {}
    for row in sorted(map(typed.row, typed.cells & cells.keys())):
        shown = as_shown(cells[f"{typed.column}{row}"], source.is_date, source.structure.epoch_1904)
        text = shown.strip()
        key, *kept = (cells.get(f"{area.column}{row}") for area in columns)
        if text:
            figures = _figures(text, kept[0].text) if kept and kept[0] else ""
            found[key.text if key else f"{STRAY}{len(found) + 1}"] = WrittenExplanation(text, figures)
    return found


@lru_cache(maxsize=16)
def _places(structure: BookStructure, pack: Pack) -> tuple[Area, tuple[Area, ...], frozenset[str]] | None:
    """The column of the explanations, the hidden ones beside it, and all their cells."""
    areas = _areas(structure, pack)
    typed, keys = areas.get("explanation"), areas.get("key")
    if typed is None or keys is None:
        return None
    columns = (keys, areas["figures"]) if "figures" in areas else (keys,)
    return typed, columns, typed.cells.union(*(typed.beside(area.column).cells for area in columns))


def keeps_figures(structure: BookStructure, pack: Pack) -> bool:
    """True if the sheet can keep an explanation with its figures: it is there, with all its columns."""
    return {"key", "explanation", "figures"} <= _areas(structure, pack).keys()


def _areas(structure: BookStructure, pack: Pack) -> dict[Held, Area]:
    return areas_of(section_of(pack.form, FindingsSection), structure, pack)


def kept_figures(written: WrittenExplanation) -> str:
    """As a hidden cell keeps them, with a check sum that tells whether the text is still the same."""
    return f"{written.figures}{_SUM}{_check_sum(written.text)}" if written.figures else ""


def _figures(text: str, kept: str) -> str:
    """The figures of a text; none if it was written since they were kept."""
    figures, _, check_sum = kept.rpartition(_SUM)
    return figures if check_sum == _check_sum(text) else ""


def _check_sum(text: str) -> str:
    return f"{zlib.crc32(''.join(text.split()).encode()):08x}"
