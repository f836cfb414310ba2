"""“同上” in the place of a standard: that of the row above."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.wording.texts import tidy
from jixiao.frameworks.wording.words import score_table_words


def as_above(rows: Sequence[PrintedRow]) -> tuple[PrintedRow, ...]:
    """The rows with what they refer to written out."""
    found: list[PrintedRow] = []
    for row in rows:
        above = found[-1] if found else None
        if above and _refers(row.standard):
            row = replace(row, standard=above.standard)
        if above and _refers(row.explanation):
            row = replace(row, explanation=above.explanation)
        found.append(row)
    return tuple(found)


def _refers(text: str) -> bool:
    return tidy(text).strip("。.()") in score_table_words().rows["as_above"]
