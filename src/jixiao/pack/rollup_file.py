"""rollup.toml as typed data: what is done with the workbooks of many units."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jixiao.pack.errors import PackError
from jixiao.pack.pack import Pack
from jixiao.pack.toml_file import read_toml
from jixiao.strict import Basis, Strict

ROLLUP = "rollup.toml"


class Ratio(Strict, kw_only=True):
    """The sum of some terms over the sum of others, by which units of one kind are compared."""

    label: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    basis: Basis


class RollupFile(Strict, kw_only=True):
    """`group`: the term that says of which kind a unit is; empty: all are compared with each other."""

    group: str = ""
    ratio: tuple[Ratio, ...] = ()


@lru_cache(maxsize=8)
def load_rollup(pack: Pack) -> RollupFile:
    """Empty for a pack without the file. Raises PackError for a term that is no single cell of the form."""
    path = pack.folder / ROLLUP
    if not path.is_file():
        return RollupFile()
    file = read_toml(path, RollupFile)
    for where, term in _terms(file):
        if term not in pack.vocabulary or pack.vocabulary[term].path:
            raise PackError(path, term, "it is no single cell of the form", where)
    return file


def _terms(file: RollupFile) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if file.group:
        yield ("group",), file.group
    for number, ratio in enumerate(file.ratio):
        for name in ("above", "below"):
            yield from ((("ratio", number, name), term) for term in getattr(ratio, name))
