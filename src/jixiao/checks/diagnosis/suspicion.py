"""What is suspected of one slip: the verdicts that come of it, the words, and the cells as they should be."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from jixiao.checks.confront import Verdict
from jixiao.model.fact import Fact
from jixiao.model.finding import Suggestion


class Suspicion(msgspec.Struct, frozen=True):
    """One slip. Without a suggestion it can only be said that the verdicts have one cause."""

    verdicts: tuple[Verdict, ...]
    suggestions: tuple[Suggestion, ...] = ()
    corrected: Mapping[int, Fact] = {}  # identity of the fact -> what should stand there
