"""One thing that the doctor looked at: what is there, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Condition(StrEnum):
    FINE = "fine"
    NOTE = "note"  # works, but worth knowing
    ABSENT = "absent"  # not there, and need not be
    TROUBLE = "trouble"


class Serves(StrEnum):
    """What the button cannot do without: something that calls the program, something that runs the macro."""

    CALL = "call"
    MACRO = "macro"


@dataclass(frozen=True, slots=True)
class Observation:
    about: str
    state: Condition
    says: str
    todo: str = ""
    serves: Serves | None = None


def button_works(findings: Iterable[Observation]) -> bool:
    """True if each of the button's needs is met by something, and no other trouble was found."""
    found = tuple(findings)
    met = {finding.serves for finding in found if finding.state in (Condition.FINE, Condition.NOTE)}
    in_the_way = any(finding.state is Condition.TROUBLE and finding.serves is None for finding in found)
    return set(Serves) <= met and not in_the_way
