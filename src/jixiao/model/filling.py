"""What goes into the entry cells of a new workbook: values as an accountant would type them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Entry = Decimal | str | date


@dataclass(frozen=True, slots=True)
class Filling:
    """Entries of one scope, in the unit of the workbook; shaped like a Record.

    `notes` maps a term to a comment put on its cell, such as where an inferred figure comes from.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    groups: Mapping[str, tuple[Filling, ...]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
