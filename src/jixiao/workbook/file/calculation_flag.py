"""The flag of xl/workbook.xml that makes Excel compute all formulas when it opens the file."""

from __future__ import annotations

import re

_CALC = re.compile(rb"<((?:\w+:)?)calcPr\b([^>]*?)(/?)>")
_FULL = re.compile(rb"""\sfullCalcOnLoad\s*=\s*(?P<quote>["'])(?P<value>.*?)(?P=quote)""", re.DOTALL)


def is_calculated_on_load(workbook: bytes) -> bool:
    """Whether Excel computes all formulas when it opens the file."""
    match = _CALC.search(workbook)
    full = _FULL.search(match[2]) if match else None
    return full is not None and full["value"] in (b"1", b"true")


def calculated_on_load(workbook: bytes) -> bytes:
    """xl/workbook.xml with the flag that makes Excel compute all formulas when it opens the file."""
    match = _CALC.search(workbook)
    if match is None:
        return workbook
    prefix, attributes, slash = match.groups()
    attributes = _FULL.sub(b"", attributes)
    tag = b"<" + prefix + b"calcPr" + attributes + b' fullCalcOnLoad="1"' + slash + b">"
    return workbook[: match.start()] + tag + workbook[match.end() :]
