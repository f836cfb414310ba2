"""What goes into the entry cells of a new workbook: values as an accountant would type them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec

Entry = Decimal | str | date


class Filling(msgspec.Struct, frozen=True):
    """Entries of one scope, in the unit of the workbook; shaped like a Record.

    `notes` maps a term to a comment put on its cell, such as where an inferred figure comes from.
    """

    entries: Mapping[str, Entry] = msgspec.field(default_factory=dict)
    groups: Mapping[str, tuple[Filling, ...]] = msgspec.field(default_factory=dict)
    notes: Mapping[str, str] = msgspec.field(default_factory=dict)
