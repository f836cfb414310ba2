"""With how many decimals the cell styles of a workbook show a number: 0 shows 10.4 as 10."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jixiao.workbook.file.date_styles import own_formats, styles_part
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
    shown = _KNOWN | {kind: _decimals(code) for kind, code in own_formats(root).items()}
    kinds = [style.get("numFmtId", "0") for style in root.iterfind("{*}cellXfs/{*}xf")]
    found = ((str(number), shown.get(kind)) for number, kind in enumerate(kinds))
    return {style: decimals for style, decimals in found if decimals is not None}


def _decimals(code: str) -> int | None:
    match = _FIXED.fullmatch(_WORDS.sub("", code).split(";")[0])
    return len(match[1] or "") if match else None
