"""What a finding says beyond its relation: what is probably wrong, and which finding it comes of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from jixiao.model.fact import Place, Record
from jixiao.model.finding import Finding, Suggestion


class Hint(msgspec.Struct, frozen=True):
    """How the message of a finding ends, all suggestions, and the key of the finding that it follows.

    `mend`: what to do, in place of what the check says.
    """

    ending: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    follows: str = ""
    mend: str = ""


Hints = Mapping[int | Place, Hint]  # by the identity of the verdict, or the place of a cell found blank
NO_HINTS: Hints = MappingProxyType({})
NO_HINT = Hint()


class CodeHints(msgspec.Struct, frozen=True):
    """`said`: as of a diagnosis. `first`: keys of the findings that tell of a fault of codes.

    `findings` are those of which only a note would tell.
    """

    said: Hints = NO_HINTS
    first: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()

    def leading(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that tell of a fault before those that follow from it."""
        return tuple(sorted(findings, key=lambda finding: finding.key not in self.first))


class Pasted(msgspec.Struct, frozen=True):
    """Rows that a table has twice: what leads, what follows it, and the workbook with each row once."""

    record: Record
    findings: tuple[Finding, ...] = ()
    said: Hints = NO_HINTS
