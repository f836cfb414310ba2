"""What tells the workbooks of the packs apart: each pack's stamp, read without loading the whole pack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from jixiao.pack.loading import DEFAULT, data_folder, pack_names, read_toml


@dataclass(frozen=True, slots=True)
class Stamp:
    """A workbook of the pack has the pack's name in the cell of `term`."""

    pack: str
    term: str


class _Top(msgspec.Struct, frozen=True):
    """The part of form.toml that is needed here; the rest is checked when the pack is loaded."""

    identity: dict[str, str]


def stamps() -> Iterator[Stamp]:
    """The stamps of all packs, the default pack's first. Raises PackError."""
    folder = data_folder("workbook_templates")
    for name in sorted(pack_names(), key=lambda name: name != DEFAULT):
        yield Stamp(name, read_toml(folder / name / "form.toml", _Top).identity["id"])
