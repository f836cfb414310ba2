"""A tick as people write it: 是 or 否, and the marks and words that stand for them."""

from __future__ import annotations

from jixiao.relation.texts import same_text

TICKS = "“是”或“否”"
# In the form that same_text gives: half-width, small letters.
_YES = frozenset(["是", "√", "✓", "✔", "☑", "有", "符合", "y", "yes", "1"])
_NO = frozenset(["否", "×", "✗", "✘", "✕", "x", "无", "没有", "不是", "不符合", "n", "no", "0"])


def read_tick(text: str) -> bool | None:
    """None for what could mean anything."""
    plain = same_text(text)
    if plain in _YES:
        return True
    return False if plain in _NO else None
