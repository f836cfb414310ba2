"""Whether a text gives or takes points: what tells a standard from a name or an explanation."""

from __future__ import annotations

from functools import lru_cache

from jixiao.frameworks.wording.texts import prose
from jixiao.frameworks.wording.words import score_table_words


@lru_cache(4_096)
def awards(text: str) -> bool:
    """By a figure of points, or by the words for all or none of them."""
    plain = prose(text)
    return any(
        pattern.search(plain)
        for kind, pattern in score_table_words().outcome_patterns
        if kind not in ("proportion", "interpolated")
    )
