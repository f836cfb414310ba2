"""What the parts of the word lists have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec


class WordPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Base of the parts of a word list: an unknown key is an error; patterns are made once."""


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return _either(tuple(words))


@lru_cache(maxsize=256)
def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the patterns."""
    return re.compile("|".join(patterns))
