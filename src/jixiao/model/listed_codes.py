"""A code list as relations look it up: code -> name, and the years for which an entry is vouched for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

TOP = "类"  # the level that has no code above it
_CLASS = 3  # digits of a class
_STEP = 2  # digits by which a code grows from one level to the next
_LONGEST = 20  # digits; those of projects have that many
_DIGITS = "0123456789"

Years = tuple[int, int]  # the first and the last


class ListedCodes(dict[str, str]):
    """Code -> name. `years`: code -> when that is known; `complete`: parent -> when all below are here.

    A code without years has a name that nobody has checked.
    """

    def __init__(
        self, names: Mapping[str, str], years: Mapping[str, Years], complete: Mapping[str, Years]
    ) -> None:
        super().__init__(names)
        self.years = years
        self.complete = complete

    def name_in(self, code: str, year: int) -> str:
        """The name of the code in that year; empty if the list does not vouch for it."""
        return self[code] if code in self and _within(year, self.years.get(code)) else ""

    def is_checked(self, code: str) -> bool:
        """True if the list vouches for the name of the code in some year."""
        return code in self.years

    def knows_level(self, code: str, year: int) -> bool:
        """True if in that year the list has all codes beside this one: what is not there does not exist."""
        return _within(year, self.complete.get(parent_of(code)))


NO_CODES = ListedCodes({}, {}, {})


def parent_of(code: str) -> str:
    """The code of the level above; for a class, the word for its level."""
    return code[:-_STEP] if len(code) > _CLASS else TOP


def slipped(code: str) -> Iterator[str]:
    """All codes that differ from it by one key, likeliest first; none of what is longer than any code."""
    for slips in _SLIPS if len(code) <= _LONGEST else ():
        yield from dict.fromkeys(slips(code))


def _within(year: int, years: Years | None) -> bool:
    return years is not None and years[0] <= year <= years[1]


def _swapped(code: str) -> Iterator[str]:
    for at, (one, other) in enumerate(pairwise(code)):
        if one != other:
            yield f"{code[:at]}{other}{one}{code[at + 2 :]}"


def _shortened(code: str) -> Iterator[str]:
    yield from (code[:at] + code[at + 1 :] for at in range(len(code)))


def _lengthened(code: str) -> Iterator[str]:
    yield from (f"{code[:at]}{digit}{code[at:]}" for at in range(len(code) + 1) for digit in _DIGITS)


def _changed(code: str) -> Iterator[str]:
    yield from (
        f"{code[:at]}{digit}{code[at + 1 :]}"
        for at in range(len(code))
        for digit in _DIGITS
        if digit != code[at]
    )


_SLIPS = (_swapped, _shortened, _lengthened, _changed)
