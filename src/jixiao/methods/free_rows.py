"""The method of what a framework leaves to the unit: indicators of its own, each a row of the workbook."""

from __future__ import annotations

from decimal import Decimal

from jixiao.methods.method import Mark, ScoringMethod
from jixiao.methods.wording import score_words


class FreeRows(ScoringMethod, kw_only=True, tag="free_rows"):
    """The sum of the scores of the unit's own indicators, at most full; reasons stand in their rows."""

    rate = True

    @property
    def of_rows(self) -> bool:
        return True

    def shown(self, value: Decimal) -> str:
        return score_words(value)

    def score(self, value: Decimal, full: Decimal) -> Mark:
        said = f"各项指标得分合计{score_words(value)}"
        if value > full:
            return Mark(full, f"{said}，超过满分的不计，得{score_words(full)}")
        return Mark(value, f"{said}，得{score_words(value)}")
