"""Texts as a sentence quotes them: cut to what is needed, and the other marks inside: “‘三公’经费”."""

from __future__ import annotations

_INNER = {"“": "‘", "”": "’"}


def cut(text: str, most: int) -> str:
    """The text, or as much of it as a reader needs to recognise it and a mark that there is more."""
    return text if len(text) <= most else f"{text[:most]}…"


def nested(text: str) -> str:
    """The text with the other marks inside of quotations; as it is where its marks are no pairs."""
    found: list[str] = []
    depth = 0
    for character in text:
        depth -= character == "”"
        if depth < 0:
            return text
        found.append(_INNER.get(character, character) if depth else character)
        depth += character == "“"
    return text if depth else "".join(found)
