"""What tells the workbooks of the packs apart: each pack's stamp, read without loading the whole pack."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from jixiao.pack import loading
from jixiao.pack.errors import PackError
from jixiao.pack.toml_file import Files, files_in, read_toml


class Stamp(msgspec.Struct, frozen=True):
    """A workbook of the pack has the pack's name in the cell of `term`."""

    pack: str
    term: str


class _Identity(msgspec.Struct, frozen=True):
    id: str


class _Top(msgspec.Struct, frozen=True):
    """The part of form.toml that is needed here; the rest is checked when the pack is loaded."""

    identity: _Identity


def stamps() -> Iterator[Stamp]:
    """The stamps of all packs, the default pack's first.

    A form that cannot be read concerns only its own workbooks: it is complained about behind all others.
    Raises PackError.
    """
    folder = loading.data_folder("workbook_templates")
    broken: PackError | None = None
    for name in sorted(loading.pack_names(), key=lambda name: name != loading.DEFAULT):
        try:
            stamp = _stamp(name, files_in(folder / name))
        except PackError as error:
            broken = broken or error
            continue
        yield stamp
    if broken:
        raise broken


@lru_cache(maxsize=16)
def _stamp(name: str, files: Files) -> Stamp:
    """Read once in a process, and again when one of the files was changed."""
    form = loading.data_folder("workbook_templates") / name / "form.toml"
    return Stamp(name, read_toml(form, _Top).identity.id)
