"""The keys of findings: the same from run to run, and each but once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from jixiao.checks.confront import FOUND, Verdict


def keys_of(verdicts: Iterable[Verdict]) -> dict[int, str]:
    """Identity of each verdict that makes a finding -> the key of that finding."""
    found = [verdict for verdict in verdicts if verdict.outcome in FOUND]
    return {
        id(verdict): key
        for verdict, key in zip(found, told_apart(verdict.key for verdict in found), strict=True)
    }


def told_apart(keys: Iterable[str]) -> Iterator[str]:
    """The keys, each but the first of its like with its number."""
    seen: Counter[str] = Counter()
    for key in keys:
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}#{seen[key]}"
