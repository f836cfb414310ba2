"""Which indicator stands in a row of the sheet 指标体系: what is typed for it goes along with it.

Rows are sorted, copied and cut out with or without the hidden column that knows their indicator. Where
the name says another one, it counts: the figures of one indicator must not come to stand under another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.framework_rows import SheetRow
from jixiao.relation.texts import same_text


def known_rows(rows: Sequence[SheetRow], framework: Framework) -> list[Indicator | None]:
    """The indicator of each row, each of them once; None for a row that somebody has added."""
    names = Counter(same_text(each.name) for each in framework.indicators)
    only = {name: each for each in framework.indicators if names[name := same_text(each.name)] == 1}
    named = [only.get(same_text(row.texts["name"])) for row in rows]
    kept = [framework.by_id.get(row.made_for) for row in rows]
    taken = {each.id for each in named if each}
    return list(
        _once(
            one or (other if other and other.id not in taken else None)
            for one, other in zip(named, kept, strict=True)
        )
    )


def _once(found: Iterator[Indicator | None]) -> Iterator[Indicator | None]:
    """A copied row is a new one."""
    seen: set[str] = set()
    for each in found:
        yield each if each and each.id not in seen else None
        seen |= {each.id} if each else set()
