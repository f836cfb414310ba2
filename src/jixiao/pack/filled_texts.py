"""Words for the placeholders in all texts of an item, the keys of its tables included.

The item is filled as tomllib read it: what is no text stays what it is, for the schema to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Words = Mapping[str, str]  # placeholder -> what stands for it

_PLACEHOLDER = re.compile(r"\{(\w*)\}")


class UnfillableError(ValueError):
    """A placeholder without words, or two keys that become the same."""


def placeholders(value: Any) -> Iterator[str]:
    """The placeholders in all texts of a value."""
    if isinstance(value, str):
        yield from _PLACEHOLDER.findall(value)
    elif isinstance(value, list | dict):
        for inner in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from placeholders(inner)


def filled(value: Any, words: Words) -> Any:
    """The value with words in all its texts. Raises UnfillableError."""
    if isinstance(value, str):
        return _complete(value, words) if "{" in value else value
    if isinstance(value, list):
        return [filled(inner, words) for inner in value]
    return _filled_table(value, words) if isinstance(value, dict) else value


def with_words(text: str, words: Words) -> str:
    """The text with words for those of its placeholders that have some."""
    return _PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), text)


def _complete(text: str, words: Words) -> str:
    whole = with_words(text, words)
    if "{" in whole and (left := _PLACEHOLDER.search(whole)):
        raise UnfillableError(f"“over” has no words for the placeholder “{left[0]}”")
    return whole


def _filled_table(table: Mapping[str, Any], words: Words) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in table.items():
        name = filled(key, words)
        if name in found:
            raise UnfillableError(f"two keys become “{name}” when they are filled")
        found[name] = filled(value, words)
    return found
