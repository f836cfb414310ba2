"""Rates without something: 剔除退回资金后执行率100.00%; what is left out may be said nowhere."""

from __future__ import annotations

import re

from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.figures.figure_roles import LEFT_OUT

_BACK = 60  # letters before a rate in which that is said
_WITHOUT = re.compile(rf"(?:{LEFT_OUT.pattern})[^。；]{{0,30}}?后，?[^，。；\d]{{0,12}}$")


def is_without(rate: StatedFigure) -> bool:
    """Whether it says directly before the rate that something is left out."""
    return _WITHOUT.search(rate.passage.text[max(rate.start - _BACK, 0) : rate.start]) is not None
