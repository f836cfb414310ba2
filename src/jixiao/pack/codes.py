"""codes/*.toml: lists of classification codes, each with its source and the years it holds for."""

from __future__ import annotations

from pathlib import Path

from jixiao.pack.errors import PackError
from jixiao.pack.toml_file import read_toml
from jixiao.strict import Strict


class CodeList(Strict, kw_only=True):
    """A list of classification codes. `source` says where it comes from and how far it reaches."""

    title: str
    source: str
    years: tuple[int, int]  # the first and the last
    complete: bool
    codes: dict[str, str]

    def within(self, year: str) -> tuple[str, ...]:
        """The relations that hold in the years of the list; `year` is the term of the year."""
        first, last = self.years
        return f"{year} >= {first}", f"{year} <= {last}"

    def outside(self, year: str) -> tuple[str, ...]:
        """The relations that hold in all other years, and where no year is given."""
        first, last = self.years
        return tuple(f"{year} <> {each}" for each in range(first, last + 1))

    @property
    def years_in_words(self) -> str:
        """The years, for a sentence."""
        first, last = self.years
        return "、".join(map(str, range(first, last + 1))) if last - first < 3 else f"{first}至{last}"


def load_codes(path: Path) -> CodeList:
    """Raises PackError."""
    found = read_toml(path, CodeList)
    for code in found.codes:
        if not (code.isascii() and code.isdigit()):
            raise PackError(path, code, "a code has digits only", ("codes", code))
    if found.years[0] > found.years[1]:
        raise PackError(path, found.title, "the first year comes after the last", ("years",))
    return found
