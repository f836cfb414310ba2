"""What a row of a score table says in columns of its own: its target, and whatever else it prints."""

from __future__ import annotations

import re

from jixiao.frameworks.indicator_read import IndicatorRead
from jixiao.frameworks.read_framework import FrameworkRead
from jixiao.frameworks.wording.texts import tidy


def target_of(each: IndicatorRead) -> str:
    """With its sign, which may stand in a column of its own."""
    row = each.row
    return f"{'' if row.target.startswith(row.sign) else row.sign}{row.target}"


def target_apart(each: IndicatorRead) -> str:
    """For who fills the workbook in: the target of which a standard speaks, 达到目标值, and does not name."""
    row, target = each.row, target_of(each)
    if not each.standard or not re.search(r"\d", target):
        return ""
    said = re.sub(r"^\D+(?=\d)", "", tidy(row.target))  # 98% of ≥98%
    named = re.search(rf"(?<![\d.]){re.escape(said)}(?![\d.])", tidy(each.standard))
    unit = "" if row.target.endswith(row.unit) else row.unit
    return "" if named else f"（目标值：{target}{unit}）"


def printed_texts(each: IndicatorRead, read: FrameworkRead) -> list[str]:
    """What the table itself says in the columns that no rule knows: 序号, 资料来源."""
    texts = [each.row.cells.get(column.key, "") if column.key else "" for column in read.columns]
    return texts if any(texts) else []
