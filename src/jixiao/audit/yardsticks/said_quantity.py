"""A figure of a report with the quantity and the time that it is of."""

from __future__ import annotations

import msgspec

from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.yardsticks.known import Moment, QuantityName


class SaidQuantity(msgspec.Struct, eq=False):
    """A figure with what it is of. `whole`: of what it is said to be a part, None for nothing.

    `part`: it is a part, be the whole known or not. `firm`: its name can be that of nothing else.
    """

    figure: StatedFigure
    of: QuantityName
    moment: Moment
    whole: StatedFigure | None = None
    part: bool = False
    firm: bool = True
    sentence: int = 0
    limited: bool = False  # the words before it speak of some of the money only
    beside: StatedFigure | None = None  # of last year: the one of this year that it is compared with
