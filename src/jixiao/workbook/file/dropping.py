"""Parts that a change of cells makes untrue are left out, with everything that speaks of them.

The calculation chain lists the cells with formulas, and Excel calls a file damaged in which it names another
cell; it makes a new one by itself. A digital signature holds for the file as it was signed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from jixiao.workbook.file.package import Package, folded
from jixiao.workbook.file.relations import SIGNATURES, main_part, relationships, relationships_part

TYPES = "[Content_Types].xml"
CHAIN = "calcChain"  # kind of relationship

Parts = dict[str, bytes | None]  # None: left out


def without_untrue(package: Package, *, chain: bool) -> Parts:
    """What changes in a workbook that loses its signatures and, asked for, the list of its formulas."""
    kinds = [("", SIGNATURES), *([(main_part(package), CHAIN)] if chain else [])]
    parts: Parts = {}
    for owner, kind in kinds:
        found = dict.fromkeys(_led_to(package, owner, kind))
        if found:
            relations = relationships_part(owner)
            parts |= found
            parts[relations] = _less(package, relations, lambda each: _is_of(each, kind))  # noqa: B023
    gone = set(map(folded, parts))
    if gone:
        parts[TYPES] = _less(package, TYPES, lambda each: folded(each.get("PartName", "")) in gone)
    return parts


def _is_of(relationship: etree._Element, kind: str) -> bool:
    return relationship.get("Type", "").endswith(f"/{kind}")


def _led_to(package: Package, owner: str, kind: str = "") -> Iterator[str]:
    """The parts of a kind to which a part leads, and what these lead to."""
    for each in relationships(package, owner):
        if package.has(each.target) and (each.kind == kind or not kind):
            yield each.target
            if package.has(relations := relationships_part(each.target)):
                yield relations
            yield from _led_to(package, each.target)


def _less(package: Package, part: str, gone: Callable[[etree._Element], bool]) -> bytes:
    root = package.xml(part)
    for each in [each for each in root if gone(each)]:
        root.remove(each)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
