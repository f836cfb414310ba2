"""What all data files have in common: an unknown key is an error, and a rule names its source."""

from __future__ import annotations

from typing import dataclass_transform

import msgspec

Keys = tuple[str | int, ...]  # the way to an item: ("check", 3, "relation")

LARGEST = 10_000_000  # bytes of a data file


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all data of a pack: an unknown key is an error."""


class Basis(Strict, kw_only=True):
    """The document and the clause that a rule is taken from."""

    document: str
    clause: str
