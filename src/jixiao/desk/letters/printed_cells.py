"""What a sheet of answers was printed with, kept on it: a word typed over it is found when it comes back."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

PRINTED = "各格原文标识"  # over the hidden column
_SIGNS = 8  # of each digest


def marks(texts: Sequence[str]) -> str:
    """A digest of each, whatever blanks and line ends a program makes of them."""
    return " ".join(map(_mark, texts))


def typed_over(kept: str, texts: Sequence[str]) -> list[str]:
    """Of the texts of a row those that are not what was printed there; emptied is not typed."""
    printed = kept.split()
    if len(printed) != len(texts):
        return []
    return [text for mark, text in zip(printed, texts, strict=True) if text.strip() and _mark(text) != mark]


def _mark(text: str) -> str:
    return sha256("".join(text.split()).encode("utf-8", "replace")).hexdigest()[:_SIGNS]
