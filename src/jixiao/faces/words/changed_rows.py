"""Two score tables side by side, said to people and scripts: rows that are new, gone or changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jixiao.carryover.paired_rows import PairedRows
from jixiao.model.figures import plain
from jixiao.pack.framework import Indicator

_MOST = 12  # rows that one line names


def as_text(rows: PairedRows) -> Iterator[str]:
    """A line for each kind of change; nothing where the tables say the same."""
    reweighed = [
        f"“{pair.present.name}”由{plain(pair.former.max_score)}分改为{plain(pair.present.max_score)}分"
        for pair in rows.pairs
        if pair.reweighed
    ]
    yield from _line("新增", [_named(each) for each in rows.added])
    yield from _line("去掉", [_named(each) for each in rows.gone])
    yield from _line("分值改了的", reweighed)
    yield from _line("评分标准改了的", [f"“{pair.present.name}”" for pair in rows.pairs if pair.reworded])


def as_json(rows: PairedRows) -> dict[str, Any]:
    """The names of the indicators by kind of change."""
    return {
        "added": [each.name for each in rows.added],
        "gone": [each.name for each in rows.gone],
        "reweighed": {
            pair.present.name: [plain(pair.former.max_score), plain(pair.present.max_score)]
            for pair in rows.pairs
            if pair.reweighed
        },
        "reworded": [pair.present.name for pair in rows.pairs if pair.reworded],
    }


def _named(indicator: Indicator) -> str:
    return f"“{indicator.name}”（{plain(indicator.max_score)}分）"


def _line(kind: str, said: Sequence[str]) -> Iterator[str]:
    if said:
        more = "等" if len(said) > _MOST else ""
        yield f"{kind} {len(said)} 个指标：{'、'.join(said[:_MOST])}{more}。"
