"""A score table that was handed out: what it says itself in its cells, before anything was scored."""

from __future__ import annotations

from functools import cached_property

import msgspec

from jixiao.model.figures import plain
from jixiao.model.scorecard import Score, Scorecard
from jixiao.pack.printed_cells import own_formula, printed_text, wording

_WEIGHTS = {"level1": "weight1", "level2": "weight2"}


class HandedOut(msgspec.Struct, frozen=True, dict=True):
    card: Scorecard

    def said(self, score: Score, holds: str, at: int) -> str | None:
        """None where the row says it: its name, its weight, what a run has found."""
        printed = printed_text(score.printed, at)
        match holds:
            case "wording":
                return wording(score.formula, score.standard, printed)
            case "formula":
                return own_formula(score.formula, score.printed, at)
            case "weight1" | "weight2":
                return self._weights_beside_first.get((score.id, holds), "")
            case "level1" | "level2":
                return self._level(score, holds)
            case "printed":
                return printed
        return printed if printed and not getattr(score, holds) else None

    def _level(self, score: Score, holds: str) -> str:
        """With its weight, if the table has no column for that."""
        name = score.level1 if holds == "level1" else score.level2
        place = (score.level1,) if holds == "level1" else (score.level1, score.level2)
        apart = any(each == _WEIGHTS[holds] for _, each in self.card.columns)
        return name if apart or place not in self._weights else f"{name}\n（{self._weights[place]}分）"

    @cached_property
    def _weights(self) -> dict[tuple[str, ...], str]:
        found: dict[tuple[str, ...], str] = {(part.name,): plain(part.max_score) for part in self.card.level1}
        return found | {(level, part.name): plain(part.max_score) for level, part in self.card.level2}

    @cached_property
    def _weights_beside_first(self) -> dict[tuple[str, str], str]:
        """The weights of the levels, each beside the first of its indicators."""
        found: dict[tuple[str, ...], tuple[str, str]] = {}
        for each in self.card.scores:
            found.setdefault((each.level1,), (each.id, "weight1"))
            found.setdefault((each.level1, each.level2), (each.id, "weight2"))
        return {beside: self._weights.get(place, "") for place, beside in found.items()}
