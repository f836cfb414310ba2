"""Names of rows without figures that stand in one run with the name behind them: 结余分配年初结转和结余."""

from __future__ import annotations

import re

_TOTAL = re.compile(r"(.+?)(本年收入合计|本年支出合计|收入总计|支出总计|总计)$")
_SIDES = ("收入", "支出")  # 收入总计 is one name
_WITHOUT = "结余分配|专用结余）?|弥补收支差额|结转下年"  # rows that are blank in most years
_BALANCE = re.compile(rf"(.*(?:{_WITHOUT}))((?:年初|年末|上年|本年)[^、]*(?:结转|结余))")


def run_on(name: str) -> tuple[str, str]:
    """What stands before the name of the row that has the figures, and that name."""
    total = _TOTAL.match(name)
    if total:
        return ("", name) if total[1] in _SIDES else (total[1], total[2])
    balance = _BALANCE.fullmatch(name)
    return (balance[1], balance[2]) if balance else ("", name)
