"""A line of the table that a measurement prints."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One row of the table: a time in ms, and what it is held against."""

    what: str
    ms: float
    floor: str = ""  # what it is compared with
    ratio: float | None = None
    wanted: str = ""
    met: bool = True


def at_most(what: str, ms: float, floor: float, words: str, wanted: float) -> Line:
    return Line(what, ms, words, ms / floor, f"at most {wanted:g} x", ms / floor <= wanted)
