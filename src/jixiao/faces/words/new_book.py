"""A new workbook, said to scripts: with the same keys whatever it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from jixiao.carryover.moving import Left, Moved
from jixiao.carryover.taking import TakenOver
from jixiao.faces.words import changed_rows, takeover
from jixiao.pack.pack import Pack

if TYPE_CHECKING:
    from jixiao.frameworks.made.own_framework import OwnFramework


def as_json(
    over: TakenOver | Moved | None,
    pack: Pack,
    workbook: str,
    year: int | None,
    own: OwnFramework | None,
    refused: Iterable[str] = (),
) -> dict[str, Any]:
    """What was taken over, and what a score table was read as; `left` has what found no place, too."""
    if isinstance(over, TakenOver):
        said = takeover.as_json(over, pack, workbook, refused)
    else:
        said = _nothing_taken(workbook, year, refused)
    if isinstance(over, Moved):
        said |= {
            "year": year_of(over, pack, year),
            "framework": over.target.name,
            "moved": over.moved,
            "explanations": over.explanations,
            "rows": changed_rows.as_json(over.rows),
        }
        said["left"] = [
            {
                "sheet": left.fact.place.sheet if left.fact.place else "",
                "label": f"{left.row}·{left.fact.label}" if left.row else left.fact.label,
                "term": left.fact.term,
                "content": "",
                "source": f"{left.fact.place}：{left.fact.typed}{_anew(left)}",
            }
            for left in over.left
        ]
    if own:
        from jixiao.faces.words import frameworks

        said["framework"] = own.framework.title
        said["read"] = frameworks.as_json(own.read) if own.read else None
        said["remarks"] = list(filter(None, [own.about_kept(), own.about_year(year_of(over, pack, year))]))
        said["scored_by_people"] = list(own.left)
    return said


def _anew(left: Left) -> str:
    return f"（{left.anew}，请重新评）" if left.anew else ""


def year_of(over: TakenOver | Moved | None, pack: Pack, named: int | None) -> int | None:
    """The year of the new workbook."""
    if isinstance(over, TakenOver):
        return over.year
    told = over.filling.entries.get(pack.form.year) if over else None
    return int(str(told)) if told else named


def about_next_year(moved: Moved, pack: Pack, named: int | None) -> Iterator[str]:
    """Where nothing says whether this year's table was changed, or next year's workbook is wanted."""
    year = None if named else year_of(moved, pack, None)
    if year:
        yield f"新工作簿还是{year}年的（同年改用另一张评分表）；要建{year + 1}年的，请加 --year {year + 1}。"


def _nothing_taken(workbook: str, year: int | None, refused: Iterable[str]) -> dict[str, Any]:
    return {
        "workbook": workbook,
        "year": year,
        "unit": None,
        "taken": [],
        "left": [],
        "waiting": {},
        "errors_in_sources": {},
        "refused": list(refused),
        "explanations": {},
    }
