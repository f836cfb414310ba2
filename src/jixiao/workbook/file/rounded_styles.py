"""With how many decimals the cell styles of a workbook show a number: 0 shows 10.4 as 10."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jixiao.workbook.file.date_styles import styles_part
from jixiao.workbook.file.package import Package

# Formats that every program knows by number
_KNOWN = {"1": 0, "2": 2, "3": 0, "4": 2, "37": 0, "38": 0, "39": 2, "40": 2}
_WORDS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')  # of a format: literal text, colours, gaps
_FIXED = re.compile(r"[#,?]*0(?:\.(0+))?[ )]*")


def decimals_shown(package: Package) -> Mapping[str, int]:
    """By the numbers of the cell styles that show a fixed number of them. Raises UnusableInput."""
    part = styles_part(package)
    if not package.has(part):
        return {}
    root = package.xml(part)
    own = {each.get("numFmtId"): each.get("formatCode", "") for each in root.iterfind("{*}numFmts/{*}numFmt")}
    found: dict[str, int] = {}
    for number, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        kind = style.get("numFmtId", "0")
        match = _FIXED.fullmatch(_WORDS.sub("", own[kind]).split(";")[0]) if kind in own else None
        decimals = len(match[1] or "") if match else None if kind in own else _KNOWN.get(kind)
        if decimals is not None:
            found[str(number)] = decimals
    return found
