"""What a check came to, and how heavy it weighs."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """The five outcomes of a check. Silence never means "could not run"."""

    PASSED = "passed"
    ROUNDING = "rounding"  # 尾差: the figures differ, but within their precision
    INCONSISTENT = "inconsistent"
    EXPLAINED = "explained"  # inconsistent, and the accountant wrote why
    NOT_CHECKED = "not_checked"  # cells blank or unreadable; the reason is kept


class Severity(StrEnum):
    """The heaviest first."""

    rank: int  # from 0; an attribute, not a property: it is asked of every verdict

    ERROR = "error"  # 逻辑性: must hold
    WARNING = "warning"  # 核实性: must hold or be explained
    NOTE = "note"

    def __init__(self, word: str) -> None:
        self.rank = len(type(self).__members__)
