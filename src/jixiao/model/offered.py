"""An explanation taken over from last year: shown again, but it closes nothing until it is confirmed."""

from __future__ import annotations

import re

OFFERED = "上年说明："
CONFIRM = f"上年写过审核说明，今年仍属实的，删去开头的“{OFFERED}”即生效。"
_OFFERED = re.compile(rf"\s*{OFFERED[:-1]}\s*[：:]")


def offered(explanation: str) -> str:
    """The explanation as the new workbook offers it."""
    return f"{OFFERED}{explanation}"


def only_offered(explanation: str) -> bool:
    """True while nobody has made the explanation his own by taking the mark away."""
    return bool(_OFFERED.match(explanation))
