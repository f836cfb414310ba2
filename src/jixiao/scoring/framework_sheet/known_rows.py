"""Which indicator stands in a row of the sheet 指标体系: what is typed for it goes along with it.

Rows are sorted, copied and cut out with or without the hidden column that knows their indicator. Where
the name says another one, and the row is not otherwise as it was, that one counts: the figures of one
indicator must not come to stand under another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.framework_rows import SheetRow, typed_points
from jixiao.pack.sections import Held
from jixiao.relation.texts import same_text


def known_rows(rows: Sequence[SheetRow], framework: Framework) -> list[Indicator | None]:
    """The indicator of each row, each of them once; None for a row that somebody has added."""
    names = Counter(same_text(each.name) for each in framework.indicators)
    only = {name: each for each in framework.indicators if names[name := same_text(each.name)] == 1}
    kept = [framework.by_id.get(row.made_for) for row in rows]
    named = [_meant(row, only.get(same_text(row.texts["name"])), kept[at]) for at, row in enumerate(rows)]
    taken = {each.id for each in named if each}
    return list(
        _once(
            one or (other if other and other.id not in taken else None)
            for one, other in zip(named, kept, strict=True)
        )
    )


def _meant(row: SheetRow, named: Indicator | None, kept: Indicator | None) -> Indicator | None:
    """A row that is otherwise as it was has got the name of another indicator, and is none of its own."""
    if named is None or kept is None or named.id == kept.id:
        return named
    return kept if _likeness(row, kept) > _likeness(row, named) else named


def _likeness(row: SheetRow, indicator: Indicator) -> int:
    said = (indicator.level1, indicator.level2, indicator.standard, indicator.formula)
    held: tuple[Held, ...] = ("level1", "level2", "standard", "formula")
    same = (same_text(row.texts[each]) == same_text(text) for each, text in zip(held, said, strict=True))
    return sum(same) + (typed_points(row.texts["max_score"]) == indicator.max_score)


def _once(found: Iterator[Indicator | None]) -> Iterator[Indicator | None]:
    """A copied row is a new one."""
    seen: set[str] = set()
    for each in found:
        yield each if each and each.id not in seen else None
        seen |= {each.id} if each else set()
