"""What a printed score table says of an indicator before anything is scored: her wording, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

_SIGNS = ("", "≥", "≤", ">", "<", "=", "＞", "＜", "＝")


def printed_text(printed: Sequence[str], at: int) -> str:
    """What the table itself says in one of its columns; nothing for an indicator that was added since."""
    return printed[at] if at < len(printed) else ""


def wording(formula: str, standard: str, own: str = "") -> str:
    """Both in one cell, as the table has them; `own`: 24, where ≥ of ≥24 stands in a column of its own."""
    if own and standard in (f"{sign}{own}" for sign in _SIGNS):
        return own
    return "\n".join(filter(None, (formula, standard)))


def own_formula(formula: str, printed: Sequence[str], at: int) -> str:
    """Of several columns of explanations, 指标解释 | 评价标准, what stands in the first; else all of it."""
    several = any(_is_part(text, formula) for text in printed)
    return printed_text(printed, at) if several else formula


def without_formula(printed: Sequence[str], formula: str) -> tuple[str, ...]:
    """Without what was part of a formula that is another now."""
    return tuple("" if _is_part(text, formula) else text for text in printed)


def _is_part(text: str, formula: str) -> bool:
    """Whether a text is some lines of a formula."""
    return bool(text.strip()) and f"\n{text}\n" in f"\n{formula}\n"
