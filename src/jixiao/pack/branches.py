"""The dotted names of a pack as trees, one for the workbook and one for each table and block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from jixiao.model.term import Group

# Part of a name -> the term or group that it ends at, or the names that go on from there.
Branch: TypeAlias = "dict[str, str | Group | Branch]"


def branches_of(single: Iterable[str], groups: Mapping[str, Group]) -> dict[tuple[str, ...], Branch]:
    """Path of a table or block (empty for the workbook) -> the names that start there."""
    found: dict[tuple[str, ...], Branch] = {(): {}}
    for name in single:
        _put(found[()], name.split("."), name)
    for group in groups.values():
        outer = f"{group.path[-2]}." if len(group.path) > 1 else ""
        _put(found[group.path[:-1]], group.name.removeprefix(outer).split("."), group)
        inner = found.setdefault(group.path, {})
        for name in group.terms:
            _put(inner, name.removeprefix(f"{group.name}.").split("."), name)
    return found


def _put(branch: Branch, parts: list[str], leaf: str | Group) -> None:
    *heads, last = parts
    for head in heads:
        below = branch.setdefault(head, {})
        if not isinstance(below, dict):
            raise ValueError(f"{head} is a term or a table and cannot hold {last}")
        branch = below
    branch[last] = leaf
