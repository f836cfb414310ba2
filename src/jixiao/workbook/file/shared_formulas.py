"""Formulas that Excel writes once for many cells: where that cell is emptied, the others get their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree


def release_dependents(cells: Mapping[str, etree._Element], leaving: Iterable[str]) -> None:
    """Give the cells that stay their own formula if they share that of one that leaves."""
    going = set(leaving)
    masters: dict[str, tuple[str, str]] = {}
    for address in going:
        formula = _shared(cells[address])
        if formula is not None and formula.text:
            masters[formula.get("si", "")] = (address, formula.text)
    if not masters:
        return
    for address, cell in cells.items():
        formula = _shared(cell) if address not in going else None
        if formula is not None and not formula.text and (master := masters.get(formula.get("si", ""))):
            _write_out(cell, formula, *master, address)


def _shared(cell: etree._Element) -> etree._Element | None:
    formula = cell.find("{*}f")
    return formula if formula is not None and formula.get("t") == "shared" else None


def _write_out(cell: etree._Element, formula: etree._Element, origin: str, text: str, address: str) -> None:
    """A formula that cannot be moved leaves its value behind."""
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import Translator, TranslatorError

    try:
        moved = Translator(f"={text}", origin=origin).translate_formula(address)
    except (TokenizerError, TranslatorError):
        cell.remove(formula)
        return
    for name in ("t", "si", "ref"):
        formula.attrib.pop(name, "")
    formula.text = moved.removeprefix("=")
