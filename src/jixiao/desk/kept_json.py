"""What the record keeps as JSON; a text that is damaged is as if nothing had been kept."""

from __future__ import annotations

import json
from typing import TypeVar

import msgspec

T = TypeVar("T")


def known(text: str, kind: type[T], otherwise: T) -> T:
    """What a text says that json.dumps() has made, also of paths that are no text."""
    try:
        return msgspec.convert(json.loads(text), kind) if text else otherwise
    except (ValueError, RecursionError, msgspec.ValidationError):
        return otherwise
