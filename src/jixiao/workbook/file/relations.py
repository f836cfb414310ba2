"""How the parts of an Office file find each other: by their relationships, whatever they are called.

Source: ECMA-376 part 2, 6.5 (relationships) and 6.2.2 (names of parts: letter case does not count).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import cast

import msgspec

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.package import Package

ENDING = ".rels"
SIGNATURES = "origin"  # the kind that leads to digital signatures
_WORKBOOK = "xl/workbook.xml"  # as nearly every program calls it
_NULL = "null"  # what some programs write for a picture that they have lost; Excel opens such a file


class Relationship(msgspec.Struct, frozen=True):
    """`kind`: the last word of its type; `target`: the name of a part, or an address outside of the file."""

    id: str
    kind: str
    target: str
    external: bool


def relationships(package: Package, part: str = "") -> Iterator[Relationship]:
    """Those of a part, or of the file itself. Raises UnusableInput if they are no XML."""
    name = relationships_part(part)
    if package.has(name):
        yield from _listed(package, name)


def relationships_part(part: str) -> str:
    """The part that holds the relationships of a part; of the file itself for an empty name."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}{ENDING}")


def part_of_kind(package: Package, part: str, kind: str) -> str:
    """The part of that kind to which a part leads and which is there; empty if there is none."""
    found = (each.target for each in relationships(package, part) if each.kind == kind and not each.external)
    return next(filter(package.has, found), "")


def main_part(package: Package) -> str:
    """The part of a workbook that lists its sheets, whether it is there or not."""
    return part_of_kind(package, "", "officeDocument") or _WORKBOOK


def is_signed(package: Package) -> bool:
    """Whether somebody has signed the file, and so vouches for every byte of it."""
    return any(each.kind == SIGNATURES for each in relationships(package))


def missing_part(package: Package) -> str:
    """The first part that others lead to and that is not there; empty if the file is whole."""
    for name in package.names:
        if not name.lower().endswith(ENDING):
            continue
        try:
            for each in _listed(package, name):
                if not (each.external or package.has(each.target) or _is_nowhere(each.target)):
                    return each.target
        except UnusableInput:
            return name
    return ""


def _is_nowhere(target: str) -> bool:
    """A place in the part itself, or none at all."""
    return not target or target.startswith("#") or posixpath.basename(target).lower() == _NULL


def _listed(package: Package, name: str) -> tuple[Relationship, ...]:
    """Read once: whoever looks for a part of the workbook asks."""
    if name not in package.remembered:
        package.remembered[name] = tuple(_read(package, name))
    return cast(tuple[Relationship, ...], package.remembered[name])


def _read(package: Package, name: str) -> Iterator[Relationship]:
    folder = posixpath.dirname(posixpath.dirname(name))
    for each in package.xml(name).iterfind("{*}Relationship"):
        target, external = each.get("Target", ""), each.get("TargetMode") == "External"
        kind = each.get("Type", "").rpartition("/")[2]
        if not external and target and not target.startswith("#"):
            target = _resolved(target, folder)
        yield Relationship(each.get("Id", ""), kind, target, external)


def _resolved(target: str, folder: str) -> str:
    """From the folder of the part that names it, or from the root; some programs write backslashes."""
    path = target.replace("\\", "/").partition("#")[0]
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
